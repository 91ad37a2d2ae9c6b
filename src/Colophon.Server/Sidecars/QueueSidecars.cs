using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Sidecars;

/// <summary>
/// Queues a <c>write-sidecar</c> job for each item that a commit changed. What an item is born with is no change: its files
/// say it again whenever they are read, so a first scan writes nothing.
/// </summary>
internal sealed class QueueSidecars : ICommitStep
{
    public void Run(Commit commit)
    {
        var changes = commit.State<CatalogChanges>();
        if (changes.Values.Count == 0 && changes.Edited.Count == 0 && changes.Restored.Count == 0)
            return;
        var items = Kept(changes);
        if (items.Count == 0)
            return;
        var wanted = LibrariesThatWrite(commit, items.Values);
        commit.Insert([
            .. items.Where(item => wanted.Contains(item.Value)).Select(item => Request(item.Key, item.Value)),
        ]);
    }

    /// <summary>Items with their libraries; those of a dry run are only told in the values.</summary>
    private static Dictionary<long, long> Kept(CatalogChanges changes)
    {
        var changed = changes.Values.Select(change => change.Item).Concat(changes.Restored).ToHashSet();
        var items = new Dictionary<long, long>();
        foreach (var item in changes.Items.Where(item => item.Item is { } id && changed.Contains(id)))
            items[item.Item!.Value.Value] = item.Library.Value;
        foreach (var edited in changes.Edited.Where(edited => edited.Touch == ItemTouch.Updated))
            items[edited.Item.Value] = edited.Library.Value;
        return items;
    }

    private static HashSet<long> LibrariesThatWrite(Commit commit, IEnumerable<long> libraries) =>
        [
            .. commit
                .QueryIn(
                    "select id, options from libraries where deleted_at is null and id in (@keys)",
                    row => (Id: row.GetInt64(0), Options: row.GetString(1)),
                    [.. libraries.Distinct().Cast<object>()]
                )
                .Where(library => LibraryOptions.Parse(library.Options).WriteSidecars)
                .Select(library => library.Id),
        ];

    private static JobRequest Request(long item, long library) =>
        JobRequest.For(JobTypes.WriteSidecar, JobQueues.OfLibrary(library), new WriteSidecarData(item)) with
        {
            DedupeKey = $"sidecar:{item}",
            LibraryId = library,
        };
}
