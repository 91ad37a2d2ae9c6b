using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Hosting;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Publishing;

/// <summary>What stood beside media before it was written over or removed, by content, in the data folder.</summary>
internal sealed class ReplacedFiles(ServerOptions options, TimeProvider clock)
{
    private static readonly TimeSpan SafeAge = TimeSpan.FromDays(1);

    /// <summary>Copies a file. On return the copy is on the disk.</summary>
    /// <exception cref="IOException">It is not what it was, or cannot be copied.</exception>
    public async Task KeepAsync(string root, string path, string sha256, CancellationToken cancellationToken)
    {
        var kept = PathOf(sha256);
        // The journal refers to it only after this: being young it stays until then.
        if (FileAge.Renew(kept, clock.GetUtcNow()))
            return;
        UnfinishedFile.MakeFolderOf(kept);
        using var file = RealPath.OpenInside([root], path);
        await AtomicFile.WriteAsync(
            kept,
            (stream, token) => FileContent.CopyAsync(file, stream, sha256, token),
            Durability.Synced,
            cancellationToken
        );
        FileAge.Renew(kept, clock.GetUtcNow());
    }

    /// <exception cref="IOException">It is not kept any more.</exception>
    public SafeFileHandle Open(string sha256) => RealPath.OpenInside([options.ReplacedFolder], PathOf(sha256));

    /// <summary>Paths of what has lain here for a day, folder by folder; a name is the content's, or a crash left it half written.</summary>
    public IEnumerable<IReadOnlyList<string>> Settled()
    {
        var oldBefore = (clock.GetUtcNow() - SafeAge).ToUnixTimeMilliseconds() * 1_000_000;
        foreach (var name in FolderNames.In(options.ReplacedFolder))
        {
            var folder = Path.Combine(options.ReplacedFolder, name);
            yield return
            [
                .. FolderReader
                    .List(folder)
                    .Entries.Where(entry => entry.IsFile && entry.Facts.ModifiedNs < oldBefore)
                    .Select(entry => Path.Combine(folder, entry.Name)),
            ];
        }
    }

    private string PathOf(string sha256) => Path.Combine(options.ReplacedFolder, sha256[..2], sha256);
}
