using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Enrichment.Pictures;

/// <summary>The pictures that a provider offers for an item.</summary>
internal static class ProviderOffers
{
    /// <summary>Drops them when they are of something else than the item, also those in use; what a person chose stays.</summary>
    public static void Drop(Commit commit, long itemId, string provider)
    {
        var dropped = commit.Run(
            """
            delete from assets
            where item_id = @item and source = @provider and file_id is null and selected = 0 and locked = 0
            """,
            itemId,
            provider
        );
        if (dropped == 0)
            return;
        var changes = commit.State<CatalogChanges>();
        changes.PicturesChanged.Add(new ItemId(itemId));
        changes.Repainted.Add(new ItemId(itemId));
    }
}
