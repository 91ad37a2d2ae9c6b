using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Scanning;
using Dapper;

namespace Colophon.Server.Tests.Activity;

[Trait("Req", "C12")]
public sealed class LiveJobsTests(IdleServer server) : IClassFixture<IdleServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "A9")]
    public async Task A_job_that_begins_and_ends_is_told_to_those_who_may_know()
    {
        var (mine, other) = (await server.LibraryAsync(), await server.LibraryAsync());
        var editor = await server.Server.AsAsync("editor", mine);
        await using var listener = await server.Server.ListenAsync(editor);
        await server.AskForScanAsync(other);
        var job = (long)(await server.AskForScanAsync(mine)).Expect(200)["id"]!;
        var told = await listener.NextAsync("job:changed", Token);
        told.Payload.GetRawText()
            .ShouldBe(
                $$"""{"seq":{{told.Seq}},"jobId":{{job}},"type":"scan","status":"pending","libraryId":{{mine}},"progress":0}"""
            );
        await editor.PostAsync($"/api/jobs/{job}/cancel");
        var ended = await listener.NextAsync("job:changed", Token);
        ended.Payload.GetProperty("status").GetString().ShouldBe("cancelled");
        await server.EndScansAsync();
    }

    [Fact]
    [Trait("Req", "A11")]
    public async Task The_log_of_a_watched_job_is_told_as_it_grows()
    {
        var job = await server.JobAsync(JobTypes.Export);
        await using var listener = await server.Server.ListenAsync(server.Admin);
        await listener.WatchAsync(job, Token);
        await LogAsync(job, "Reading folders");
        var told = await listener.NextAsync("job:log", Token);
        told.Payload.GetProperty("jobId").GetInt64().ShouldBe(job);
        var line = told.Payload.GetProperty("logs")[0];
        line.GetProperty("message").GetString().ShouldBe("Reading folders");
        line.GetProperty("level").GetString().ShouldBe("info");
        line.GetProperty("id").GetInt64().ShouldBeGreaterThan(0);
        await listener.UnwatchAsync(job, Token);
        await LogAsync(job, "Not heard");
        await listener.WatchAsync(job, Token);
        await LogAsync(job, "Heard");
        var next = await listener.NextAsync("job:log", Token);
        next.Payload.GetProperty("logs")[0].GetProperty("message").GetString().ShouldBe("Heard");
    }

    [Fact]
    [Trait("Req", "A2")]
    public async Task A_job_of_a_library_one_may_not_see_cannot_be_watched()
    {
        var (mine, other) = (await server.LibraryAsync(), await server.LibraryAsync());
        var job = await server.JobAsync(JobTypes.Scan, other);
        server.Server.Log.Expect("WatchJob");
        var editor = await server.Server.AsAsync("editor", mine);
        await using var listener = await server.Server.ListenAsync(editor);
        var refused = await Should.ThrowAsync<Microsoft.AspNetCore.SignalR.HubException>(() =>
            listener.WatchAsync(job, Token)
        );
        refused.Message.ShouldContain("You don't have access to this library");
        await server.EndScansAsync();
    }

    [Fact]
    public async Task Progress_of_a_scan_job_is_told_by_whole_percents()
    {
        var library = await server.LibraryAsync();
        var (job, scan) = await server.RunningScanAsync(library);
        await using var listener = await server.Server.ListenAsync(server.Admin);
        foreach (var scanned in new[] { 1, 1, 2 })
            await server.WriteAsync(commit =>
            {
                commit.State<ScansTouched>().Ids.Add(scan);
                return commit.Connection.Execute(
                    "update scans set directories_queued = 4, directories_total = 4, directories_scanned = @scanned where id = @scan",
                    new { scan, scanned },
                    commit.Transaction
                );
            });
        (await ProgressAsync()).ShouldBe(25);
        (await ProgressAsync()).ShouldBe(50);
        await server.EndScansAsync();

        async Task<int> ProgressAsync()
        {
            var told = await listener.NextAsync(
                heard => heard.Name == "job:changed" && heard.Payload.GetProperty("jobId").GetInt64() == job,
                Token
            );
            return told.Payload.GetProperty("progress").GetInt32();
        }
    }

    [Fact]
    public async Task What_was_missed_is_caught_up_without_libraries_one_may_not_see()
    {
        var (mine, other) = (await server.LibraryAsync(), await server.LibraryAsync());
        var editor = await server.Server.AsAsync("editor", mine);
        var before = await editor.GetAsync("/api/events");
        await using var listener = await server.Server.ListenAsync(server.Admin);
        await server.AskForScanAsync(other);
        var job = (long)(await server.AskForScanAsync(mine)).Expect(200)["id"]!;
        await listener.NextAsync(heard => heard.Payload.GetProperty("jobId").GetInt64() == job, Token);
        var missed = await editor.GetAsync($"/api/events?after={before["seq"]}&epoch={before["epoch"]}");
        ((bool)missed["reset"]!).ShouldBeFalse();
        missed["events"]!.AsArray().Select(told => (long)told!["payload"]!["jobId"]!).ShouldBe([job]);
        var restarted = await editor.GetAsync($"/api/events?after={before["seq"]}&epoch=other");
        ((bool)restarted["reset"]!).ShouldBeTrue();
        await server.EndScansAsync();
    }

    [Fact]
    [Trait("Req", "A2")]
    public async Task Who_signs_out_is_cut_off()
    {
        var editor = await server.Server.AsAsync("editor");
        await using var listener = await server.Server.ListenAsync(editor);
        (await editor.SendAsync("POST", "/api/auth/logout")).Status.ShouldBe(204);
        await listener.Closed.WaitAsync(Token);
    }

    private Task<int> LogAsync(long job, string text) =>
        server.WriteAsync(commit =>
        {
            commit.Log(job, JobLogLevel.Info, text);
            return 0;
        });
}
