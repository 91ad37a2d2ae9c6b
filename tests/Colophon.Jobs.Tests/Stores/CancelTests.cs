using System.Diagnostics;

namespace Colophon.Jobs.Tests.Stores;

/// <summary>The end on a user's word: of one job, of a scan, of a library.</summary>
public abstract class CancelTests<TStore> : JobSuite<TStore>
    where TStore : TestStore, new()
{
    private static readonly JobError Gone = new("library_gone", "Library 1 no longer exists.");

    [Fact]
    public async Task A_pending_job_is_cancelled_at_once()
    {
        var id = await InsertOneAsync(Request());

        var job = await CancelAsync(id);

        job!.Status.ShouldBe(JobStatus.Cancelled);
        (await FindAsync(id)).ShouldBe(job);
        await StartAsync();
        await UntilAsync(await InsertOneAsync(Request("other")), JobStatus.Completed);
        Ran.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_running_job_is_stopped_and_cancelled_within_a_second()
    {
        Handle = WaitForStop;
        await StartAsync();
        var id = await InsertOneAsync(Request());
        await JobProbe.Until(() => !Ran.IsEmpty, "it runs", Token);
        var began = Stopwatch.GetTimestamp();

        (await CancelAsync(id))!.CancelRequestedAt.ShouldNotBeNull();

        await UntilAsync(id, JobStatus.Cancelled);
        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_job_that_ends_well_after_its_cancellation_was_asked_for_is_cancelled_without_effects()
    {
        using var go = new SemaphoreSlim(0);
        var applied = 0;
        Apply = (notes, _) => applied += notes.Count;
        Handle = async (context, _) =>
        {
            await go.WaitAsync(CancellationToken.None);
            context.Record(new Note("late"));
            context.Enqueue(Request("late child"));
            return JobOutcome.Done;
        };
        await StartAsync();
        var id = await InsertOneAsync(Request());
        await JobProbe.Until(() => !Ran.IsEmpty, "it runs", Token);
        await CancelAsync(id);

        go.Release();

        await UntilAsync(id, JobStatus.Cancelled);
        applied.ShouldBe(0);
        (await NumberAsync("select count(*) from jobs")).ShouldBe(1);
    }

    [Fact]
    public async Task A_parked_job_notes_the_wish_and_an_ended_one_does_not()
    {
        Handle = (context, _) => Task.FromResult(context.Data.Name == "park" ? JobOutcome.Parked : JobOutcome.Done);
        await StartAsync();
        var parked = await InsertOneAsync(Request("park"));
        var ended = await InsertOneAsync(Request());
        await UntilAsync(parked, job => job is { Status: JobStatus.InProgress, ProcessId: null }, "parked");
        await UntilAsync(ended, JobStatus.Completed);

        (await CancelAsync(parked))!.CancelRequestedAt.ShouldNotBeNull();
        (await CancelAsync(ended))!.CancelRequestedAt.ShouldBeNull();
        (await CancelAsync(99)).ShouldBeNull();
    }

    [Fact]
    public async Task A_closed_scan_runs_nothing_more_and_its_ten_thousand_jobs_end()
    {
        Handle = WaitForStop;
        await InsertAsync([.. Enumerable.Range(0, 10_000).Select(n => Request($"{n}") with { ScanId = 5 })]);
        var others = await InsertAsync([.. Enumerable.Range(0, 3).Select(n => Request("other") with { ScanId = 6 })]);
        await StartAsync();
        await JobProbe.Until(() => Ran.Count == 2, "two run", Token);
        Handle = (_, _) => Task.FromResult(JobOutcome.Done);
        var swept = 0;
        Step = commit => swept += commit.Closed.Count(job => job.ScanId == 5);
        var began = Stopwatch.GetTimestamp();

        await Database.WriteAsync(commit => Close(commit, 5, JobStatus.Cancelled), Token);

        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        await JobProbe.Until(async () => await OpenJobsAsync(5) == 0, "all ended", Token);
        (await NumberAsync("select count(*) from jobs where scan_id = 5 and status = 4")).ShouldBe(10_000);
        swept.ShouldBe(10_000);
        foreach (var other in others)
            await UntilAsync(other!.Value, JobStatus.Completed);
        Ran.Count(job => job.ScanId == 5).ShouldBe(2);
        await JobProbe.Until(async () => await NumberAsync("select count(*) from job_sweeps") == 0, "swept", Token);
    }

    [Fact]
    public async Task A_sweep_that_the_last_process_did_not_finish_is_finished_by_the_next()
    {
        await InsertAsync([.. Enumerable.Range(0, 5_000).Select(n => Request($"{n}") with { ScanId = 5 })]);
        await Database.WriteAsync(commit => Close(commit, 5, JobStatus.Failed), Token);
        await ReopenStoreAsync();

        await StartAsync();

        await JobProbe.Until(async () => await OpenJobsAsync(5) == 0, "all ended", Token);
        Ran.ShouldBeEmpty();
        (await NumberAsync("select count(*) from jobs where status = 3")).ShouldBe(5_000);
    }

    [Fact]
    public async Task A_deleted_library_ends_its_jobs_outside_scans_and_spares_what_is_queued_afterwards()
    {
        var own = await InsertOneAsync(Request() with { LibraryId = 1 });
        var scans = await InsertOneAsync(Request() with { LibraryId = 1, ScanId = 4 });
        var others = await InsertOneAsync(Request() with { LibraryId = 2 });
        var delete = await Database.WriteAsync(
            commit =>
            {
                commit.CloseLibrary(1, JobStatus.Failed, Gone);
                return commit.Insert([Request("delete") with { LibraryId = 1 }])[0]!.Value;
            },
            Token
        );

        await StartAsync();

        (await UntilAsync(own, JobStatus.Failed)).Error.ShouldBe(Gone);
        await UntilAsync(scans, JobStatus.Completed);
        await UntilAsync(others, JobStatus.Completed);
        await UntilAsync(delete, JobStatus.Completed);
    }

    [Fact]
    public async Task Closing_a_scan_closes_its_parked_jobs_too()
    {
        Handle = (_, _) => Task.FromResult(JobOutcome.Parked);
        await StartAsync();
        var id = await InsertOneAsync(Request() with { ScanId = 5 });
        await UntilAsync(id, job => job is { Status: JobStatus.InProgress, ProcessId: null }, "parked");

        await Database.WriteAsync(commit => Close(commit, 5, JobStatus.Failed), Token);

        await UntilAsync(id, JobStatus.Failed);
    }

    private static async Task<JobOutcome> WaitForStop(JobContext<Payload> context, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return JobOutcome.Done;
    }

    private static int Close(Commit commit, long scan, JobStatus status)
    {
        commit.CloseScan(scan, status, error: null);
        return 0;
    }

    private Task<Job?> CancelAsync(long id) => Database.WriteAsync(commit => commit.RequestCancel(id), Token);

    private Task<long> OpenJobsAsync(long scan) =>
        NumberAsync($"select count(*) from jobs where scan_id = {scan} and status < 2");
}
