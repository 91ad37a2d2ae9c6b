using Colophon.Jobs;
using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog.Names;

/// <summary>Lets items follow the names they are tied to: their keys, words and, when asked, the ties themselves.</summary>
internal sealed class ItemNames(Commit commit)
{
    private const int Chunk = 512;

    /// <summary>Makes keys and words anew from the names as they are now; the items' values stay.</summary>
    public void Follow(IReadOnlyCollection<long> itemIds, ItemTies ties)
    {
        foreach (var chunk in itemIds.Order().Chunk(Chunk))
        {
            var drafts = Load(chunk);
            var writer = new ItemWriter(commit);
            writer.WriteNames(drafts, ties);
        }
    }

    private IReadOnlyList<ItemDraft> Load(IReadOnlyList<long> itemIds)
    {
        var ids = itemIds.Cast<object>().ToArray();
        var drafts = CatalogLoad
            .ItemsById(commit, ids)
            .Select(row => new ItemDraft(new LibraryId(row.LibraryId), row.Kind, row.IdentityKey, row)
            {
                Shown = Merged.Parse(row.Metadata, row.Sources),
            })
            .ToDictionary(draft => draft.Id);
        var links = CatalogLoad.LinksOfItems(commit, ids);
        var fileIds = links.Select(link => (object)link.FileId).Distinct().ToArray();
        var files = CatalogLoad.FilesById(commit, fileIds).ToDictionary(file => file.Id);
        foreach (var link in links)
        {
            var file = files[link.FileId];
            drafts[link.ItemId].Files[link.FileId] = new DraftFile(file, FileTouch.Kept, link.Place, LinkTouch.Kept)
            {
                Shown = Merged.Parse(file.Metadata, file.Sources),
            };
        }
        return [.. drafts.Values];
    }
}

/// <summary>Whether the rows that tie an item to its names stay or are written anew.</summary>
internal enum ItemTies
{
    Kept,
    Rewritten,
}
