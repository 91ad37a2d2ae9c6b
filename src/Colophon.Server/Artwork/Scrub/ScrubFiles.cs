using Colophon.Jobs;
using Colophon.Server.Platform.Files;
using Dapper;

namespace Colophon.Server.Artwork.Scrub;

/// <summary>
/// Files against rows: what no row refers to goes when it is a day old. Younger files may be about to be told of; so may links,
/// which are as old as what they were made from, and therefore the folder's age counts too.
/// </summary>
internal sealed class ScrubFiles(CacheStore store, IDatabase database, DateTimeOffset now)
{
    private const int FoldersAtOnce = 200;
    private const int HashesAtOnce = 500;
    private const int HashLength = 64;

    private static readonly TimeSpan SafeAge = TimeSpan.FromDays(1);

    private readonly long oldBefore = (now - SafeAge).ToUnixTimeMilliseconds() * 1_000_000;

    /// <summary>The folders with files in them, relative to the data folder, some at a time.</summary>
    public IEnumerable<IReadOnlyList<string>> Folders() =>
        FolderNames
            .In(store.Full(CacheSlot.Root))
            .SelectMany(kind =>
                FolderNames
                    .In(store.Full($"{CacheSlot.Root}/{kind}"))
                    .Select(folder => $"{CacheSlot.Root}/{kind}/{folder}")
                    .Chunk(FoldersAtOnce)
            );

    /// <summary>How many files were removed.</summary>
    public async Task<long> SweepAsync(IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        // Asked before anything is removed: a folder is as young as the last change in it.
        var settled = folders.Where(IsSettled).ToHashSet(StringComparer.Ordinal);
        var settledFiles = folders.SelectMany(folder => SettledFiles(folder, settled.Contains(folder))).ToList();
        var known = await KnownAsync(
            [.. settledFiles.Select(file => file.Sha256).OfType<string>().Distinct()],
            cancellationToken
        );
        long removed = 0;
        foreach (
            var file in settledFiles.Where(file => !known.Contains(file.IsThumbnail ? file.Sha256 ?? "" : file.Path))
        )
            removed += Try(() => UnfinishedFile.Discard(store.Full(file.Path)));
        foreach (var folder in settled)
            FolderNames.RemoveEmpty(store.Full(folder));
        return removed;
    }

    private IEnumerable<SettledFile> SettledFiles(string folder, bool isSettled)
    {
        var isOfThumbnails = folder.StartsWith($"{Thumbnails.Folder}/", StringComparison.Ordinal);
        if (!isOfThumbnails && !isSettled)
            return [];
        return FolderReader
            .List(store.Full(folder))
            .Entries.Where(entry => entry.IsFile && entry.Form == NameForm.Utf8 && entry.Facts.ModifiedNs < oldBefore)
            .Select(entry => new SettledFile($"{folder}/{entry.Name}", HashIn(entry.Name), isOfThumbnails));
    }

    private bool IsSettled(string folder) =>
        FileProbe.Look(store.Full(folder)) is { IsFolder: true } look && look.Facts.ModifiedNs < oldBefore;

    /// <summary><c>cover_{sha256}.jpg</c> and <c>{sha256}_320.webp</c>; null for what is being made, or is none of ours.</summary>
    private static string? HashIn(string name) =>
        name.StartsWith('.')
            ? null
            : name.Split('_', '.')
                .FirstOrDefault(part => part.Length == HashLength && part.All(char.IsAsciiHexDigitLower));

    /// <summary>Cache paths and hashes that rows refer to.</summary>
    private Task<HashSet<string>> KnownAsync(IReadOnlyList<string> hashes, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var known = new HashSet<string>(StringComparer.Ordinal);
                foreach (var some in hashes.Chunk(HashesAtOnce))
                {
                    var rows = await connection.QueryAsync<(string Path, string Sha256)>(
                        "select cache_path, sha256 from assets where sha256 in @some and cache_path is not null",
                        new { some }
                    );
                    foreach (var (path, sha256) in rows)
                    {
                        known.Add(path);
                        known.Add(sha256);
                    }
                }
                return known;
            },
            cancellationToken
        );

    /// <summary>1 when it was done. What the disk refuses today is tried again tomorrow.</summary>
    private static int Try(Action remove)
    {
        try
        {
            remove();
            return 1;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <param name="Sha256">That its name says.</param>
    private sealed record SettledFile(string Path, string? Sha256, bool IsThumbnail);
}
