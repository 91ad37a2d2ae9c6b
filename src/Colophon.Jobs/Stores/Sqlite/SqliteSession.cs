using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Colophon.Jobs.Stores.Sqlite;

/// <summary>The session of an embedded database: one transaction writes at a time, and one process owns all jobs.</summary>
internal sealed class SqliteSession(SqliteConnection connection, TimeProvider clock) : JobSession
{
    public override DbConnection Connection => connection;

    public override string ForUpdate => "";

    protected override string SkipLocked => "";

    public override DateTimeOffset Now => Milliseconds(clock.GetUtcNow());

    /// <summary>The process that owns the database is alone with it.</summary>
    public override void LockMigrations() { }

    public override DbTransaction Begin() => connection.BeginTransaction(deferred: false);

    public override IReadOnlyList<Job> Claim(Lane lane, int take, string processId, DateTimeOffset now)
    {
        var found = Jobs(
            Prepared(
                    $"select {Columns} from jobs where {Waiting} and line = ?1 and queue = ?2 and priority = ?3 "
                        + "order by id limit ?4"
                )
                .Bind((long)lane.Line)
                .Bind(lane.Queue)
                .Bind(lane.Priority)
                .Bind(take)
        );
        for (var i = 0; i < found.Count; i++)
            found[i] = Own(found[i], processId, now);
        return found;
    }

    public override long LastJobId() => Prepared("select max(id) from jobs").Number() ?? 0;

    /// <summary>Under the lock of the database nobody else can own a job.</summary>
    public override IReadOnlyList<Job> Orphans(string processId) =>
        Jobs(
            Prepared($"select {Columns} from jobs where status = 1 and process_id is not null and process_id <> ?1")
                .Bind(processId)
        );

    public override void Tidy()
    {
        foreach (var pragma in (string[])["pragma optimize", "pragma wal_checkpoint(truncate)"])
            Prepared(pragma).Execute();
    }

    public override void Dispose()
    {
        base.Dispose();
        connection.Dispose();
    }

    protected override IStatement Prepare(string sql) => new SqliteStatement(connection, sql);

    /// <summary>Without <c>returning</c>, with which SQLite copies each page before it changes it: two to three times the cost.</summary>
    protected override IStatement PreparedInsert(string sql) => Prepared(sql);

    private Job Own(Job job, string processId, DateTimeOffset now)
    {
        Prepared(
                "update jobs set status = 1, attempt = attempt + 1, process_id = ?2, started_at = coalesce(started_at, ?3), "
                    + "updated_at = ?3 where id = ?1"
            )
            .Bind(job.Id)
            .Bind(processId)
            .Bind(now.ToUnixTimeMilliseconds())
            .Execute();
        return job with
        {
            Status = JobStatus.InProgress,
            Attempt = job.Attempt + 1,
            ProcessId = processId,
            StartedAt = job.StartedAt ?? now,
            UpdatedAt = now,
        };
    }
}
