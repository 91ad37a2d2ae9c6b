namespace Colophon.Jobs.Tests.Stores;

/// <summary>Every way from one status to the next.</summary>
public abstract class LifeTests<TStore> : JobSuite<TStore>
    where TStore : TestStore, new()
{
    private static readonly JobError Busy = new("busy", "Busy");

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
    [Trait("Req", "C17")]
    public async Task A_job_that_asks_for_another_try_gets_it_after_its_backoff()
    {
        Handle = (context, _) => Task.FromResult(context.Job.Attempt < 3 ? JobOutcome.Retry(Busy) : JobOutcome.Done);
        await StartAsync();

        var id = await InsertOneAsync(Request());
        var waiting = await UntilAsync(id, job => job is { Status: JobStatus.Pending, Attempt: 1 }, "first try over");
        waiting.Error.ShouldBe(Busy);
        (waiting.RunAt - Clock.GetUtcNow()).ShouldBeInRange(TimeSpan.FromSeconds(0.74), TimeSpan.FromSeconds(1.26));
        Clock.Advance(TimeSpan.FromSeconds(1.26));
        waiting = await UntilAsync(id, job => job is { Status: JobStatus.Pending, Attempt: 2 }, "second try over");
        (waiting.RunAt - Clock.GetUtcNow()).ShouldBeInRange(TimeSpan.FromSeconds(1.49), TimeSpan.FromSeconds(2.51));
        Clock.Advance(TimeSpan.FromSeconds(2.51));

        (await UntilAsync(id, JobStatus.Completed)).Attempt.ShouldBe(3);
    }

    [Fact]
    public async Task A_job_whose_tries_are_used_up_is_failed_and_kept_with_a_line_a_try()
    {
        Handle = (_, _) => throw new InvalidOperationException("It broke");
        await StartAsync();

        var id = await InsertOneAsync(Request());
        for (var attempt = 1; attempt < 3; attempt++)
        {
            await UntilAsync(
                id,
                job => job.Status == JobStatus.Pending && job.Attempt == attempt,
                $"try {attempt} over"
            );
            Clock.Advance(TimeSpan.FromSeconds(10));
        }

        var failed = await UntilAsync(id, JobStatus.Failed);
        failed.Error.ShouldBe(new JobError(JobErrorCodes.Fault, "It broke"));
        var lines = await LogsAsync(id);
        lines.Select(line => line.Message).ShouldBe(["It broke", "It broke", "It broke"]);
        lines.Select(line => FailedAttempt.Read(line.Data)!.Attempt).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_dead_job_is_not_tried_again_but_what_it_handed_over_is_stored()
    {
        Handle = (context, _) =>
        {
            context.Record(new Note("partly read"));
            return Task.FromResult(JobOutcome.Dead(Busy));
        };
        Applied<Note>? stored = null;
        Apply = (notes, _) => stored = notes.Single();
        await StartAsync();

        var job = await UntilAsync(await InsertOneAsync(Request()), JobStatus.Failed);

        job.Attempt.ShouldBe(1);
        job.Error.ShouldBe(Busy);
        stored!.Value.Job.Status.ShouldBe(JobStatus.Failed);
    }

    [Fact]
    public async Task A_snooze_waits_for_its_time_and_burns_no_attempt()
    {
        var until = Clock.GetUtcNow() + TimeSpan.FromHours(1);
        Handle = (context, _) =>
            Task.FromResult(context.Clock.GetUtcNow() < until ? JobOutcome.Snooze(until) : JobOutcome.Done);
        await StartAsync();

        var id = await InsertOneAsync(Request());
        var waiting = await UntilAsync(id, job => job.Status == JobStatus.Pending && !Ran.IsEmpty, "snoozed");
        waiting.Attempt.ShouldBe(0);
        waiting.RunAt.ShouldBe(until);
        Clock.Advance(TimeSpan.FromHours(1));

        (await UntilAsync(id, JobStatus.Completed)).Attempt.ShouldBe(1);
    }

    [Fact]
    public async Task A_scheduled_job_runs_at_its_time_and_not_before()
    {
        await StartAsync();
        var late = await InsertOneAsync(Request("late") with { RunAt = Clock.GetUtcNow() + TimeSpan.FromMinutes(5) });
        var now = await InsertOneAsync(Request("now"));
        await UntilAsync(now, JobStatus.Completed);
        Clock.Advance(TimeSpan.FromMinutes(4));
        (await FindAsync(late))!.Status.ShouldBe(JobStatus.Pending);

        Clock.Advance(TimeSpan.FromMinutes(1));

        await UntilAsync(late, JobStatus.Completed);
    }

    [Fact]
    public async Task A_parked_job_stays_in_progress_without_an_owner_until_a_commit_closes_it()
    {
        Handle = (context, _) =>
        {
            context.Enqueue(Request("child"));
            return Task.FromResult(context.Data.Name == "parent" ? JobOutcome.Parked : JobOutcome.Done);
        };
        Step = commit =>
        {
            foreach (var child in commit.Closed.Where(job => job.ParentId is not null))
                commit.CloseParked(child.ParentId!.Value, JobStatus.Completed, error: null);
        };
        Handle = Parking(Handle);
        await StartAsync();

        var id = await InsertOneAsync(Request("parent", Slow));

        var job = await UntilAsync(id, JobStatus.Completed);
        job.ProcessId.ShouldBeNull();
        (await Database.WriteAsync(commit => commit.CloseParked(id, JobStatus.Failed, null), Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_job_of_a_type_nobody_runs_is_failed()
    {
        await StartAsync();

        var id = await InsertOneAsync(Request(type: new JobType("strange", 5, 3)));

        (await UntilAsync(id, JobStatus.Failed)).Error!.Code.ShouldBe(JobErrorCodes.UnknownJobType);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("[1]")]
    public async Task A_job_whose_payload_cannot_be_read_is_failed(string payload)
    {
        await StartAsync();

        var id = await InsertOneAsync(new JobRequest(Quick, "library:1", payload));

        (await UntilAsync(id, JobStatus.Failed)).Error!.Code.ShouldBe(JobErrorCodes.BadPayload);
        Ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_job_can_be_reopened_and_a_completed_one_cannot()
    {
        var error = Busy;
        Handle = (_, _) => Task.FromResult(error is null ? JobOutcome.Done : JobOutcome.Dead(error));
        await StartAsync();
        var id = await InsertOneAsync(Request());
        await UntilAsync(id, JobStatus.Failed);
        error = null;

        (await ReopenAsync(id)).ShouldBeTrue();

        var job = await UntilAsync(id, JobStatus.Completed);
        job.Attempt.ShouldBe(1);
        job.Error.ShouldBeNull();
        (await ReopenAsync(id)).ShouldBeFalse();
    }

    private static Func<JobContext<Payload>, CancellationToken, Task<JobOutcome>> Parking(
        Func<JobContext<Payload>, CancellationToken, Task<JobOutcome>> parent
    ) => (context, token) => context.Data.Name == "parent" ? parent(context, token) : Task.FromResult(JobOutcome.Done);
}
