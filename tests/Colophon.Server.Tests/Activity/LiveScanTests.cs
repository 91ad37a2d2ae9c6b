using System.Globalization;
using Colophon.Server.Tests.Platform.Live;
using Colophon.Testing;

namespace Colophon.Server.Tests.Activity;

public sealed class LiveScanTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "C12")]
    [Trait("Req", "C14")]
    public async Task A_scan_is_told_from_its_first_folder_to_its_end_in_order()
    {
        var library = await WithBooksAsync("Told", 12);
        await using var listener = await server.ListenAsync(server.Admin);
        var job = (long)(await library.StartScanAsync())["id"]!;
        var heard = new List<Heard>();
        do heard.Add(await listener.NextAsync(_ => true, Token));
        while (heard[^1].Name != "job:changed" || heard[^1].Payload.GetProperty("progress").GetInt32() < 100);

        heard.Select(told => told.Seq).ShouldBeInOrder();
        heard
            .Where(told => told.Name == "scan:phase")
            .Select(told => told.Payload.GetProperty("phase").GetString())
            .ShouldBe(["scanning", "caching", "enriching", "completed"]);
        heard.Count(told => told.Name == "library:ready").ShouldBe(1);
        var completed = heard.Single(told => told.Name == "scan:completed").Payload;
        completed.GetProperty("status").GetString().ShouldBe("completed");
        completed.GetProperty("durationMs").GetInt64().ShouldBeGreaterThanOrEqualTo(0);

        var progress = heard.Where(told => told.Name == "scan:progress").Select(told => told.Payload).ToList();
        progress.ShouldAllBe(told => told.GetProperty("jobId").GetInt64() == job);
        var last = progress[^1];
        last.GetProperty("phase").GetString().ShouldBe("completed");
        last.GetProperty("libraryName").GetString().ShouldBe("Told");
        last.GetProperty("progress").GetProperty("scanning").GetProperty("percentage").GetInt32().ShouldBe(100);
        last.GetProperty("progress").GetProperty("caching").GetProperty("queued").GetInt64().ShouldBe(12);
        last.GetProperty("stats").GetProperty("itemsNew").GetInt64().ShouldBe(12);
    }

    [Fact]
    [Trait("Req", "C10")]
    [Trait("Req", "C16")]
    public async Task A_finished_scan_leads_from_its_job_to_its_items()
    {
        var library = await WithBooksAsync("Shown", 3);
        var job = await library.ScanAsync();
        ((string?)job["status"]).ShouldBe("completed");
        ((int)job["progress"]!).ShouldBe(100);
        var scan = await server.Admin.GetAsync($"/api/scans/{job["scan_ids"]![0]}");
        ((string?)scan["status"]).ShouldBe("completed");
        ((long)scan["directories_total"]!).ShouldBe(3);
        ((long)scan["items_new"]!).ShouldBe(3);
        ((string?)scan["library_name"]).ShouldBe("Shown");
        scan["completed_at"].ShouldNotBeNull();
        var items = await server.Admin.GetAsync($"/api/scans/{scan["id"]}/items?change=added");
        items["items"]!
            .AsArray()
            .Select(item => (string?)item!["title"])
            .Order()
            .ShouldBe(["Book 1", "Book 2", "Book 3"]);
        items["items"]!.AsArray().ShouldAllBe(item => (long)item!["assets_cached"]! == 1);
        var units = await server.Admin.GetAsync($"/api/jobs?scan_id={scan["id"]}&type=directory-scan");
        ((long)units["total"]!).ShouldBe(3);
        var next = await library.ScanAsync();
        ((string?)next["status"]).ShouldBe("completed");
    }

    [Fact]
    [Trait("Req", "C15")]
    public async Task A_running_scan_ends_cancelled_and_keeps_what_it_stored()
    {
        var library = await WithBooksAsync("Cancelled", 120);
        var job = (long)(await library.StartScanAsync())["id"]!;
        await using var listener = await server.ListenAsync(server.Admin);
        await listener.NextAsync(
            told =>
                told.Name == "scan:progress"
                && told.Payload.GetProperty("stats").GetProperty("itemsNew").GetInt64() > 0,
            Token
        );
        var asked = await server.Admin.SendAsync("POST", $"/api/jobs/{job}/cancel");
        asked.Status.ShouldBeOneOf(200, 409);
        var ended = await library.EndOfAsync(job);
        // On a fast machine the scan may have been quicker than the request.
        ((string?)ended["status"]).ShouldBe(asked.Status == 200 ? "cancelled" : "completed");
        var scan = await server.Admin.GetAsync($"/api/scans/{ended["scan_ids"]![0]}");
        ((string?)scan["status"]).ShouldBe((string?)ended["status"]);
        var books = await server.Admin.GetAsync($"/api/books?library_id={library.Id}&limit=500");
        ((long)books["total"]!).ShouldBeGreaterThanOrEqualTo(1);
        ((string?)(await library.ScanAsync())["status"]).ShouldBe("completed");
    }

    [Fact]
    [Trait("Req", "A5")]
    public async Task A_scan_touches_its_own_library_and_ends_with_it()
    {
        var (first, second) = (await WithBooksAsync("First", 2), await WithBooksAsync("Second", 2));
        await first.ScanAsync();
        var untouched = await server.Admin.GetAsync($"/api/books?library_id={second.Id}");
        ((long)untouched["total"]!).ShouldBe(0);
        var job = (long)(await second.StartScanAsync())["id"]!;
        await server.Admin.DeleteAsync($"/api/libraries/{second.Id}");
        var ended = await second.EndOfAsync(job);
        ((string?)ended["status"]).ShouldNotBe("pending");
        ((long?)ended["library_id"]).ShouldBe(second.Id);
        if ((string?)ended["status"] == "failed")
            ((string?)ended["error"]!["code"]).ShouldBe("library_gone");
        var refused = await server.Admin.SendAsync("POST", $"/api/jobs/{job}/retry");
        refused.Status.ShouldBe(409);
    }

    private async Task<LibraryOnDisk> WithBooksAsync(string name, int count)
    {
        var library = server.Library(name);
        for (var number = 1; number <= count; number++)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"Book {number}");
            library.With(
                $"Author {number}/{title}/{title}.epub",
                EpubBuilder.Titled(title).By($"Author {number}").GeneratedCover(number)
            );
        }
        return await library.AddAsync();
    }
}
