using System.IO.Compression;
using System.Xml;
using Colophon.Formats.Audio;

namespace Colophon.Bench.Measures;

/// <summary>The least that can be done to learn what a file says and to take its cover out, a kind each.</summary>
internal static class BareReaders
{
    /// <summary>By the folder of a made library.</summary>
    public static IReadOnlyDictionary<string, Func<FileStream, byte[]?>> ByKind { get; } =
        new Dictionary<string, Func<FileStream, byte[]?>>(StringComparer.Ordinal)
        {
            ["books"] = Epub,
            ["comics"] = Comic,
            ["audiobooks"] = Audio,
        };

    private static byte[]? Epub(FileStream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var package = PackagePath(archive);
        return CoverPath(archive, package) is { } cover && archive.GetEntry(cover) is { } entry ? Bytes(entry) : null;
    }

    private static byte[]? Comic(FileStream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.GetEntry("ComicInfo.xml") is { } info)
        {
            using var xml = XmlReader.Create(info.Open());
            while (xml.Read()) { }
        }
        var pages = archive.Entries.Where(entry => entry.Name.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase));
        return pages.MinBy(entry => entry.FullName, StringComparer.Ordinal) is { } first ? Bytes(first) : null;
    }

    /// <summary>No framework reads audio files, so this is our own reader and nothing around it.</summary>
    private static byte[]? Audio(FileStream file)
    {
        if (AudioReader.Read(file, CancellationToken.None).Value?.Cover is not { } cover)
            return null;
        using var picture = new MemoryStream((int)cover.Size);
        return AudioPictures.Copy(file.SafeFileHandle, cover, picture, int.MaxValue, CancellationToken.None) is null
            ? picture.ToArray()
            : null;
    }

    private static string PackagePath(ZipArchive archive)
    {
        using var xml = XmlReader.Create(archive.GetEntry("META-INF/container.xml")!.Open());
        return xml.ReadToFollowing("rootfile")
            ? xml.GetAttribute("full-path")!
            : throw new InvalidDataException("no package");
    }

    private static string? CoverPath(ZipArchive archive, string package)
    {
        string? named = null;
        string? cover = null;
        var pictures = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = XmlReader.Create(archive.GetEntry(package)!.Open());
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            if (xml.LocalName == "meta" && xml.GetAttribute("name") == "cover")
                named = xml.GetAttribute("content");
            if (xml.LocalName == "item" && xml.GetAttribute("properties") == "cover-image")
                cover = xml.GetAttribute("href");
            else if (xml.LocalName == "item")
                pictures[xml.GetAttribute("id")!] = xml.GetAttribute("href")!;
        }
        cover ??= named is null ? null : pictures.GetValueOrDefault(named);
        return cover is null ? null : Path.Combine(Path.GetDirectoryName(package)!, cover);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        var picture = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(picture);
        return picture;
    }
}
