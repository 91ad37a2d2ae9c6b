using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;

namespace Colophon.Server.Tests.Books;

/// <summary>From a folder of comics to what the pages show.</summary>
public sealed class ComicScanTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "B7")]
    public async Task A_comic_shows_what_ComicInfo_says()
    {
        var library = await server
            .Library("comicinfo")
            .With(
                "Saga/saga-001-hd.cbz",
                CbzBuilder
                    .OfPages(3)
                    .Info("Title", "The Beginning")
                    .Info("Series", "Saga")
                    .Info("Number", "1")
                    .Info("Volume", "2012")
                    .Info("Writer", "Brian K. Vaughan")
                    .Info("Penciller", "Fiona Staples")
                    .Info("CoverArtist", "Fiona Staples")
                    .Info("Translator", "Tom Trans")
                    .Info("Publisher", "Image")
                    .Info("Imprint", "Skybound")
                    .Info("Genre", "Action, Adventure")
                    .Info("Tags", "space")
                    .Info("Year", "2012")
                    .Info("Month", "3")
                    .Info("LanguageISO", "en")
                    .Info("Summary", "It begins.")
                    .Info("GTIN", "9780306406157")
                    .PageNote("Image=\"1\" Type=\"FrontCover\" Bookmark=\"Two\"")
                    .Build()
            )
            .AddAsync();

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var book = await library.OnlyBookAsync();
        book["title"].Text().ShouldBe("The Beginning");
        book["description"].Text().ShouldBe("It begins.");
        Credits(book["authors"]!)
            .ShouldBe(["Brian K. Vaughan:writer", "Fiona Staples:penciller", "Fiona Staples:cover_artist"]);
        Credits(book["contributors"]!).ShouldBe(["Tom Trans:translator"]);
        Series(book).ShouldBe(("Saga", 1, null, "chapter"));
        book["genres"]!.AsArray().Select(genre => genre.Text()).ShouldBe(["Action", "Adventure"]);
        book["tags"]!.AsArray().Select(tag => tag.Text()).ShouldBe(["space"]);
        var file = book["files"]![0]!;
        (file["file_type"].Text(), file["name"].Text(), (long)file["page_count"]!).ShouldBe(
            ("cbz", "The Beginning", 3)
        );
        (file["publisher"].Text(), file["imprint"].Text(), file["release_date"].Text()).ShouldBe(
            ("Image", "Skybound", "2012-03")
        );
        file["identifiers"]![0]!["type"].Text().ShouldBe("isbn_13");
        file["chapters"]![0]!["title"].Text().ShouldBe("Two");
        ((int)file["chapters"]![0]!["page"]!).ShouldBe(1);
        file["error"].ShouldBeNull();
        (await CoverAsync(book)).ShouldBe(CbzBuilder.Page(2));
    }

    [Theory]
    [InlineData(null, "3", null, null, "Saga v003", null)]
    [InlineData(null, "3", "2012", null, "Saga c003", "chapter")]
    [InlineData(null, "1-3", null, "TPB", "Saga v001-003", "volume")]
    [InlineData(null, null, "7", null, "Saga v007", "volume")]
    [InlineData("Own", "3", null, null, "Own", null)]
    public async Task A_comic_without_a_title_is_named_by_its_place_in_the_series(
        string? title,
        string? number,
        string? volume,
        string? format,
        string name,
        string? unit
    )
    {
        var comic = CbzBuilder.OfPages(1).Info("Series", "Saga");
        foreach (
            var (element, text) in new[]
            {
                ("Title", title),
                ("Number", number),
                ("Volume", volume),
                ("Format", format),
            }
        )
        {
            if (text is not null)
                comic.Info(element, text);
        }
        var library = await server.Library($"named {name} {unit}").With("x/whatever.cbz", comic.Build()).AddAsync();

        await library.ScanAsync();

        var book = await library.OnlyBookAsync();
        book["files"]![0]!["name"].Text().ShouldBe(name);
        Series(book).Unit.ShouldBe(unit);
    }

    [Fact]
    public async Task Comics_of_one_folder_are_a_book_each_and_the_folder_is_their_series()
    {
        var library = await server
            .Library("one folder")
            .With("Bone/v01.cbz", CbzBuilder.OfPages(1, 1).Build())
            .With("Bone/Bone v02 (1995).cbz", CbzBuilder.OfPages(1, 2).Build())
            .With("Bone/Bone c012.5.cbz", CbzBuilder.OfPages(1, 3).Build())
            .AddAsync();

        await library.ScanAsync();

        var books = await library.BooksAsync("&sort=title");
        books
            .Select(book => (book!["title"].Text(), Series(book)))
            .ShouldBe(
                [
                    ("Bone c012.5", ("Bone", 12.5, null, "chapter")),
                    ("Bone v001", ("Bone", 1, null, "volume")),
                    ("Bone v002", ("Bone", 2, null, "volume")),
                ],
                ignoreOrder: true
            );
        books.ShouldAllBe(book => book!["authors"]!.AsArray().Count == 0);
        books.ShouldAllBe(book => book!["sources"]!["series"].Text() == "path");
    }

    [Fact]
    public async Task Issues_of_one_title_stay_apart_also_when_they_are_read_again()
    {
        var library = await server.Library("one title").With("S/S 001.cbz", Titled("Annual", 1)).AddAsync();
        await library.ScanAsync();
        var first = (await library.OnlyBookAsync())["id"]!.GetValue<long>();

        library.With("S/S 002.cbz", Titled("Annual", 2));
        await library.ScanAsync();
        await library.ScanAsync(new { force = true });

        var books = await library.BooksAsync();
        books.Count.ShouldBe(2);
        books.ShouldContain(book => (long)book!["id"]! == first);
    }

    [Fact]
    [Trait("Req", "C5")]
    public async Task CBR_and_CB7_are_read_and_their_covers_kept()
    {
        var library = await server
            .Library("foreign")
            .With("Rar/Rar 001.cbr", StoredRar.Of(("2.png", CbzBuilder.Page(2)), ("1.png", CbzBuilder.Page(1))))
            .With("Seven/whatever.cb7", TinySevenZip.Comic())
            .With("Rar/Rar 002.cbz", StoredRar.Of(("1.png", CbzBuilder.Page(3))))
            .AddAsync();

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var scan = await library.LastScanAsync();
        scan.Numbers("assets_cached", "assets_failed", "errors_count").ShouldBe([3, 0, 0]);
        var books = (await library.BooksAsync()).ToDictionary(book => book!["title"].Text()!, book => book!);
        books.Keys.ShouldBe(["Rar c001", "Rar c002", "Seven v007"], ignoreOrder: true);
        (await CoverAsync(books["Rar c001"])).ShouldBe(CbzBuilder.Page(1));
        (await CoverAsync(books["Rar c002"])).ShouldBe(CbzBuilder.Page(3));
        var renamed = await server.Admin.GetAsync($"/api/books/{books["Rar c002"]["id"]}");
        renamed["files"]![0]!["warnings"]![0]!["code"].Text().ShouldBe("comic.other_container");
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task A_broken_comic_is_an_error_of_the_scan_and_a_finding_on_the_file()
    {
        var rar = StoredRar.Of(("1.png", CbzBuilder.Page(1)), ("2.png", CbzBuilder.Page(2)));
        var library = await server
            .Library("broken comics")
            .With("A/Good 001.cbz", CbzBuilder.OfPages(1).Build())
            .With("B/Cut 001.cbr", rar[..(rar.Length / 2)])
            .With("C/Cut 001.cbz", CbzBuilder.OfPages(2).Build()[..200])
            .With("D/Odd 001.cbz", CbzBuilder.OfPages(1).Entry("ComicInfo.xml", "<no").Build())
            .AddAsync();

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var scan = await library.LastScanAsync();
        scan.Numbers("items_found", "errors_count").ShouldBe([4, 2]);
        var errors = await server.Admin.GetAsync($"/api/scans/{scan["id"]}/errors");
        errors["errors"]!
            .AsArray()
            .Select(error => error!["code"].Text())
            .ShouldBe(["archive.damaged", "zip.truncated"], ignoreOrder: true);
        errors["errors"]!
            .AsArray()
            .ShouldContain(error => error!["message"].Text()!.StartsWith("Failed to parse CBR: "));
        var broken = await library.BooksAsync("&has_error=true");
        broken.Count.ShouldBe(2);
        var detail = await server.Admin.GetAsync($"/api/books/{broken[0]!["id"]}");
        detail["files"]![0]!["error"]!["code"].Text().ShouldBeOneOf("archive.damaged", "zip.truncated");
    }

    private static byte[] Titled(string title, int seed) =>
        CbzBuilder.OfPages(1, seed).Info("Title", title).Info("Series", "S").Info("Number", $"{seed}").Build();

    private static (string? Name, double? Number, double? End, string? Unit) Series(JsonNode book)
    {
        var entry = book["series"]![0]!;
        return (entry["name"].Text(), (double?)entry["number"], (double?)entry["number_end"], entry["unit"].Text());
    }

    private static IEnumerable<string> Credits(JsonNode people) =>
        people.AsArray().Select(person => $"{person!["name"]}:{person["role"]}");

    private async Task<byte[]> CoverAsync(JsonNode book)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", server.Admin.CookieHeader);
        return await http.GetByteArrayAsync(new Uri(server.Address, book["cover_url"].Text()), Token);
    }
}
