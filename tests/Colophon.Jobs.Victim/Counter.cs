namespace Colophon.Jobs.Victim;

/// <summary>Moves the counters.</summary>
internal sealed class Counter : IApplier<Counted>
{
    public void Apply(IReadOnlyList<Applied<Counted>> records, Commit commit)
    {
        foreach (var group in records.GroupBy(r => r.Record.What, StringComparer.Ordinal))
            Schema.Add(commit, group.Key, group.Count());
    }
}

/// <summary>Something that must be counted exactly once.</summary>
internal sealed record Counted(string What);
