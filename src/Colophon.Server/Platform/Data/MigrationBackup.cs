using Colophon.Jobs;
using Colophon.Jobs.Stores.Sqlite;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Platform.Data;

/// <summary>The database file as it was before migrations change it, kept beside it: they cannot be undone.</summary>
internal static class MigrationBackup
{
    private const int Kept = 3;

    /// <summary>Makes one when there is something to change; its path, or null when there was no need.</summary>
    public static async Task<string?> MakeAsync(
        IDatabase database,
        string databaseFile,
        CancellationToken cancellationToken
    )
    {
        var applied = await database.ReadAsync(
            connection => Migrations.AppliedAsync(connection, database.Dialect),
            cancellationToken
        );
        var first = Migrations
            .Scripts(database.Dialect)
            .FirstOrDefault(script => !applied.Contains(script.Name, StringComparer.Ordinal));
        if (applied.Count == 0 || first is null)
            return null;
        var beginning = $"{databaseFile}.before-";
        var backup = beginning + first.Name.Split('_')[0];
        // One of the same number is of a start that did not get further, or of this catalog at an earlier time.
        await AtomicFile.MakeAsync(
            backup,
            WhenThere.Replace,
            (temporary, token) => SqliteFile.CopyAsync(databaseFile, temporary, token),
            cancellationToken
        );
        KeptFiles.KeepLast(Path.GetDirectoryName(databaseFile)!, Path.GetFileName(beginning), Kept);
        return backup;
    }
}
