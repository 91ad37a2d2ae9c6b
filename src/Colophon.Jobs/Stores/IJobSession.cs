using System.Data.Common;

namespace Colophon.Jobs.Stores;

/// <summary>
/// A writing connection with the statements that differ by database. All but <see cref="Begin"/> and <see cref="Tidy"/>
/// run inside the open transaction; used by one thread.
/// </summary>
internal interface IJobSession : IDisposable
{
    /// <summary>The connection, open.</summary>
    DbConnection Connection { get; }

    /// <summary>Opens a write transaction.</summary>
    DbTransaction Begin();

    /// <summary>As <see cref="Commit.Run"/>.</summary>
    int Run(string sql, ReadOnlySpan<object?> values);

    /// <summary>As <see cref="Commit.Number"/>.</summary>
    long? Number(string sql, ReadOnlySpan<object?> values);

    /// <summary>The new row's id, or null where the dedupe key is taken.</summary>
    long? Insert(JobRequest request, DateTimeOffset runAt, Schedule schedule, DateTimeOffset now);

    Job? Find(long id);

    /// <summary>Lanes with claimable jobs, by queue and priority, each with its first job.</summary>
    IReadOnlyList<Lane> Lanes(JobLength line);

    /// <summary>Makes the first jobs of a lane this process's, counts the attempt, and answers them in order of id.</summary>
    IReadOnlyList<Job> Claim(Lane lane, int take, string processId, DateTimeOffset now);

    /// <summary>How many jobs could be claimed.</summary>
    long CountWaiting();

    /// <summary>Makes scheduled jobs claimable whose time has come.</summary>
    int Promote(DateTimeOffset now, int limit);

    /// <summary>When the next scheduled job is due; null without one.</summary>
    DateTimeOffset? NextDue();

    /// <summary>Ends a job of this owner. Refused when it is no longer its own, or when its cancellation was asked for and the status is another.</summary>
    bool Close(Fence fence, JobStatus status, JobError? error, DateTimeOffset now);

    /// <summary>Takes a job of this owner back to pending. Refused as in <see cref="Close"/>.</summary>
    bool Requeue(Fence fence, Requeue how, DateTimeOffset now);

    /// <summary>Gives up the ownership of a job in progress. Refused as in <see cref="Close"/>.</summary>
    bool Park(Fence fence, DateTimeOffset now);

    /// <summary>Stores the cursor of a job of this owner; it moved on, so its crashes so far are forgiven. Refused as in <see cref="Close"/>.</summary>
    bool Checkpoint(Fence fence, string cursor, DateTimeOffset now);

    /// <summary>Ends a job that nobody owns: pending or parked, as <paramref name="from"/> says.</summary>
    bool CloseUnowned(long id, JobStatus from, JobStatus status, JobError? error, DateTimeOffset now);

    /// <summary>Notes that the end of a job in progress is wanted.</summary>
    void RequestCancel(long id, DateTimeOffset now);

    /// <summary>The same for all owned jobs that a sweep covers; their ids.</summary>
    IReadOnlyList<long> RequestCancel(Sweep sweep, DateTimeOffset now);

    /// <summary>Failed or cancelled back to pending with attempt 0. False in another state or when its dedupe key is taken by now.</summary>
    bool Reopen(long id, DateTimeOffset now);

    /// <summary>The highest id given to a job so far.</summary>
    long LastJobId();

    void AddSweep(Sweep sweep, DateTimeOffset now);

    /// <summary>Sweeps under way; nearly always none.</summary>
    IReadOnlyList<Sweep> Sweeps();

    void RemoveSweep(long id);

    /// <summary>Waiting and parked jobs that a sweep covers.</summary>
    IReadOnlyList<Job> Unowned(Sweep sweep, int limit);

    int CountLogs(long jobId);

    long InsertLog(long jobId, JobLogLine line);

    /// <summary>Jobs in progress whose owner is dead.</summary>
    IReadOnlyList<Job> Orphans(string processId);

    /// <summary>Takes an orphan back to pending.</summary>
    void Recover(Job orphan, DateTimeOffset runAt, Schedule schedule, DateTimeOffset now);

    /// <summary>Deletes ended jobs and their logs; how many.</summary>
    int Prune(PruneFilter filter, int limit);

    /// <summary>Housekeeping for idle times, outside a transaction.</summary>
    void Tidy();
}

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
