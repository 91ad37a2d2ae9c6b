using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Enrichment;

/// <summary>Puts items into the state in which their enrichment left them.</summary>
internal sealed class EnrichmentEndedApplier : IApplier<EnrichmentEnded>
{
    public void Apply(IReadOnlyList<Applied<EnrichmentEnded>> records, Commit commit)
    {
        foreach (var ended in records.Select(applied => applied.Record))
            if (StateOf(ended.Marks) is { } state)
                Store(commit, ended.Item, state);
    }

    /// <summary>Null: nothing is known of it yet, so it stays as it is.</summary>
    private static string? StateOf(EnrichmentMarks marks) =>
        marks.HasFlag(EnrichmentMarks.Failed) ? ItemStates.EnrichmentFailed
        : marks.HasFlag(EnrichmentMarks.Told) ? ItemStates.Enriched
        : null;

    private static void Store(Commit commit, ItemId item, string state)
    {
        var rows = commit.Query(
            $"select library_id, kind, state from items where id = @id{commit.ForUpdate}",
            row => (Library: new LibraryId(row.GetInt64(0)), Kind: row.GetString(1), State: row.GetString(2)),
            item.Value
        );
        if (rows is not [var row] || row.State == state)
            return;
        commit.Send(
            "update items set state = @state, updated_at = @now where id = @id",
            state,
            commit.Millis(),
            item.Value
        );
        commit.State<CatalogChanges>().Edited.Add(new ItemEdited(row.Library, item, row.Kind, ItemTouch.Updated));
    }
}
