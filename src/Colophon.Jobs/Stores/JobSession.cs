using System.Data.Common;

namespace Colophon.Jobs.Stores;

/// <summary>
/// A writing connection with the statements of the job tables; what differs by database is abstract. All but <see cref="Begin"/>
/// and <see cref="Tidy"/> run inside the open transaction; used by one thread. Tables are first touched when asked for, so
/// that migrations can run before.
/// </summary>
internal abstract partial class JobSession : IDisposable
{
    protected const string Columns =
        "id, type, queue, status, priority, dedupe_key, payload, cursor, library_id, scan_id, parent_id, retry_of, attempt, "
        + "max_attempts, crash_count, run_at, process_id, cancel_requested_at, error, created_at, updated_at, started_at, finished_at";

    /// <summary>What must hold of a row for its owner's word to count; ?1 id, ?2 attempt, ?3 owner.</summary>
    private const string Fenced = "where id = ?1 and attempt = ?2 and process_id = ?3 and status = 1";

    /// <summary>No row is of this time.</summary>
    private const long Never = -1;

    private readonly Dictionary<string, IStatement> statements = new(StringComparer.Ordinal);

    /// <summary>The connection, open.</summary>
    public abstract DbConnection Connection { get; }

    /// <summary>Added to a select whose rows this transaction is going to write; empty where one transaction writes at a time.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>The same for rows that may be left to another node when it holds them.</summary>
    protected abstract string SkipLocked { get; }

    /// <summary>The time of a commit, cut to what a row can hold.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>As <see cref="Commit.LockMigrations"/>.</summary>
    public abstract void LockMigrations();

    /// <summary>Opens a write transaction.</summary>
    public abstract DbTransaction Begin();

    /// <summary>As <see cref="Commit.Run"/>.</summary>
    public int Run(string sql, ReadOnlySpan<object?> values) => Prepared(sql).BindAll(values).Execute();

    /// <summary>As <see cref="Commit.Send"/>.</summary>
    public virtual void Send(string sql, ReadOnlySpan<object?> values) => Run(sql, values);

    /// <summary>Sends what still waits; call it before a transaction is committed.</summary>
    public virtual void Flush() { }

    /// <summary>As <see cref="Commit.Number"/>.</summary>
    public long? Number(string sql, ReadOnlySpan<object?> values) => Prepared(sql).BindAll(values).Number();

    /// <summary>As <see cref="Commit.NewId"/>.</summary>
    public long? NewId(string sql, ReadOnlySpan<object?> values) => PreparedInsert(sql).BindAll(values).NewId();

    /// <summary>The new row's id, or null where the dedupe key is taken.</summary>
    public long? Insert(JobRequest request, DateTimeOffset runAt, Schedule schedule, DateTimeOffset now) =>
        PreparedInsert(
                "insert into jobs (type, queue, status, priority, dedupe_key, payload, library_id, scan_id, parent_id, retry_of, "
                    + "max_attempts, run_at, created_at, updated_at, line, scheduled) "
                    + "values (?1, ?2, 0, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12, ?13, ?14) "
                    + "on conflict (dedupe_key) where dedupe_key is not null do nothing"
            )
            .Bind(request.Type.Name)
            .Bind(request.Queue)
            .Bind(request.Priority ?? request.Type.Priority)
            .BindOrNull(request.DedupeKey)
            .Bind(request.Payload)
            .BindOrNull(request.LibraryId)
            .BindOrNull(request.ScanId)
            .BindOrNull(request.ParentId)
            .BindOrNull(request.RetryOf)
            .Bind(request.Type.MaxAttempts)
            .Bind(runAt.ToUnixTimeMilliseconds())
            .Bind(now.ToUnixTimeMilliseconds())
            .Bind((long)request.Type.Length)
            .Bind((long)schedule)
            .NewId();

    public Job? Find(long id) => Jobs(Prepared($"select {Columns} from jobs where id = ?1").Bind(id)).FirstOrDefault();

    /// <summary>Ends a job of this owner. Refused when it is no longer its own, or when its cancellation was asked for and the status is another.</summary>
    public bool Close(Fence fence, JobStatus status, JobError? error, DateTimeOffset now) =>
        Owned(
                "update jobs set status = ?4, error = ?5, updated_at = ?6, finished_at = ?6, process_id = null, "
                    + "released_key = case when scan_id is null then dedupe_key end, "
                    + $"dedupe_key = case when scan_id is not null then dedupe_key end {Fenced} "
                    + "and (?4 = 4 or cancel_requested_at is null)",
                fence
            )
            .Bind((long)status)
            .BindOrNull(ErrorJson.Write(error))
            .Bind(now.ToUnixTimeMilliseconds())
            .Execute() == 1;

    /// <summary>Takes a job of this owner back to pending. Refused as in <see cref="Close"/>.</summary>
    public bool Requeue(Fence fence, Requeue how, DateTimeOffset now) =>
        Owned(
                "update jobs set status = 0, run_at = ?4, scheduled = ?5, attempt = ?6, error = ?7, updated_at = ?8, "
                    + $"process_id = null {Fenced} and cancel_requested_at is null",
                fence
            )
            .Bind(how.RunAt.ToUnixTimeMilliseconds())
            .Bind((long)how.Schedule)
            .Bind(how.Attempt)
            .BindOrNull(ErrorJson.Write(how.Error))
            .Bind(now.ToUnixTimeMilliseconds())
            .Execute() == 1;

    /// <summary>Gives up the ownership of a job in progress. Refused as in <see cref="Close"/>.</summary>
    public bool Park(Fence fence, DateTimeOffset now) =>
        Owned($"update jobs set process_id = null, updated_at = ?4 {Fenced} and cancel_requested_at is null", fence)
            .Bind(now.ToUnixTimeMilliseconds())
            .Execute() == 1;

    /// <summary>Stores the cursor of a job of this owner; it moved on, so its crashes so far are forgiven.
    /// Refused as in <see cref="Close"/>, and when it stands already since <paramref name="perhapsAt"/>.</summary>
    public bool Checkpoint(Fence fence, string cursor, DateTimeOffset? perhapsAt, DateTimeOffset now) =>
        Owned(
                $"update jobs set cursor = ?4, crash_count = 0, updated_at = ?5 {Fenced} and cancel_requested_at is null "
                    + "and (cursor is null or cursor <> ?4 or updated_at <> ?6)",
                fence
            )
            .Bind(cursor)
            .Bind(now.ToUnixTimeMilliseconds())
            .Bind(perhapsAt?.ToUnixTimeMilliseconds() ?? Never)
            .Execute() == 1;

    /// <summary>Whether a checkpoint of this owner was stored at that time.</summary>
    public bool Stands(Fence fence, string cursor, DateTimeOffset at) =>
        Owned($"select count(*) from jobs {Fenced} and cursor = ?4 and updated_at = ?5", fence)
            .Bind(cursor)
            .Bind(at.ToUnixTimeMilliseconds())
            .Number() == 1;

    /// <summary>Ends a job that nobody owns: pending or parked, as <paramref name="from"/> says.</summary>
    public bool CloseUnowned(long id, JobStatus from, JobStatus status, JobError? error, DateTimeOffset now) =>
        Prepared(
                "update jobs set status = ?3, error = ?4, updated_at = ?5, finished_at = ?5, "
                    + "released_key = case when scan_id is null then dedupe_key end, "
                    + "dedupe_key = case when scan_id is not null then dedupe_key end "
                    + "where id = ?1 and status = ?2 and process_id is null"
            )
            .Bind(id)
            .Bind((long)from)
            .Bind((long)status)
            .BindOrNull(ErrorJson.Write(error))
            .Bind(now.ToUnixTimeMilliseconds())
            .Execute() == 1;

    /// <summary>Notes that the end of a job in progress is wanted.</summary>
    public void RequestCancel(long id, DateTimeOffset now) =>
        Prepared(
                "update jobs set cancel_requested_at = coalesce(cancel_requested_at, ?2), updated_at = ?2 where id = ?1 and status = 1"
            )
            .Bind(id)
            .Bind(now.ToUnixTimeMilliseconds())
            .Execute();

    /// <summary>Failed or cancelled back to pending with attempt 0. False in another state or when its dedupe key is taken by now.</summary>
    public bool Reopen(long id, DateTimeOffset now) =>
        Prepared(
                "update jobs set status = 0, attempt = 0, crash_count = 0, run_at = ?2, scheduled = 0, updated_at = ?2, "
                    + "dedupe_key = coalesce(dedupe_key, released_key), released_key = null, error = null, "
                    + "cancel_requested_at = null, started_at = null, finished_at = null where id = ?1 and status in (3, 4) "
                    + "and not exists (select 1 from jobs holder where holder.dedupe_key = jobs.released_key and jobs.dedupe_key is null)"
            )
            .Bind(id)
            .Bind(now.ToUnixTimeMilliseconds())
            .Execute() == 1;

    public int CountLogs(long jobId) =>
        (int)Prepared("select count(*) from job_logs where job_id = ?1").Bind(jobId).Number()!.Value;

    public long InsertLog(long jobId, JobLogLine line) =>
        PreparedInsert("insert into job_logs (job_id, level, message, data, created_at) values (?1, ?2, ?3, ?4, ?5)")
            .Bind(jobId)
            .Bind((long)line.Level)
            .Bind(line.Message)
            .BindOrNull(line.Data)
            .Bind(line.At.ToUnixTimeMilliseconds())
            .NewId()!
            .Value;

    public virtual void Dispose() => Forget();

    /// <summary>The statement, ready to be bound. Its text stands in both dialects' common tongue with <c>?1</c> or <c>@name</c>.</summary>
    protected virtual IStatement Prepared(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
            statements[sql] = statement = Prepare(sql);
        statement.Reset();
        return statement;
    }

    protected abstract IStatement Prepare(string sql);

    /// <summary>The same for an insert of one row, whose <see cref="IStatement.NewId"/> is going to be asked for.</summary>
    protected abstract IStatement PreparedInsert(string sql);

    protected static DateTimeOffset Milliseconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    /// <summary>The connection is another one or goes.</summary>
    protected void Forget()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        statements.Clear();
    }

    private IStatement Owned(string sql, Fence fence) =>
        Prepared(sql).Bind(fence.JobId).Bind(fence.Attempt).Bind(fence.ProcessId);

    protected static List<Job> Jobs(IStatement rows)
    {
        var jobs = new List<Job>();
        while (rows.Read())
            jobs.Add(JobRow.Read(rows));
        return jobs;
    }

    private static List<long> Ids(IStatement rows)
    {
        var ids = new List<long>();
        while (rows.Read())
            ids.Add(rows.Int64(0));
        return ids;
    }
}
