using Colophon.Formats.Pictures;
using Colophon.Formats.Zip;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Comic;

/// <summary>
/// Reads comics: the pages of an archive and the documents among them (ComicInfo.xml, CoMet, ComicBookInfo). ZIP is read
/// here; of RAR and 7-Zip a listing is taken that somebody else has made (<see cref="ComicListing"/>). Pictures are not
/// read. What a file gets wrong is a finding; only errors of the disk are exceptions.
/// </summary>
public static class ComicReader
{
    /// <summary>
    /// Reads an open ZIP archive, which stays the caller's. When the token is cancelled, what was read until then returns
    /// with the finding <see cref="FindingCodes.ReadTimeout"/>.
    /// </summary>
    /// <returns>With a value also beside a fatal finding when the entries could be listed (encrypted comics).</returns>
    public static Reading<ComicBook> Read(SafeFileHandle file, CancellationToken cancellationToken) =>
        Read(() => ZipDirectory.Read(file, null, cancellationToken), cancellationToken);

    /// <summary>Reads a seekable stream, which stays the caller's.</summary>
    public static Reading<ComicBook> Read(Stream stream, CancellationToken cancellationToken) =>
        Read(() => ZipDirectory.Read(stream, null, cancellationToken), cancellationToken);

    /// <summary>Reads an archive that somebody else has opened.</summary>
    public static Reading<ComicBook> Read(ComicListing listing, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        return Read(new ListedComic(listing), findings, cancellationToken);
    }

    /// <summary>Names, upper case and without folders, of entries that are read for what they say: whoever lists an archive hands their bytes over.</summary>
    public static IReadOnlyList<string> DocumentNames => ComicDocuments.Names;

    /// <summary>Where a page of a ZIP archive lies, for whoever shows it; null when it is not there.</summary>
    public static EmbeddedPicture? Locate(SafeFileHandle file, string entry, CancellationToken cancellationToken)
    {
        ZipDirectory? zip = ZipDirectory.Read(file, null, cancellationToken).Value;
        return zip?.Entries.FirstOrDefault(found => found.Name == entry) is { IsEncrypted: false } page
            ? ZipComic.Locate(zip, page)
            : null;
    }

    private static Reading<ComicBook> Read(Func<Reading<ZipDirectory>> open, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        try
        {
            Reading<ZipDirectory> archive = open();
            archive.Findings.ToList().ForEach(findings.Add);
            return archive.Value is { } zip
                ? Read(new ZipComic(zip), findings, cancellationToken)
                : findings.With<ComicBook>(null);
        }
        catch (OperationCanceledException)
        {
            findings.Fail(FindingCodes.ReadTimeout);
            return findings.With<ComicBook>(null);
        }
    }

    private static Reading<ComicBook> Read(
        IComicArchive archive,
        FindingList findings,
        CancellationToken cancellationToken
    )
    {
        ComicMetadata metadata = ComicMetadata.Empty;
        try
        {
            metadata = new ComicDocuments(archive, findings, cancellationToken).Read();
        }
        catch (OperationCanceledException)
        {
            findings.Warn(FindingCodes.ReadTimeout); // the pages need no more than the names
        }

        return findings.With(new ComicContents(archive, metadata, findings).Assemble());
    }
}
