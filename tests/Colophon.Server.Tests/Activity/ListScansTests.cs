using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Scanning;

namespace Colophon.Server.Tests.Activity;

public sealed class ListScansTests(IdleServer server) : IClassFixture<IdleServer>
{
    private static readonly string[] Derived =
    [
        "library_name",
        "duration_ms",
        "estimated_time_remaining",
        "rate_limit",
        "health",
    ];

    [Fact]
    [Trait("Req", "C10")]
    public async Task A_scan_shows_every_column_of_its_row_and_what_follows_from_it()
    {
        var library = await server.LibraryAsync();
        var (_, scan) = await server.RunningScanAsync(library);
        var columns = await server.Server.Database.ReadAsync(
            read => Task.FromResult(Columns(read)),
            TestContext.Current.CancellationToken
        );
        server.Clock.Advance(TimeSpan.FromSeconds(5));
        var shown = await server.Admin.GetAsync($"/api/scans/{scan}");
        shown.AsObject().Select(member => member.Key).ShouldBe(columns.Concat(Derived), ignoreOrder: true);
        ((long)shown["duration_ms"]!).ShouldBe(5_000);
        ((string?)shown["health"]!["state"]).ShouldBe("ok");
        ((string?)shown["options"]!["enrichment_mode"]).ShouldBeNull();
        await server.EndScansAsync();
    }

    [Fact]
    [Trait("Req", "C10")]
    public async Task Scans_are_listed_newest_first_with_filters_and_without_what_a_user_may_not_see()
    {
        var (mine, other) = (await server.LibraryAsync(), await server.LibraryAsync());
        var (_, first) = await server.RunningScanAsync(mine);
        var (_, second) = await server.RunningScanAsync(mine);
        var (_, hidden) = await server.RunningScanAsync(other);
        await server.SqlAsync("update scans set status = 'failed' where id = @first", new { first });
        IdleServer.Ids(await server.Admin.GetAsync($"/api/scans?library_id={mine}"), "scans").ShouldBe([second, first]);
        IdleServer
            .Ids(await server.Admin.GetAsync($"/api/scans?library_id={mine}&status=failed"), "scans")
            .ShouldBe([first]);
        var editor = await server.Server.AsAsync("editor", mine);
        IdleServer.Ids(await editor.GetAsync("/api/scans"), "scans").ShouldBe([second, first]);
        (await editor.SendAsync("GET", $"/api/scans/{hidden}")).ExpectProblem(403, "library_forbidden");
        (await editor.SendAsync("GET", $"/api/scans/{hidden}/errors")).ExpectProblem(403, "library_forbidden");
        (await server.Admin.SendAsync("GET", "/api/scans?status=busy")).ExpectProblem(400, "validation_failed");
        (await server.Admin.SendAsync("GET", "/api/scans/999999")).ExpectProblem(404, "not_found");
        await server.EndScansAsync();
    }

    [Fact]
    [Trait("Req", "C16")]
    public async Task A_scan_leads_to_its_items_with_their_pictures()
    {
        var library = await server.LibraryAsync();
        var (job, scan) = await server.RunningScanAsync(library);
        await server.SqlAsync(
            """
            insert into scan_items (scan_id, item_id, kind, title, path, change, job_id) values
                (@scan, null, 'book', 'Emma', '/books/Emma', 'added', @job),
                (@scan, null, 'book', 'Persuasion', '/books/Persuasion', 'updated', @job)
            """,
            new { scan, job }
        );
        var all = await server.Admin.GetAsync($"/api/scans/{scan}/items");
        ((long)all["total"]!).ShouldBe(2);
        all["items"]![0]!
            .ToJsonString()
            .ShouldBe(
                $$"""{"item_id":null,"kind":"book","title":"Emma","path":"/books/Emma","change":"added","assets_queued":0,"assets_cached":0,"job_id":{{job}}}"""
            );
        var updated = await server.Admin.GetAsync($"/api/scans/{scan}/items?change=updated");
        updated["items"]!.AsArray().Select(item => (string?)item!["title"]).ShouldBe(["Persuasion"]);
        (await server.Admin.SendAsync("GET", $"/api/scans/{scan}/items?change=x")).ExpectProblem(
            400,
            "validation_failed"
        );
        await server.EndScansAsync();
    }

    [Fact]
    [Trait("Req", "C19")]
    public async Task A_scan_that_does_not_come_on_is_stalled_with_the_reason()
    {
        var library = await server.LibraryAsync();
        var (_, scan) = await server.RunningScanAsync(library);
        var unit = await server.JobAsync(JobTypes.DirectoryScan, library, scan);
        server.Clock.Advance(ScanHealth.Patience + TimeSpan.FromSeconds(1));
        (await ReasonAsync(scan)).ShouldBe("no_worker");
        await server.SetAsync(unit, JobStatus.InProgress);
        (await ReasonAsync(scan)).ShouldBe("blocked_job");
        await server.SetAsync(unit, JobStatus.Completed);
        (await ReasonAsync(scan)).ShouldBeNull();
        await server.EndScansAsync();
    }

    private async Task<string?> ReasonAsync(long scan)
    {
        var health = (await server.Admin.GetAsync($"/api/scans/{scan}"))["health"]!;
        ((string?)health["state"]).ShouldBe("stalled");
        health["since"].ShouldNotBeNull();
        return (string?)health["reason"];
    }

    private static List<string> Columns(System.Data.Common.DbConnection read)
    {
        using var command = read.CreateCommand();
        command.CommandText = "select * from scans limit 0";
        using var reader = command.ExecuteReader();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }
}
