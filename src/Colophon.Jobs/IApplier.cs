namespace Colophon.Jobs;

/// <summary>
/// Stores the records of one type. Each record type has exactly one applier, in the feature that owns the tables.
/// Called once a group with all its records, in the order their jobs were closed.
/// </summary>
/// <typeparam name="TRecord">A plain record that handlers hand to <see cref="JobContext{TData}.Record"/>.</typeparam>
public interface IApplier<TRecord>
{
    /// <summary>
    /// Writes inside the commit. An exception rolls the whole group back; the engine then redoes it one job at a time,
    /// so that the bad one fails alone.
    /// </summary>
    void Apply(IReadOnlyList<Applied<TRecord>> records, Commit commit);
}

/// <summary>A record and the job that handed it over.</summary>
public readonly record struct Applied<TRecord>(Job Job, TRecord Record)
{
    /// <summary>Called by an applier that refuses the record because the world changed: the job runs again at once, burning no attempt.</summary>
    public Action? Refuse { get; init; }
}

/// <summary>Runs last in every commit, whether it touched jobs or not: counters, phases, announcements.</summary>
public interface ICommitStep
{
    /// <summary>Looks at what the commit did and writes what follows from it. May insert and close jobs; those do not run the steps again.</summary>
    void Run(Commit commit);
}
