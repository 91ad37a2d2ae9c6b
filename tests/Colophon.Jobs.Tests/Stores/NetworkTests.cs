namespace Colophon.Jobs.Tests.Stores;

/// <summary>Jobs that wait for the network take no reader, and one queue's take no slot of another's.</summary>
public abstract class NetworkTests<TStore> : JobSuite<TStore>
    where TStore : TestStore, new()
{
    private const int SlotsOfAQueue = 16;
    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Jobs_that_wait_for_the_network_leave_the_readers_to_others()
    {
        Handle = WaitIfDistant;
        await StartAsync(readers: 1);
        var waiting = await InsertAsync([.. Requests("provider:slow", 8)]);
        await JobProbe.Until(() => Task.FromResult(Ran.Count == 8), "all eight asked", Token);

        var near = await InsertOneAsync(Request("near"));

        await UntilAsync(near, JobStatus.Completed);
        answered.SetResult();
        foreach (var id in waiting)
            await UntilAsync(id!.Value, JobStatus.Completed);
    }

    [Fact]
    [Trait("Req", "C17")]
    public async Task A_host_that_does_not_answer_holds_up_no_other()
    {
        Handle = (context, token) =>
            context.Job.Queue == "provider:slow" ? WaitIfDistant(context, token) : Task.FromResult(JobOutcome.Done);
        await StartAsync();
        await InsertAsync([.. Requests("provider:slow", 5 * SlotsOfAQueue)]);
        await JobProbe.Until(() => Task.FromResult(Ran.Count == SlotsOfAQueue), "its slots are taken", Token);

        var others = await InsertAsync([.. Requests("provider:quick", 5 * SlotsOfAQueue)]);

        foreach (var id in others)
            await UntilAsync(id!.Value, JobStatus.Completed);
        Ran.Count(job => job.Queue == "provider:slow").ShouldBe(SlotsOfAQueue);
        answered.SetResult();
        await JobProbe.Until(() => Task.FromResult(Ran.Count == 10 * SlotsOfAQueue), "all have run", Token);
    }

    [Fact]
    public async Task A_cancelled_job_stops_waiting_for_the_network()
    {
        Handle = WaitIfDistant;
        await StartAsync();
        var id = await InsertOneAsync(Requests("provider:slow", 1).Single());
        await JobProbe.Until(() => Task.FromResult(Ran.Count == 1), "it asked", Token);

        await Database.WriteAsync(commit => commit.RequestCancel(id), Token);

        await UntilAsync(id, JobStatus.Cancelled);
    }

    [Fact]
    public async Task A_worker_that_stops_gives_them_back_with_their_try()
    {
        Handle = WaitIfDistant;
        await StartAsync();
        var id = await InsertOneAsync(Requests("provider:slow", 1).Single());
        await JobProbe.Until(() => Task.FromResult(Ran.Count == 1), "it asked", Token);

        await StopWorkerAsync();

        var back = (await FindAsync(id))!;
        (back.Status, back.Attempt, back.ProcessId).ShouldBe((JobStatus.Pending, 0, null));
    }

    [Fact]
    public async Task A_process_without_readers_asks_nobody()
    {
        await StartAsync(readers: 0);

        var id = await InsertOneAsync(Requests("provider:slow", 1).Single());

        (await FindAsync(id))!.Status.ShouldBe(JobStatus.Pending);
        Ran.ShouldBeEmpty();
    }

    private async Task<JobOutcome> WaitIfDistant(JobContext<Payload> context, CancellationToken token)
    {
        if (context.Job.Type == Distant.Name)
            await answered.Task.WaitAsync(token);
        return JobOutcome.Done;
    }

    private static IEnumerable<JobRequest> Requests(string queue, int count) =>
        Enumerable.Range(0, count).Select(number => Request($"{number}", Distant, queue));
}
