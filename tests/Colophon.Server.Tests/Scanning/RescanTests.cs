using Colophon.Testing;

namespace Colophon.Server.Tests.Scanning;

public sealed class RescanTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    [Trait("Req", "C10")]
    public async Task What_has_not_changed_is_not_read_again()
    {
        var library = await TwoBooksAsync("unchanged");

        await library.ScanAsync();

        var scan = await library.LastScanAsync();
        scan.Numbers("directories_found", "directories_unchanged", "directories_queued").ShouldBe([2, 2, 0]);
        scan.Numbers("items_found", "items_new", "items_updated", "assets_queued").ShouldBe([0, 0, 0, 0]);
    }

    [Fact]
    [Trait("Req", "C21")]
    public async Task A_changed_file_is_read_again_and_keeps_its_book()
    {
        var library = await TwoBooksAsync("changed");
        var before = (await library.BooksAsync()).Single(book => book!["title"].Text() == "One")!;

        library.With("One/One.epub", EpubBuilder.Titled("One, Revised").GeneratedCover(9));
        await library.ScanAsync();

        var scan = await library.LastScanAsync();
        scan.Numbers("directories_unchanged", "directories_queued", "items_new", "items_updated")
            .ShouldBe([1, 1, 0, 1]);
        var after = await server.Admin.GetAsync($"/api/books/{before["id"]}");
        after["title"].Text().ShouldBe("One, Revised");
    }

    [Fact]
    [Trait("Req", "C11")]
    public async Task Force_reads_everything()
    {
        var library = await TwoBooksAsync("forced");

        await library.ScanAsync(new { force = true });

        (await library.LastScanAsync()).Numbers("directories_queued", "items_updated", "items_new").ShouldBe([2, 2, 0]);
    }

    [Fact]
    [Trait("Req", "C11")]
    [Trait("Req", "C21")]
    public async Task A_path_limits_the_scan_to_what_lies_below_it()
    {
        var library = await server
            .Library("limited")
            .With("A/One/One.epub", EpubBuilder.Titled("One"))
            .With("B/Two/Two.epub", EpubBuilder.Titled("Two"))
            .AddAsync();

        await library.ScanAsync(new { path = "B" });
        (await library.TitlesAsync()).ShouldBe(["Two"]);

        await library.ScanAsync(new { path = library.PathOf("A/One") });
        (await library.TitlesAsync()).ShouldBe(["One", "Two"]);
        (await library.LastScanAsync()).Numbers("items_missing").ShouldBe([0]);
    }

    [Fact]
    [Trait("Req", "C11")]
    public async Task Max_directories_reads_the_first_ones()
    {
        var library = await server
            .Library("first")
            .With("A/A.epub", EpubBuilder.Titled("A"))
            .With("B/B.epub", EpubBuilder.Titled("B"))
            .With("C/C.epub", EpubBuilder.Titled("C"))
            .AddAsync();

        await library.ScanAsync(new { max_directories = 2 });

        (await library.TitlesAsync()).ShouldBe(["A", "B"]);
        (await library.LastScanAsync()).Numbers("directories_total", "items_missing").ShouldBe([2, 0]);
    }

    [Fact]
    [Trait("Req", "C11")]
    public async Task A_dry_run_counts_and_stores_nothing()
    {
        var library = await server
            .Library("dry")
            .With("One/One.epub", EpubBuilder.Titled("One").GeneratedCover(1))
            .AddAsync();

        (await library.ScanAsync(new { dry_run = true })).Status().ShouldBe("completed");

        var scan = await library.LastScanAsync();
        scan.Numbers("items_found", "items_new", "assets_queued").ShouldBe([1, 1, 0]);
        (await library.BooksAsync()).ShouldBeEmpty();
        var items = await server.Admin.GetAsync($"/api/scans/{scan["id"]}/items?change=added");
        items["items"]![0]!["title"].Text().ShouldBe("One");
        items["items"]![0]!["item_id"].ShouldBeNull();

        await library.ScanAsync();
        (await library.TitlesAsync()).ShouldBe(["One"]);
    }

    [Fact]
    [Trait("Req", "C11")]
    public async Task A_scan_that_asks_for_more_reads_what_one_that_asked_for_less_left_out()
    {
        var library = await server
            .Library("deeper")
            .With("One/One.epub", EpubBuilder.Titled("One").GeneratedCover(1))
            .AddAsync();

        await library.ScanAsync(new { enable_caching = false });
        (await library.LastScanAsync()).Numbers("items_new", "assets_queued").ShouldBe([1, 0]);

        await library.ScanAsync();
        (await library.LastScanAsync()).Numbers("directories_queued", "assets_cached").ShouldBe([1, 1]);
        (await library.OnlyBookAsync())["cover_url"].ShouldNotBeNull();
    }

    [Fact]
    [Trait("Req", "C16")]
    public async Task Only_what_failed_is_read_when_a_scan_is_retried_so()
    {
        var library = await server
            .Library("retried")
            .With("Good/Good.epub", EpubBuilder.Titled("Good"))
            .With("Bad/Bad.epub", EpubBuilder.Titled("Mended").Without("META-INF/container.xml"))
            .AddAsync();
        var first = await library.ScanAsync();
        (await library.LastScanAsync()).Numbers("errors_count").ShouldBe([1]);
        library.With("Bad/Bad.epub", EpubBuilder.Titled("Mended"));

        var retry = await server.Admin.PostAsync($"/api/jobs/{first["id"]}/retry", new { only_failed = true });
        await library.EndOfAsync((long)retry["id"]!);

        ((long)retry["retry_of"]!).ShouldBe((long)first["id"]!);
        (await library.LastScanAsync()).Numbers("directories_queued", "errors_count").ShouldBe([1, 0]);
        (await library.TitlesAsync()).ShouldBe(["Good", "Mended"]);
    }

    [Fact]
    [Trait("Req", "A10")]
    public async Task A_global_scan_scans_every_library_and_fails_when_one_fails()
    {
        var whole = await server.Library("whole").With("One/One.epub", EpubBuilder.Titled("One")).AddAsync();
        var gone = await server.Library("gone").With("Two/Two.epub", EpubBuilder.Titled("Two")).AddAsync();
        Directory.Move(gone.Folder, gone.Folder + ".away");

        var job = await server.Admin.PostAsync("/api/jobs", new { type = "scan", data = new { } });
        var ended = await whole.EndOfAsync((long)job["id"]!);

        ended.Status().ShouldBe("failed");
        ended["error"]!["code"].Text().ShouldBe("root_unavailable");
        ended["error"]!["message"].Text()!.ShouldContain("gone");
        (await whole.LastScanAsync())["status"].Text().ShouldBe("completed");
        (await gone.LastScanAsync())["status"].Text().ShouldBe("failed");
        (await whole.TitlesAsync()).ShouldBe(["One"]);
    }

    private async Task<LibraryOnDisk> TwoBooksAsync(string name)
    {
        var library = await server
            .Library(name)
            .With("One/One.epub", EpubBuilder.Titled("One").GeneratedCover(1))
            .With("Two/Two.epub", EpubBuilder.Titled("Two"))
            .AddAsync();
        await library.ScanAsync();
        (await library.LastScanAsync()).Numbers("items_new").ShouldBe([2]);
        return library;
    }
}
