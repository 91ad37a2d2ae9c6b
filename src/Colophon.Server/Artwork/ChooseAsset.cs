using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Artwork;

/// <summary>What a person says of a picture: this one, not this one, this one for good.</summary>
internal static class ChooseAsset
{
    private static readonly HashSet<long> Nothing = [];

    public static Task<Ok<AssetShown>> SelectAsync(
        long id,
        Caller caller,
        IDatabase database,
        ICandidateFetch candidates,
        CancellationToken cancellationToken
    ) => ChangeAsync(id, caller, database, candidates, Select, cancellationToken);

    public static Task<Ok<AssetShown>> LockAsync(
        long id,
        Caller caller,
        IDatabase database,
        ICandidateFetch candidates,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            id,
            caller,
            database,
            candidates,
            (commit, place) =>
            {
                Select(commit, place);
                Marked("locked = 1")(commit, place);
            },
            cancellationToken
        );

    public static Task<Ok<AssetShown>> UnlockAsync(
        long id,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    ) => ChangeAsync(id, caller, database, candidates: null, Marked("locked = 0, selected = 0"), cancellationToken);

    public static async Task<NoContent> RejectAsync(
        long id,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        await ChangeAsync(
            id,
            caller,
            database,
            candidates: null,
            Marked("rejected = 1, selected = 0, locked = 0"),
            cancellationToken
        );
        return TypedResults.NoContent();
    }

    /// <summary>Takes back that it was refused: it is one among the others again, in use only where that follows.</summary>
    public static Task<Ok<AssetShown>> RestoreAsync(
        long id,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    ) => ChangeAsync(id, caller, database, candidates: null, Marked("rejected = 0"), cancellationToken);

    /// <summary>Makes it the one of its kind that a person chose, and the cover where that follows.</summary>
    public static void Select(Commit commit, AssetPlace place)
    {
        commit.Run(
            "update assets set selected = 0, locked = 0 where item_id = @item and type = @type and id <> @id",
            place.ItemId,
            place.Type,
            place.AssetId
        );
        Marked("selected = 1, rejected = 0")(commit, place);
    }

    /// <summary>Chooses the covers anew after a person's word, and tells of it.</summary>
    public static void Settle(Commit commit, AssetPlace place, string kind)
    {
        Covers.Choose(commit, [place.ItemId], Nothing);
        commit
            .State<CatalogChanges>()
            .Edited.Add(
                new ItemEdited(new LibraryId(place.LibraryId), new ItemId(place.ItemId), kind, ItemTouch.Updated)
            );
    }

    private static Action<Commit, AssetPlace> Marked(string values) =>
        (commit, place) =>
            commit.Run($"update assets set {values}, updated_at = @now where id = @id", commit.Millis(), place.AssetId);

    private static async Task<Ok<AssetShown>> ChangeAsync(
        long id,
        Caller caller,
        IDatabase database,
        ICandidateFetch? candidates,
        Action<Commit, AssetPlace> change,
        CancellationToken cancellationToken
    )
    {
        var place = await database.ReadAsync(
            connection => AssetPlace.FindAsync(connection, id, caller),
            cancellationToken
        );
        // What a provider offers is fetched when it is wanted; to refuse it or take that back nothing has to be here.
        if (place is { IsOffered: true, CachePath: null })
        {
            if (candidates is not null)
                await candidates.FetchAsync(id, cancellationToken);
        }
        else if (place.IsAwaited)
            throw ApiErrors.WrongState("This is not in the cache yet; wait for it, or scan again.").AsException();
        await database.WriteAsync(
            commit =>
            {
                change(commit, place);
                Settle(commit, place, KindOf(commit, place.ItemId));
                return true;
            },
            cancellationToken
        );
        var asset = await database.ReadAsync(connection => AssetRows.FindAsync(connection, id), cancellationToken);
        return TypedResults.Ok(asset ?? throw ApiErrors.NotFound().AsException());
    }

    private static string KindOf(Commit commit, long itemId) =>
        commit.Query("select kind from items where id = @id", row => row.GetString(0), itemId)[0];
}
