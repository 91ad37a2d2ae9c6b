namespace Colophon.Jobs;

/// <summary>Where a job stands. Persisted as its number; the order never changes.</summary>
public enum JobStatus
{
    /// <summary>Waiting to be claimed, or scheduled for <c>run_at</c>.</summary>
    Pending = 0,

    /// <summary>Owned by a worker, or parked: in progress without an owner until its children end.</summary>
    InProgress = 1,

    /// <summary>Ended well.</summary>
    Completed = 2,

    /// <summary>Ended badly; its tries are used up. Kept for inspection and retry.</summary>
    Failed = 3,

    /// <summary>Ended by a user's word.</summary>
    Cancelled = 4,
}
