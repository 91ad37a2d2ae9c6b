using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Items;

/// <summary>GET, PATCH and DELETE of one item of any kind.</summary>
internal static class ItemCalls
{
    public static async Task<Results<Ok<TDetail>, ApiError>> GetAsync<TKind, TDetail>(
        long id,
        Caller caller,
        IDatabase database,
        HttpResponse response,
        CancellationToken cancellationToken
    )
        where TKind : IItemKind<TDetail>
        where TDetail : class, IItemDetail
    {
        var item = await FindAsync<TKind, TDetail>(database, id, response, cancellationToken);
        if (item is null)
            return ApiErrors.NotFound();
        return caller.Sees(item.LibraryId) ? TypedResults.Ok(item) : ApiErrors.LibraryForbidden();
    }

    /// <summary>The whole thing is answered.</summary>
    public static async Task<Results<Ok<TDetail>, ApiError>> EditAsync<TKind, TDetail, TEdit>(
        long id,
        TEdit edit,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        EditItems edits,
        HttpResponse response,
        CancellationToken cancellationToken
    )
        where TKind : IItemKind<TDetail>
        where TDetail : class, IItemDetail
        where TEdit : IItemEdit<TEdit>
    {
        var place = await PlaceAsync(TKind.Kind, id, caller, database, cancellationToken);
        await edits.EditAsync(place, edit.Fields, seen, caller, cancellationToken);
        return await FindAsync<TKind, TDetail>(database, id, response, cancellationToken) is { } item
            ? TypedResults.Ok(item)
            : ApiErrors.NotFound();
    }

    /// <summary>Into the trash: files stay, and the next scan brings it back unless that is excluded.</summary>
    public static async Task<NoContent> DeleteAsync<TKind, TDetail>(
        long id,
        bool? exclude,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
        where TKind : IItemKind<TDetail>
        where TDetail : class, IItemDetail
    {
        await PlaceAsync(TKind.Kind, id, caller, database, cancellationToken);
        await database.WriteAsync(
            commit =>
            {
                seen.Check(CurrentRevision.Of(commit, id));
                var reason = exclude == true ? TrashReason.Excluded : TrashReason.Deleted;
                return Trash.Put(commit, id, reason, caller.UserId);
            },
            cancellationToken
        );
        return TypedResults.NoContent();
    }

    /// <summary>Sets its tag; null when it is not shown any more.</summary>
    public static async Task<TDetail?> FindAsync<TKind, TDetail>(
        IDatabase database,
        long id,
        HttpResponse response,
        CancellationToken cancellationToken
    )
        where TKind : IItemKind<TDetail>
        where TDetail : class, IItemDetail
    {
        var item = await database.ReadAsync(connection => TKind.FindAsync(connection, id), cancellationToken);
        if (item is not null)
            IfMatch.Tag(response, item.Revision);
        return item;
    }

    private static async Task<ItemPlace> PlaceAsync(
        string kind,
        long id,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    ) =>
        (
            await database.ReadAsync(connection => ItemPlace.OfItemAsync(connection, id, caller), cancellationToken)
        ).OfKind(kind);
}
