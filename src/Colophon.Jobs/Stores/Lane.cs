namespace Colophon.Jobs.Stores;

/// <summary>Whether a pending job may be claimed now or waits for its time.</summary>
internal enum Schedule
{
    Now = 0,
    Later = 1,
}

/// <summary>The jobs of one queue that share a priority, and the first of them.</summary>
internal readonly record struct Lane(JobLength Line, string Queue, int Priority, long FirstId);

/// <summary>What must still hold for a result to count: this try, by this worker.</summary>
internal readonly record struct Fence(long JobId, int Attempt, string ProcessId);

/// <summary>How a job goes back to pending.</summary>
internal readonly record struct Requeue(DateTimeOffset RunAt, Schedule Schedule, int Attempt, JobError? Error);

/// <summary>The closing of all open jobs of a scan, or of a library outside scans, up to an id.</summary>
internal sealed record Sweep(long Id, long? ScanId, long? LibraryId, long LastJobId, JobStatus Status, JobError? Error)
{
    public bool Covers(Job job) =>
        job.Id <= LastJobId
        && (ScanId is { } scan ? job.ScanId == scan : job.ScanId is null && job.LibraryId == LibraryId);
}
