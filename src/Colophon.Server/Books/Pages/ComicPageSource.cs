using System.Collections.Concurrent;
using Colophon.Formats;
using Colophon.Formats.Comic;
using Colophon.Formats.Pictures;
using Colophon.Formats.Zip;
using Colophon.Server.Books.Formats;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Http;
using Colophon.Server.Platform.Native;

namespace Colophon.Server.Books.Pages;

/// <summary>
/// Takes pages out of comics. A page is looked at before it is served: only JPEG, PNG, GIF, WebP and AVIF by content, so
/// nothing from inside an archive is ever a document of ours.
/// </summary>
public sealed class ComicPageSource(ComicFiles comics, ForeignArchives archives, Probe probe)
{
    private const long PageLimit = 50L * 1024 * 1024;
    private const int KeptComics = 64;
    private static readonly int[] Widths = [160, 320, 640, 960, 1280, 1920, 2560];

    // A reader asks for page after page of one comic.
    private readonly ConcurrentDictionary<long, (string Version, Reading<ComicBook> Reading)> kept = new();

    internal async Task<Reading<ComicBook>> ReadAsync(PagedFile file, CancellationToken cancellationToken)
    {
        if (kept.TryGetValue(file.Id, out var last) && last.Version == file.Version)
            return last.Reading;
        var reading = await comics.ReadAsync(file.Handle, cancellationToken);
        var mayPass = reading.Fatal?.Code is FindingCodes.ArchiveReaderFailed or FindingCodes.ReadTimeout;
        if (kept.Count >= KeptComics)
            kept.Clear();
        if (!mayPass)
            kept[file.Id] = (file.Version, reading);
        return reading;
    }

    /// <summary>The width that is made for one that is asked for; null = the page as it is.</summary>
    internal static int? Snap(int? width) =>
        width is { } asked && Array.Find(Widths, candidate => candidate >= asked) is > 0 and var made ? made : null;

    internal async Task<(PagePicture? Picture, ApiError? Refusal)> TakeAsync(
        PagedFile file,
        ComicBook comic,
        ComicPage page,
        int? width,
        CancellationToken cancellationToken
    )
    {
        var (taken, refusal) = await TakeOutAsync(file, comic, page, cancellationToken);
        using (taken)
        {
            if (taken is null)
                return (null, refusal);
            if (await LookAsync(taken, cancellationToken) is not { } facts)
                return (null, ApiErrors.ParseFailed($"{page.Name} is no picture that can be shown."));
            if (
                width is { } made
                && !(facts.Width <= made)
                && await SmallAsync(taken, made, cancellationToken) is { } small
            )
                return (small, null);
            return (Serve(taken, facts.MediaType), null);
        }
    }

    private async Task<(UnfinishedFile? Taken, ApiError? Refusal)> TakeOutAsync(
        PagedFile file,
        ComicBook comic,
        ComicPage page,
        CancellationToken cancellationToken
    )
    {
        var place =
            comic.Container == ComicContainer.Zip
                ? ComicReader.Locate(file.Handle, page.Entry, cancellationToken)
                : new EmbeddedPicture(page.Entry, 0, 0, page.Size, EmbeddedPicture.ByName);
        if (place is null)
            return (null, ApiErrors.ParseFailed($"{page.Name} cannot be taken out of the archive."));
        if (place.Method != EmbeddedPicture.ByName)
            return Copy(file, place, cancellationToken);
        var (taken, answer) = await archives.TakeOutAsync(file.Handle, page.Entry, PageLimit, cancellationToken);
        return taken is null
            ? (null, ApiErrors.ParseFailed($"{page.Name} cannot be taken out: {answer.Message}"))
            : (taken, null);
    }

    private (UnfinishedFile? Taken, ApiError? Refusal) Copy(
        PagedFile file,
        EmbeddedPicture place,
        CancellationToken cancellationToken
    )
    {
        var taken = archives.MakeTarget();
        try
        {
            using var stream = UnfinishedFile.OpenEmpty(taken.Path);
            var finding = ZipEntryReader.CopyPicture(file.Handle, place, stream, PageLimit, cancellationToken);
            if (finding is null)
                return (taken, null);
            taken.Dispose();
            return (null, ApiErrors.ParseFailed(finding.Message));
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private async Task<PictureFacts?> LookAsync(UnfinishedFile taken, CancellationToken cancellationToken)
    {
        var head = new byte[PictureFacts.SniffLength];
        await using var file = archives.OpenTaken(taken.Path);
        var length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return PictureFacts.Sniff(head.AsSpan(0, length));
    }

    /// <summary>Null when none can be made: the page is served as it is.</summary>
    private async Task<PagePicture?> SmallAsync(UnfinishedFile taken, int width, CancellationToken cancellationToken)
    {
        using var small = archives.MakeTarget(".webp");
        var answer = await probe.AskAsync(
            new ProbeRequest(ProbeOperations.Thumbnail, taken.Path, $"{small.Path}[Q=80,effort=2,strip]", width),
            cancellationToken
        );
        return answer.Code is null ? Serve(small, "image/webp") : null;
    }

    /// <summary>The open file outlives its name, which goes at once: nothing is left behind whatever happens to the answer.</summary>
    private PagePicture Serve(UnfinishedFile file, string mediaType) => new(archives.OpenTaken(file.Path), mediaType);
}

/// <summary>A picture ready to be sent.</summary>
/// <param name="Content">The receiver disposes it.</param>
internal sealed record PagePicture(FileStream Content, string MediaType);
