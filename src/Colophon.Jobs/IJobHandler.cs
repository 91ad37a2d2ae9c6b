namespace Colophon.Jobs;

/// <summary>
/// Runs one kind of job. It reads files or the network and returns plain records through the context;
/// it never writes the database. It runs on a reader thread and may block it, except for a job of <see cref="JobLength.Network"/>, which may not.
/// Outside effects (files) must be idempotent: the job runs again after a crash.
/// </summary>
/// <typeparam name="TData">The payload's type.</typeparam>
public interface IJobHandler<TData>
{
    /// <summary>
    /// Does the work. A thrown <see cref="OperationCanceledException"/> of <paramref name="cancellationToken"/> means the job
    /// was cancelled, lost or the worker stops; any other exception counts as <see cref="JobOutcome.Retry"/> with code <c>fault</c>.
    /// </summary>
    Task<JobOutcome> RunAsync(JobContext<TData> context, CancellationToken cancellationToken);
}

/// <summary>How a try ended.</summary>
public abstract record JobOutcome
{
    private JobOutcome() { }

    /// <summary>Ended well.</summary>
    public static JobOutcome Done { get; } = new DoneOutcome();

    /// <summary>Stays in progress without an owner until a commit closes it with <see cref="Commit.CloseParked"/>.</summary>
    public static JobOutcome Parked { get; } = new ParkedOutcome();

    /// <summary>Runs again at <paramref name="until"/>; burns no attempt.</summary>
    public static JobOutcome Snooze(DateTimeOffset until) => new SnoozeOutcome(until);

    /// <summary>Runs again after a backoff, or is failed when its tries are used up.</summary>
    public static JobOutcome Retry(JobError error) => new RetryOutcome(error);

    /// <summary>Failed for good; trying again cannot help.</summary>
    public static JobOutcome Dead(JobError error) => new DeadOutcome(error);

    /// <summary>See <see cref="Done"/>.</summary>
    public sealed record DoneOutcome : JobOutcome;

    /// <summary>See <see cref="Parked"/>.</summary>
    public sealed record ParkedOutcome : JobOutcome;

    /// <summary>See <see cref="Snooze"/>.</summary>
    public sealed record SnoozeOutcome(DateTimeOffset Until) : JobOutcome;

    /// <summary>See <see cref="Retry"/>.</summary>
    public sealed record RetryOutcome(JobError Error) : JobOutcome;

    /// <summary>See <see cref="Dead"/>.</summary>
    public sealed record DeadOutcome(JobError Error) : JobOutcome;
}

/// <summary>How loud a line of a job's log is. Persisted as its number.</summary>
public enum JobLogLevel
{
    /// <summary>For whoever looks for a fault.</summary>
    Debug = 0,

    /// <summary>What was done.</summary>
    Info = 1,

    /// <summary>Something a person may want to mend.</summary>
    Warn = 2,

    /// <summary>A failed try.</summary>
    Error = 3,
}
