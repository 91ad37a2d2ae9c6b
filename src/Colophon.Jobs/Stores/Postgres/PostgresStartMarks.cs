using Npgsql;

namespace Colophon.Jobs.Stores.Postgres;

/// <summary>
/// The first death of an owner is held against every job it had claimed. From then on a job notes in the database that it
/// begins, and a death is held only against those that had: a job that is run for the first time pays nothing for it.
/// </summary>
internal sealed class PostgresStartMarks(NpgsqlDataSource source) : IStartMarks
{
    public bool HadBegun(Job orphan) =>
        orphan.CrashCount == 0
        || Run(
            "select count(*) from job_starts where job_id = $1 and attempt = $2",
            orphan,
            c => (long)c.ExecuteScalar()!
        ) > 0;

    public void Begin(Job job)
    {
        if (job.CrashCount > 0)
            Run(
                "insert into job_starts (job_id, attempt) values ($1, $2) on conflict do nothing",
                job,
                c => c.ExecuteNonQuery()
            );
    }

    public void End(Job job)
    {
        if (job.CrashCount > 0)
            Run("delete from job_starts where job_id = $1 and attempt = $2", job, c => c.ExecuteNonQuery());
    }

    private T Run<T>(string sql, Job job, Func<NpgsqlCommand, T> run)
    {
        using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = job.Id });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = job.Attempt });
        return run(command);
    }
}
