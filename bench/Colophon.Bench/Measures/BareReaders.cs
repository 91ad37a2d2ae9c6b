using System.IO.Compression;
using System.Xml;
using Colophon.Formats.Audio;
using Colophon.Formats.Video;

namespace Colophon.Bench.Measures;

/// <summary>The least that can be done to learn what a file says and to take out of it what is copied, by its ending.</summary>
internal static class BareReaders
{
    /// <summary>Files with other endings are met and left alone.</summary>
    public static IReadOnlyDictionary<string, BareReader> ByExtension { get; } =
        new Dictionary<string, BareReader>(StringComparer.OrdinalIgnoreCase)
        {
            [".epub"] = new(BareFile.Hashed, Epub),
            [".cbz"] = new(BareFile.Hashed, Comic),
            [".m4b"] = new(BareFile.Hashed, Audio),
            [".m4a"] = new(BareFile.Hashed, Audio),
            [".mp3"] = new(BareFile.Hashed, Audio),
            [".flac"] = new(BareFile.Hashed, Audio),
            [".mkv"] = new(BareFile.Hashed, Video),
            [".mp4"] = new(BareFile.Hashed, Video),
            [".nfo"] = new(BareFile.Beside, Nfo),
            [".srt"] = new(BareFile.Beside, Whole),
            [".png"] = new(BareFile.Beside, Whole),
            [".jpg"] = new(BareFile.Beside, Whole),
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

    /// <summary>Nor video: what is copied lies beside it.</summary>
    private static byte[]? Video(FileStream file)
    {
        _ = VideoReader.Read(file, CancellationToken.None);
        return null;
    }

    private static byte[]? Nfo(FileStream file)
    {
        using var xml = XmlReader.Create(file);
        while (xml.Read()) { }
        return null;
    }

    private static byte[] Whole(FileStream file)
    {
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
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

/// <summary>Whether a file is an item's own or lies beside one.</summary>
internal enum BareFile
{
    /// <summary>It is told from others by its quick hash.</summary>
    Hashed,
    Beside,
}

/// <param name="Read">Reads it and answers what is copied of it; null when nothing is.</param>
internal sealed record BareReader(BareFile File, Func<FileStream, byte[]?> Read);
