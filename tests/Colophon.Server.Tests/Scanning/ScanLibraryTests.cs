using Colophon.Testing;

namespace Colophon.Server.Tests.Scanning;

public sealed class ScanLibraryTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    [Trait("Req", "C1")]
    [Trait("Req", "C4")]
    public async Task A_book_shows_what_its_file_says()
    {
        var library = await server
            .Library("shown")
            .With(
                "Ursula K. Le Guin/The Dispossessed/The Dispossessed.epub",
                EpubBuilder
                    .Titled("The Dispossessed")
                    .Subtitle("An Ambiguous Utopia")
                    .By("Ursula K. Le Guin", "Le Guin, Ursula K.")
                    .Credit("Ann Translator", "trl")
                    .InSeries("Hainish Cycle", 6)
                    .Isbn("9780060125639")
                    .Language("en")
                    .Publisher("Harper & Row")
                    .Published("1974-05-01")
                    .Subjects("Science Fiction")
                    .GeneratedCover(7)
            )
            .AddAsync();

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var book = await library.OnlyBookAsync();
        book["title"].Text().ShouldBe("The Dispossessed");
        book["sort_title"].Text().ShouldBe("Dispossessed, The");
        book["subtitle"].Text().ShouldBe("An Ambiguous Utopia");
        book["authors"]![0]!["name"].Text().ShouldBe("Ursula K. Le Guin");
        book["authors"]![0]!["sort_name"].Text().ShouldBe("Le Guin, Ursula K.");
        book["contributors"]![0]!["role"].Text().ShouldBe("translator");
        book["series"]![0]!["name"].Text().ShouldBe("Hainish Cycle");
        ((double)book["series"]![0]!["number"]!).ShouldBe(6);
        book["genres"]!.AsArray().Select(genre => genre.Text()).ShouldBe(["Science Fiction"]);
        book["sources"]!["title"].Text().ShouldBe("embedded");
        book["state"].Text().ShouldBe("discovered");
        var file = book["files"]![0]!;
        file["file_type"].Text().ShouldBe("epub");
        file["publisher"].Text().ShouldBe("Harper & Row");
        file["release_date"].Text().ShouldBe("1974-05-01");
        file["language"].Text().ShouldBe("en");
        file["identifiers"]!.AsArray().ShouldContain(identifier => identifier!["value"].Text() == "9780060125639");
        file["name"].Text().ShouldBe("The Dispossessed");
        book["cover_url"].Text().ShouldNotBeNull();
    }

    [Fact]
    [Trait("Req", "C3")]
    [Trait("Req", "C10")]
    public async Task Counters_say_what_the_scan_met()
    {
        var library = await server
            .Library("counted")
            .With("A/One/One.epub", EpubBuilder.Titled("One").By("A").GeneratedCover(1))
            .With("A/Two/Two.epub", EpubBuilder.Titled("Two").By("A"))
            .With("Loose.epub", EpubBuilder.Titled("Loose"))
            .With(".hidden/Never.epub", EpubBuilder.Titled("Never"))
            .With("Draft.epub.part", "half")
            .With("Skip/.nomedia", "")
            .With("Skip/Deep/Never.epub", EpubBuilder.Titled("Never"))
            .AddAsync();

        await library.ScanAsync();

        var scan = await library.LastScanAsync();
        scan["status"].Text().ShouldBe("completed");
        scan.Numbers("directories_found", "directories_unchanged", "directories_queued").ShouldBe([3, 0, 3]);
        scan.Numbers("directories_total", "directories_scanned", "directories_failed").ShouldBe([3, 3, 0]);
        scan.Numbers("directories_ignored").ShouldBe([3]);
        scan.Numbers("items_found", "items_new", "items_updated", "items_missing").ShouldBe([3, 3, 0, 0]);
        scan.Numbers("assets_queued", "assets_cached", "assets_failed", "errors_count").ShouldBe([1, 1, 0, 0]);
        ((long)scan["assets_by_type"]!["cover"]!["cached"]!).ShouldBe(1);
        foreach (var time in new[] { "started_at", "discovery_completed_at", "reconciled_at", "scanning_completed_at" })
            scan[time].ShouldNotBeNull(time);
        scan["caching_completed_at"].ShouldNotBeNull();
        scan["completed_at"].ShouldNotBeNull();
    }

    [Fact]
    [Trait("Req", "C2")]
    [Trait("Req", "C9")]
    public async Task An_empty_library_passes_through_every_phase()
    {
        var library = await server.Library("empty").AddAsync();

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var scan = await library.LastScanAsync();
        scan.Numbers("directories_found", "directories_total", "items_found").ShouldBe([0, 0, 0]);
        scan["caching_completed_at"].ShouldNotBeNull();
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task A_broken_file_is_an_error_of_the_scan_and_stops_nothing()
    {
        var library = await server
            .Library("broken")
            .With("Good/Good.epub", EpubBuilder.Titled("Good"))
            .With("Bad/Bad Book.epub", EpubBuilder.Titled("Bad").Without("META-INF/container.xml"))
            .With("Picture/Picture.epub", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70, 73, 70])
            .AddAsync();

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var scan = await library.LastScanAsync();
        scan.Numbers("directories_scanned", "directories_failed", "errors_count").ShouldBe([3, 2, 2]);
        scan["last_error"].Text().ShouldNotBeNull();
        var errors = await server.Admin.GetAsync($"/api/scans/{scan["id"]}/errors");
        var error = errors["errors"]!.AsArray().Single(row => row!["code"].Text() == "epub.container_missing")!;
        error["path"].Text().ShouldBe(library.PathOf("Bad/Bad Book.epub"));
        // The damaged book is there, named by its path; a picture that calls itself a book is not.
        var books = await library.BooksAsync();
        books.Select(book => book!["title"].Text()).ShouldBe(["Bad", "Good"]);
        var bad = books.Single(book => book!["title"].Text() == "Bad")!;
        var detail = await server.Admin.GetAsync($"/api/books/{bad["id"]}");
        detail["files"]![0]!["error"]!["code"].Text().ShouldBe("epub.container_missing");
        (await library.BooksAsync("&has_error=true")).Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Req", "C14")]
    [Trait("Req", "C12")]
    public async Task Everything_is_told_as_it_happens()
    {
        var library = await server
            .Library("told")
            .With("One/One.epub", EpubBuilder.Titled("One").GeneratedCover(3))
            .AddAsync();
        var before = await server.Admin.GetAsync("/api/events?after=0");

        await library.ScanAsync();

        var events = await server.Admin.GetAsync($"/api/events?after={before["seq"]}&epoch={before["epoch"]}");
        var mine = events["events"]!
            .AsArray()
            .Where(told => (long?)told!["payload"]!["libraryId"] == library.Id)
            .ToList();
        mine.Where(told => told!["name"].Text() == "scan:phase")
            .Select(told => told!["payload"]!["phase"].Text())
            .ShouldBe(["scanning", "caching", "enriching", "completed"]);
        mine.ShouldContain(told => told!["name"].Text() == "library:ready");
        var last = mine.Last(told => told!["name"].Text() == "scan:progress")!["payload"]!;
        last["phase"].Text().ShouldBe("completed");
        ((long)last["stats"]!["itemsNew"]!).ShouldBe(1);
        mine.Count(told => told!["name"].Text() == "scan:completed").ShouldBe(1);
    }
}
