using System.Diagnostics;

namespace Colophon.Jobs.Tests.Stores;

/// <summary>Which job runs next.</summary>
public abstract class ClaimTests<TStore> : JobSuite<TStore>
    where TStore : TestStore, new()
{
    [Fact]
    public async Task Urgent_jobs_go_first()
    {
        int[] priorities = [9, 3, 7, 1, 5];
        await InsertAsync([.. priorities.Select(p => Request($"{p}") with { Priority = p })]);

        await StartAsync(readers: 1);

        await AllRanAsync(5);
        Ran.Select(job => job.Priority).ShouldBe([1, 3, 5, 7, 9]);
    }

    [Fact]
    public async Task Queues_of_one_priority_take_turns()
    {
        await InsertAsync([.. Enumerable.Range(0, 400).Select(n => Request($"{n}", queue: "library:1"))]);
        await InsertAsync([.. Enumerable.Range(0, 400).Select(n => Request($"{n}", queue: "library:2"))]);

        await StartAsync(readers: 1);

        await AllRanAsync(800);
        // The one in eight goes to the oldest job, which stands in the first queue.
        Ran.Take(400).Count(job => job.Queue == "library:2").ShouldBeInRange(130, 200);
    }

    [Fact]
    public async Task One_slot_in_eight_goes_to_the_oldest_job()
    {
        var oldest = await InsertOneAsync(Request("idle") with { Priority = 10 });
        await InsertAsync([.. Enumerable.Range(0, 2_000).Select(n => Request($"{n}") with { Priority = 2 })]);

        await StartAsync(readers: 1);

        await AllRanAsync(2_001);
        Ran.Select(job => job.Id).ToList().IndexOf(oldest).ShouldBeLessThan(300);
    }

    [Fact]
    public async Task Every_attempt_is_counted_and_owned_at_the_claim()
    {
        using var go = new SemaphoreSlim(0);
        Handle = Wait(go);
        await StartAsync();

        var id = await InsertOneAsync(Request());
        var job = await UntilAsync(id, JobStatus.InProgress);

        job.Attempt.ShouldBe(1);
        job.ProcessId.ShouldNotBeNull();
        go.Release();
    }

    [Fact]
    public async Task Long_jobs_are_claimed_only_as_readers_are_free_and_leave_one_to_short_jobs()
    {
        using var go = new SemaphoreSlim(0);
        Handle = Wait(go);
        await InsertAsync([.. Enumerable.Range(0, 10).Select(n => Request("long", Slow))]);
        await StartAsync(readers: 3);
        await JobProbe.Until(() => Ran.Count == 2, "two long ones run", Token);
        Handle = (_, _) => Task.FromResult(JobOutcome.Done);

        await UntilAsync(await InsertOneAsync(Request("short")), JobStatus.Completed);

        (await NumberAsync("select count(*) from jobs where status = 1")).ShouldBe(2);
        go.Release(10);
        await JobProbe.Until(
            async () => await NumberAsync("select count(*) from jobs where status = 2") == 11,
            "all done",
            Token
        );
    }

    [Fact]
    public async Task Short_jobs_are_claimed_in_batches()
    {
        using var go = new SemaphoreSlim(0);
        Handle = Wait(go);
        await InsertAsync([.. Enumerable.Range(0, 1_000).Select(n => Request("short"))]);

        await StartAsync(readers: 4);

        await JobProbe.Until(() => Ran.Count == 4, "four run", Token);
        (await NumberAsync("select count(*) from jobs where status = 1")).ShouldBeInRange(40, 128);
        go.Release(1_000);
    }

    [Fact]
    public async Task Slow_jobs_are_claimed_a_few_at_a_time_so_that_another_worker_finds_some()
    {
        Handle = (_, _) =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(JobOutcome.Done);
        };
        await StartAsync(readers: 1);
        await InsertAsync([.. Enumerable.Range(0, 40).Select(n => Request($"{n}"))]);
        await AllRanAsync(40);
        using var go = new SemaphoreSlim(0);
        Handle = Wait(go);

        await InsertAsync([.. Enumerable.Range(0, 1_000).Select(n => Request("slow"))]);

        await AllRanAsync(41);
        (await NumberAsync("select count(*) from jobs where status = 1")).ShouldBeInRange(1, 3);
        go.Release(1_000);
    }

    [Fact]
    public async Task A_closed_queue_waits_until_it_is_opened()
    {
        Gates.Close("library:1", "root away");
        var waits = await InsertOneAsync(Request(queue: "library:1"));
        var runs = await InsertOneAsync(Request(queue: "library:2"));
        await StartAsync();
        await UntilAsync(runs, JobStatus.Completed);
        (await FindAsync(waits))!.Status.ShouldBe(JobStatus.Pending);

        Gates.Open("library:1");

        await UntilAsync(waits, JobStatus.Completed);
    }

    [Fact]
    public async Task Of_jobs_that_are_waited_for_none_waits_long()
    {
        await StartAsync();
        var took = new List<TimeSpan>();
        for (var i = 0; i < 50; i++)
        {
            var ran = new TaskCompletionSource<long>();
            Handle = (_, _) =>
            {
                ran.SetResult(Stopwatch.GetTimestamp());
                return Task.FromResult(JobOutcome.Done);
            };
            await InsertOneAsync(Request());
            var inserted = Stopwatch.GetTimestamp();
            took.Add(Stopwatch.GetElapsedTime(inserted, await ran.Task.WaitAsync(Token)));
        }

        took.Order().ElementAt(25).ShouldBeLessThan(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public async Task What_starts_is_told_in_the_commit_that_claims_it()
    {
        var started = new List<Job>();
        Step = commit => started.AddRange(commit.Started);
        await StartAsync();

        var id = await InsertOneAsync(Request());
        await UntilAsync(id, JobStatus.Completed);

        started.Single().Id.ShouldBe(id);
        started[0].Status.ShouldBe(JobStatus.InProgress);
    }

    [Fact]
    public async Task A_job_whose_start_a_step_refuses_fails_alone()
    {
        Step = commit =>
        {
            if (commit.Started.Exists(job => job.Payload.Contains("bad", StringComparison.Ordinal)))
                throw new InvalidOperationException("No start");
        };
        var ids = await InsertAsync(Request("good"), Request("bad", new JobType("quick", 6, 1)), Request("fine"));

        await StartAsync();

        await UntilAsync(ids[0]!.Value, JobStatus.Completed);
        await UntilAsync(ids[2]!.Value, JobStatus.Completed);
        (await UntilAsync(ids[1]!.Value, JobStatus.Failed)).Error.ShouldBe(
            new JobError(JobErrorCodes.Fault, "No start")
        );
        Ran.Count.ShouldBe(2);
    }

    private Task AllRanAsync(int count) => JobProbe.Until(() => Ran.Count == count, $"{count} ran", Token);

    private static Func<JobContext<Payload>, CancellationToken, Task<JobOutcome>> Wait(SemaphoreSlim go) =>
        async (_, token) =>
        {
            await go.WaitAsync(token);
            return JobOutcome.Done;
        };
}
