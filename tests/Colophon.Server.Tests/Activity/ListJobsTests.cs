using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Tests.Activity;

public sealed class ListJobsTests(IdleServer server) : IClassFixture<IdleServer>
{
    [Fact]
    [Trait("Req", "A4")]
    public async Task Jobs_are_listed_newest_first_by_pages_with_a_total()
    {
        var library = await server.LibraryAsync();
        var made = new List<long>();
        for (var number = 0; number < 12; number++)
        {
            // Three at a time share their time: the id decides.
            if (number % 3 == 0)
                server.Clock.Advance(TimeSpan.FromSeconds(1));
            made.Add(await server.JobAsync(JobTypes.Resync, library));
        }
        made.Reverse();
        var address = $"/api/jobs?type=resync&library_id_or_global={library}";
        var first = await server.Admin.GetAsync(address);
        IdleServer.Ids(first, "jobs").ShouldBe(made.Take(10));
        ((long)first["total"]!).ShouldBe(12);
        IdleServer.Ids(await server.Admin.GetAsync($"{address}&limit=5&offset=9"), "jobs").ShouldBe(made.Skip(9));
    }

    [Fact]
    [Trait("Req", "A4")]
    public async Task Filters_narrow_the_list()
    {
        var (library, other) = (await server.LibraryAsync(), await server.LibraryAsync());
        var failed = await server.JobAsync(JobTypes.Scan, library);
        await server.SetAsync(failed, JobStatus.Failed);
        var pending = await server.JobAsync(JobTypes.Export, library);
        var global = await server.JobAsync(JobTypes.Scan);
        await server.SetAsync(global, JobStatus.Completed);
        var elsewhere = await server.JobAsync(JobTypes.Scan, other);
        var seen = await IdsAsync($"library_id_or_global={library}&limit=100");
        seen.ShouldContain(failed);
        seen.ShouldContain(pending);
        seen.ShouldContain(global);
        seen.ShouldNotContain(elsewhere);
        // Other tests of this server leave global jobs behind, which the filter lets through as it should.
        long[] mine = [failed, pending, global, elsewhere];
        var ended = await IdsAsync(
            $"library_id_or_global={library}&type=scan&status=failed&status=completed&limit=100"
        );
        ended.Where(mine.Contains).ShouldBe([global, failed]);
        var waiting = await IdsAsync($"library_id_or_global={library}&status=pending&limit=100");
        waiting.Where(mine.Contains).ShouldBe([pending]);
    }

    [Fact]
    [Trait("Req", "A4")]
    public async Task Units_of_scans_are_listed_only_when_they_are_asked_for()
    {
        var library = await server.LibraryAsync();
        var (job, scan) = await server.RunningScanAsync(library);
        var unit = await server.JobAsync(JobTypes.DirectoryScan, library, scan);
        (await IdsAsync("limit=100")).ShouldNotContain(unit);
        (await IdsAsync("limit=100")).ShouldContain(job);
        (await IdsAsync($"scan_id={scan}")).ShouldBe([unit]);
        (await IdsAsync("type=directory-scan&limit=100")).ShouldContain(unit);
    }

    [Theory]
    [Trait("Req", "A4")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("offset=-1", "offset")]
    [InlineData("status=running", "status")]
    [InlineData("type=scann", "type")]
    [InlineData("library_id_or_global=x", "library_id_or_global")]
    public async Task Out_of_range_is_refused(string query, string field)
    {
        var answer = await server.Admin.SendAsync("GET", $"/api/jobs?{query}");
        answer.ExpectProblem(400, "validation_failed").Fields.ShouldBe([field]);
    }

    [Fact]
    [Trait("Req", "A2")]
    public async Task Jobs_of_libraries_a_user_may_not_see_are_left_out_and_refused()
    {
        var (mine, other) = (await server.LibraryAsync(), await server.LibraryAsync());
        var visible = await server.JobAsync(JobTypes.Scan, mine);
        var hidden = await server.JobAsync(JobTypes.Scan, other);
        var global = await server.JobAsync(JobTypes.Scan);
        var editor = await server.Server.AsAsync("editor", mine);
        var seen = IdleServer.Ids(await editor.GetAsync("/api/jobs?limit=100"), "jobs");
        seen.ShouldContain(visible);
        seen.ShouldContain(global);
        seen.ShouldNotContain(hidden);
        (await editor.SendAsync("GET", $"/api/jobs/{hidden}")).ExpectProblem(403, "library_forbidden");
        (await editor.SendAsync("GET", $"/api/jobs/{hidden}/logs")).ExpectProblem(403, "library_forbidden");
        (await editor.SendAsync("POST", $"/api/jobs/{hidden}/cancel")).ExpectProblem(403, "library_forbidden");
        (await editor.SendAsync("POST", $"/api/jobs/{global}/cancel")).ExpectProblem(403, "library_forbidden");
        (await editor.SendAsync("GET", "/api/jobs/999999")).ExpectProblem(404, "not_found");
        (await editor.SendAsync("GET", "/api/jobs/abc")).ExpectProblem(404, "not_found");
    }

    [Fact]
    [Trait("Req", "A11")]
    public async Task Progress_is_nothing_until_the_walk_is_sealed_then_what_has_ended_and_100_only_when_completed()
    {
        var library = await server.LibraryAsync();
        var (job, scan) = await server.RunningScanAsync(library);
        await CountAsync("discovery_completed_at = null, directories_queued = 4, directories_scanned = 2");
        (await ProgressAsync()).ShouldBe(0);
        await CountAsync(
            "discovery_completed_at = 1, directories_queued = 4, assets_queued = 3, enrichment_queued = 2"
        );
        await CountAsync("directories_scanned = 4, assets_cached = 1, enrichment_completed = 1");
        (await ProgressAsync()).ShouldBe(66);
        await CountAsync("assets_cached = 3, enrichment_completed = 2");
        (await ProgressAsync()).ShouldBe(99);
        await server.SetAsync(job, JobStatus.Completed);
        (await ProgressAsync()).ShouldBe(100);

        Task CountAsync(string set) => server.SqlAsync($"update scans set {set} where id = @scan", new { scan });

        async Task<int> ProgressAsync() => (int)(await server.Admin.GetAsync($"/api/jobs/{job}"))["progress"]!;
    }

    [Fact]
    [Trait("Req", "C16")]
    public async Task A_job_tells_its_failed_tries_and_pages_through_its_log()
    {
        var job = await server.JobAsync(JobTypes.Export);
        await server.WriteAsync(commit =>
        {
            foreach (
                var (level, text) in new[]
                {
                    (JobLogLevel.Debug, "one"),
                    (JobLogLevel.Info, "two"),
                    (JobLogLevel.Warn, "three"),
                }
            )
                commit.Log(job, level, text, """{"folder":"A"}""");
            commit.Log(job, JobLogLevel.Error, "It broke.", """{"failed_attempt":{"attempt":1,"code":"fault"}}""");
            return 0;
        });
        var shown = await server.Admin.GetAsync($"/api/jobs/{job}");
        shown["errors"]!.AsArray().Count.ShouldBe(1);
        ((string?)shown["errors"]![0]!["code"]).ShouldBe("fault");
        ((string?)shown["errors"]![0]!["message"]).ShouldBe("It broke.");
        var page = await server.Admin.GetAsync($"/api/jobs/{job}/logs?level=info&limit=2");
        page["logs"]!.AsArray().Select(line => (string?)line!["message"]).ShouldBe(["two", "three"]);
        ((string?)page["logs"]![1]!["level"]).ShouldBe("warn");
        ((string?)page["logs"]![0]!["data"]!["folder"]).ShouldBe("A");
        ((long)page["total"]!).ShouldBe(3);
        var last = (long)page["logs"]![1]!["id"]!;
        var rest = await server.Admin.GetAsync($"/api/jobs/{job}/logs?after={last}");
        rest["logs"]!.AsArray().Select(line => (string?)line!["message"]).ShouldBe(["It broke."]);
        (await server.Admin.SendAsync("GET", $"/api/jobs/{job}/logs?level=loud")).ExpectProblem(
            400,
            "validation_failed"
        );
        (await server.Admin.SendAsync("GET", $"/api/jobs/{job}/logs?limit=501")).ExpectProblem(
            400,
            "validation_failed"
        );
    }

    private async Task<IReadOnlyList<long>> IdsAsync(string query) =>
        IdleServer.Ids(await server.Admin.GetAsync($"/api/jobs?{query}"), "jobs");
}
