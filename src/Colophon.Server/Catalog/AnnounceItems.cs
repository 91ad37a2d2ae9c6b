using Colophon.Jobs;
using Colophon.Server.Platform.Live;

namespace Colophon.Server.Catalog;

/// <summary>Names of the live events of items.</summary>
public static class ItemEvents
{
    public const string ItemChanged = "item:changed";
    public const string LibraryChanged = "library:changed";
}

/// <summary>Payload of <see cref="ItemEvents.ItemChanged"/>.</summary>
/// <param name="Change">added, updated or removed.</param>
public sealed record ItemHasChanged(long ItemId, string Kind, long LibraryId, string Change);

/// <summary>Payload of <see cref="ItemEvents.LibraryChanged"/>: too much changed at once to name each item.</summary>
public sealed record LibraryHasChanged(long LibraryId);

/// <summary>
/// The commit step that tells of items that were edited, read again or enriched. What a scan does is told by its counters.
/// </summary>
internal sealed class AnnounceItems(LiveEvents live, TimeProvider clock) : ICommitStep
{
    private const int MostASecond = 50;
    private readonly Dictionary<long, (long Second, int Told)> pace = [];

    public void Run(Commit commit)
    {
        var changes = commit.State<CatalogChanges>();
        var edited = changes
            .Items.Where(change => change.Step is { Scan: null, Write: CatalogWrite.Keep } && change.Item is not null)
            .Select(change => new ItemEdited(change.Library, change.Item!.Value, change.Kind, change.Touch))
            .Concat(changes.Edited)
            .Distinct()
            .ToList();
        if (edited.Count > 0)
            commit.AfterCommit(() => edited.ForEach(Tell));
    }

    private void Tell(ItemEdited edited)
    {
        var library = edited.Library.Value;
        var second = clock.GetUtcNow().ToUnixTimeSeconds();
        var told = pace.TryGetValue(library, out var last) && last.Second == second ? last.Told + 1 : 1;
        pace[library] = (second, told);
        if (told <= MostASecond)
            live.Publish(
                ItemEvents.ItemChanged,
                library,
                new ItemHasChanged(edited.Item.Value, edited.Kind, library, Name(edited.Touch))
            );
        else if (told == MostASecond + 1)
            live.Publish(ItemEvents.LibraryChanged, library, new LibraryHasChanged(library));
    }

    private static string Name(ItemTouch touch) =>
        touch switch
        {
            ItemTouch.Added => "added",
            ItemTouch.Updated => "updated",
            _ => "removed",
        };
}
