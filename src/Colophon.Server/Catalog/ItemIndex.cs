using Colophon.Jobs;

namespace Colophon.Server.Catalog;

/// <summary>The items that a group of readings may speak of, by id and by what they are known by in their container.</summary>
internal sealed class ItemIndex(Commit commit)
{
    private readonly Dictionary<long, ItemDraft> byId = [];
    private readonly Dictionary<Place, ItemDraft> byPlace = [];

    public IReadOnlyDictionary<long, ItemDraft> ById => byId;

    public void LoadById(IReadOnlyCollection<object> ids)
    {
        foreach (var row in CatalogLoad.ItemsById(commit, ids))
            Remember(row, parent: null);
    }

    /// <summary>Those that the readings name: containers first, and what lies in those that are there already.</summary>
    public void LoadNamed(IReadOnlyList<UnitRead> readings)
    {
        var named = readings
            .SelectMany(reading => reading.Items.Select(item => Named.Of(reading.Unit.Library, item)))
            .SelectMany(item => item.WithParents())
            .ToLookup(item => item.Depth);
        for (var depth = 0; named[depth].Any(); depth++)
        {
            foreach (var group in named[depth].GroupBy(item => (item.Library, item.Kind, Parent: Find(item.Parent))))
            {
                if (depth == 0 || group.Key.Parent is not null)
                    Load(group.Key.Library, group.Key.Kind, group.Key.Parent, group.Select(item => item.Key));
            }
        }
    }

    public ItemDraft? Find(LibraryId library, string kind, ItemDraft? parent, string key) =>
        byPlace.GetValueOrDefault(new Place(library, kind, parent, key));

    /// <summary>The item at a place, made when there is none.</summary>
    public ItemDraft FindOrAdd(LibraryId library, string kind, ItemDraft? parent, string key)
    {
        if (Find(library, kind, parent, key) is { } known)
            return known;
        var draft = new ItemDraft(library, kind, key, row: null) { Parent = parent };
        return byPlace[new Place(library, kind, parent, key)] = draft;
    }

    /// <summary>Has an item known by another key, or in another container. False when that place is taken.</summary>
    public bool TryMove(ItemDraft draft, ItemDraft? parent, string key)
    {
        if (!byPlace.TryAdd(new Place(draft.Library, draft.Kind, parent, key), draft))
            return false;
        byPlace.Remove(new Place(draft.Library, draft.Kind, draft.Parent, draft.IdentityKey));
        (draft.Parent, draft.IdentityKey) = (parent, key);
        return true;
    }

    private void Load(LibraryId library, string kind, ItemDraft? parent, IEnumerable<string> keys)
    {
        object[] wanted = [.. keys.Distinct(StringComparer.Ordinal)];
        foreach (var row in CatalogLoad.ItemsByIdentity(commit, library.Value, kind, parent?.Id ?? 0, wanted))
            Remember(row, parent);
    }

    private void Remember(ItemRow row, ItemDraft? parent)
    {
        if (!byId.TryGetValue(row.Id, out var draft))
        {
            draft = new ItemDraft(new LibraryId(row.LibraryId), row.Kind, row.IdentityKey, row);
            byId[row.Id] = draft;
        }
        // One that was met by its file lies in a container that is not known until a reading names it.
        draft.Parent ??= parent;
        if (row.ParentId is null || parent is not null)
            byPlace[new Place(draft.Library, draft.Kind, draft.Parent, draft.IdentityKey)] = draft;
    }

    private ItemDraft? Find(Named? item) =>
        item is null ? null : Find(item.Library, item.Kind, Find(item.Parent), item.Key);

    private readonly record struct Place(LibraryId Library, string Kind, ItemDraft? Parent, string Key);

    private sealed record Named(LibraryId Library, string Kind, string Key, Named? Parent)
    {
        public int Depth => Parent is null ? 0 : Parent.Depth + 1;

        public static Named Of(LibraryId library, ItemRead item) =>
            new(library, item.Kind, item.IdentityKey, Of(library, item.Parent));

        public IEnumerable<Named> WithParents() => Parent is null ? [this] : [this, .. Parent.WithParents()];

        private static Named? Of(LibraryId library, ContainerRead? container) =>
            container is null
                ? null
                : new(library, container.Kind, container.IdentityKey, Of(library, container.Parent));
    }
}
