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
        {
            var readings = step.Select(applied => new TakenReading(applied.Record, applied.Job.Id, applied.Refuse));
            Rehearsal.Run(commit, step.Key, () => Store([.. readings], commit));
        }
    }

    /// <summary>Stores readings outside a job (an inline resync) in the same way.</summary>
    /// <exception cref="UnitBusyException">One of them was overtaken by another; nothing of it is to be kept.</exception>
    public void Store(IReadOnlyList<UnitRead> readings, Commit commit) =>
        Store([.. readings.Select(reading => new TakenReading(reading, JobId: null, Refuse: null))], commit);

    private void Store(IReadOnlyList<TakenReading> taken, Commit commit)
    {
        if (taken.Count == 0)
            return;
        var group = new CatalogGroup(commit, clock);
        group.Load([.. taken.Select(one => one.Reading)]);
        foreach (var one in taken)
            group.Take(one);
        group.Write();
    }
}
