using Colophon.Formats;
using Colophon.Formats.Comic;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Native;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Books.Formats;

/// <summary>Reads comics by what they are and not by what they are called: ZIP here, RAR and 7-Zip in the probe child.</summary>
public sealed class ComicFiles(ForeignArchives archives)
{
    /// <summary>Everything a scan wants to know. Blocks, as readers do.</summary>
    /// <param name="named">What the file's name says it is.</param>
    public BookFileContent Read(SafeFileHandle file, ComicContainer named, CancellationToken cancellationToken)
    {
        var container = ComicContainers.Sniff(file);
        var reading = IsForeign(container)
            ? Wait(file, container, cancellationToken)
            : ComicReader.Read(file, cancellationToken);
        var comic = reading.Value;
        var isSomethingElse = comic is null && reading.Fatal?.Code == FindingCodes.ZipNotAnArchive;
        return new BookFileContent(
            comic is null ? EvidenceDocument.Empty : ComicEvidence.Of(comic),
            [.. reading.Findings, .. OtherName(comic, named)],
            comic is null ? MediaFacts.None : new MediaFacts(DurationSeconds: null, comic.Pages.Count),
            comic?.Cover,
            isSomethingElse ? FileNature.SomethingElse : FileNature.Book
        );
    }

    /// <summary>
    /// A reader thread is the scan's own, and waiting for the child is no different from waiting for the disk. The work
    /// goes on elsewhere, so that no context of the caller is waited for by what it waits for.
    /// </summary>
    private Reading<ComicBook> Wait(SafeFileHandle file, ComicContainer container, CancellationToken cancellationToken)
    {
        try
        {
            return Task.Run(() => AskAsync(file, container, cancellationToken), cancellationToken)
                .GetAwaiter()
                .GetResult();
        }
        catch (OperationCanceledException)
        {
            return Failed(FindingCodes.ReadTimeout);
        }
    }

    /// <summary>The comic alone.</summary>
    public async Task<Reading<ComicBook>> ReadAsync(SafeFileHandle file, CancellationToken cancellationToken)
    {
        var container = ComicContainers.Sniff(file);
        return IsForeign(container)
            ? await AskAsync(file, container, cancellationToken)
            : ComicReader.Read(file, cancellationToken);
    }

    private static bool IsForeign(ComicContainer container) =>
        container is ComicContainer.Rar or ComicContainer.SevenZip;

    private async Task<Reading<ComicBook>> AskAsync(
        SafeFileHandle file,
        ComicContainer container,
        CancellationToken cancellationToken
    )
    {
        var (listing, answer) = await archives.ListAsync(file, ComicReader.DocumentNames, cancellationToken);
        return listing is null ? Failed(answer) : Read(listing, container, cancellationToken);
    }

    private static Reading<ComicBook> Read(
        ArchiveListing listing,
        ComicContainer container,
        CancellationToken cancellationToken
    )
    {
        if (listing.HasMore)
            return Failed(FindingCodes.ArchiveTooManyEntries);
        if (listing.Items.Count == 0 && listing.Trouble is not null)
            return listing.IsEncrypted
                ? Failed(FindingCodes.ArchiveEncrypted)
                : Failed(FindingCodes.ArchiveDamaged, listing.Trouble);
        var documents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var item in listing.Items.Where(item => item.Content is not null))
            documents.TryAdd(item.Name, item.Content!);
        var entries = listing.Items.Select(item => new ComicEntry(item.Name, item.Size, item.IsEncrypted));
        var reading = ComicReader.Read(new ComicListing(container, [.. entries], documents), cancellationToken);
        return listing.Trouble is null
            ? reading
            : reading with
            {
                // The list is cut off: what is missing cannot be known, so the file is in error although it has pages.
                Findings = [.. reading.Findings, Finding(FindingCodes.ArchiveDamaged, listing.Trouble)],
            };
    }

    private static IEnumerable<Finding> OtherName(ComicBook? comic, ComicContainer named) =>
        comic is null || comic.Container == named
            ? []
            :
            [
                new Finding(
                    FindingCodes.ComicOtherContainer,
                    FindingSeverity.Warning,
                    FindingCodes.Texts[FindingCodes.ComicOtherContainer]
                ),
            ];

    private static Reading<ComicBook> Failed(ProbeAnswer answer) =>
        answer.Code == ProbeCodes.ToolMissing
            ? Failed(FindingCodes.ArchiveLibraryMissing)
            : Failed(FindingCodes.ArchiveReaderFailed, answer.Message);

    private static Reading<ComicBook> Failed(string code, string? detail = null) => new(null, [Finding(code, detail)]);

    private static Finding Finding(string code, string? detail) =>
        new(
            code,
            FindingSeverity.Fatal,
            detail is null ? FindingCodes.Texts[code] : $"{FindingCodes.Texts[code]} ({detail})"
        );
}
