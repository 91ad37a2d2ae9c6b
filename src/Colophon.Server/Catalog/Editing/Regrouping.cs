using Colophon.Jobs;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Catalog.Editing;

/// <summary>
/// Which files are one item, by a person's word: merge, split, and either taken back. Written by the same stages as a scan,
/// which leaves such files where they are. What is said of an item as a whole stays with that item, also when it is emptied.
/// </summary>
internal sealed class Regrouping(Commit commit, TimeProvider clock, ChangeAuthor author)
{
    private readonly FileStage files = new(commit);
    private readonly ItemStage stage = new(commit, clock);

    /// <summary>All files of the others become files of the item.</summary>
    public void Merge(long itemId, IReadOnlyList<long> others)
    {
        var opened = stage.Open([itemId, .. others], files);
        if (opened.Count <= others.Count)
            throw ApiErrors.NotFound().AsException();
        var kept = opened[0];
        foreach (var other in opened.Skip(1))
            Move(other, kept, InOrder(other), file => FilePlaces.Among(kept.Files.Values, file));
        stage.Write(files);
    }

    /// <summary>
    /// Some files of an item become an item of their own: the one they came from when that waits emptied in the trash, else a
    /// new one.
    /// </summary>
    /// <returns>The id of that item.</returns>
    public long Split(long itemId, IReadOnlyList<long> fileIds)
    {
        var former = FormerHome(itemId, fileIds);
        var opened = stage.Open(former is null ? [itemId] : [itemId, former.ItemId], files);
        var from = opened[0];
        CheckChoice(from, fileIds);
        var chosen = InOrder(from).Where(file => fileIds.Contains(file.Row.Id)).ToList();
        var to = former is null
            // A key that no reading of files makes, and that no other split of this item has.
            ? stage.Add(from.Library, from.Kind, $"split:{itemId}:{CurrentRevision.Of(commit, itemId)}")
            : opened[1];
        Move(from, to, chosen, file => former?.PlaceOf(file.Row.Id) ?? FilePlaces.Apart(chosen, file));
        stage.Write(files);
        return to.Id;
    }

    /// <summary>Files go back to where they were before they were moved to the item.</summary>
    public UndoneChange TakeBack(long itemId, FilesFrom gathered)
    {
        var opened = stage.Open([itemId, gathered.ItemId], files);
        if (opened.Count < 2 || opened[1].Row!.Excluded != 0)
            throw ApiErrors
                .Conflict("changed_since", $"“{gathered.Title}” is gone for good, so nothing can go back to it.")
                .AsException();
        var moved = gathered.Files.Select(file => opened[0].Files.GetValueOrDefault(file.FileId)).ToList();
        if (moved.Contains(null))
            throw UndoChange.ChangedSince();
        Move(opened[0], opened[1], moved.OfType<DraftFile>(), file => gathered.PlaceOf(file.Row.Id)!);
        stage.Write(files);
        return new UndoneChange(opened[0].IsEmptied ? gathered.ItemId : itemId, FileId: null);
    }

    private static List<DraftFile> InOrder(ItemDraft item) =>
        [.. item.Files.Values.OrderBy(file => file.Place.Position).ThenBy(file => file.Row.Id)];

    private void Move(ItemDraft from, ItemDraft to, IEnumerable<DraftFile> moved, Func<DraftFile, FilePlace> placeOf)
    {
        var all = moved.ToList();
        var title = Merged.Parse(from.Row!.Metadata, from.Row.Sources).Text(Fields.Title) ?? "";
        to.Gathered.Add(
            new FilesFrom(from.Id, title, [.. all.Select(file => new FileBefore(file.Row.Id, file.Place))])
        );
        foreach (var file in all)
            stage.Move(from, to, file.Row.Id, placeOf(file));
        from.Author = to.Author = author;
    }

    private static void CheckChoice(ItemDraft from, IReadOnlyList<long> fileIds)
    {
        foreach (var id in fileIds)
            if (from.Files.GetValueOrDefault(id)?.Row.MissingSince is not null || !from.Files.ContainsKey(id))
                throw ApiErrors.Validation("file_ids", $"File {id} is none of this book's.").AsException();
        if (from.Files.Values.All(file => file.Row.MissingSince is not null || fileIds.Contains(file.Row.Id)))
            throw ApiErrors
                .Conflict("last_file", "A book keeps at least one file: these are all it has.")
                .AsException();
    }

    /// <summary>The merge that brought the files here, when the item they came from has nothing else and can be had back.</summary>
    private FilesFrom? FormerHome(long itemId, IReadOnlyList<long> fileIds)
    {
        var came = commit
            .Query(
                """
                select files_from from changes where item_id = @id and files_from is not null and undone_at is null
                order by id desc
                """,
                row => FilesFrom.Parse(row.GetString(0)),
                itemId
            )
            .Find(gathered => fileIds.Any(id => gathered.PlaceOf(id) is not null));
        return came is not null && fileIds.All(id => came.PlaceOf(id) is not null) && IsEmptied(came.ItemId)
            ? came
            : null;
    }

    private bool IsEmptied(long itemId) =>
        commit.Number(
            """
            select 1 from items where id = @id and missing_since is not null and excluded = 0
                and not exists (select 1 from item_files l where l.item_id = items.id)
            """,
            itemId
        )
            is not null;
}
