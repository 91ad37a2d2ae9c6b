using Colophon.Jobs;
using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog;

/// <summary>Finds or makes the items of a group, gathers their evidence, merges and hands them to the writer.</summary>
internal sealed class ItemStage(Commit commit, TimeProvider clock)
{
    private readonly Dictionary<long, ItemDraft> byId = [];
    private readonly Dictionary<(long Library, string Kind, string Key), ItemDraft> byKey = [];
    private readonly Dictionary<long, ItemFileRow> linkOfFile = [];
    private readonly List<ItemDraft> drafts = [];
    private readonly HashSet<ItemDraft> touched = [];
    private readonly HashSet<ItemDraft> restored = [];

    public void Load(IReadOnlyList<UnitRead> readings, FileStage files)
    {
        var fileIds = files.Known.Keys.Cast<object>().ToArray();
        foreach (var link in CatalogLoad.LinksOfFiles(commit, fileIds))
            linkOfFile[link.FileId] = link;
        var itemIds = linkOfFile.Values.Select(link => (object)link.ItemId).Distinct().ToArray();
        foreach (var row in CatalogLoad.ItemsById(commit, itemIds))
            Remember(row);
        foreach (var group in readings.GroupBy(reading => reading.Unit.Library))
        {
            foreach (var kind in group.SelectMany(reading => reading.Items).GroupBy(item => item.Kind))
            {
                var keys = kind.Select(item => (object)item.IdentityKey).Distinct().ToArray();
                foreach (var row in CatalogLoad.ItemsByIdentity(commit, group.Key.Value, kind.Key, keys))
                    Remember(row);
            }
        }
        LoadWholeItems(files);
    }

    /// <summary>One item by id, to be changed by hand; null when there is none.</summary>
    public ItemDraft? Open(long itemId, FileStage files) => Open([itemId], files).SingleOrDefault();

    /// <summary>Items by id, in that order, to be changed by hand; without those that are not there.</summary>
    public IReadOnlyList<ItemDraft> Open(IReadOnlyList<long> itemIds, FileStage files)
    {
        foreach (var row in CatalogLoad.ItemsById(commit, [.. itemIds.Cast<object>()]))
            Remember(row);
        LoadWholeItems(files);
        List<ItemDraft> opened = [.. itemIds.Select(id => byId.GetValueOrDefault(id)).OfType<ItemDraft>()];
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

    public void Take(UnitRead reading, long unitId, IReadOnlyList<StoredFile> stored, long? jobId)
    {
        var taken = new HashSet<ItemDraft>();
        foreach (var item in reading.Items)
        {
            // Of files that a person put elsewhere the reading says nothing but what they say themselves.
            var own = item.Files.Where(file => HeldPlace(stored[file.File].Id) is null).ToList();
            ItemDraft? draft = null;
            if (own.Count > 0 || item.Files.Count == 0)
            {
                draft = Find(reading, item, own, stored, taken);
                taken.Add(draft);
                draft.UnitId = unitId;
                draft.IsReadAsWhole = true;
                var path = own.Count > 0 ? stored[own[0].File].Row.RelativePath : reading.Unit.RelativePath;
                Meet(draft, reading, jobId, path);
            }
            var homes = new Dictionary<int, ItemDraft>();
            foreach (var file in item.Files)
            {
                var home = Put(reading, draft, stored[file.File], file, reading.Files[file.File]);
                Meet(home, reading, jobId, stored[file.File].Row.RelativePath);
                homes[file.File] = home;
            }
            if (draft is not null)
                TakeBeside(reading, item, own, draft);
            foreach (var asset in item.Assets)
            {
                var owner = asset.File is { } index ? homes[index] : draft;
                owner?.Assets.Add(
                    new DraftAsset(asset.File is { } file ? stored[file].Id : null, asset, reading, jobId)
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

    private void Remember(ItemRow row)
    {
        if (byId.ContainsKey(row.Id))
            return;
        var draft = new ItemDraft(new LibraryId(row.LibraryId), row.Kind, row.IdentityKey, row);
        byId[row.Id] = draft;
        byKey[(row.LibraryId, row.Kind, row.IdentityKey)] = draft;
    }

    /// <summary>The other files and all evidence of items that are there already.</summary>
    private void LoadWholeItems(FileStage files)
    {
        var ids = byId.Keys.Cast<object>().ToArray();
        var links = CatalogLoad.LinksOfItems(commit, ids);
        files.LoadByIds(links.Select(link => link.FileId));
        foreach (var link in links)
        {
            linkOfFile[link.FileId] = link;
            byId[link.ItemId].Files[link.FileId] = new DraftFile(
                files.Known[link.FileId],
                FileTouch.Kept,
                link.Place,
                LinkTouch.Kept
            );
        }
        foreach (var row in CatalogLoad.Evidence(commit, ids))
        {
            byId[row.ItemId].Evidence[new EvidenceKey(row.FileId, row.Source, row.Origin)] = new DraftEvidence(
                row.Id,
                EvidenceDocument.Parse(row.Document),
                EvidenceTouch.Kept
            );
        }
    }

    /// <summary>The item its files belong to already; else the one with this identity; else a new one.</summary>
    private ItemDraft Find(
        UnitRead reading,
        ItemRead item,
        IReadOnlyList<ItemFileRead> own,
        IReadOnlyList<StoredFile> stored,
        HashSet<ItemDraft> taken
    )
    {
        var key = (reading.Unit.Library.Value, item.Kind, item.IdentityKey);
        foreach (var file in own)
        {
            if (!linkOfFile.TryGetValue(stored[file.File].Id, out var link))
                continue;
            var linked = byId[link.ItemId];
            if (linked.Kind != item.Kind || taken.Contains(linked))
                continue;
            if (linked.IdentityKey != item.IdentityKey && byKey.TryAdd(key, linked))
            {
                byKey.Remove((linked.Library.Value, linked.Kind, linked.IdentityKey));
                linked.IdentityKey = item.IdentityKey;
            }
            return linked;
        }
        if (byKey.TryGetValue(key, out var known))
            return known;
        return byKey[key] = new ItemDraft(reading.Unit.Library, item.Kind, item.IdentityKey, row: null);
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
    private ItemDraft Put(UnitRead reading, ItemDraft? draft, StoredFile stored, ItemFileRead item, FileRead read)
    {
        var place = HeldPlace(stored.Id) ?? new FilePlace(item.Role, item.Position, AssignedBy.Scan);
        var touch = LinkTouch.Written;
        if (linkOfFile.TryGetValue(stored.Id, out var link))
        {
            var home = byId[link.ItemId];
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
            Observe(draft, stored.Id, document, reading.Refreshed.Contains(read.RelativePath));
        foreach (var document in read.Beside)
            Observe(draft, stored.Id, document, reading.Refreshed.Contains(read.RelativePath));
        BesideStage.MarkGone(draft, stored.Id, read.Beside);
        if (BesideStage.Restore(draft, stored.Id, read.Edits, draft.Files[stored.Id].Locks))
            restored.Add(draft);
        return draft;
    }

    /// <summary>What is said of the item and none of its files.</summary>
    private void TakeBeside(UnitRead reading, ItemRead item, IReadOnlyList<ItemFileRead> own, ItemDraft draft)
    {
        var isRefreshed = own.Any(file => reading.Refreshed.Contains(reading.Files[file.File].RelativePath));
        foreach (var document in item.Documents)
            Observe(draft, fileId: null, document, isRefreshed);
        BesideStage.MarkGone(draft, fileId: null, item.Documents);
        if (BesideStage.Restore(draft, fileId: null, item.Edits, draft.Locks))
            restored.Add(draft);
    }

    private static void Observe(ItemDraft draft, long? fileId, DocumentRead document, bool isRefreshed)
    {
        var said = draft.Observe(fileId, document);
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

    private void Merge(ItemDraft draft) => DraftMerge.Run(draft, clock.GetUtcNow());
}
