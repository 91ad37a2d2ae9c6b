namespace Colophon.Jobs.Victim;

internal sealed record Walk(int Directories);

internal sealed record FoundDirectory(int Number);

internal sealed record Cover(int Number);

/// <summary>Something that must be counted exactly once.</summary>
internal sealed record Counted(string What);

/// <summary>Queues a job a directory, fifty a checkpoint, as the discovery of a scan does, and parks.</summary>
internal sealed class Walker : IJobHandler<Walk>
{
    public static readonly JobType Type = new("walk", 4, 1, JobLength.Long);

    public async Task<JobOutcome> RunAsync(JobContext<Walk> context, CancellationToken cancellationToken)
    {
        for (var number = context.Cursor<int>(); number < context.Data.Directories; number++)
        {
            context.Record(new Counted("found"));
            context.Enqueue(
                JobRequest.For(Reader.Type, "library:1", new FoundDirectory(number)) with { ScanId = 1, DedupeKey = $"1:{number}" }
            );
            if (number % 50 == 49)
                await context.CheckpointAsync(number + 1, cancellationToken);
        }
        return JobOutcome.Parked;
    }
}

/// <summary>Reads a directory; every second one has a cover to cache.</summary>
internal sealed class Reader : IJobHandler<FoundDirectory>
{
    public static readonly JobType Type = new("read", 6, 3);

    public Task<JobOutcome> RunAsync(JobContext<FoundDirectory> context, CancellationToken cancellationToken)
    {
        context.Record(new Counted("directory"));
        context.Log(JobLogLevel.Info, "read");
        if (context.Data.Number % 2 == 0)
            context.Enqueue(
                JobRequest.For(Cacher.Type, "library:1", new Cover(context.Data.Number)) with
                {
                    ScanId = 1,
                    DedupeKey = $"1:cover:{context.Data.Number}",
                }
            );
        return Task.FromResult(JobOutcome.Done);
    }
}

/// <summary>Caches a cover.</summary>
internal sealed class Cacher : IJobHandler<Cover>
{
    public static readonly JobType Type = new("cache", 7, 4);

    public Task<JobOutcome> RunAsync(JobContext<Cover> context, CancellationToken cancellationToken)
    {
        context.Record(new Counted("cover"));
        return Task.FromResult(JobOutcome.Done);
    }
}

/// <summary>Moves the counters.</summary>
internal sealed class Counter : IApplier<Counted>
{
    public void Apply(IReadOnlyList<Applied<Counted>> records, Commit commit)
    {
        foreach (var group in records.GroupBy(r => r.Record.What, StringComparer.Ordinal))
            Schema.Add(commit, group.Key, group.Count());
    }
}

/// <summary>Counts what is closed, closes the parked walk when nothing else is open, and ends the process when nothing is at all.</summary>
internal sealed class EndOfWork(TaskCompletionSource done) : ICommitStep
{
    public void Run(Commit commit)
    {
        if (commit.Closed.Count > 0)
            Schema.Add(commit, "closed", commit.Closed.Count);
        if (Number(commit, "select count(*) from jobs where scan_id = 1 and status in (0, 1)") > 0)
            return;
        if (Number(commit, "select max(id) from jobs where type = 'walk' and status = 1 and process_id is null") is { } walk)
            commit.CloseParked(walk, JobStatus.Completed, error: null);
        if (Number(commit, "select count(*) from jobs where status in (0, 1)") == 0)
            commit.AfterCommit(() => done.TrySetResult());
    }

    private static long? Number(Commit commit, string sql)
    {
        using var command = commit.Connection.CreateCommand();
        command.Transaction = commit.Transaction;
        command.CommandText = sql;
        return command.ExecuteScalar() as long?;
    }
}
