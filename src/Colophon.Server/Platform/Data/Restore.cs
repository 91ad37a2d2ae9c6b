using Colophon.Jobs.Stores;
using Colophon.Jobs.Stores.Postgres;
using Colophon.Jobs.Stores.Sqlite;
using Colophon.Server.Platform.Files;
using Microsoft.Extensions.Logging.Abstractions;

namespace Colophon.Server.Platform.Data;

/// <summary>
/// Makes a database of a backup, brought up to date, with the jobs that were in progress waiting again. The backup is only read.
/// </summary>
internal static class Restore
{
    /// <summary>Restores to a database file that is not there yet.</summary>
    /// <exception cref="UnfitBackupException">The backup cannot be used.</exception>
    public static async Task<IReadOnlyList<CopiedTable>> ToFileAsync(
        string backup,
        string databaseFile,
        CancellationToken cancellationToken
    )
    {
        await BackupFile.CheckAsync(backup, cancellationToken);
        await AtomicFile.MakeAsync(
            databaseFile,
            WhenThere.Refuse,
            (temporary, token) => SqliteFile.CopyAsync(backup, temporary, token),
            cancellationToken
        );
        await using var database = Open(databaseFile);
        await Migrations.ApplyAsync(database, cancellationToken);
        await database.WriteAsync(
            commit =>
            {
                CopiedJobs.LetGo(commit.Transaction);
                return true;
            },
            cancellationToken
        );
        return await database.ReadAsync(TableCopy.CountAsync, cancellationToken);
    }

    /// <summary>Restores to an empty PostgreSQL database.</summary>
    /// <param name="folder">A folder to work in, on a local disk.</param>
    /// <exception cref="UnfitBackupException">The backup cannot be used.</exception>
    /// <exception cref="TargetNotEmptyException">Somebody uses the target already.</exception>
    public static async Task<IReadOnlyList<CopiedTable>> ToPostgresAsync(
        string backup,
        string address,
        string folder,
        CancellationToken cancellationToken
    )
    {
        await BackupFile.CheckAsync(backup, cancellationToken);
        // It may be older than this program, and must stay as it is.
        using var work = WorkFolder.In(folder);
        var copy = work.PathOf("colophon.db");
        await SqliteFile.CopyAsync(backup, copy, cancellationToken);
        await using var source = Open(copy);
        await using var target = PostgresDatabase.Open(
            address,
            TimeProvider.System,
            NullLogger<PostgresDatabase>.Instance
        );
        return await MoveDatabase.RunAsync(source, target, address, cancellationToken);
    }

    private static SqliteDatabase Open(string file) =>
        SqliteDatabase.Open(file, TimeProvider.System, NullLogger<SqliteDatabase>.Instance);
}
