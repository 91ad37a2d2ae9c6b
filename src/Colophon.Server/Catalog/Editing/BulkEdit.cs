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
    public static async Task<Ok<BulkEdited>> HandleAsync(
        BulkEditRequest request,
        Caller caller,
        IDatabase database,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var places = await NamedItems.FindAsync(database, request.ItemIds, caller, cancellationToken);
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
}
