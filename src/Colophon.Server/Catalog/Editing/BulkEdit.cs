using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Catalog.Editing;

/// <summary>Body of POST /api/items/bulk: one edit on many items.</summary>
/// <param name="ItemIds">At most 1,000.</param>
/// <param name="Set">Values that replace: <c>{"language": "en"}</c>; null clears.</param>
/// <param name="Add">Entries added to lists: <c>{"tags": ["to read"]}</c>.</param>
/// <param name="Remove">Entries taken out of lists.</param>
/// <param name="Lock">Fields to lock afterwards.</param>
public sealed record BulkEditRequest(
    IReadOnlyList<long> ItemIds,
    JsonElement? Set = null,
    JsonElement? Add = null,
    JsonElement? Remove = null,
    IReadOnlyList<string>? Lock = null
);

/// <param name="Updated">How many items now say something else.</param>
public sealed record BulkEdited(int Updated);

/// <summary>The same edit on many items, all of them or, when one may not be touched, none.</summary>
internal static class BulkEdit
{
    private const int Most = 1000;

    public static async Task<Ok<BulkEdited>> HandleAsync(
        BulkEditRequest request,
        Caller caller,
        IDatabase database,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (request.ItemIds.Count is 0 or > Most)
            throw ApiErrors.Validation("item_ids", $"item_ids must name between 1 and {Most} items.").AsException();
        var ids = request.ItemIds.Distinct().Order().ToList();
        var places = await database.ReadAsync(
            async connection =>
            {
                var found = new List<ItemPlace>(ids.Count);
                foreach (var id in ids)
                    found.Add(await PlaceAsync(connection, id, caller));
                return found;
            },
            cancellationToken
        );
        var edits = places
            .Select(place => place.Kind)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(kind => kind, kind => ListEdits.Of(kind, request), StringComparer.Ordinal);
        var updated = await database.WriteAsync(
            commit =>
            {
                var author = new ChangeAuthor(caller.UserId, JobId: null);
                foreach (var place in places)
                {
                    var edit = ItemEdit.Open(commit, clock, place.Target, author);
                    edits[place.Kind].Apply(edit);
                    edit.Close();
                }
                return commit.State<CatalogChanges>().Values.Select(change => change.Item).Distinct().Count();
            },
            cancellationToken
        );
        return TypedResults.Ok(new BulkEdited(updated));
    }

    /// <summary>An id in a body that does not exist is a wrong body, not an address where nothing is.</summary>
    private static async Task<ItemPlace> PlaceAsync(System.Data.Common.DbConnection connection, long id, Caller caller)
    {
        try
        {
            return await ItemPlace.OfItemAsync(connection, id, caller);
        }
        catch (ApiErrorException refusal) when (refusal.Error.Status == StatusCodes.Status404NotFound)
        {
            throw ApiErrors.Validation("item_ids", $"There is no item {id}.").AsException();
        }
    }
}
