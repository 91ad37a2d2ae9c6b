namespace Colophon.Jobs.Stores;

/// <summary>What concerns many jobs: the claim, sweeps, recovery, pruning.</summary>
internal abstract partial class JobSession
{
    protected const string Waiting = "status = 0 and scheduled = 0";

    private const string NextQueueSql =
        $"select queue, priority, id from jobs where {Waiting} and line = ?1 and queue > ?2 order by queue, priority, id limit 1";

    private const string NextPrioritySql =
        $"select queue, priority, id from jobs where {Waiting} and line = ?1 and queue = ?2 and priority > ?3 "
        + "order by queue, priority, id limit 1";

    /// <summary>
    /// The index is skipped through, a probe or two a lane, however many jobs wait in it. One comparison of (queue, priority) as a row
    /// would read better, but SQLite walks through all equal rows then.
    /// </summary>
    public IReadOnlyList<Lane> Lanes(JobLength line)
    {
        var lanes = new List<Lane>();
        var lane = NextLane(Prepared(NextQueueSql).Bind((long)line).Bind(""), line);
        while (lane is { } found)
        {
            lanes.Add(found);
            lane =
                NextLane(Prepared(NextPrioritySql).Bind((long)line).Bind(found.Queue).Bind(found.Priority), line)
                ?? NextLane(Prepared(NextQueueSql).Bind((long)line).Bind(found.Queue), line);
        }
        return lanes;
    }

    /// <summary>Makes the first jobs of a lane this process's, counts the attempt, and answers them in order of id.</summary>
    public abstract IReadOnlyList<Job> Claim(Lane lane, int take, string processId, DateTimeOffset now);

    /// <summary>Makes scheduled jobs claimable whose time has come.</summary>
    public int Promote(DateTimeOffset now, int limit) =>
        Prepared(
                "update jobs set scheduled = 0 where id in "
                    + $"(select id from jobs where status = 0 and scheduled = 1 and run_at <= ?1 order by run_at limit ?2{SkipLocked})"
            )
            .Bind(now.ToUnixTimeMilliseconds())
            .Bind(limit)
            .Execute();

    /// <summary>How many jobs could be claimed.</summary>
    public long CountWaiting() => Prepared($"select count(*) from jobs where {Waiting}").Number()!.Value;

    /// <summary>When the next scheduled job is due; null without one.</summary>
    public DateTimeOffset? NextDue() =>
        JobRow.TimeOrNull(Prepared("select min(run_at) from jobs where status = 0 and scheduled = 1").Number());

    /// <summary>The same for all owned jobs that a sweep covers; their ids.</summary>
    public IReadOnlyList<long> RequestCancel(Sweep sweep, DateTimeOffset now) =>
        Ids(
            Covered(
                    "update jobs set cancel_requested_at = coalesce(cancel_requested_at, ?3), updated_at = ?3 where {0} "
                        + "and status = 1 and process_id is not null returning id",
                    sweep
                )
                .Bind(now.ToUnixTimeMilliseconds())
        );

    /// <summary>The highest id given to a job so far.</summary>
    public abstract long LastJobId();

    public void AddSweep(Sweep sweep, DateTimeOffset now) =>
        Prepared(
                "insert into job_sweeps (scan_id, library_id, last_job_id, status, error, created_at) values (?1, ?2, ?3, ?4, ?5, ?6)"
            )
            .BindOrNull(sweep.ScanId)
            .BindOrNull(sweep.LibraryId)
            .Bind(sweep.LastJobId)
            .Bind((long)sweep.Status)
            .BindOrNull(ErrorJson.Write(sweep.Error))
            .Bind(now.ToUnixTimeMilliseconds())
            .Execute();

    /// <summary>Sweeps under way; nearly always none.</summary>
    public IReadOnlyList<Sweep> Sweeps()
    {
        var rows = Prepared("select id, scan_id, library_id, last_job_id, status, error from job_sweeps order by id");
        var sweeps = new List<Sweep>();
        while (rows.Read())
            sweeps.Add(
                new Sweep(
                    rows.Int64(0),
                    rows.Int64OrNull(1),
                    rows.Int64OrNull(2),
                    rows.Int64(3),
                    (JobStatus)rows.Int64(4),
                    ErrorJson.Read(rows.TextOrNull(5))
                )
            );
        return sweeps;
    }

    public void RemoveSweep(long id) => Prepared("delete from job_sweeps where id = ?1").Bind(id).Execute();

    /// <summary>Waiting and parked jobs that a sweep covers.</summary>
    public IReadOnlyList<Job> Unowned(Sweep sweep, int limit) =>
        Jobs(
            Covered(
                    $"select {Columns} from jobs where {{0}} and status in (0, 1) and process_id is null order by status, id limit ?3{SkipLocked}",
                    sweep
                )
                .Bind(limit)
        );

    /// <summary>Jobs in progress whose owner is dead.</summary>
    public abstract IReadOnlyList<Job> Orphans(string processId);

    /// <summary>Jobs in progress that are this process's.</summary>
    public IReadOnlyList<Job> OwnedBy(string processId) =>
        Jobs(Prepared($"select {Columns} from jobs where status = 1 and process_id = ?1 order by id").Bind(processId));

    /// <summary>Takes an orphan back to pending.</summary>
    public void Recover(Job orphan, DateTimeOffset runAt, Schedule schedule, DateTimeOffset now) =>
        Prepared(
                "update jobs set status = 0, process_id = null, attempt = ?2, crash_count = ?3, run_at = ?4, scheduled = ?5, "
                    + "updated_at = ?6 where id = ?1"
            )
            .Bind(orphan.Id)
            .Bind(orphan.Attempt)
            .Bind(orphan.CrashCount)
            .Bind(runAt.ToUnixTimeMilliseconds())
            .Bind((long)schedule)
            .Bind(now.ToUnixTimeMilliseconds())
            .Execute();

    /// <summary>Deletes ended jobs and their logs; how many.</summary>
    public int Prune(PruneFilter filter, int limit)
    {
        var values = new List<object?>();
        string Parameters(IEnumerable<object> given) =>
            string.Join(
                ", ",
                given.Select(value =>
                {
                    values.Add(value);
                    return $"?{values.Count}";
                })
            );
        var conditions = new List<string>
        {
            $"status in ({Parameters(filter.Statuses.Select(status => (object)(long)status))})",
            "status >= 2",
        };
        if (filter.ScanId is { } scan)
            conditions.Add($"scan_id = {Parameters([scan])}");
        if (filter.OutsideScans)
            conditions.Add("scan_id is null");
        if (filter.EndedBefore is { } before)
            conditions.Add($"finished_at < {Parameters([before.ToUnixTimeMilliseconds()])}");
        if (filter.KeepTypes.Count > 0)
            conditions.Add($"type not in ({Parameters(filter.KeepTypes)})");
        return Prepared(
                $"delete from jobs where id in (select id from jobs where {string.Join(" and ", conditions)} limit {limit}{SkipLocked})"
            )
            .BindAll([.. values])
            .Execute();
    }

    /// <summary>Housekeeping for idle times, outside a transaction.</summary>
    public abstract void Tidy();

    private static Lane? NextLane(IStatement probe, JobLength line)
    {
        if (!probe.Read())
            return null;
        var lane = new Lane(line, probe.Text(0), (int)probe.Int64(1), probe.Int64(2));
        probe.Reset();
        return lane;
    }

    /// <summary>A statement over the jobs of a sweep: {0} becomes the condition, ?1 the scan or library, ?2 the last id.</summary>
    private IStatement Covered(string sql, Sweep sweep)
    {
        var condition = sweep.ScanId is null ? "scan_id is null and library_id = ?1 and status < 2" : "scan_id = ?1";
        return Prepared(sql.Replace("{0}", $"{condition} and id <= ?2", StringComparison.Ordinal))
            .Bind((sweep.ScanId ?? sweep.LibraryId)!.Value)
            .Bind(sweep.LastJobId);
    }
}
