using Colophon.Server.Platform.Hosting;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Microsoft.AspNetCore.Builder;

namespace Colophon.Server.Tests.Nodes;

/// <summary>Several processes' worth of servers on one PostgreSQL database.</summary>
public sealed class SharedDatabaseTests
{
    private const string OnlyShared = "A database of its own has one process.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "D5")]
    public async Task A_worker_runs_what_a_node_without_work_queues_and_its_pages_show_it_live()
    {
        Assert.SkipUnless(TestDatabase.IsShared, OnlyShared);
        await using var pages = await ColophonServer.StartAsync(role: NodeRole.Pages);
        var library = pages.Library();
        for (var n = 1; n <= 20; n++)
            library.With($"Book {n}/Book {n}.epub", EpubBuilder.Titled($"Book {n}"));
        await library.AddAsync();
        await using var listener = await pages.ListenAsync(pages.Admin);
        await using var worker = await StartWorkerAsync(pages);

        await library.ScanAsync();

        var scan = (await pages.Admin.GetAsync($"/api/scans?library_id={library.Id}"))["scans"]![0]!;
        ((long)scan["items_new"]!).ShouldBe(20);
        ((long)scan["assets_cached"]!).ShouldBe((long)scan["assets_queued"]!);
        await listener.NextAsync(live => live.Name == "scan:completed", Token);
        await worker.StopAsync(Token);
    }

    [Fact]
    [Trait("Req", "B1")]
    public async Task A_resync_asked_of_a_node_without_work_is_done_by_a_worker_while_the_caller_waits()
    {
        Assert.SkipUnless(TestDatabase.IsShared, OnlyShared);
        await using var pages = await ColophonServer.StartAsync(role: NodeRole.Pages);
        var library = await pages.Library().With("A/A.epub", EpubBuilder.Titled("Before")).AddAsync();
        await using var worker = await StartWorkerAsync(pages);
        await library.ScanAsync();
        var book = $"/api/books/{(long)(await library.OnlyBookAsync())["id"]!}";
        library.With("A/A.epub", EpubBuilder.Titled("After").Description("Longer than before."));

        var preview = await pages.Admin.PostAsync($"{book}/resync", new { dry_run = true });
        var careful = await pages.AsAsync("editor", library.Id);
        careful.Headers["If-Match"] = "\"999\"";
        var stale = await careful.SendAsync("POST", $"{book}/resync", new { });
        var after = await pages.Admin.PostAsync($"{book}/resync", new { });

        preview["changes"]!.AsArray().Single(change => (string?)change!["field"] == "title")!["after"]!
            .GetValue<string>()
            .ShouldBe("After");
        stale.ExpectProblem(412, "item_changed");
        ((string?)after["title"]).ShouldBe("After");
        await worker.StopAsync(Token);
    }

    [Fact]
    public async Task Without_a_worker_the_caller_is_told_and_nothing_is_left_waiting()
    {
        Assert.SkipUnless(TestDatabase.IsShared, OnlyShared);
        var clock = new TestClock();
        await using var pages = await ColophonServer.StartAsync(clock, role: NodeRole.Pages);
        var library = await pages.Library().With("A/A.epub", EpubBuilder.Titled("A")).AddAsync();
        await using (var worker = await StartWorkerAsync(pages))
        {
            await library.ScanAsync();
            await worker.StopAsync(Token);
        }
        var id = (long)(await library.OnlyBookAsync())["id"]!;

        var asked = pages.Admin.SendAsync("POST", $"/api/books/{id}/resync", new { });
        await JobProbe.Until(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return asked.IsCompleted;
            },
            "the answer",
            Token
        );

        (await asked).ExpectProblem(503, "no_worker");
        ((string?)(await pages.Admin.GetAsync("/api/jobs?type=resync-item"))["jobs"]![0]!["status"]).ShouldBe(
            "cancelled"
        );
    }

    [Fact]
    public async Task A_session_ended_on_one_node_is_ended_on_the_others_at_once()
    {
        Assert.SkipUnless(TestDatabase.IsShared, OnlyShared);
        await using var here = await ColophonServer.StartAsync();
        await using var there = Program.Build(OptionsOf(here, NodeRole.PagesAndWork));
        await there.StartAsync(Token);
        var user = await here.AsAsync("viewer");
        using var elsewhere = user.On(new Uri(there.Urls.Single()));
        (await elsewhere.SendAsync("GET", "/api/auth/me")).Status.ShouldBe(200);

        await user.PostAsync("/api/auth/logout", new { }, expected: 204);

        await JobProbe.Until(
            async () => (await elsewhere.SendAsync("GET", "/api/auth/me")).Status == 401,
            "the other node has heard of it",
            Token
        );
        await there.StopAsync(Token);
    }

    private static async Task<WebApplication> StartWorkerAsync(ColophonServer pages)
    {
        var worker = Program.Build(OptionsOf(pages, NodeRole.Work));
        await worker.StartAsync(Token);
        return worker;
    }

    private static ServerOptions OptionsOf(ColophonServer server, NodeRole role) =>
        new()
        {
            DataFolder = server.DataFolder,
            Database = server.DatabaseAddress,
            Role = role,
            Readers = 2,
            Urls = ["http://127.0.0.1:0"],
        };
}
