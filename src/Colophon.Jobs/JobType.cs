namespace Colophon.Jobs;

/// <summary>How a worker claims jobs of a type.</summary>
public enum JobLength
{
    /// <summary>Milliseconds: claimed in batches.</summary>
    Short,

    /// <summary>Seconds to hours: claimed one by one, only as slots free up.</summary>
    Long,

    /// <summary>Waits for the network most of its time: run beside the readers, so many at once a queue that one slow host holds up no other.</summary>
    Network,
}

/// <summary>What a kind of job is: a persisted name and its defaults. Declared once, as a constant of its feature.</summary>
/// <param name="Name">The persisted name, kebab-case (<c>directory-scan</c>). Never a type name.</param>
/// <param name="Priority">1 (urgent) to 10 (idle); lower runs first.</param>
/// <param name="MaxAttempts">Tries before the job is failed; at least 1.</param>
/// <param name="Length">How it is claimed.</param>
public sealed record JobType(string Name, int Priority, int MaxAttempts, JobLength Length = JobLength.Short)
{
    /// <summary>Delay before the second try; doubles with every further one, times 0.75 to 1.25.</summary>
    public TimeSpan BackoffBase { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest delay between two tries.</summary>
    public TimeSpan BackoffCap { get; init; } = TimeSpan.FromMinutes(10);
}
