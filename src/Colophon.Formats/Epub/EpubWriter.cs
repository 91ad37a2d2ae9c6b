using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Colophon.Formats.Text;
using Colophon.Formats.Xml;
using Colophon.Formats.Zip;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Epub;

/// <summary>A picture to be put into a book.</summary>
/// <param name="MediaType"><c>image/jpeg</c>, <c>image/png</c>, ...</param>
/// <param name="Extension">With the dot.</param>
public sealed record EpubCoverPicture(ReadOnlyMemory<byte> Content, string MediaType, string Extension);

/// <summary>
/// Copies an EPUB with other metadata: the package document is rewritten, everything else is taken over as it is packed.
/// The source is only read.
/// </summary>
public static class EpubWriter
{
    private const long ContainerLimit = 1024 * 1024;

    // a tree of it is held in memory; the largest honest ones have a few hundred kilobytes
    private const long PackageLimit = 4 * 1024 * 1024;

    private const string MimeType = "mimetype";

    /// <summary>Writes the copy.</summary>
    /// <param name="cover">Null: the cover stays as it is.</param>
    /// <returns>Null when all went well; else why there is no copy, and the target is to be thrown away.</returns>
    /// <exception cref="OperationCanceledException">It was called off.</exception>
    public static Finding? Copy(
        SafeFileHandle source,
        Stream target,
        PackageMetadata metadata,
        EpubCoverPicture? cover,
        CancellationToken cancellationToken
    )
    {
        Reading<ZipDirectory> archive = ZipDirectory.Read(source, null, cancellationToken);
        if (archive.Value is not { } zip || archive.Fatal is not null)
        {
            return archive.Fatal ?? Fail(FindingCodes.ZipDirectoryDamaged);
        }

        if (PackageEntry(zip, cancellationToken) is not { } entry)
        {
            return Fail(FindingCodes.EpubPackageMissing);
        }

        if (Package(zip, entry, cancellationToken) is not { } package)
        {
            return Fail(FindingCodes.EpubPackageMalformed);
        }

        package.Replace(metadata);
        string? coverName = cover is null ? null : FreeName(zip, entry.Name, cover.Extension);
        if (coverName is not null)
        {
            package.SetCover(coverName[(entry.Name.LastIndexOf('/') + 1)..], cover!.MediaType);
        }

        return Write(zip, entry, package.ToBytes(), target, coverName, cover, cancellationToken);
    }

    private static Finding? Write(
        ZipDirectory zip,
        ZipEntry package,
        byte[] rewritten,
        Stream target,
        string? coverName,
        EpubCoverPicture? cover,
        CancellationToken cancellationToken
    )
    {
        using var directory = new MemoryStream();
        var writer = new ZipWriter(target, directory);
        writer.Add(MimeType, "application/epub+zip"u8, CompressionLevel.NoCompression);
        foreach (ZipEntry entry in zip.Entries)
        {
            if (entry.Name == MimeType)
            {
                continue;
            }

            if (entry == package)
            {
                writer.Add(entry.Name, rewritten, CompressionLevel.Optimal);
            }
            else if (writer.Copy(zip, entry, cancellationToken) is { } finding)
            {
                return finding;
            }
        }

        if (coverName is not null)
        {
            writer.Add(coverName, cover!.Content.Span, CompressionLevel.NoCompression);
        }

        writer.Finish();
        return null;
    }

    private static ZipEntry? PackageEntry(ZipDirectory zip, CancellationToken cancellationToken)
    {
        if (zip.Find(EpubContainer.Path) is not { } container)
        {
            return null;
        }

        using PooledBytes? bytes = zip.ReadAll(container, ContainerLimit, out _);
        string? path = bytes is null ? null : EpubContainer.Package(bytes, cancellationToken);
        return path is { Length: > 0 } ? zip.Find(path) : null;
    }

    private static PackageRewriter? Package(ZipDirectory zip, ZipEntry entry, CancellationToken cancellationToken)
    {
        using PooledBytes? bytes = zip.ReadAll(entry, PackageLimit, out _);
        if (bytes is null)
        {
            return null;
        }

        XmlOutcome outcome = TolerantXml.Read(bytes, Load, out XDocument? document, out _);
        return outcome is XmlOutcome.WellFormed or XmlOutcome.Repaired && document is not null
            ? PackageRewriter.Of(document)
            : null;

        XDocument Load(XmlReader reader)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return XDocument.Load(new BoundedXmlReader(reader), LoadOptions.PreserveWhitespace);
        }
    }

    private static string FreeName(ZipDirectory zip, string package, string extension)
    {
        string folder = package[..(package.LastIndexOf('/') + 1)];
        string name = $"{folder}colophon-cover{CleanText.Line(extension, 8)}";
        for (int number = 2; zip.Find(name) is not null; number++)
        {
            name = $"{folder}colophon-cover-{number}{CleanText.Line(extension, 8)}";
        }

        return name;
    }

    private static Finding Fail(string code) => FindingList.Make(code, FindingSeverity.Fatal);
}
