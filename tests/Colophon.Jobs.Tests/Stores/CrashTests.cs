using System.Data.Common;

namespace Colophon.Jobs.Tests.Stores;

/// <summary>What a dead, a stopping and a troubled process leave.</summary>
public abstract class CrashTests<TStore> : JobSuite<TStore>
    where TStore : TestStore, new()
{
    [Fact]
    public async Task A_stopping_worker_lets_its_handlers_end_and_gives_the_other_jobs_back_with_their_attempt()
    {
        Handle = async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return JobOutcome.Done;
        };
        await InsertAsync([.. Enumerable.Range(0, 50).Select(n => Request($"{n}"))]);
        await StartAsync();
        await JobProbe.Until(() => Ran.Count == 2, "two run", Token);

        await StopWorkerAsync();

        (
            await NumberAsync("select count(*) from jobs where status = 0 and attempt = 0 and process_id is null")
        ).ShouldBe(50);
    }

    [Fact]
    public async Task A_handler_that_does_not_stop_loses_its_job_and_its_late_result_is_refused()
    {
        using var go = new SemaphoreSlim(0);
        var stored = 0;
        Apply = (notes, _) => stored += notes.Count;
        Handle = async (context, _) =>
        {
            await go.WaitAsync(CancellationToken.None);
            context.Record(new Note("late"));
            return JobOutcome.Done;
        };
        var id = await InsertOneAsync(Request());
        await StartAsync();
        await JobProbe.Until(() => !Ran.IsEmpty, "it runs", Token);
        await StopWorkerAsync();
        var job = (await FindAsync(id))!;
        job.Status.ShouldBe(JobStatus.Pending);
        job.Attempt.ShouldBe(0);

        go.Release();
        Handle = (_, _) => Task.FromResult(JobOutcome.Done);
        await StartAsync();

        await UntilAsync(id, JobStatus.Completed);
        stored.ShouldBe(0);
    }

    [Fact]
    public async Task A_result_of_an_owner_that_lost_the_job_is_refused()
    {
        using var go = new SemaphoreSlim(0);
        var stored = 0;
        Apply = (notes, _) => stored += notes.Count;
        Handle = async (context, token) =>
        {
            await go.WaitAsync(token);
            context.Record(new Note("late"));
            return JobOutcome.Done;
        };
        var id = await InsertOneAsync(Request());
        var next = await InsertOneAsync(Request("next"));
        await StartAsync();
        await JobProbe.Until(() => Ran.Count == 2, "both run", Token);
        await using var another = await Store.AnotherWorkerAsync("another", Token);
        await SqlAsync($"update jobs set process_id = 'another' where id = {id}");

        go.Release(2);

        await UntilAsync(next, JobStatus.Completed);
        var job = (await FindAsync(id))!;
        job.Status.ShouldBe(JobStatus.InProgress);
        job.ProcessId.ShouldBe("another");
        stored.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_dead_process_left_runs_again_at_once_and_the_parked_stay()
    {
        var left = await LeftAsync("dead", crashes: 0);
        var parked = await InsertOneAsync(Request("parked"));
        await SqlAsync($"update jobs set status = 1 where id = {parked}");

        await StartAsync();

        var job = await UntilAsync(left, JobStatus.Completed);
        job.CrashCount.ShouldBe(1);
        job.Attempt.ShouldBe(2);
        (await FindAsync(parked))!.Status.ShouldBe(JobStatus.InProgress);
    }

    [Fact]
    public async Task A_job_whose_process_died_twice_stands_back_for_a_moment()
    {
        var left = await LeftAsync("dead", crashes: 1);

        await StartAsync();

        await UntilAsync(await InsertOneAsync(Request()), JobStatus.Completed);
        (await FindAsync(left))!.Status.ShouldBe(JobStatus.Pending);
        Clock.Advance(TimeSpan.FromSeconds(5));
        (await UntilAsync(left, JobStatus.Completed)).CrashCount.ShouldBe(2);
    }

    [Fact]
    public async Task A_job_whose_process_died_three_times_is_failed()
    {
        var closed = new List<Job>();
        Step = commit => closed.AddRange(commit.Closed);
        var left = await LeftAsync("dead", crashes: 2);

        await StartAsync();

        (await UntilAsync(left, JobStatus.Failed)).Error!.Code.ShouldBe(JobErrorCodes.WorkerLost);
        closed.Single().Id.ShouldBe(left);
        Ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_job_that_was_to_be_cancelled_when_its_process_died_is_cancelled()
    {
        var left = await LeftAsync("dead", crashes: 0);
        await SqlAsync($"update jobs set cancel_requested_at = 5 where id = {left}");

        await StartAsync();

        await UntilAsync(left, JobStatus.Cancelled);
    }

    [Fact]
    public async Task After_a_crash_a_job_goes_on_at_its_last_cursor_and_its_crashes_are_forgiven()
    {
        var left = await LeftAsync("dead", crashes: 0);
        await SqlAsync($"update jobs set cursor = '40' where id = {left}");
        var began = 0;
        Handle = async (context, token) =>
        {
            began = context.Cursor<int>();
            await context.CheckpointAsync(41, token);
            return JobOutcome.Done;
        };

        await StartAsync();

        var job = await UntilAsync(left, JobStatus.Completed);
        began.ShouldBe(40);
        job.CrashCount.ShouldBe(0);
        job.Cursor.ShouldBe("41");
    }

    [Fact]
    public Task A_full_disk_costs_no_attempt_keeps_the_results_and_mends_by_itself() =>
        SurvivesAsync("disk_full", () => Store.FillDiskAsync(Token));

    [Fact]
    public Task A_database_locked_by_another_program_costs_no_attempt_keeps_the_results_and_mends_by_itself() =>
        SurvivesAsync("database_busy", () => Store.LockAsync(Token));

    private async Task SurvivesAsync(string trouble, Func<Task<IAsyncDisposable>> beginAsync)
    {
        using var go = new SemaphoreSlim(0);
        Handle = async (context, token) =>
        {
            await go.WaitAsync(token);
            context.Record(new Note(context.Data.Name));
            context.Log(JobLogLevel.Info, new string('x', 5_000));
            return JobOutcome.Done;
        };
        var stored = new List<string>();
        Apply = (notes, commit) => commit.AfterCommit(() => stored.AddRange(notes.Select(n => n.Record.Text)));
        var ids = await InsertAsync([.. Enumerable.Range(0, 20).Select(n => Request($"{n}"))]);
        await StartAsync();
        await JobProbe.Until(() => Ran.Count == 2, "two run", Token);

        await using (await beginAsync())
        {
            go.Release(20);
            await JobProbe.Until(() => Database.Trouble is not null, "trouble is told", Token);
            Database.Trouble!.Code.ShouldBe(trouble);
            await WriteElsewhereAsync();
            Database.Trouble.ShouldNotBeNull().Code.ShouldBe(trouble);
            (await NumberAsync("select count(*) from jobs where status >= 2")).ShouldBe(0);
        }

        foreach (var id in ids)
            (await UntilAsync(id!.Value, JobStatus.Completed)).Attempt.ShouldBe(1);
        stored
            .Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(0, 20).Select(n => $"{n}").Order(StringComparer.Ordinal));
        await JobProbe.Until(() => Database.Trouble is null, "all is well again", Token);
    }

    /// <summary>A write that the trouble may stop or not.</summary>
    private async Task WriteElsewhereAsync()
    {
        try
        {
            await SqlAsync("insert into counters (name, value) values ('elsewhere', 1)");
        }
        catch (DbException e)
        {
            Database.Diagnose(e).ShouldNotBeNull();
        }
    }

    private async Task<long> LeftAsync(string owner, int crashes)
    {
        var id = await InsertOneAsync(Request("left"));
        await SqlAsync(
            $"update jobs set status = 1, attempt = 1, process_id = '{owner}', crash_count = {crashes} where id = {id}"
        );
        // Where no file tells who had begun, a job that was left before has noted it.
        await SqlAsync($"insert into job_starts (job_id, attempt) values ({id}, 1)");
        return id;
    }

    private Task<long> SqlAsync(string sql) => Database.WriteAsync(commit => TestStore.Execute(commit, sql), Token);
}
