using System.Data.Common;
using System.Reflection;
using System.Text.RegularExpressions;
using Colophon.Jobs;
using Dapper;

namespace Colophon.Server.Platform.Data;

/// <summary>Runs the SQL files that have not run yet, in order of their timestamps. They are append-only and never edited once released.</summary>
public static partial class Migrations
{
    private const string Ledger =
        "create table if not exists migrations (name text primary key, applied_at bigint not null)";

    public static Task ApplyAsync(IDatabase database, CancellationToken cancellationToken) =>
        ApplyAsync(database, Scripts(database.Dialect), cancellationToken);

    /// <summary>Runs those of the given that have not run yet, in the order given.</summary>
    public static async Task ApplyAsync(
        IDatabase database,
        IEnumerable<Script> scripts,
        CancellationToken cancellationToken
    )
    {
        foreach (var script in scripts)
            await database.WriteAsync(commit => Run(commit, script), cancellationToken);
    }

    /// <summary>The names of those that have run, oldest first; none in a database that is new or another program's.</summary>
    public static async Task<IReadOnlyList<string>> AppliedAsync(DbConnection connection, SqlDialect dialect)
    {
        var ledgers = await connection.ExecuteScalarAsync<long>(
            dialect is SqlDialect.Sqlite
                ? "select count(*) from sqlite_master where type = 'table' and name = 'migrations'"
                : "select count(*) from pg_tables where tablename = 'migrations' and schemaname = current_schema()"
        );
        return ledgers == 0
            ? []
            : (await connection.QueryAsync<string>("select name from migrations order by name")).AsList();
    }

    /// <summary>Whether some of those that have run are a newer program's.</summary>
    public static bool AreNewer(IEnumerable<string> applied) =>
        applied.Except(Scripts(SqlDialect.Sqlite).Select(script => script.Name), StringComparer.Ordinal).Any();

    /// <summary>Every migration of the dialect, oldest first. The job engine brings its own tables.</summary>
    public static IReadOnlyList<Script> Scripts(SqlDialect dialect)
    {
        Assembly[] assemblies = [typeof(Migrations).Assembly, typeof(IDatabase).Assembly];
        return
        [
            .. assemblies
                .SelectMany(assembly => assembly.GetManifestResourceNames().Select(resource => (assembly, resource)))
                .Select(found => (found.assembly, found.resource, match: ScriptName().Match(found.resource)))
                .Where(found => found.match.Success && found.match.Groups["dialect"].Value == NameOf(dialect))
                .Select(found => new Script(found.match.Groups["name"].Value, found.assembly, found.resource))
                .OrderBy(script => script.Name, StringComparer.Ordinal),
        ];
    }

    private static string NameOf(SqlDialect dialect) => dialect is SqlDialect.Sqlite ? "sqlite" : "postgres";

    /// <summary>False when it has run before. Of nodes that start together one runs it, and the others wait.</summary>
    private static bool Run(Commit commit, Script script)
    {
        commit.LockMigrations();
        commit.Run(Ledger);
        if (commit.Number("select count(*) from migrations where name = @name", script.Name) > 0)
            return false;
        using var command = commit.Connection.CreateCommand();
        command.Transaction = commit.Transaction;
        command.CommandText = script.Text();
        command.ExecuteNonQuery();
        commit.Run("insert into migrations (name, applied_at) values (@name, @at)", script.Name, commit.Millis());
        return true;
    }

    [GeneratedRegex(@"\.(?<name>\d{14}_[a-z0-9_]+)\.(?<dialect>sqlite|postgres)\.sql$", RegexOptions.ExplicitCapture)]
    private static partial Regex ScriptName();

    public sealed record Script(string Name, Assembly Assembly, string Resource)
    {
        public string Text()
        {
            using var stream =
                Assembly.GetManifestResourceStream(Resource)
                ?? throw new InvalidOperationException($"The migration {Resource} is not embedded.");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}
