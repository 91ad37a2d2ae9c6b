using Colophon.Jobs;

namespace Colophon.Server.Tests.Activity;

public sealed class CreateJobTests(IdleServer server) : IClassFixture<IdleServer>
{
    [Fact]
    [Trait("Req", "A1")]
    [Trait("Req", "A2")]
    public async Task A_scan_of_a_library_is_a_pending_job_with_its_options_filled_in()
    {
        var library = await server.LibraryAsync();
        var job = (await server.AskForScanAsync(library)).Expect(200);
        ((string?)job["type"]).ShouldBe("scan");
        ((string?)job["status"]).ShouldBe("pending");
        ((long?)job["library_id"]).ShouldBe(library);
        ((string?)job["queue"]).ShouldBe($"library:{library}");
        ((int)job["progress"]!).ShouldBe(0);
        job["data"]!
            .ToJsonString()
            .ShouldBe(
                """{"enable_caching":true,"enable_enrichment":true,"skip_asset_discovery":false,"skip_ffprobe":false,"max_directories":null,"enrichment_mode":"full","force":false,"path":null,"dry_run":false,"only_failed":false}"""
            );
        await server.EndScansAsync();
    }

    [Theory]
    [Trait("Req", "A2")]
    [InlineData("""{"type":"prune","data":{}}""", "type")]
    [InlineData("""{"type":"scan"}""", "data")]
    [InlineData("""{"type":"scan","data":{"bogus":1}}""", "data.bogus")]
    [InlineData("""{"type":"scan","data":{"force":"yes"}}""", "data.force")]
    [InlineData("""{"type":"scan","data":{"max_directories":0}}""", "data.max_directories")]
    [InlineData("""{"type":"scan","data":{"path":"/nowhere"}}""", "data.path")]
    [InlineData("""{"type":"scan","library_id":999999,"data":{}}""", "library_id")]
    [InlineData("""{"type":"scan","library_id":"1","data":{}}""", "library_id")]
    [InlineData("""{"type":"scan","data":{},"bogus":1}""", "bogus")]
    [InlineData("""{"type":"export","data":{"format":"xml"}}""", "data.format")]
    public async Task What_is_wrong_is_refused_by_name(string body, string field)
    {
        var answer = await server.Admin.SendAsync("POST", "/api/jobs", body);
        answer.ExpectProblem(400, "validation_failed").Fields.ShouldBe([field]);
    }

    [Fact]
    [Trait("Req", "A2")]
    public async Task Making_a_job_needs_the_permission_and_access_to_the_library()
    {
        var (mine, other) = (await server.LibraryAsync(), await server.LibraryAsync());
        var viewer = await server.Server.AsAsync("viewer");
        (await server.AskForScanAsync(mine, viewer)).ExpectProblem(403, "forbidden");
        (await viewer.SendAsync("GET", "/api/jobs")).ExpectProblem(403, "forbidden");
        var editor = await server.Server.AsAsync("editor", mine);
        (await server.AskForScanAsync(other, editor)).ExpectProblem(403, "library_forbidden");
        (await server.AskForScanAsync(null, editor)).ExpectProblem(403, "library_forbidden");
        (await server.AskForScanAsync(mine, editor)).Expect(200);
        (await server.Server.Anonymous().SendAsync("GET", "/api/jobs")).ExpectProblem(401, "unauthenticated");
        await server.EndScansAsync();
    }

    [Theory]
    [Trait("Req", "A3")]
    [InlineData(JobStatus.Pending)]
    [InlineData(JobStatus.InProgress)]
    public async Task An_active_scan_blocks_its_library_and_a_global_one_but_no_other(JobStatus status)
    {
        var (first, second) = (await server.LibraryAsync(), await server.LibraryAsync());
        var job = (long)(await server.AskForScanAsync(first)).Expect(200)["id"]!;
        await server.SetAsync(job, status);
        foreach (var target in new long?[] { first, null })
        {
            var refused = (await server.AskForScanAsync(target)).ExpectProblem(409, "scan_active");
            refused.Detail.ShouldBe("A scan job is already running or pending.");
            ((long)refused.Json["job_id"]!).ShouldBe(job);
        }
        (await server.AskForScanAsync(second)).Expect(200);
        await server.EndScansAsync();
    }

    [Fact]
    [Trait("Req", "A3")]
    public async Task A_global_scan_blocks_every_other_until_it_has_ended()
    {
        var library = await server.LibraryAsync();
        var global = (long)(await server.AskForScanAsync(null)).Expect(200)["id"]!;
        (await server.AskForScanAsync(library)).ExpectProblem(409, "scan_active");
        (await server.AskForScanAsync(null)).ExpectProblem(409, "scan_active");
        await server.SetAsync(global, JobStatus.Failed);
        (await server.AskForScanAsync(library)).Expect(200);
        await server.EndScansAsync();
    }

    [Fact]
    [Trait("Req", "A3")]
    public async Task Of_fifty_simultaneous_requests_exactly_one_wins()
    {
        var library = await server.LibraryAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(number => server.AskForScanAsync(number % 2 == 0 ? library : null))
        );
        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Code == "scan_active").ShouldBe(49);
        await server.EndScansAsync();
    }
}
