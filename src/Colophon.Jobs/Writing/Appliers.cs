namespace Colophon.Jobs.Writing;

/// <summary>All appliers by the type of record they store.</summary>
internal sealed class Appliers
{
    private readonly List<RecordBatch> batches;
    private readonly Dictionary<Type, int> byType = [];

    public Appliers(IEnumerable<RecordBatch> registered)
    {
        batches = [.. registered];
        for (var i = 0; i < batches.Count; i++)
        {
            if (!byType.TryAdd(batches[i].RecordType, i))
                throw new InvalidOperationException($"{batches[i].RecordType} has two appliers.");
        }
    }

    /// <summary>Applies the records, type by type in order of registration; the jobs an applier refused.</summary>
    public IReadOnlyCollection<long> Apply(IReadOnlyList<(Job Job, object Record)> records, Commit commit)
    {
        if (records.Count == 0)
            return [];
        var byApplier = new List<(Job, object)>?[batches.Count];
        foreach (var entry in records)
        {
            if (!byType.TryGetValue(entry.Record.GetType(), out var applier))
                throw new InvalidOperationException($"No applier stores {entry.Record.GetType()}.");
            (byApplier[applier] ??= []).Add(entry);
        }
        var refused = new HashSet<long>();
        for (var i = 0; i < byApplier.Length; i++)
        {
            if (byApplier[i] is { } entries)
                batches[i].Apply(entries, commit, refused);
        }
        return refused;
    }
}

/// <summary>One applier, without its record type in the signature.</summary>
internal abstract class RecordBatch
{
    public abstract Type RecordType { get; }

    public abstract void Apply(IReadOnlyList<(Job Job, object Record)> records, Commit commit, ISet<long> refused);
}

/// <inheritdoc/>
internal sealed class RecordBatch<TRecord>(IApplier<TRecord> applier) : RecordBatch
{
    public override Type RecordType => typeof(TRecord);

    public override void Apply(IReadOnlyList<(Job Job, object Record)> records, Commit commit, ISet<long> refused)
    {
        var typed = new Applied<TRecord>[records.Count];
        for (var i = 0; i < typed.Length; i++)
        {
            var job = records[i].Job;
            typed[i] = new Applied<TRecord>(job, (TRecord)records[i].Record) { Refuse = () => refused.Add(job.Id) };
        }
        applier.Apply(typed, commit);
    }
}
