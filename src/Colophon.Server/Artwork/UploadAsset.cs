using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Artwork;

/// <summary>A picture that a person gives: checked by its content, kept in the cache, chosen at once.</summary>
internal sealed class UploadAsset(CacheStore store, IDatabase database)
{
    private const int ReadLength = 64 * 1024;

    /// <summary>POST /api/items/{id}/assets, multipart with <c>type</c> and <c>file</c>.</summary>
    public async Task<Created<AssetShown>> HandleAsync(
        long id,
        string type,
        IFormFile file,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!AssetTypes.Pictures.Contains(type))
            throw ApiErrors
                .Validation("type", $"type must be one of {string.Join(", ", AssetTypes.Pictures)}.")
                .AsException();
        var place = await database.ReadAsync(
            connection => ItemPlace.OfItemAsync(connection, id, caller),
            cancellationToken
        );
        await using var content = file.OpenReadStream();
        var asset = await KeepAsync(place, fileId: null, type, "upload", content, cancellationToken);
        return TypedResults.Created($"/api/assets/{asset.Id}/image", asset);
    }

    /// <summary>Keeps a picture of the person's choice as the item's.</summary>
    /// <param name="origin">What it was taken from, without the content's hash.</param>
    public async Task<AssetShown> KeepAsync(
        ItemPlace place,
        long? fileId,
        string type,
        string origin,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var slot = new CacheSlot(place.Kind, place.ItemId, type, Random.Shared.NextInt64(), Attempt: 1);
        using var spool = store.Spool(slot, expected: 0);
        await FillAsync(spool, content, cancellationToken);
        var (facts, failure) = PictureSource.Look(spool, "What was sent");
        if (facts is null)
            throw ApiErrors.Validation("file", Sentence(failure!)).AsException();
        var sha256 = spool.Finish();
        var kept = store.Keep(spool, slot, sha256, facts.Extension, []);
        var picture = new KeptPicture(sha256, kept.Size, facts.Width!.Value, facts.Height!.Value, kept.CachePath);
        var id = await database.WriteAsync(
            commit => Store(commit, place, fileId, type, $"{origin}:{sha256[..16]}", picture),
            cancellationToken
        );
        var asset = await database.ReadAsync(connection => AssetRows.FindAsync(connection, id), cancellationToken);
        return asset ?? throw ApiErrors.NotFound().AsException();
    }

    private static string Sentence(JobOutcome failure) =>
        failure is JobOutcome.DeadOutcome dead ? dead.Error.Message : "This is no picture.";

    private static async Task FillAsync(PictureSpool spool, Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[ReadLength];
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
                spool.Write(buffer.AsSpan(0, read));
        }
        catch (PictureTooLargeException)
        {
            throw ApiErrors
                .TooLarge($"A picture may have at most {PictureSpool.Limit / 1024 / 1024} MB.")
                .AsException();
        }
    }

    private static long Store(
        Commit commit,
        ItemPlace place,
        long? fileId,
        string type,
        string origin,
        KeptPicture picture
    )
    {
        var id = commit
            .Number(
                """
                insert into assets (item_id, file_id, type, source, origin, width, height, size, sha256, cache_path, created_at, updated_at)
                values (@item, @file, @type, @source, @origin, @width, @height, @size, @sha256, @path, @now, @now)
                on conflict (item_id, coalesce(file_id, 0), type, source, origin)
                    do update set cache_path = excluded.cache_path, rejected = 0, updated_at = excluded.updated_at
                returning id
                """,
                place.ItemId,
                fileId,
                type,
                Sources.Manual,
                origin,
                picture.Width,
                picture.Height,
                picture.Size,
                picture.Sha256,
                picture.CachePath,
                commit.Millis()
            )!
            .Value;
        var asset = new AssetPlace(id, place.ItemId, place.LibraryId, type, picture.CachePath);
        ChooseAsset.Select(commit, asset);
        ChooseAsset.Settle(commit, asset, place.Kind);
        return id;
    }

    private sealed record KeptPicture(string Sha256, long Size, long Width, long Height, string CachePath);
}
