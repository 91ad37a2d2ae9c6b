using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Publishing;

/// <summary>
/// Queues a <c>publish</c> job for each item of which a commit changed a value or a picture in use, when its library is published.
/// What an item is born with is no change.
/// </summary>
internal sealed class QueuePublishing(PublishedItems items) : ICommitStep
{
    public void Run(Commit commit)
    {
        var changed = ChangedBy(commit.State<CatalogChanges>());
        if (changed.Count == 0 || LibrariesThatPublish(commit) is not { Count: > 0 } libraries)
            return;
        var found = commit.QueryIn(
            "select id, library_id, kind from items where missing_since is null and id in (@keys)",
            row => (Id: row.GetInt64(0), Library: row.GetInt64(1), Kind: row.GetString(2)),
            [.. changed.Order().Cast<object>()]
        );
        commit.Insert([
            .. found
                .Where(item => libraries.Contains(item.Library) && items.Knows(item.Kind))
                .Distinct()
                .Select(item => PublishRequests.OfItem(item.Library, item.Id)),
        ]);
    }

    /// <summary>Not those of a dry run, whose values are told too.</summary>
    private static HashSet<long> ChangedBy(CatalogChanges changes)
    {
        var values = changes.Values.Select(change => change.Item).Concat(changes.Restored).ToHashSet();
        return
        [
            .. changes
                .Items.Where(item => item.Item is { } id && values.Contains(id))
                .Select(item => item.Item!.Value.Value),
            .. changes.Edited.Where(edited => edited.Touch == ItemTouch.Updated).Select(edited => edited.Item.Value),
            .. changes.Repainted.Select(item => item.Value),
        ];
    }

    private static HashSet<long> LibrariesThatPublish(Commit commit) =>
        [
            .. commit
                .Query(
                    "select id, options from libraries where deleted_at is null",
                    row => (Id: row.GetInt64(0), Options: row.GetString(1))
                )
                .Where(library => LibraryOptions.Parse(library.Options).PublishedFor is not null)
                .Select(library => library.Id),
        ];
}
