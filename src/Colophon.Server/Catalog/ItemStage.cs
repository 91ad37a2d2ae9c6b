using Colophon.Jobs;
using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog;

/// <summary>Finds or makes the items of a group, gathers their evidence, merges and hands them to the writer.</summary>
internal sealed class ItemStage(Commit commit, TimeProvider clock)
{
    private readonly ItemIndex index = new(commit);
    private readonly Dictionary<long, ItemFileRow> linkOfFile = [];
    private readonly List<ItemDraft> drafts = [];
    private readonly HashSet<ItemDraft> touched = [];
    private readonly HashSet<ItemDraft> restored = [];

    public void Load(IReadOnlyList<UnitRead> readings, FileStage files)
    {
        var fileIds = files.Known.Keys.Cast<object>().ToArray();
        foreach (var link in CatalogLoad.LinksOfFiles(commit, fileIds))
            linkOfFile[link.FileId] = link;
        index.LoadById([.. linkOfFile.Values.Select(link => (object)link.ItemId).Distinct()]);
        index.LoadNamed(readings);
        LoadWholeItems(files);
    }

    /// <summary>One item by id, to be changed by hand; null when there is none.</summary>
    public ItemDraft? Open(long itemId, FileStage files) => Open([itemId], files).SingleOrDefault();

    /// <summary>Items by id, in that order, to be changed by hand; without those that are not there.</summary>
    public IReadOnlyList<ItemDraft> Open(IReadOnlyList<long> itemIds, FileStage files)
    {
        index.LoadById([.. itemIds.Cast<object>()]);
        LoadWholeItems(files);
        List<ItemDraft> opened = [.. itemIds.Select(id => index.ById.GetValueOrDefault(id)).OfType<ItemDraft>()];
        opened.ForEach(Touch);
        return opened;
    }

    /// <summary>An item that a person makes; its key must be nobody's.</summary>
    public ItemDraft Add(LibraryId library, string kind, string identityKey)
    {
        var draft = new ItemDraft(library, kind, identityKey, row: null);
        Touch(draft);
        return draft;
    }

    /// <summary>A person puts a file into another item.</summary>
    public void Move(ItemDraft from, ItemDraft to, long fileId, FilePlace place)
    {
        var row = from.Files[fileId].Row;
        MoveEvidence(from, to, fileId);
        to.Files[fileId] = new DraftFile(row, FileTouch.Kept, place, LinkTouch.Moved);
    }

    /// <summary>What an origin said of an item counts no more.</summary>
    public void Forget(ItemDraft draft, EvidenceKey key)
    {
        if (draft.Evidence.Remove(key, out var said) && said.Id is { } id)
            commit.Run("delete from evidence where id = @id", id);
    }

    public void Take(UnitRead reading, long unitId, IReadOnlyList<StoredFile> stored, long? jobId)
    {
        var unit = new TakenUnit(unitId, reading.Unit);
        var taken = new HashSet<ItemDraft>();
        var containers = new Dictionary<ContainerRead, ItemDraft>(ReferenceEqualityComparer.Instance);
        foreach (var item in reading.Items)
        {
            // Of files that a person put elsewhere the reading says nothing but what they say themselves.
            var own = item.Files.Where(file => HeldPlace(stored[file.File].Id) is null).ToList();
            ItemDraft? draft = null;
            if (own.Count > 0 || item.Files.Count == 0)
            {
                var parent = Contain(reading, unit, item.Parent, jobId, containers);
                draft = Find(reading, item, parent, own, stored, taken);
                taken.Add(draft);
                if (!draft.IsContainer)
                    draft.UnitId = unitId;
                draft.WholeUnits.Add(unitId);
                var path = own.Count > 0 ? stored[own[0].File].Row.RelativePath : reading.Unit.RelativePath;
                Meet(draft, reading, jobId, path);
            }
            var homes = new Dictionary<int, ItemDraft>();
            foreach (var file in item.Files)
            {
                var home = Put(reading, unit, draft, stored[file.File], file, reading.Files[file.File]);
                Meet(home, reading, jobId, stored[file.File].Row.RelativePath);
                homes[file.File] = home;
            }
            if (draft is not null)
                TakeBeside(reading, unit, item, own, draft);
            foreach (var asset in item.Assets)
            {
                var owner = asset.File is { } index ? homes[index] : draft;
                owner?.Assets.Add(
                    new DraftAsset(asset.File is { } file ? stored[file].Id : null, asset, reading, unitId, jobId)
                );
            }
        }
    }

    public void Write(FileStage files)
    {
        foreach (var draft in drafts)
            Merge(draft);
        new ItemWriter(commit).Write(drafts);
        commit.State<CatalogChanges>().Restored.AddRange(restored.Select(draft => new ItemId(draft.Id)));
    }

    /// <summary>The other files and all evidence of items that are there already.</summary>
    private void LoadWholeItems(FileStage files)
    {
        var ids = index.ById.Keys.Cast<object>().ToArray();
        var links = CatalogLoad.LinksOfItems(commit, ids);
        files.LoadByIds(links.Select(link => link.FileId));
        foreach (var link in links)
        {
            linkOfFile[link.FileId] = link;
            index.ById[link.ItemId].Files[link.FileId] = new DraftFile(
                files.Known[link.FileId],
                FileTouch.Kept,
                link.Place,
                LinkTouch.Kept
            );
        }
        foreach (var row in CatalogLoad.Evidence(commit, ids))
        {
            index.ById[row.ItemId].Evidence[new EvidenceKey(row.FileId, row.Source, row.Origin)] = new DraftEvidence(
                row.Id,
                row.UnitId,
                EvidenceDocument.Parse(row.Document),
                EvidenceTouch.Kept
            );
        }
    }

    /// <summary>The item its files belong to already; else the one with this identity; else a new one.</summary>
    private ItemDraft Find(
        UnitRead reading,
        ItemRead item,
        ItemDraft? parent,
        IReadOnlyList<ItemFileRead> own,
        IReadOnlyList<StoredFile> stored,
        HashSet<ItemDraft> taken
    )
    {
        foreach (var file in own)
        {
            if (!linkOfFile.TryGetValue(stored[file.File].Id, out var link))
                continue;
            var linked = index.ById[link.ItemId];
            if (linked.Kind != item.Kind || taken.Contains(linked))
                continue;
            // An episode or a track that is there already takes the file in: by its number it is surely the same.
            var isMeant = index.Find(linked.Library, item.Kind, parent, item.IdentityKey) == linked;
            if (!isMeant && parent is not null && IsHeldElsewhere(linked, stored))
                continue;
            if (isMeant || index.TryMove(linked, parent, item.IdentityKey) || parent is null)
                return linked;
        }
        return index.FindOrAdd(reading.Unit.Library, item.Kind, parent, item.IdentityKey);
    }

    /// <summary>Whether files of other units hold an item where it is.</summary>
    /// <param name="stored">The files of this unit.</param>
    private static bool IsHeldElsewhere(ItemDraft item, IReadOnlyList<StoredFile> stored) =>
        item.Files.Any(file =>
            file.Value.Row.MissingSince is null
            && file.Value.Row.UnitId != stored[0].Row.UnitId
            && stored.All(own => own.Id != file.Key)
        );

    /// <summary>The container of an item, with what the unit says of it and of those around it.</summary>
    private ItemDraft? Contain(
        UnitRead reading,
        TakenUnit unit,
        ContainerRead? read,
        long? jobId,
        Dictionary<ContainerRead, ItemDraft> met
    )
    {
        if (read is null)
            return null;
        if (met.TryGetValue(read, out var known))
            return known;
        var parent = Contain(reading, unit, read.Parent, jobId, met);
        var draft = index.FindOrAdd(reading.Unit.Library, read.Kind, parent, read.IdentityKey);
        Meet(draft, reading, jobId, reading.Unit.RelativePath);
        var isRefreshed = reading.Refreshed.Contains(reading.Unit.RelativePath);
        foreach (var offer in read.Offers)
            Observe(draft, fileId: null, offer, unit, isRefreshed);
        return met[read] = draft;
    }

    /// <summary>The place of a file that a person put where it is; null: the scan may say.</summary>
    private FilePlace? HeldPlace(long fileId) =>
        linkOfFile.TryGetValue(fileId, out var link) && link.Place.AssignedBy == AssignedBy.User ? link.Place : null;

    private void Meet(ItemDraft draft, UnitRead reading, long? jobId, string path)
    {
        Touch(draft);
        if (!draft.Readings.Exists(met => ReferenceEquals(met.Reading, reading)))
            draft.Readings.Add((reading, jobId, path));
        draft.Author ??= new ChangeAuthor(reading.UserId, jobId);
    }

    /// <summary>Puts a file into its item and says which that is.</summary>
    /// <param name="draft">The item it was read as part of; null when all of that are held elsewhere.</param>
    private ItemDraft Put(
        UnitRead reading,
        TakenUnit unit,
        ItemDraft? draft,
        StoredFile stored,
        ItemFileRead item,
        FileRead read
    )
    {
        var place = HeldPlace(stored.Id) ?? new FilePlace(item.Role, item.Position, AssignedBy.Scan);
        var touch = LinkTouch.Written;
        if (linkOfFile.TryGetValue(stored.Id, out var link))
        {
            var home = index.ById[link.ItemId];
            if (draft is null || place.AssignedBy == AssignedBy.User)
                draft = home;
            if (home != draft)
            {
                MoveEvidence(home, draft, stored.Id);
                touch = LinkTouch.Moved;
            }
            else if (link.Place == place)
                touch = LinkTouch.Kept;
        }
        draft!.Files[stored.Id] = new DraftFile(stored.Row, stored.Touch, place, touch);
        foreach (var document in read.Documents ?? [])
            Observe(draft, stored.Id, document, unit, reading.Refreshed.Contains(read.RelativePath));
        foreach (var document in read.Beside)
            Observe(draft, stored.Id, document, unit, reading.Refreshed.Contains(read.RelativePath));
        BesideStage.MarkGone(draft, stored.Id, read.Beside, unit);
        if (BesideStage.Restore(draft, stored.Id, read.Edits, draft.Files[stored.Id].Locks))
            restored.Add(draft);
        return draft;
    }

    /// <summary>What is said of the item and none of its files.</summary>
    private void TakeBeside(
        UnitRead reading,
        TakenUnit unit,
        ItemRead item,
        IReadOnlyList<ItemFileRead> own,
        ItemDraft draft
    )
    {
        var isRefreshed = draft.IsContainer
            ? reading.Refreshed.Contains(unit.Address.RelativePath)
            : own.Any(file => reading.Refreshed.Contains(reading.Files[file.File].RelativePath));
        foreach (var document in item.Documents)
            Observe(draft, fileId: null, document, unit, isRefreshed);
        if (item.Findings is { } findings)
            draft.Findings = FileStage.FindingsJson(findings);
        BesideStage.MarkGone(draft, fileId: null, item.Documents, unit);
        if (BesideStage.Restore(draft, fileId: null, item.Edits, draft.Locks))
            restored.Add(draft);
    }

    private static void Observe(ItemDraft draft, long? fileId, DocumentRead document, TakenUnit unit, bool isRefreshed)
    {
        var said = draft.Observe(fileId, document, unit);
        if (isRefreshed)
            draft.Refreshed.Add(said);
    }

    /// <summary>A file that belongs to another item now takes along what was said about it.</summary>
    private void MoveEvidence(ItemDraft from, ItemDraft to, long fileId)
    {
        from.Files.Remove(fileId);
        from.HasLostFiles = true;
        if (!from.IsNew)
            commit.State<CatalogChanges>().PicturesChanged.Add(new ItemId(from.Id));
        foreach (var (key, evidence) in from.Evidence.Where(entry => entry.Key.FileId == fileId).ToList())
        {
            from.Evidence.Remove(key);
            commit.Run("delete from evidence where id = @id", evidence.Id);
            to.Evidence[key] = evidence with { Id = null, Touch = EvidenceTouch.Added };
        }
        Touch(from);
    }

    private void Touch(ItemDraft draft)
    {
        if (touched.Add(draft))
            drafts.Add(draft);
    }

    private void Merge(ItemDraft draft) =>
        DraftMerge.Run(draft, commit.State<ProviderOrders>().Of(commit, draft.Library), clock.GetUtcNow());
}
