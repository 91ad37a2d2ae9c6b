using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Colophon.Formats.Xml;
using Colophon.Formats.Zip;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Comic;

/// <summary>
/// Copies a comic in a ZIP archive with other metadata: ComicInfo.xml is rewritten or made, every other entry and the
/// archive's comment are taken over as they are packed. The source is only read.
/// </summary>
public static class ComicWriter
{
    private const string Name = "ComicInfo.xml";

    // a tree of it is held in memory; one of a thousand pages has a hundred kilobytes
    private const long DocumentLimit = 4 * 1024 * 1024;

    /// <summary>Writes the copy.</summary>
    /// <param name="metadata">
    /// All that ComicInfo.xml is to say: null and empty are taken out. There is no place in it for <c>CoverEntry</c>, for
    /// roles it has no element for, for more than one identifier, nor for a direction of what is no manga. CoMet and
    /// ComicBookInfo stay beside it as they are, weaker.
    /// </param>
    /// <returns>Null when all went well; else why there is no copy, and the target is to be thrown away.</returns>
    /// <exception cref="OperationCanceledException">It was called off.</exception>
    public static Finding? Copy(
        SafeFileHandle source,
        Stream target,
        ComicMetadata metadata,
        CancellationToken cancellationToken
    )
    {
        Reading<ZipDirectory> archive = ZipDirectory.Read(source, null, cancellationToken);
        if (archive.Value is not { } zip || archive.Fatal is not null)
        {
            return archive.Fatal ?? FindingList.Make(FindingCodes.ZipDirectoryDamaged, FindingSeverity.Fatal);
        }

        int place = ComicDocuments.InfoOf([.. zip.Entries.Select(entry => entry.Name)]) ?? -1;
        ZipEntry? former = place < 0 ? null : zip.Entries[place];
        ComicInfoWriter info = Info(zip, former, cancellationToken);
        info.Replace(metadata);
        return Write(zip, target, former, info.IsChanged ? info.ToBytes() : null, cancellationToken);
    }

    private static Finding? Write(
        ZipDirectory zip,
        Stream target,
        ZipEntry? former,
        byte[]? document,
        CancellationToken cancellationToken
    )
    {
        using var directory = new MemoryStream();
        var writer = new ZipWriter(target, directory);
        foreach (ZipEntry entry in zip.Entries)
        {
            if (ReferenceEquals(entry, former) && document is not null)
            {
                writer.Add(entry.Name, document, CompressionLevel.Optimal);
            }
            else if (writer.Copy(zip, entry, cancellationToken) is { } finding)
            {
                return finding;
            }
        }

        if (former is null && document is not null)
        {
            writer.Add(Name, document, CompressionLevel.Optimal);
        }

        writer.Finish(zip.Comment.Span);
        return null;
    }

    /// <summary>Of what cannot be read nothing can be kept.</summary>
    private static ComicInfoWriter Info(ZipDirectory zip, ZipEntry? entry, CancellationToken cancellationToken)
    {
        using PooledBytes? bytes = entry is null ? null : zip.ReadAll(entry, DocumentLimit, out _);
        if (bytes is null)
        {
            return ComicInfoWriter.Over(null, null);
        }

        TolerantXml.Read(bytes, Load, out XDocument? document, out _);
        TolerantXml.Read(bytes, reader => ComicXml.Parse(reader, cancellationToken), out ComicXml? said, out _);
        return ComicInfoWriter.Over(document, said);

        XDocument Load(XmlReader reader)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return XDocument.Load(new BoundedXmlReader(reader));
        }
    }
}
