using System.Data.Common;
using Colophon.Jobs.Stores;
using Microsoft.Extensions.Logging;

namespace Colophon.Jobs.Writing;

/// <summary>The one <see cref="Commit"/>: store-independent, over a session's statements.</summary>
internal sealed partial class JobCommit(JobSession session, DbTransaction transaction, DateTimeOffset now) : Commit
{
    private const int LogCap = 1_000;

    /// <summary>Kept free for the failures of later tries, which must not be lost to a chatty handler.</summary>
    private const int LogReserve = 20;

    public override DbConnection Connection => session.Connection;

    public override DbTransaction Transaction => transaction;

    public override DateTimeOffset Now => now;

    public JobSession Session => session;

    /// <summary>Jobs whose running handler is to be stopped once this is durable.</summary>
    public List<long> ToStop { get; } = [];

    /// <summary>Whether a sweep was started that must be carried on.</summary>
    public SweepState Sweeping { get; private set; }

    /// <summary>Whether jobs became claimable, now or later.</summary>
    public Queued Queued { get; set; }

    private readonly List<Job> closedByStep = [];
    private readonly List<Job> insertedByStep = [];
    private readonly List<StoredLogLine> loggedByStep = [];
    private bool inStep;

    public override string ForUpdate => session.ForUpdate;

    public override void LockMigrations() => session.LockMigrations();

    public override int Run(string sql, params ReadOnlySpan<object?> values) => session.Run(sql, values);

    public override void Send(string sql, params ReadOnlySpan<object?> values) => session.Send(sql, values);

    public override long? NewId(string sql, params ReadOnlySpan<object?> values) => session.NewId(sql, values);

    public override long? Number(string sql, params ReadOnlySpan<object?> values) => session.Number(sql, values);

    public override IReadOnlyList<long?> Insert(IReadOnlyList<JobRequest> requests)
    {
        var ids = new long?[requests.Count];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = Insert(requests[i]);
        return ids;
    }

    public override Job? Find(long jobId) => session.Find(jobId);

    public override Job? RequestCancel(long jobId)
    {
        var job = session.Find(jobId);
        if (job?.Status == JobStatus.Pending)
        {
            Ended(job, JobStatus.Pending, JobStatus.Cancelled, error: null);
            return AsEnded(job, JobStatus.Cancelled, error: null);
        }
        if (job?.Status != JobStatus.InProgress)
            return job;
        session.RequestCancel(jobId, now);
        ToStop.Add(jobId);
        return job with { CancelRequestedAt = job.CancelRequestedAt ?? now, UpdatedAt = now };
    }

    public override bool CloseParked(long jobId, JobStatus status, JobError? error) =>
        session.Find(jobId) is { } job && Ended(job, JobStatus.InProgress, status, error);

    public override void CloseScan(long scanId, JobStatus status, JobError? error) =>
        Start(new Sweep(0, scanId, null, session.LastJobId(), status, error));

    public override void CloseLibrary(long libraryId, JobStatus status, JobError? error) =>
        Start(new Sweep(0, null, libraryId, session.LastJobId(), status, error));

    public override bool Reopen(long jobId)
    {
        if (!session.Reopen(jobId, now))
            return false;
        Queued = Queued.Some;
        return true;
    }

    public override void Log(long jobId, JobLogLevel level, string message, string? data = null) =>
        Log(jobId, [new JobLogLine(level, message, data, now)], LogReserve);

    public override int Prune(PruneFilter filter, int limit) => session.Prune(filter, limit);

    /// <summary>Ends a job that nobody owns, and notes it.</summary>
    public bool Ended(Job job, JobStatus from, JobStatus status, JobError? error)
    {
        if (!session.CloseUnowned(job.Id, from, status, error, now))
            return false;
        NoteClosed(AsEnded(job, status, error));
        return true;
    }

    public void NoteClosed(Job job) => (inStep ? closedByStep : Closed).Add(job);

    /// <summary>Runs the steps: also when no job was touched, as a write may have left something for them in <see cref="Commit.State{T}"/>.</summary>
    public void RunSteps(IReadOnlyList<ICommitStep> steps)
    {
        foreach (var step in steps)
        {
            // A step that closes a job while it goes through Closed must not trip over its own addition.
            inStep = true;
            step.Run(this);
            inStep = false;
            Closed.AddRange(closedByStep);
            Inserted.AddRange(insertedByStep);
            Logged.AddRange(loggedByStep);
            closedByStep.Clear();
            insertedByStep.Clear();
            loggedByStep.Clear();
        }
    }

    /// <summary>The job as its row stands after it was ended.</summary>
    public Job AsEnded(Job job, JobStatus status, JobError? error) =>
        job with
        {
            Status = status,
            Error = error,
            ProcessId = null,
            DedupeKey = job.ScanId is null ? null : job.DedupeKey,
            UpdatedAt = now,
            FinishedAt = now,
        };

    /// <summary>Adds what a handler said.</summary>
    public void Log(long jobId, IReadOnlyList<JobLogLine> lines) => Log(jobId, lines, LogReserve);

    /// <summary>A failed try is a line of the log, whatever else the handler said.</summary>
    public void LogFailure(Job job, JobError error) =>
        Log(
            job.Id,
            [new JobLogLine(JobLogLevel.Error, error.Message, FailedAttempt.Write(job.Attempt, error.Code), now)],
            reserve: 0
        );

    /// <summary>Tells who wanted to know. The commit is durable: what goes wrong here must not look like a failed write.</summary>
    public void AnnounceDurable(ILogger logger)
    {
        try
        {
            Announce();
        }
        catch (Exception e)
        {
            LogAnnouncement(logger, e);
        }
    }

    private long? Insert(JobRequest request)
    {
        var runAt = request.RunAt is { } later && later > now ? later : now;
        var schedule = runAt > now ? Schedule.Later : Schedule.Now;
        if (session.Insert(request, runAt, schedule, now) is not { } id)
            return null;
        (inStep ? insertedByStep : Inserted).Add(Row(id, request, runAt));
        Queued = Queued.Some;
        return id;
    }

    private Job Row(long id, JobRequest request, DateTimeOffset runAt) =>
        new(
            Id: id,
            Type: request.Type.Name,
            Queue: request.Queue,
            Status: JobStatus.Pending,
            Priority: request.Priority ?? request.Type.Priority,
            DedupeKey: request.DedupeKey,
            Payload: request.Payload,
            Cursor: null,
            LibraryId: request.LibraryId,
            ScanId: request.ScanId,
            ParentId: request.ParentId,
            RetryOf: request.RetryOf,
            Attempt: 0,
            MaxAttempts: request.Type.MaxAttempts,
            CrashCount: 0,
            RunAt: runAt,
            ProcessId: null,
            CancelRequestedAt: null,
            Error: null,
            CreatedAt: now,
            UpdatedAt: now,
            StartedAt: null,
            FinishedAt: null
        );

    private void Start(Sweep sweep)
    {
        // First the running jobs: one whose result another node is just storing is waited for, and its children have ids by then.
        ToStop.AddRange(session.RequestCancel(sweep, now));
        session.AddSweep(sweep with { LastJobId = session.LastJobId() }, now);
        Sweeping = SweepState.Started;
    }

    private void Log(long jobId, IReadOnlyList<JobLogLine> lines, int reserve)
    {
        if (lines.Count == 0)
            return;
        var room = LogCap - reserve - session.CountLogs(jobId);
        foreach (var line in lines.Take(room))
            (inStep ? loggedByStep : Logged).Add(new StoredLogLine(session.InsertLog(jobId, line), jobId, line));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An announcement of a commit failed")]
    private static partial void LogAnnouncement(ILogger logger, Exception error);
}

/// <summary>Whether a commit started a sweep.</summary>
internal enum SweepState
{
    None,
    Started,
}

/// <summary>Whether a commit made jobs claimable.</summary>
internal enum Queued
{
    None,
    Some,
}
