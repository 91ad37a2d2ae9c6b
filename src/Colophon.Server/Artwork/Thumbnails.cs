using System.Collections.Concurrent;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Native;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Artwork;

/// <summary>
/// Small pictures, made on first request and kept at <c>cache/thumbnails/{first two digits}/{sha256}_{width}.ext</c>. One
/// content has one thumbnail a width, however many items show it. Where none can be made, the original is served.
/// </summary>
public sealed partial class Thumbnails(
    CacheStore store,
    Probe probe,
    IHostApplicationLifetime lifetime,
    ILogger<Thumbnails> log
)
{
    /// <summary>Relative to the data folder.</summary>
    public const string Folder = $"{CacheSlot.Root}/thumbnails";

    private const int RefusedLimit = 1024;
    private static readonly int[] Widths = [160, 240, 320, 480, 640, 960];

    private readonly ConcurrentDictionary<string, Lazy<Task>> making = new(StringComparer.Ordinal);

    // What libvips cannot read it need not try again and again; a restart may find a better libvips.
    private readonly ConcurrentDictionary<string, bool> refused = new(StringComparer.Ordinal);

    /// <summary>The width that is made for one that was asked for: the next larger of a few; null = the original.</summary>
    public static int? Snap(int width, int? pictureWidth)
    {
        var made = Array.Find(Widths, candidate => candidate >= width);
        return made == 0 || pictureWidth <= made ? null : made;
    }

    /// <summary>Relative to the data folder. What may be transparent stays so.</summary>
    public static string PathOf(string sha256, int width, string pictureExtension) =>
        $"{Folder}/{sha256[..2]}/{sha256}_{width}{(pictureExtension is ".jpg" ? ".jpg" : ".webp")}";

    /// <summary>Opens the thumbnail, after making it when it is not there yet. Null when it cannot be made.</summary>
    public async Task<SafeFileHandle?> OpenAsync(
        string cachePath,
        string thumbnailPath,
        int width,
        CancellationToken cancellationToken
    )
    {
        if (store.Open(thumbnailPath) is { } ready)
            return ready;
        if (refused.ContainsKey(thumbnailPath))
            return null;
        // The work is not the request's: others may wait for it too, and the next one wants it.
        var work = making.GetOrAdd(
            thumbnailPath,
            _ => new Lazy<Task>(() => MakeAsync(cachePath, thumbnailPath, width, lifetime.ApplicationStopping))
        );
        await work.Value.WaitAsync(cancellationToken);
        return store.Open(thumbnailPath);
    }

    private async Task MakeAsync(string cachePath, string thumbnailPath, int width, CancellationToken stopping)
    {
        try
        {
            // Somebody may have finished it between our look and our turn.
            using var ready = store.Open(thumbnailPath);
            if (ready is null)
                await AskAsync(cachePath, thumbnailPath, width, stopping);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            LogFailed(log, cachePath, unwritable.Message);
        }
        finally
        {
            making.TryRemove(thumbnailPath, out _);
        }
    }

    private async Task AskAsync(string cachePath, string thumbnailPath, int width, CancellationToken stopping)
    {
        var target = store.Full(thumbnailPath);
        var name = $".{Path.GetFileNameWithoutExtension(target)}.part{Path.GetExtension(target)}";
        using var file = UnfinishedFile.MadeElsewhere(Path.Combine(Path.GetDirectoryName(target)!, name));
        var options = target.EndsWith(".jpg", StringComparison.Ordinal) ? "[Q=80,strip]" : "[Q=75,effort=2,strip]";
        var answer = await probe.AskAsync(
            new ProbeRequest(ProbeOperations.Thumbnail, store.Full(cachePath), file.Path + options, width),
            stopping
        );
        if (answer.Code is null)
        {
            file.Place(target);
            return;
        }
        if (refused.Count >= RefusedLimit)
            refused.Clear();
        refused[thumbnailPath] = true;
        // Said once by the system check; the pictures themselves are all right.
        if (answer.Code != ProbeCodes.ToolMissing)
            LogFailed(log, cachePath, answer.Message ?? answer.Code);
    }

    [LoggerMessage(LogLevel.Warning, "No thumbnail of {Picture}: {Reason} The original is served.")]
    private static partial void LogFailed(ILogger log, string picture, string reason);
}
