using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Tests.Activity;

public sealed class CancelAndRetryTests(IdleServer server) : IClassFixture<IdleServer>
{
    [Fact]
    [Trait("Req", "C15")]
    public async Task A_pending_job_is_cancelled_at_once_and_an_ended_one_cannot_be()
    {
        var job = await server.JobAsync(JobTypes.Export);
        ((string?)(await CancelAsync(job)).Expect(200)["status"]).ShouldBe("cancelled");
        (await CancelAsync(job)).ExpectProblem(409, "wrong_state");
    }

    [Fact]
    [Trait("Req", "C15")]
    public async Task A_running_scan_is_asked_to_end_and_its_scans_are_marked()
    {
        var library = await server.LibraryAsync();
        var (job, scan) = await server.RunningScanAsync(library);
        await server.JobAsync(JobTypes.DirectoryScan, library, scan);
        var cancelled = (await CancelAsync(job)).Expect(200);
        cancelled["cancel_requested_at"].ShouldNotBeNull();
        (
            await server.ReadAsync<long?>("select cancelled_at from scans where id = @scan", new { scan })
        ).ShouldNotBeNull();
        await server.EndScansAsync();
    }

    [Fact]
    [Trait("Req", "C16")]
    public async Task A_scan_that_ended_badly_is_retried_as_a_job_of_its_own()
    {
        var library = await server.LibraryAsync();
        var job = await server.JobAsync(JobTypes.Scan, library, data: new { force = true });
        await server.SetAsync(job, JobStatus.Failed);
        var retried = (await RetryAsync(job, new { only_failed = true })).Expect(200);
        ((long)retried["retry_of"]!).ShouldBe(job);
        ((bool)retried["data"]!["only_failed"]!).ShouldBeTrue();
        ((bool)retried["data"]!["force"]!).ShouldBeTrue();
        ((string?)retried["status"]).ShouldBe("pending");
        (await RetryAsync(job)).ExpectProblem(409, "scan_active");
        await server.EndScansAsync();
    }

    [Fact]
    [Trait("Req", "C16")]
    public async Task A_completed_scan_is_retried_only_when_it_had_errors()
    {
        var library = await server.LibraryAsync();
        var (job, scan) = await server.RunningScanAsync(library);
        (await RetryAsync(job)).ExpectProblem(409, "wrong_state");
        await server.SetAsync(job, JobStatus.Completed);
        (await RetryAsync(job)).ExpectProblem(409, "wrong_state");
        await server.SqlAsync("update scans set errors_count = 1 where id = @scan", new { scan });
        (await RetryAsync(job)).Expect(200);
        await server.EndScansAsync();
    }

    [Fact]
    [Trait("Req", "C16")]
    public async Task A_failed_unit_of_a_running_scan_goes_back_to_waiting_and_takes_its_counts_back()
    {
        var library = await server.LibraryAsync();
        var (_, scan) = await server.RunningScanAsync(library);
        var unit = await FailedUnitAsync(library, scan);
        var retried = (await RetryAsync(unit)).Expect(200);
        ((long)retried["id"]!).ShouldBe(unit);
        ((string?)retried["status"]).ShouldBe("pending");
        ((long)retried["attempt"]!).ShouldBe(0);
        var shown = await server.Admin.GetAsync($"/api/scans/{scan}");
        ((long)shown["directories_scanned"]!).ShouldBe(2);
        ((long)shown["directories_failed"]!).ShouldBe(0);
        ((long)shown["errors_count"]!).ShouldBe(0);
        var errors = await server.Admin.GetAsync($"/api/scans/{scan}/errors");
        errors["errors"]![0]!["resolved_at"].ShouldNotBeNull();
        (await RetryAsync(unit)).ExpectProblem(409, "wrong_state");
        await server.EndScansAsync();
    }

    [Fact]
    [Trait("Req", "C16")]
    public async Task A_unit_cannot_be_retried_after_its_scan_has_ended()
    {
        var library = await server.LibraryAsync();
        var (job, scan) = await server.RunningScanAsync(library);
        var unit = await FailedUnitAsync(library, scan);
        await server.SqlAsync("update scans set status = 'completed', completed_at = 1 where id = @scan", new { scan });
        await server.SetAsync(job, JobStatus.Completed);
        (await RetryAsync(unit)).ExpectProblem(409, "scan_ended");
        var shown = await server.Admin.GetAsync($"/api/scans/{scan}");
        ((long)shown["directories_failed"]!).ShouldBe(1);
    }

    [Fact]
    [Trait("Req", "C16")]
    public async Task A_picture_that_failed_takes_its_count_by_type_back()
    {
        var library = await server.LibraryAsync();
        var (_, scan) = await server.RunningScanAsync(library);
        var data = new CacheAssetData(scan, "book", 1, "cover", "/x.jpg");
        var unit = await server.JobAsync(JobTypes.CacheAsset, library, scan, data);
        await server.SetAsync(unit, JobStatus.Failed);
        await server.SqlAsync(
            """
            update scans set assets_queued = 2, assets_cached = 2, assets_failed = 1,
                assets_by_type = '{"cover":{"cached":2,"queued":2}}' where id = @scan
            """,
            new { scan }
        );
        (await RetryAsync(unit)).Expect(200);
        var shown = await server.Admin.GetAsync($"/api/scans/{scan}");
        ((long)shown["assets_cached"]!).ShouldBe(1);
        ((long)shown["assets_failed"]!).ShouldBe(0);
        shown["assets_by_type"]!.ToJsonString().ShouldBe("""{"cover":{"cached":1,"queued":2}}""");
        await server.EndScansAsync();
    }

    private async Task<long> FailedUnitAsync(long library, long scan)
    {
        var unit = await server.JobAsync(JobTypes.DirectoryScan, library, scan);
        await server.SetAsync(unit, JobStatus.Failed);
        await server.SqlAsync(
            """
            update scans set directories_queued = 5, directories_total = 5, directories_scanned = 3, directories_failed = 1,
                errors_count = 1 where id = @scan
            """,
            new { scan }
        );
        await server.SqlAsync(
            """
            insert into scan_errors (scan_id, job_id, job_type, path, code, message, attempts, created_at)
            values (@scan, @unit, 'directory-scan', '/books/A', 'fault', 'It broke.', 3, 0)
            """,
            new { scan, unit }
        );
        return unit;
    }

    private Task<Answer> CancelAsync(long job) => server.Admin.SendAsync("POST", $"/api/jobs/{job}/cancel");

    private Task<Answer> RetryAsync(long job, object? body = null) =>
        server.Admin.SendAsync("POST", $"/api/jobs/{job}/retry", body);
}
