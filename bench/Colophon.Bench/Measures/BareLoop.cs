using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml;
using Colophon.Formats.Hashing;

namespace Colophon.Bench.Measures;

/// <summary>
/// The limit: what a scan cannot do without. Walk, open, package document, hash and copy of the cover, quick hash, on as
/// many threads as the server reads with; no database, no merge, no service.
/// </summary>
internal sealed class BareLoop(string library, string cache)
{
    private const int QuickHashEnd = 64 * 1024;

    /// <summary>Reads every book once; answers the CPU it took.</summary>
    public TimeSpan Run(CancellationToken cancellationToken)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        Parallel.ForEach(
            Directory.EnumerateFiles(library, "*.epub", SearchOption.AllDirectories),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = BenchSettings.Readers,
                CancellationToken = cancellationToken,
            },
            Read
        );
        self.Refresh();
        return self.TotalProcessorTime - before;
    }

    private void Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        QuickHash(file);
        file.Position = 0;
        using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        var package = PackagePath(archive);
        if (CoverPath(archive, package) is { } cover && archive.GetEntry(cover) is { } entry)
            CopyCover(entry);
    }

    private static void QuickHash(FileStream file)
    {
        var ends = new byte[QuickHashEnd];
        var hash = new XxHash64();
        hash.Append(file.Length);
        hash.Append(ends.AsSpan(0, file.ReadAtLeast(ends, ends.Length, throwOnEndOfStream: false)));
        file.Position = Math.Max(0, file.Length - QuickHashEnd);
        hash.Append(ends.AsSpan(0, file.ReadAtLeast(ends, ends.Length, throwOnEndOfStream: false)));
        _ = hash.Digest();
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

    private void CopyCover(ZipArchiveEntry entry)
    {
        var picture = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(picture);
        File.WriteAllBytes(Path.Combine(cache, Convert.ToHexStringLower(SHA256.HashData(picture))), picture);
    }
}
