namespace Colophon.Jobs.Tests.Stores;

/// <summary>Every way from one status to the next.</summary>
public abstract class LifeTests<TStore> : JobSuite<TStore>
    where TStore : TestStore, new()
{
    [Fact]
    public async Task A_job_runs_and_is_completed()
    {
        await StartAsync();

        var id = await InsertOneAsync(Request());

        var job = await UntilAsync(id, JobStatus.Completed);
        job.Attempt.ShouldBe(1);
        job.ProcessId.ShouldBeNull();
        job.StartedAt!.Value.ShouldBe(Clock.GetUtcNow(), TimeSpan.FromMilliseconds(1));
        job.FinishedAt.ShouldNotBeNull();
        Ran.Single().Id.ShouldBe(id);
    }

    [Fact]
    public async Task A_job_that_asks_for_another_try_gets_it_after_its_backoff()
    {
        Handle = (context, _) =>
            Task.FromResult(context.Job.Attempt < 3 ? JobOutcome.Retry(new JobError("busy", "Busy")) : JobOutcome.Done);
        await StartAsync();

        var id = await InsertOneAsync(Request());
        var waiting = await UntilAsync(id, job => job is { Status: JobStatus.Pending, Attempt: 1 }, "first try over");
        waiting.Error.ShouldBe(new JobError("busy", "Busy"));
        (waiting.RunAt - Clock.GetUtcNow()).ShouldBeInRange(TimeSpan.FromSeconds(0.74), TimeSpan.FromSeconds(1.26));
        Clock.Advance(TimeSpan.FromSeconds(1.26));
        waiting = await UntilAsync(id, job => job is { Status: JobStatus.Pending, Attempt: 2 }, "second try over");
        (waiting.RunAt - Clock.GetUtcNow()).ShouldBeInRange(TimeSpan.FromSeconds(1.49), TimeSpan.FromSeconds(2.51));
        Clock.Advance(TimeSpan.FromSeconds(2.51));

        (await UntilAsync(id, JobStatus.Completed)).Attempt.ShouldBe(3);
    }
}
