using System.Data.Common;

namespace Colophon.Jobs;

/// <summary>
/// One open write transaction. Appliers, commit steps and user writes see the database through it and nothing else.
/// It is used by one thread and ends when the delegate it was given to returns.
/// </summary>
public abstract class Commit
{
    private readonly Dictionary<Type, object> states = [];
    private readonly List<Action> announcements = [];

    /// <summary>The writing connection, inside <see cref="Transaction"/>.</summary>
    public abstract DbConnection Connection { get; }

    /// <summary>The open transaction; give it to every command.</summary>
    public abstract DbTransaction Transaction { get; }

    /// <summary>The commit's one time.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Jobs claimed for their first or a further try in this commit.</summary>
    public List<Job> Started { get; } = [];

    /// <summary>Jobs really closed in this commit (completed, failed or cancelled), as their rows stand now.</summary>
    public List<Job> Closed { get; } = [];

    /// <summary>Jobs really inserted in this commit.</summary>
    public List<Job> Inserted { get; } = [];

    /// <summary>Log lines stored in this commit, by job, with their ids.</summary>
    public List<StoredLogLine> Logged { get; } = [];

    /// <summary>Until the end of the transaction no other node runs migrations.</summary>
    public abstract void LockMigrations();

    /// <summary>Stands at the end of a select of rows that this transaction is going to change; empty where only one writes at a time.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Runs a statement and tells how many rows it changed. Each text is prepared once for the life of the connection.</summary>
    /// <param name="sql">Its parameters are named, <c>@like_this</c>.</param>
    /// <param name="values">One a name, in the order in which the names first stand in the text.</param>
    public abstract int Run(string sql, params ReadOnlySpan<object?> values);

    /// <summary>
    /// Runs a statement of which nobody needs to know how many rows it changed. Where the database is far away it is sent with those
    /// after it, at the latest before the next statement that answers; what it did wrong is told then.
    /// </summary>
    public abstract void Send(string sql, params ReadOnlySpan<object?> values);

    /// <summary>
    /// Runs an insert of one row and tells its <c>id</c>; null when it says <c>on conflict do nothing</c> and nothing was done.
    /// It must not say <c>returning</c>, nor <c>do update</c>.
    /// </summary>
    public abstract long? NewId(string sql, params ReadOnlySpan<object?> values);

    /// <summary>As <see cref="Run"/> for a statement that answers one number (a count); null when it answers nothing.</summary>
    public abstract long? Number(string sql, params ReadOnlySpan<object?> values);

    /// <summary>A bag of this commit's own, made on first use: how an applier hands figures to a commit step.</summary>
    public TState State<TState>()
        where TState : new()
    {
        if (!states.TryGetValue(typeof(TState), out var state))
            states[typeof(TState)] = state = new TState();
        return (TState)state;
    }

    /// <summary>Runs once the transaction is committed, never when it is rolled back. Must be quick and must not throw.</summary>
    public void AfterCommit(Action announcement) => announcements.Add(announcement);

    /// <summary>Inserts jobs; the answer has the id of each, or null where its dedupe key is taken.</summary>
    public abstract IReadOnlyList<long?> Insert(IReadOnlyList<JobRequest> requests);

    /// <summary>The job as its row stands in this transaction, or null.</summary>
    public abstract Job? Find(long jobId);

    /// <summary>
    /// Asks for the end of a job: a pending one is cancelled at once; of one in progress <c>cancel_requested_at</c> is set and,
    /// when a worker of this process runs it, its token fires after the commit. An ended job is left alone.
    /// </summary>
    public abstract Job? RequestCancel(long jobId);

    /// <summary>Closes a parked job (in progress without an owner). False when it is not parked.</summary>
    public abstract bool CloseParked(long jobId, JobStatus status, JobError? error);

    /// <summary>
    /// Ends every open job of a scan: running ones are asked to stop, waiting ones are closed as <paramref name="status"/> by a sweeper
    /// in chunks after this commit; their commits run the steps too. From this commit on none of them is claimed, and a late result is refused.
    /// Jobs inserted after the call are not touched. The sweep is a row of its own: it goes on after a restart by itself.
    /// A running job ends as cancelled, a parked one as <paramref name="status"/>.
    /// </summary>
    public abstract void CloseScan(long scanId, JobStatus status, JobError? error);

    /// <summary>Ends the open jobs of a library outside scans in the same way (a deleted library).</summary>
    public abstract void CloseLibrary(long libraryId, JobStatus status, JobError? error);

    /// <summary>Takes an ended failed or cancelled job back to pending with attempt 0. False when it is in another state.</summary>
    public abstract bool Reopen(long jobId);

    /// <summary>Adds a line to a job's log outside a handler.</summary>
    public abstract void Log(long jobId, JobLogLevel level, string message, string? data = null);

    /// <summary>
    /// Deletes ended jobs that <paramref name="filter"/> names and their logs, at most <paramref name="limit"/>; how many there were.
    /// Call it in chunks (<see cref="Pruning.PruneAsync"/>): a transaction should not exceed some 2,000 rows.
    /// </summary>
    public abstract int Prune(PruneFilter filter, int limit);

    /// <summary>Called by the engine after the transaction is durable.</summary>
    protected void Announce()
    {
        foreach (var announcement in announcements)
            announcement();
    }
}

/// <summary>A log line with its id, as stored.</summary>
public sealed record StoredLogLine(long Id, long JobId, JobLogLine Line);
