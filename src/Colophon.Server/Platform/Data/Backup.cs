using System.Data;
using Colophon.Jobs;
using Colophon.Jobs.Stores.Postgres;
using Colophon.Jobs.Stores.Sqlite;
using Colophon.Server.Platform.Files;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Colophon.Server.Platform.Data;

/// <summary>
/// Everything a database holds at one instant, in one SQLite file, whichever store it comes from; made while servers work with it.
/// </summary>
internal static class Backup
{
    /// <summary>Makes the backup of a database file; how many rows of each table it holds.</summary>
    public static async Task<IReadOnlyList<CopiedTable>> OfFileAsync(
        string databaseFile,
        string backup,
        CancellationToken cancellationToken
    )
    {
        await AtomicFile.MakeAsync(
            backup,
            WhenThere.Refuse,
            (temporary, token) => SqliteFile.CopyAsync(databaseFile, temporary, token),
            cancellationToken
        );
        await using var made = SqliteFile.OpenToRead(backup);
        return await TableCopy.CountAsync(made);
    }

    /// <summary>The same of a PostgreSQL database, at the state of its tables: a newer program backs up what an older one runs.</summary>
    /// <exception cref="UnfitBackupException">It holds no catalog, or one of a newer program.</exception>
    public static async Task<IReadOnlyList<CopiedTable>> OfPostgresAsync(
        string address,
        string backup,
        CancellationToken cancellationToken
    )
    {
        await using var data = NpgsqlDataSource.Create(PostgresDatabase.ConnectionString(address));
        await using var connection = await data.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancellationToken
        );
        await connection.ExecuteAsync("set transaction read only");
        var applied = await Migrations.AppliedAsync(connection, SqlDialect.Postgres);
        BackupFile.RefuseUnknown(applied);

        IReadOnlyList<CopiedTable> copied = [];
        await AtomicFile.MakeAsync(
            backup,
            WhenThere.Refuse,
            async (temporary, token) =>
            {
                using var folder = WorkFolder.Beside(backup);
                var file = folder.PathOf("colophon.db");
                await MakeTablesAsync(file, applied, token);
                copied = await FillAsync(file, connection, token);
                await SqliteFile.CopyAsync(file, temporary, token);
            },
            cancellationToken
        );
        return copied;
    }

    private static async Task MakeTablesAsync(
        string file,
        IReadOnlyList<string> applied,
        CancellationToken cancellationToken
    )
    {
        await using var database = SqliteDatabase.Open(file, TimeProvider.System, NullLogger<SqliteDatabase>.Instance);
        await Migrations.ApplyAsync(
            database,
            Migrations.Scripts(SqlDialect.Sqlite).Where(script => applied.Contains(script.Name)),
            cancellationToken
        );
    }

    private static async Task<IReadOnlyList<CopiedTable>> FillAsync(
        string file,
        NpgsqlConnection source,
        CancellationToken cancellationToken
    )
    {
        await using var target = SqliteFile.OpenToFill(file);
        return await TableCopy.RunAsync(
            target,
            new PostgresCopyEnd(source),
            new SqliteCopyEnd(target),
            cancellationToken
        );
    }
}
