namespace Colophon.Jobs.Victim;

/// <summary>The tables of the victim, and the one job everything follows from, in one transaction.</summary>
internal static class Schema
{
    public static void Make(Commit commit, Walk walk)
    {
        var assembly = typeof(Worker).Assembly;
        var script = assembly
            .GetManifestResourceNames()
            .Single(n => n.EndsWith("_jobs.sqlite.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(script)!);
        using var command = commit.Connection.CreateCommand();
        command.Transaction = commit.Transaction;
        command.CommandText =
            "create table libraries (id integer primary key); create table counters (name text primary key, value bigint not null); "
            + "insert into counters (name, value) values ('directory', 0), ('cover', 0), ('found', 0), ('closed', 0); "
            + reader.ReadToEnd();
        command.ExecuteNonQuery();
        commit.Insert([JobRequest.For(Walker.Type, JobRequest.GeneralQueue, walk)]);
    }

    public static void Add(Commit commit, string counter, long value)
    {
        using var command = commit.Connection.CreateCommand();
        command.Transaction = commit.Transaction;
        command.CommandText = $"update counters set value = value + {value} where name = '{counter}'";
        command.ExecuteNonQuery();
    }
}
