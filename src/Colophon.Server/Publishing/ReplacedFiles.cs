using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Hosting;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Publishing;

/// <summary>What stood beside media before it was written over or removed, by content, in the data folder.</summary>
internal sealed class ReplacedFiles(ServerOptions options)
{
    /// <summary>Copies a file. On return the copy is on the disk.</summary>
    /// <exception cref="IOException">It is not what it was, or cannot be copied.</exception>
    public async Task KeepAsync(string root, string path, string sha256, CancellationToken cancellationToken)
    {
        var kept = PathOf(sha256);
        if (FileProbe.Look(kept).IsFile)
            return;
        UnfinishedFile.MakeFolderOf(kept);
        using var file = RealPath.OpenInside([root], path);
        await AtomicFile.WriteAsync(
            kept,
            (stream, token) => FileContent.CopyAsync(file, stream, sha256, token),
            Durability.Synced,
            cancellationToken
        );
    }

    /// <exception cref="IOException">It is not kept any more.</exception>
    public SafeFileHandle Open(string sha256) => RealPath.OpenInside([options.ReplacedFolder], PathOf(sha256));

    private string PathOf(string sha256) => Path.Combine(options.ReplacedFolder, sha256[..2], sha256);
}
