using System.Xml;
using Colophon.Formats.Text;
using Colophon.Formats.Xml;
using Colophon.Formats.Zip;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Epub;

/// <summary>
/// Reads EPUB 2 and 3 (EPUB 3.3, https://www.w3.org/TR/epub-33/; OPF 2.0.1, https://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm):
/// the directory of the archive, container.xml, the package document it names, the table of contents. Texts and pictures
/// are not read. What a file gets wrong is a finding; only errors of the disk are exceptions.
/// </summary>
public static class EpubReader
{
    private const long ContainerLimit = 1024 * 1024;
    private const long PackageLimit = 16 * 1024 * 1024;

    /// <summary>
    /// Reads an open file, which stays the caller's. When the token is cancelled, what was read until then returns with
    /// the finding <see cref="FindingCodes.ReadTimeout"/>: a warning if the metadata are whole, else fatal.
    /// </summary>
    /// <returns>With a value also beside a fatal finding when the metadata could be read (encrypted books).</returns>
    public static Reading<EpubBook> Read(SafeFileHandle file, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        return Read(() => ZipDirectory.Read(file, null, cancellationToken), findings, cancellationToken);
    }

    /// <summary>Reads a seekable stream, which stays the caller's.</summary>
    public static Reading<EpubBook> Read(Stream stream, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        return Read(() => ZipDirectory.Read(stream, null, cancellationToken), findings, cancellationToken);
    }

    private static Reading<EpubBook> Read(
        Func<Reading<ZipDirectory>> open,
        FindingList findings,
        CancellationToken cancellationToken
    )
    {
        EpubBook? book = null;
        try
        {
            Reading<ZipDirectory> archive = open();
            archive.Findings.ToList().ForEach(findings.Add);
            if (archive.Value is { } zip && Package(zip, findings, cancellationToken) is var (package, path))
            {
                book = EpubMetadata.Of(package, findings);
                book = Complete(book, zip, package, path, findings, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (book is not null)
        {
            findings.Warn(FindingCodes.ReadTimeout);
        }
        catch (OperationCanceledException)
        {
            findings.Fail(FindingCodes.ReadTimeout);
        }

        return findings.With(book);
    }

    private static EpubBook Complete(
        EpubBook book,
        ZipDirectory zip,
        PackageDocument package,
        string path,
        FindingList findings,
        CancellationToken cancellationToken
    )
    {
        IReadOnlySet<string> encrypted = EpubEncryption.Read(zip, package, path, findings, cancellationToken);
        book = book with { Cover = new EpubCovers(zip, package, path, encrypted, findings).Find() };
        return findings.IsFatal
            ? book
            : book with
            {
                Chapters = new EpubContents(zip, package, path, findings, cancellationToken).Read(),
            };
    }

    private static (PackageDocument Package, string Path)? Package(
        ZipDirectory zip,
        FindingList findings,
        CancellationToken cancellationToken
    )
    {
        if (PackagePath(zip, findings, cancellationToken) is not { } path)
        {
            return null;
        }

        if (path.Length == 0 || zip.Find(path) is not { } entry)
        {
            findings.Fail(FindingCodes.EpubPackageMissing, CleanText.LineOrNull(path, 200));
            return null;
        }

        using PooledBytes? bytes = ReadEntry(zip, entry, PackageLimit, findings);
        return bytes is null || Parse(bytes, findings, cancellationToken) is not { } package
            ? null
            : (package, entry.Name);
    }

    private static string? PackagePath(ZipDirectory zip, FindingList findings, CancellationToken cancellationToken)
    {
        if (zip.Find(EpubContainer.Path) is not { } entry)
        {
            findings.Fail(LooksLikeBook(zip) ? FindingCodes.EpubContainerMissing : FindingCodes.EpubNotABook);
            return null;
        }

        using PooledBytes? bytes = ReadEntry(zip, entry, ContainerLimit, findings);
        if (bytes is null)
        {
            return null;
        }

        string? path = EpubContainer.Package(bytes, cancellationToken);
        if (path is null)
        {
            findings.Fail(FindingCodes.EpubContainerMalformed);
        }

        return path;
    }

    private static bool LooksLikeBook(ZipDirectory zip) =>
        zip.Entries.Any(entry =>
            entry.Name == "mimetype" || entry.Name.EndsWith(".opf", StringComparison.OrdinalIgnoreCase)
        );

    private static PooledBytes? ReadEntry(ZipDirectory zip, ZipEntry entry, long limit, FindingList findings)
    {
        PooledBytes? bytes = zip.ReadAll(entry, limit, out Finding? finding);
        if (finding is not null)
        {
            findings.Add(finding);
        }

        return bytes;
    }

    private static PackageDocument? Parse(PooledBytes bytes, FindingList findings, CancellationToken cancellationToken)
    {
        XmlOutcome outcome = TolerantXml.Read(
            bytes,
            (XmlReader reader) => PackageParser.Parse(reader, findings, cancellationToken),
            out PackageDocument? package,
            out string? mistake
        );
        switch (outcome)
        {
            case XmlOutcome.Repaired:
                findings.Warn(FindingCodes.EpubPackageRepaired, CleanText.Line(mistake, 200));
                break;
            case XmlOutcome.Malformed:
                findings.Fail(FindingCodes.EpubPackageMalformed, CleanText.Line(mistake, 200));
                break;
            case XmlOutcome.DefinesEntities:
                findings.Fail(FindingCodes.EpubEntitiesRefused);
                break;
        }

        return package;
    }
}
