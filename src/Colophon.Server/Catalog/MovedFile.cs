using Colophon.Jobs;

namespace Colophon.Server.Catalog;

/// <summary>What goes along when a file comes into another item: its pictures and its history.</summary>
internal static class MovedFile
{
    public static void Follow(Commit commit, long itemId, long fileId)
    {
        // A picture that a person chose stays chosen where the item has none of its own that was.
        commit.Run(
            """
            update assets set item_id = @item,
                selected = case when exists (select 1 from assets o where o.item_id = @item and o.type = assets.type and o.selected = 1)
                    then 0 else selected end,
                locked = case when exists (select 1 from assets o where o.item_id = @item and o.type = assets.type and o.selected = 1)
                    then 0 else locked end
            where file_id = @file
            """,
            itemId,
            fileId
        );
        commit.Run("update changes set item_id = @item where file_id = @file", itemId, fileId);
        commit.State<CatalogChanges>().PicturesChanged.Add(new ItemId(itemId));
    }
}
