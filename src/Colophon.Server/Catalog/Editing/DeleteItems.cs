using Colophon.Jobs;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Catalog.Editing;

/// <summary>Body of POST /api/items/bulk/delete: many items into the trash.</summary>
/// <param name="ItemIds">At most 1,000.</param>
/// <param name="Exclude">Whether scans are not to bring them back.</param>
public sealed record BulkDeleteRequest(IReadOnlyList<long> ItemIds, bool? Exclude = null);

/// <param name="Deleted">How many items are in the trash now and were not before.</param>
public sealed record BulkDeleted(int Deleted);

/// <summary>What DELETE of one item does, to many: all of them or, when one may not be touched, none.</summary>
internal static class DeleteItems
{
    public static async Task<Ok<BulkDeleted>> HandleAsync(
        BulkDeleteRequest request,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var places = await NamedItems.FindAsync(database, request.ItemIds, caller, cancellationToken);
        var reason = request.Exclude == true ? TrashReason.Excluded : TrashReason.Deleted;
        var deleted = await database.WriteAsync(
            commit => places.Count(place => Trash.Put(commit, place.ItemId, reason, caller.UserId)),
            cancellationToken
        );
        return TypedResults.Ok(new BulkDeleted(deleted));
    }
}
