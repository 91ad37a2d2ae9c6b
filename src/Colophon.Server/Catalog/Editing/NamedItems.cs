using Colophon.Jobs;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Catalog.Editing;

/// <summary>The items that a body names.</summary>
internal static class NamedItems
{
    private const int Most = 1000;

    /// <summary>Where they stand, in order of id; a refusal when one may not be touched, so that nothing is done by halves.</summary>
    public static Task<IReadOnlyList<ItemPlace>> FindAsync(
        IDatabase database,
        IReadOnlyList<long> itemIds,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (itemIds.Count is 0 or > Most)
            throw ApiErrors.Validation("item_ids", $"item_ids must name between 1 and {Most} items.").AsException();
        return database.ReadAsync<IReadOnlyList<ItemPlace>>(
            async connection =>
            {
                var found = new List<ItemPlace>(itemIds.Count);
                foreach (var id in itemIds.Distinct().Order())
                    found.Add(await ItemPlace.OfNamedAsync(connection, id, "item_ids", caller));
                return found;
            },
            cancellationToken
        );
    }
}
