using System.Security.Cryptography;
using Colophon.Formats.Pictures;
using Colophon.Server.Artwork;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Tests.Artwork;

/// <summary>A data folder of its own with a store over it.</summary>
internal sealed class CacheFolder : IDisposable
{
    public CacheFolder() => Store = new CacheStore(Data);

    public string Data { get; } = RealPath.Of(Directory.CreateTempSubdirectory("colophon-cache-").FullName)!;

    public CacheStore Store { get; private set; }

    /// <summary>A store that remembers nothing, as after a restart.</summary>
    public void Restart() => Store = new CacheStore(Data);

    public static CacheSlot Slot(long item = 12, int attempt = 1) => new("book", item, "cover", item + 500, attempt);

    public CachedPicture Keep(byte[] picture, CacheSlot slot, params string[] sameContent)
    {
        using var spool = Store.Spool(slot, picture.Length);
        foreach (var part in picture.Chunk(100_000))
            spool.Write(part);
        return Store.Keep(spool, slot, spool.Finish(), PictureFacts.Sniff(picture)!.Extension, sameContent);
    }

    public string Full(string path) => Path.Combine(Data, path);

    public FileIdentity Identity(string path) => FileProbe.Look(Full(path)).Facts.Identity;

    public string Place(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllBytes(Full(path), content);
        return Full(path);
    }

    /// <summary>Every file below the data folder, relative, in byte order.</summary>
    public IReadOnlyList<string> Files() =>
        [
            .. Directory
                .GetFiles(Data, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Data, path))
                .Order(StringComparer.Ordinal),
        ];

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public void Dispose() => Directory.Delete(Data, recursive: true);
}
