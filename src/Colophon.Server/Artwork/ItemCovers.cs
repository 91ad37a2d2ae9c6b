using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Artwork;

/// <summary>Serves the covers of items and the pictures they are chosen from.</summary>
internal sealed class ItemCovers(IDatabase database, CacheStore store, Thumbnails thumbnails)
{
    private const int WidestQuestion = 10_000;

    private const string CoverSql = """
        select i.library_id, i.kind, i.parent_id, a.sha256, a.size, a.width, a.cache_path, a.type, a.origin
        from items i join libraries l on l.id = i.library_id
            left join assets a on a.id = i.cover_asset_id and a.cache_path is not null
        where i.id = @id and l.deleted_at is null
        """;

    private const string AssetSql = """
        select i.library_id, a.sha256, a.size, a.width, case when a.sha256 is null then null else a.cache_path end as cache_path,
            a.type, a.origin
        from assets a join items i on i.id = a.item_id join libraries l on l.id = i.library_id
        where a.id = @id and l.deleted_at is null
        """;

    /// <summary>The cover of an item.</summary>
    public Task<Results<FileStreamHttpResult, ApiError>> ServeAsync(
        long itemId,
        int? width,
        Caller caller,
        CancellationToken cancellationToken
    ) => ServeAsync(CoverSql, itemId, width, caller, cancellationToken);

    /// <summary>Any picture that is kept.</summary>
    public Task<Results<FileStreamHttpResult, ApiError>> ServeAssetAsync(
        long assetId,
        int? width,
        Caller caller,
        CancellationToken cancellationToken
    ) => ServeAsync(AssetSql, assetId, width, caller, cancellationToken);

    private async Task<Results<FileStreamHttpResult, ApiError>> ServeAsync(
        string sql,
        long id,
        int? width,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (width is <= 0 or > WidestQuestion)
            return ApiErrors.Validation("width", $"The width must be from 1 to {WidestQuestion}.");
        var cover = await database.ReadAsync(connection => FindAsync(connection, sql, id), cancellationToken);
        if (cover is null)
            return ApiErrors.NotFound();
        if (caller.LibraryRefusal(cover.LibraryId) is { } refusal)
            return refusal;
        if (cover.CachePath is null)
            return ApiErrors.NotFound("This has no cover.");
        if (!cover.IsPicture)
            return Attached(cover);
        return await SmallAsync(cover, width, cancellationToken) is { } small ? small : Original(cover);
    }

    private static async Task<CoverRow?> FindAsync(DbConnection connection, string sql, long id)
    {
        var cover = await connection.QuerySingleOrDefaultAsync<CoverRow>(sql, new { id });
        if (cover is not { CachePath: null, Kind: { } kind })
            return cover;
        var lenders = await BorrowedCovers.FindAsync(
            connection,
            [
                new ShownItemRow
                {
                    Id = id,
                    Kind = kind,
                    ParentId = cover.ParentId,
                },
            ]
        );
        return lenders.TryGetValue(id, out var lent)
            ? await connection.QuerySingleOrDefaultAsync<CoverRow>(sql, new { id = lent.ItemId })
            : cover;
    }

    private async Task<FileStreamHttpResult?> SmallAsync(
        CoverRow cover,
        int? width,
        CancellationToken cancellationToken
    )
    {
        if (width is not { } asked || Thumbnails.Snap(asked, (int?)cover.Width) is not { } made)
            return null;
        var path = Thumbnails.PathOf(cover.Sha256!, made, Path.GetExtension(cover.CachePath!));
        var file = await thumbnails.OpenAsync(cover.CachePath!, path, made, cancellationToken);
        return file is null ? null : Answer(file, path, $"{cover.Sha256}-{made}");
    }

    private Results<FileStreamHttpResult, ApiError> Original(CoverRow cover) =>
        store.Open(cover.CachePath!, cover.Size!.Value) is { } file
            ? Answer(file, cover.CachePath!, cover.Sha256!)
            : ApiErrors.NotFound("The cover is not in the cache any more; scan the library again with force.");

    /// <summary>
    /// Subtitles and music are for other programs: a browser saves them. Shown, a text that somebody else wrote would be taken for
    /// a page of ours.
    /// </summary>
    private Results<FileStreamHttpResult, ApiError> Attached(CoverRow asset) =>
        store.Open(asset.CachePath!, asset.Size!.Value) is { } file
            ? TypedResults.File(
                new FileStream(file, FileAccess.Read, bufferSize: 0),
                "application/octet-stream",
                Path.GetFileNameWithoutExtension(AssetOrigins.PathOf(asset.Origin!))
                    + Path.GetExtension(asset.CachePath),
                entityTag: new EntityTagHeaderValue($"\"{asset.Sha256}\"")
            )
            : ApiErrors.NotFound("It is not in the cache any more; scan the library again with force.");

    private static FileStreamHttpResult Answer(SafeFileHandle file, string path, string tag) =>
        TypedResults.File(
            new FileStream(file, FileAccess.Read, bufferSize: 0),
            MediaTypeOf(path),
            entityTag: new EntityTagHeaderValue($"\"{tag}\"")
        );

    /// <summary>The extension was given by content when the picture was kept.</summary>
    private static string MediaTypeOf(string path) =>
        Path.GetExtension(path) is ".jpg" ? "image/jpeg" : "image/" + Path.GetExtension(path)[1..];

    private sealed record CoverRow
    {
        public long LibraryId { get; init; }

        /// <summary>Of the item; null where a picture is asked for itself.</summary>
        public string? Kind { get; init; }

        public long? ParentId { get; init; }

        public string? Sha256 { get; init; }

        public long? Size { get; init; }

        public long? Width { get; init; }

        public string? CachePath { get; init; }

        public string? Type { get; init; }

        public string? Origin { get; init; }

        public bool IsPicture => Type is not null && AssetTypes.Pictures.Contains(Type);
    }
}
