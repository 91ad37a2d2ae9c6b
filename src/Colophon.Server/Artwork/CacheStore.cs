using System.Collections.Concurrent;
using Colophon.Server.Platform.Files;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Artwork;

/// <summary>How a picture came into the cache.</summary>
public enum CacheAction
{
    /// <summary>It was there already, whole.</summary>
    Found,

    /// <summary>A second name for a cache file of the same content.</summary>
    Linked,

    Written,
}

/// <summary>A picture in the cache.</summary>
/// <param name="CachePath">Relative to the data folder, with <c>/</c>.</param>
public sealed record CachedPicture(string CachePath, long Size, CacheAction Action);

/// <summary>
/// The files of the cache: <c>cache/{entity_type}/{entity_id}/{asset_type}_{sha256}.ext</c> below the data folder. A file is
/// whole or absent; one whose size differs from its row counts as absent. Files of the same content share their bytes by
/// hard links among cache files, never with a media file.
/// </summary>
public sealed class CacheStore(string dataFolder)
{
    private const int RecentLimit = 8192;

    private readonly object[] stripes = [.. Enumerable.Range(0, 64).Select(_ => new object())];

    // What was kept a moment ago may not be in the database yet: results are committed in groups.
    private readonly ConcurrentDictionary<string, string> recent = new(StringComparer.Ordinal);

    /// <summary>Takes the bytes of a picture for this slot.</summary>
    public PictureSpool Spool(CacheSlot slot, long expected) => new(expected, () => CreateTemporary(slot));

    /// <summary>Keeps the spooled picture. On return it is at its place; when it throws nothing is left behind.</summary>
    /// <param name="sha256">What <see cref="PictureSpool.Finish"/> said.</param>
    /// <param name="sameContent">Cache paths of other pictures of this content, as the database knows them.</param>
    /// <exception cref="CacheUnwritableException">The folder cannot be written.</exception>
    public CachedPicture Keep(
        PictureSpool spool,
        CacheSlot slot,
        string sha256,
        string extension,
        IEnumerable<string> sameContent
    )
    {
        var path = slot.PathOf(sha256, extension);
        // One at a time for one content, so that the second of two becomes a link.
        lock (stripes[Convert.ToInt32(sha256[..2], 16) % stripes.Length])
        {
            try
            {
                var action = Place(spool, slot, path, Others(sha256, path, sameContent));
                Remember(sha256, path);
                return new CachedPicture(path, spool.Length, action);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                throw new CacheUnwritableException(Full(slot.Folder), refused);
            }
        }
    }

    /// <summary>Removes what this slot's try, or a killed one before it, may have left.</summary>
    public void Sweep(CacheSlot slot)
    {
        var folder = Full(slot.Folder);
        foreach (var entry in FolderReader.List(folder).Entries)
        {
            if (entry.IsFile && slot.IsTemporary(entry.Name))
                UnfinishedFile.Discard(Path.Combine(folder, entry.Name));
        }
    }

    /// <summary>Whether the file is there with the size its row tells.</summary>
    public bool Holds(string cachePath, long size) =>
        FileProbe.Look(Full(cachePath)) is { IsFile: true } look && look.Facts.Size == size;

    /// <summary>Opens a picture of the cache to be served, or null when it counts as absent.</summary>
    public SafeFileHandle? Open(string cachePath, long size) => Holds(cachePath, size) ? Open(cachePath) : null;

    /// <summary>Opens a file of the cache that no row tells of; null when it is not there or leads out of the cache.</summary>
    public SafeFileHandle? Open(string cachePath)
    {
        try
        {
            return RealPath.OpenInside([Full(CacheSlot.Root)], Full(cachePath));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal string Full(string cachePath) => Path.Combine(dataFolder, cachePath);

    private CacheAction Place(PictureSpool spool, CacheSlot slot, string path, IEnumerable<string> others)
    {
        if (Holds(path, spool.Length))
            return CacheAction.Found;
        var target = Full(path);
        var whole = others.Where(other => Holds(other, spool.Length));
        if (whole.Any(other => Link(Full(other), target)))
            return CacheAction.Linked;
        using var file = spool.File is null ? CreateTemporary(slot) : null;
        file?.Write(spool.Head);
        (file ?? spool.File!).Place(target);
        return CacheAction.Written;
    }

    private IEnumerable<string> Others(string sha256, string path, IEnumerable<string> sameContent)
    {
        var known = recent.TryGetValue(sha256, out var last) ? sameContent.Prepend(last) : sameContent;
        return known.Where(other => other != path && other.StartsWith($"{CacheSlot.Root}/", StringComparison.Ordinal));
    }

    private static bool Link(string existing, string target)
    {
        if (HardLink.TryMake(existing, target))
            return true;
        UnfinishedFile.MakeFolderOf(target);
        // Whatever stands there is of the wrong size, so it counts as absent.
        UnfinishedFile.Discard(target);
        return HardLink.TryMake(existing, target);
    }

    private UnfinishedFile CreateTemporary(CacheSlot slot)
    {
        var folder = Full(slot.Folder);
        try
        {
            return UnfinishedFile.Create(Path.Combine(folder, slot.TemporaryName));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CacheUnwritableException(folder, refused);
        }
    }

    private void Remember(string sha256, string path)
    {
        if (recent.Count >= RecentLimit)
            recent.Clear();
        recent[sha256] = path;
    }
}

/// <summary>The cache folder takes no file: read-only, not ours, or the disk is full.</summary>
public sealed class CacheUnwritableException(string folder, Exception inner)
    : Exception($"{folder} cannot be written: {inner.Message}", inner);
