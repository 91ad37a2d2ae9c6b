using System.Collections.Concurrent;

namespace Colophon.Jobs.Tests.Stores;

/// <summary>Random histories: whenever the engine has come to rest it must agree with <see cref="Model"/>.</summary>
public abstract class ModelTests<TStore> : JobSuite<TStore>
    where TStore : TestStore, new()
{
    private const int Steps = 100;
    private static readonly string[] Queues = ["library:1", "library:2", "general"];

    private readonly Model model = new();
    private readonly ConcurrentDictionary<long, int> runs = new();
    private long notes;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task After_any_history_the_engine_agrees_with_the_model(int seed)
    {
        var random = new Random(seed);
        Handle = Play;
        Apply = (records, commit) => commit.AfterCommit(() => notes += records.Count);
        await StartAsync(readers: 3);
        for (var step = 0; step < Steps; step++)
        {
            var did = await ActAsync(random);
            model.RunAll();
            await SettleAsync(did);
            await CompareAsync($"seed {seed}, step {step}: {did}");
        }
    }

    private Task<string> ActAsync(Random random) =>
        random.Next(12) switch
        {
            < 4 => InsertSomeAsync(random),
            4 => CancelAsync(random),
            5 => ReopenOneAsync(random),
            6 => CloseScanAsync(random),
            7 => CloseParkedAsync(random),
            8 => ToggleAsync(random),
            9 => RestartAsync(random),
            _ => AdvanceAsync(),
        };

    private async Task<string> InsertSomeAsync(Random random)
    {
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var scan = random.Next(2) == 0 ? random.Next(1, 4) : (long?)null;
            var job = new ModelJob(
                new string([.. Enumerable.Range(0, random.Next(4)).Select(_ => "DRRTSXP"[random.Next(7)])]),
                Queues[random.Next(Queues.Length)],
                scan,
                random.Next(2) == 0 ? $"{scan}:key:{random.Next(2)}" : null,
                scan is null
                    ? []
                    : [.. Enumerable.Range(0, random.Next(3)).Select(_ => $"{scan}:child:{random.Next(30)}")]
            );
            var request = JobRequest.For(
                Quick,
                job.Queue,
                new Payload($"{job.Script}|{string.Join(',', job.Children)}")
            );
            var id = (
                await InsertAsync(request with { ScanId = scan, DedupeKey = job.Key, Priority = random.Next(1, 11) })
            )[0];
            (model.Insert(job) is not null).ShouldBe(id is not null);
            job.Id = id;
            // Each runs before the next is inserted: whether a key is still held must not hang on who is faster.
            model.RunAll();
            await SettleAsync("insert");
        }
        return "insert";
    }

    private async Task<string> CancelAsync(Random random)
    {
        if (Some(random, _ => true) is not { } job)
            return "nothing";
        model.Cancel(job);
        await Database.WriteAsync(commit => commit.RequestCancel(job.Id!.Value), Token);
        return $"cancel {job.Id}";
    }

    private async Task<string> ReopenOneAsync(Random random)
    {
        if (Some(random, j => j.Status is JobStatus.Failed or JobStatus.Cancelled) is not { } job)
            return "nothing";
        (await ReopenAsync(job.Id!.Value)).ShouldBe(model.Reopen(job));
        return $"reopen {job.Id}";
    }

    private async Task<string> CloseScanAsync(Random random)
    {
        var (scan, status) = (random.Next(1, 4), random.Next(2) == 0 ? JobStatus.Cancelled : JobStatus.Failed);
        model.CloseScan(scan, status);
        await Database.WriteAsync(
            commit =>
            {
                commit.CloseScan(scan, status, error: null);
                return 0;
            },
            Token
        );
        return $"close scan {scan}";
    }

    private async Task<string> CloseParkedAsync(Random random)
    {
        if (Some(random, j => j.Status is JobStatus.InProgress or JobStatus.Pending) is not { } job)
            return "nothing";
        var closed = await Database.WriteAsync(
            commit => commit.CloseParked(job.Id!.Value, JobStatus.Completed, null),
            Token
        );
        closed.ShouldBe(model.CloseParked(job, JobStatus.Completed));
        return $"close parked {job.Id}";
    }

    private Task<string> ToggleAsync(Random random)
    {
        var queue = Queues[random.Next(Queues.Length)];
        if (model.Closed.Remove(queue))
        {
            Gates.Open(queue);
        }
        else
        {
            model.Closed.Add(queue);
            Gates.Close(queue, "test");
        }
        return Task.FromResult($"toggle {queue}");
    }

    private async Task<string> RestartAsync(Random random)
    {
        await StopWorkerAsync();
        if (random.Next(2) == 0)
            await ReopenStoreAsync();
        await StartAsync(readers: random.Next(1, 5));
        return "restart";
    }

    private Task<string> AdvanceAsync()
    {
        model.Wake();
        Clock.Leap(TimeSpan.FromHours(2));
        return Task.FromResult("advance");
    }

    private ModelJob? Some(Random random, Predicate<ModelJob> which)
    {
        var fitting = model.Jobs.FindAll(job => job.Id is not null && which(job));
        return fitting.Count == 0 ? null : fitting[random.Next(fitting.Count)];
    }

    private Task<JobOutcome> Play(JobContext<Payload> context, CancellationToken cancellationToken)
    {
        var parts = context.Data.Name.Split('|');
        var run = runs.AddOrUpdate(context.Job.Id, 0, (_, n) => n + 1);
        var turn = run < parts[0].Length ? parts[0][run] : 'D';
        context.Record(new Note($"{turn}"));
        if (turn is 'D' or 'X')
        {
            foreach (var key in parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries))
                context.Enqueue(
                    JobRequest.For(Quick, context.Job.Queue, new Payload("D|")) with
                    {
                        ScanId = context.Job.ScanId,
                        DedupeKey = key,
                    }
                );
        }
        var error = new JobError("scripted", "As the script says");
        return Task.FromResult(
            turn switch
            {
                'R' => JobOutcome.Retry(error),
                'S' => JobOutcome.Snooze(context.Clock.GetUtcNow() + TimeSpan.FromHours(1)),
                'X' => JobOutcome.Dead(error),
                'P' => JobOutcome.Parked,
                'T' => throw new InvalidOperationException("As the script says"),
                _ => JobOutcome.Done,
            }
        );
    }

    private async Task SettleAsync(string after)
    {
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var open = string.Join(
            ", ",
            Queues.Where(q => !model.Closed.Contains(q)).Prepend("none").Select(q => $"'{q}'")
        );
        var sql =
            "select (select count(*) from jobs where (status = 1 and process_id is not null) "
            + $"or (status = 0 and run_at <= {now} and queue in ({open}))) + (select count(*) from job_sweeps)";
        await JobProbe.Until(async () => await NumberAsync(sql) == 0, $"rest after {after}", Token);
    }

    private async Task CompareAsync(string where)
    {
        (await NumberAsync("select count(*) from jobs")).ShouldBe(model.Jobs.Count, where);
        foreach (var expected in model.Jobs)
        {
            var id = expected.Id ??= await NumberAsync($"select id from jobs where dedupe_key = '{expected.HeldKey}'");
            var actual = (await FindAsync(id))!;
            var job = $"job {id} ({expected.Script}) after {where}";
            actual.Status.ShouldBe(expected.Status, job);
            actual.Attempt.ShouldBe(expected.Attempt, job);
            actual.DedupeKey.ShouldBe(expected.HeldKey, job);
            actual.ProcessId.ShouldBeNull(job);
        }
        notes.ShouldBe(model.Notes, where);
    }
}
