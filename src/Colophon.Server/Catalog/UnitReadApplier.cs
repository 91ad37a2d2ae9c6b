using Colophon.Jobs;

namespace Colophon.Server.Catalog;

/// <summary>
/// Stores readings of units: the one way in which media files become items, for scans and resyncs alike.
/// A group is loaded with one query a table, merged in memory and written with prepared statements.
/// </summary>
public sealed class UnitReadApplier(TimeProvider clock) : IApplier<UnitRead>
{
    public void Apply(IReadOnlyList<Applied<UnitRead>> records, Commit commit)
    {
        foreach (var step in records.GroupBy(applied => applied.Record.Step.Write))
            Rehearsal.Run(commit, step.Key, () => Store([.. step], commit));
    }

    /// <summary>Stores readings outside a job (an inline resync) in the same way.</summary>
    public void Store(IReadOnlyList<Applied<UnitRead>> records, Commit commit)
    {
        if (records.Count == 0)
            return;
        var group = new CatalogGroup(commit, clock);
        group.Load([.. records.Select(applied => applied.Record)]);
        foreach (var applied in records)
            group.Take(applied);
        group.Write();
    }
}
