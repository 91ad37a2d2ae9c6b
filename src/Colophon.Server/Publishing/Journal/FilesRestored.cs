using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Publishing.Journal;

/// <summary>What earlier runs wrote stands there again, with other times.</summary>
internal sealed record FilesRestored(IReadOnlyList<WrittenFile> Files);

internal sealed class FilesRestoredApplier : IApplier<FilesRestored>
{
    public void Apply(IReadOnlyList<Applied<FilesRestored>> records, Commit commit)
    {
        foreach (var file in records.SelectMany(applied => applied.Record.Files))
            commit.Run(
                """
                update publish_changes set size = @size, mtime_ns = @mtime
                where path = @path and sha256 = @sha256 and state = 1 and action = 0
                """,
                file.Size,
                file.ModifiedNs,
                file.Path,
                file.Sha256
            );
    }
}
