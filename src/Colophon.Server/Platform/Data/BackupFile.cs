using System.Data.Common;
using Colophon.Jobs;
using Colophon.Jobs.Stores.Sqlite;
using Dapper;

namespace Colophon.Server.Platform.Data;

/// <summary>Whether a file is a backup that this program can restore.</summary>
internal static class BackupFile
{
    /// <exception cref="UnfitBackupException">It is not.</exception>
    public static async Task CheckAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = SqliteFile.OpenToRead(path);
            RefuseUnknown(await Migrations.AppliedAsync(file, SqlDialect.Sqlite));
            var verdict = await file.ExecuteScalarAsync<string>(
                new CommandDefinition("pragma quick_check(1)", cancellationToken: cancellationToken)
            );
            if (verdict != "ok")
                throw new UnfitBackupException($"it is damaged: {verdict}");
        }
        catch (DbException refused)
        {
            throw new UnfitBackupException($"it cannot be read: {refused.Message}");
        }
    }

    /// <summary>Refuses what is no catalog of ours, and what a newer program made of it.</summary>
    public static void RefuseUnknown(IReadOnlyList<string> applied)
    {
        if (applied.Count == 0)
            throw new UnfitBackupException("it is no database of Colophon.");
        if (Migrations.AreNewer(applied))
            throw new UnfitBackupException(
                "a newer version of Colophon made its tables. Use that version or a later one."
            );
    }
}

/// <summary>A database that can be neither backed up nor restored by this program; the message says why, after the name of it.</summary>
internal sealed class UnfitBackupException(string message) : Exception(message);
