using System.Net;
using System.Text.Json.Nodes;
using Colophon.Formats.Pictures;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;

namespace Colophon.Server.Tests.Books.Pages;

public sealed class PageTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_pages_of_a_comic_are_listed_in_reading_order()
    {
        var (file, _) = await ScanAsync(
            "listed",
            "S 001.cbz",
            CbzBuilder
                .Empty()
                .Entry("p/10.jpg", CbzBuilder.Page(10))
                .Entry("p/2.png", CbzBuilder.Page(2))
                .Info("Manga", "YesAndRightToLeft")
                .PageNote("Image=\"1\" Type=\"FrontCover\" ImageWidth=\"40\" ImageHeight=\"60\"")
                .Build()
        );

        var list = await server.Admin.GetAsync($"/api/books/files/{file}/pages");

        ((long)list["total"]!, list["reading_direction"].Text(), (int)list["cover_index"]!).ShouldBe((2, "rtl", 1));
        var last = list["pages"]![1]!;
        ((int)last["index"]!, last["name"].Text(), last["media_type"].Text()).ShouldBe((1, "10.jpg", "image/jpeg"));
        ((int)last["width"]!, (int)last["height"]!, (int?)list["pages"]![0]!["width"]).ShouldBe((40, 60, null));
    }

    [Theory]
    [InlineData("cbz")]
    [InlineData("cbr")]
    public async Task A_page_is_served_as_what_it_is(string format)
    {
        var content =
            format == "cbz"
                ? CbzBuilder.OfPages(2).Build()
                : StoredRar.Of(("001.png", CbzBuilder.Page(1)), ("002.png", CbzBuilder.Page(2)));
        var (file, _) = await ScanAsync($"served {format}", $"S 001.{format}", content);
        var version = (await server.Admin.GetAsync($"/api/books/files/{file}/pages"))["version"].Text();

        using var page = await GetAsync($"/api/books/files/{file}/pages/1?v={version}");

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await page.Content.ReadAsByteArrayAsync(Token)).ShouldBe(CbzBuilder.Page(2));
        page.Headers.CacheControl!.ToString().ShouldContain("immutable");
        page.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        using var again = await GetAsync($"/api/books/files/{file}/pages/1", page.Headers.ETag!.ToString());
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        again.Headers.CacheControl!.ToString().ShouldNotContain("immutable");
        Directory.GetFiles(Path.Combine(server.DataFolder, "cache", "taken-out")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_makes_a_page_the_cover_and_it_survives_a_scan()
    {
        var (file, library) = await ScanAsync("cover page", "S 001.cbz", CbzBuilder.OfPages(3).Build());

        var chosen = await server.Admin.PostAsync($"/api/books/files/{file}/cover-page", new { page = 2 });

        chosen["cover_url"].ShouldNotBeNull();
        await library.ScanAsync(new { force = true });
        using var cover = await GetAsync($"/api/items/{chosen["book_id"]}/cover");
        (await cover.Content.ReadAsByteArrayAsync(Token)).ShouldBe(CbzBuilder.Page(3));
        (await server.Admin.SendAsync("POST", $"/api/books/files/{file}/cover-page", new { page = 3 })).ExpectProblem(
            400,
            "validation_failed"
        );
    }

    [Fact]
    public async Task A_page_of_a_file_that_changed_has_another_version()
    {
        var (file, library) = await ScanAsync("changed", "S 001.cbz", CbzBuilder.OfPages(1).Build());
        var before = await server.Admin.GetAsync($"/api/books/files/{file}/pages");
        using var first = await GetAsync($"/api/books/files/{file}/pages/0");

        library.With("S/S 001.cbz", CbzBuilder.OfPages(2, seed: 7).Build());

        var after = await server.Admin.GetAsync($"/api/books/files/{file}/pages");
        ((long)after["total"]!).ShouldBe(2);
        after["version"].Text().ShouldNotBe(before["version"].Text());
        using var page = await GetAsync(
            $"/api/books/files/{file}/pages/0?v={before["version"]}",
            first.Headers.ETag!.ToString()
        );
        (await page.Content.ReadAsByteArrayAsync(Token)).ShouldBe(CbzBuilder.Page(7));
        page.Headers.CacheControl!.ToString().ShouldNotContain("immutable");
    }

    [Fact]
    public async Task A_page_is_made_smaller_when_a_width_is_asked()
    {
        var (file, _) = await ScanAsync(
            "small",
            "S 001.cbz",
            CbzBuilder.Empty().Entry("1.png", TinyPng.Cover(800, 1200, 5)).Build()
        );

        using var page = await GetAsync($"/api/books/files/{file}/pages/0?width=300");
        using var whole = await GetAsync($"/api/books/files/{file}/pages/0?width=9999");

        PictureFacts.Sniff(await page.Content.ReadAsByteArrayAsync(Token))!.Width.ShouldBe(320);
        PictureFacts.Sniff(await whole.Content.ReadAsByteArrayAsync(Token))!.Width.ShouldBe(800);
        (await server.Admin.SendAsync("GET", $"/api/books/files/{file}/pages/0?width=0")).ExpectProblem(
            400,
            "validation_failed"
        );
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("%PDF-1.4")]
    public async Task What_is_no_picture_is_never_served(string content)
    {
        var (file, _) = await ScanAsync(
            $"evil {content.Length}",
            "S 001.cbz",
            CbzBuilder.OfPages(1).Entry("002.png", content).Build()
        );

        (await server.Admin.SendAsync("GET", $"/api/books/files/{file}/pages/1")).ExpectProblem(422, "parse_failed");
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var (file, library) = await ScanAsync("absent", "S 001.cbz", CbzBuilder.OfPages(1).Build());
        foreach (var path in new[] { $"{file}/pages/1", $"{file}/pages/-1", "999999/pages", "999999/pages/0" })
            (await server.Admin.SendAsync("GET", $"/api/books/files/{path}")).ExpectProblem(404, "not_found");

        library.Without("S/S 001.cbz");

        (await server.Admin.SendAsync("GET", $"/api/books/files/{file}/pages/0")).ExpectProblem(404, "not_found");
    }

    [Fact]
    public async Task A_file_without_pages_and_a_broken_one_say_so()
    {
        var library = await server
            .Library("no pages")
            .With("E/E.epub", EpubBuilder.Titled("E"))
            .With("B/B 001.cbr", StoredRar.Of(("1.png", CbzBuilder.Page(1)))[..60])
            .AddAsync();
        await library.ScanAsync();
        var files = (await library.BooksAsync()).ToDictionary(
            book => book!["files"]![0]!["file_type"].Text()!,
            book => (long)book!["files"]![0]!["id"]!
        );

        (await server.Admin.SendAsync("GET", $"/api/books/files/{files["epub"]}/pages")).ExpectProblem(
            404,
            "not_found"
        );
        var broken = await server.Admin.SendAsync("GET", $"/api/books/files/{files["cbr"]}/pages");
        broken.ExpectProblem(422, "parse_failed").Detail!.ShouldStartWith("Failed to parse CBR: ");
    }

    [Fact]
    public async Task A_file_that_became_a_link_out_of_the_library_is_not_served()
    {
        var (file, library) = await ScanAsync("linked", "S 001.cbz", CbzBuilder.OfPages(1).Build());
        var outside = Path.Combine(server.DataFolder, "outside.cbz");
        await File.WriteAllBytesAsync(outside, CbzBuilder.OfPages(1).Build(), Token);
        library.Without("S/S 001.cbz");
        File.CreateSymbolicLink(library.PathOf("S/S 001.cbz"), outside);

        (await server.Admin.SendAsync("GET", $"/api/books/files/{file}/pages/0")).ExpectProblem(404, "not_found");
    }

    [Fact]
    public async Task Pages_of_a_library_one_may_not_see_are_refused()
    {
        var (file, _) = await ScanAsync("secret", "S 001.cbz", CbzBuilder.OfPages(1).Build());
        var stranger = await server.WithoutLibrariesAsync("viewer");

        foreach (var path in new[] { "pages", "pages/0" })
            (await stranger.SendAsync("GET", $"/api/books/files/{file}/{path}")).ExpectProblem(
                403,
                "library_forbidden"
            );
        (await server.Anonymous().SendAsync("GET", $"/api/books/files/{file}/pages")).ExpectProblem(
            401,
            "unauthenticated"
        );
    }

    private async Task<(long File, LibraryOnDisk Library)> ScanAsync(string name, string file, byte[] content)
    {
        var library = await server.Library(name).With($"S/{file}", content).AddAsync();
        await library.ScanAsync();
        JsonNode book = (await library.BooksAsync())[0]!;
        return ((long)book["files"]![0]!["id"]!, library);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? tag = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, path));
        request.Headers.TryAddWithoutValidation("Cookie", server.Admin.CookieHeader);
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await http.SendAsync(request, Token);
    }
}
