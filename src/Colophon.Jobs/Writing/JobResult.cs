using Colophon.Jobs.Working;

namespace Colophon.Jobs.Writing;

/// <summary>How a try ended, from the writer's point of view.</summary>
internal abstract record Ending
{
    /// <summary>The handler's word.</summary>
    internal sealed record Said(JobOutcome Outcome) : Ending;

    /// <summary>The handler threw: nothing it handed over counts.</summary>
    internal sealed record Threw(JobError Error) : Ending;

    /// <summary>The handler stopped because its cancellation was asked for.</summary>
    internal sealed record Stopped : Ending;

    /// <summary>Back to pending at once, the attempt given back: the worker stops, or an applier refused a record.</summary>
    internal sealed record Released : Ending;

    /// <summary>Not the end: a checkpoint. The handler waits for <paramref name="Stored"/>.</summary>
    internal sealed record Checkpoint(string Cursor, TaskCompletionSource<CheckpointAnswer> Stored) : Ending;
}

/// <summary>What became of a checkpoint.</summary>
internal enum CheckpointAnswer
{
    Stored,
    Refused,
}

/// <summary>One thing a reader hands to the writer.</summary>
internal sealed record JobResult(RunningJob Running, Ending Ending, JobEffects Effects)
{
    /// <summary>A guess at the rows it writes, for the size of a group.</summary>
    public int Rows { get; } = 1 + Effects.Records.Count + Effects.Children.Count + Effects.Logs.Count;

    /// <summary>Of a checkpoint: when it was last written, whatever became of the transaction.</summary>
    public DateTimeOffset? WrittenAt { get; set; }

    /// <summary>The store did not answer whether it had committed: what was written then may stand, and must not be written again.</summary>
    public DateTimeOffset? PerhapsStoredAt { get; private set; }

    public void MarkUnsure() => PerhapsStoredAt = WrittenAt ?? PerhapsStoredAt;
}
