using System.Buffers;
using System.Data.Common;
using System.Security.Cryptography;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Artwork.Scrub;

/// <summary>
/// Rows against their files. The size of every file is asked each time; its bytes are read through once in
/// <see cref="Cycle"/> days, so that a hundred thousand pictures do not keep the disk busy each night.
/// </summary>
internal sealed class ScrubRows(CacheStore store, IDatabase database, JobContext<LibraryJobData> context)
{
    /// <summary>Days.</summary>
    public const int Cycle = 30;

    private const int Page = 500;
    private const int ReadLength = 128 * 1024;

    private readonly long today = context.Clock.GetUtcNow().ToUnixTimeSeconds() / 86_400 % Cycle;

    /// <summary>Looks at the next page of rows and hands over what was found.</summary>
    public async Task<ScrubCursor> NextAsync(ScrubCursor cursor, CancellationToken cancellationToken)
    {
        var page = await RowsAsync("id > @last", cursor.LastAsset, cancellationToken);
        var lost = new Dictionary<long, CachedRow>();
        foreach (var row in page)
        {
            cancellationToken.ThrowIfCancellationRequested();
            cursor = cursor with { Looked = cursor.Looked + 1, LastAsset = row.AssetId };
            if (lost.ContainsKey(row.AssetId))
                continue;
            var state = Look(row);
            if (state == CacheFileState.Whole && row.AssetId % Cycle == today)
            {
                state = Read(row, cancellationToken);
                cursor = cursor with { Read = cursor.Read + 1 };
                // Files of the same content mostly share their bytes.
                if (state == CacheFileState.Lost)
                    foreach (var same in await SameContentAsync(row, cancellationToken))
                        lost[same.AssetId] = same;
            }
            if (state == CacheFileState.Lost)
                lost[row.AssetId] = row;
            else if (state == CacheFileState.Unclear)
                cursor = cursor with { Unclear = cursor.Unclear + 1 };
        }
        foreach (var row in lost.Values)
            cursor = await GiveUpAsync(row, cursor, cancellationToken);
        return cursor with { RowsAreDone = page.Count < Page };
    }

    /// <summary>What is there but is not what it was must go first: another of its content would be linked to it.</summary>
    private async Task<ScrubCursor> GiveUpAsync(CachedRow row, ScrubCursor cursor, CancellationToken cancellationToken)
    {
        if (FileProbe.Look(store.Full(row.CachePath)).IsFile)
            UnfinishedFile.Discard(store.Full(row.CachePath));
        context.Record(new AssetLost(row.AssetId, row.ItemId, row.CachePath));
        var again = await database.ReadAsync(
            connection => Task.FromResult(LostAsset.Again(connection, row.AssetId)),
            cancellationToken
        );
        if (again is not null)
            context.Enqueue(again);
        else
            context.Log(
                JobLogLevel.Warn,
                $"{row.CachePath} is lost, and what it was made from is not there. Upload it again, or scan when the disk is back."
            );
        return cursor with { Lost = cursor.Lost + 1, Queued = cursor.Queued + (again is null ? 0 : 1) };
    }

    private CacheFileState Look(CachedRow row) =>
        FileProbe.Look(store.Full(row.CachePath)) switch
        {
            { State: PathState.Missing } => CacheFileState.Lost,
            { State: PathState.Present } look => look.IsFile && look.Facts.Size == row.Size
                ? CacheFileState.Whole
                : CacheFileState.Lost,
            _ => CacheFileState.Unclear,
        };

    private CacheFileState Read(CachedRow row, CancellationToken cancellationToken)
    {
        using var file = store.Open(row.CachePath);
        if (file is null)
            return CacheFileState.Unclear;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(ReadLength);
        try
        {
            long at = 0;
            int length;
            while ((length = RandomAccess.Read(file, buffer, at)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, length);
                at += length;
            }
            return Convert.ToHexStringLower(hash.GetHashAndReset()) == row.Sha256
                ? CacheFileState.Whole
                : CacheFileState.Lost;
        }
        catch (IOException)
        {
            // A sector that cannot be read is as good as lost, but a disk that is going away is not: the next run knows more.
            return CacheFileState.Unclear;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<List<CachedRow>> SameContentAsync(CachedRow row, CancellationToken cancellationToken)
    {
        var same = await RowsAsync("sha256 = @sha256", row.Sha256, cancellationToken);
        return same.FindAll(other =>
            Look(other) == CacheFileState.Whole && Read(other, cancellationToken) == CacheFileState.Lost
        );
    }

    private Task<List<CachedRow>> RowsAsync(string condition, object value, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
                Task.FromResult(
                    connection.Rows(
                        $"""
                        select id, item_id, cache_path, size, sha256 from assets
                        where {condition} and cache_path is not null and sha256 is not null order by id limit {Page}
                        """,
                        CachedRow.From,
                        value
                    )
                ),
            cancellationToken
        );

    private enum CacheFileState
    {
        Whole,
        Lost,
        Unclear,
    }

    private sealed record CachedRow(long AssetId, long ItemId, string CachePath, long? Size, string Sha256)
    {
        public static CachedRow From(DbDataReader row) =>
            new(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.LongOrNull(3), row.GetString(4));
    }
}
