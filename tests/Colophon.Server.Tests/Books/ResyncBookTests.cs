using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;

namespace Colophon.Server.Tests.Books;

public sealed class ResyncBookTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private const string Path = "Book/Book.epub";

    [Fact]
    [Trait("Req", "B1")]
    public async Task A_resync_answers_the_updated_book_and_makes_no_job()
    {
        var (library, book) = await BookAsync("inline", EpubBuilder.Titled("Before"));
        var jobs = await JobsAsync();
        library.With(Path, EpubBuilder.Titled("After"));

        var answer = await ResyncAsync(book);

        answer["title"].Text().ShouldBe("After");
        answer["failed_files"]!.AsArray().ShouldBeEmpty();
        answer["removed_files"]!.AsArray().ShouldBeEmpty();
        (await JobsAsync()).ShouldBe(jobs);
    }

    [Fact]
    [Trait("Req", "B1")]
    public async Task A_file_is_resynced_at_both_addresses_and_answered_as_a_file()
    {
        var (library, book) = await BookAsync("addresses", EpubBuilder.Titled("One").Publisher("Before"));
        var file = FileOf(book);
        library.With(Path, EpubBuilder.Titled("One").Publisher("Between"));
        (await server.Admin.PostAsync($"/api/books/files/{file}/resync"))["publisher"].Text().ShouldBe("Between");

        library.With(Path, EpubBuilder.Titled("One").Publisher("After"));
        (await server.Admin.PostAsync($"/api/files/{file}/resync", new { refresh = false }))["publisher"]
            .Text()
            .ShouldBe("After");
    }

    [Theory]
    [Trait("Req", "B1")]
    [Trait("Req", "B4")]
    [InlineData("/api/books/999999/resync")]
    [InlineData("/api/books/x/resync")]
    [InlineData("/api/books/files/999999/resync")]
    [InlineData("/api/files/none/resync")]
    public async Task What_is_not_there_cannot_be_resynced(string address) =>
        (await server.Admin.SendAsync("POST", address, new { })).ExpectProblem(404, "not_found");

    [Fact]
    [Trait("Req", "B1")]
    public async Task A_resync_needs_the_permission_and_the_library()
    {
        var (library, book) = await BookAsync("allowed", EpubBuilder.Titled("Allowed"));
        var viewer = await server.AsAsync("viewer", library.Id);
        (await viewer.SendAsync("POST", $"/api/books/{book["id"]}/resync")).ExpectProblem(403, "forbidden");
        var stranger = await server.WithoutLibrariesAsync("editor");
        var refused = await stranger.SendAsync("POST", $"/api/books/{book["id"]}/resync");
        refused.ExpectProblem(403, "library_forbidden");
        refused.Detail.ShouldBe("You don't have access to this library");
    }

    [Fact]
    [Trait("Req", "B1")]
    public async Task A_body_with_a_field_nobody_knows_is_refused()
    {
        var (_, book) = await BookAsync("body", EpubBuilder.Titled("Body"));

        var answer = await server.Admin.SendAsync("POST", $"/api/books/{book["id"]}/resync", new { refesh = true });

        answer.ExpectProblem(400, "validation_failed");
    }

    [Fact]
    [Trait("Req", "B2")]
    public async Task Scanning_for_new_metadata_leaves_a_persons_word_and_takes_the_rest()
    {
        var (library, book) = await BookAsync("priorities", EpubBuilder.Titled("Before").Subtitle("Old"));
        await server.Admin.PatchAsync($"/api/books/{book["id"]}", new { title = "Mine" });
        library.With(Path, EpubBuilder.Titled("After").Subtitle("New"));

        var answer = await ResyncAsync(book);

        answer["title"].Text().ShouldBe("Mine");
        answer["subtitle"].Text().ShouldBe("New");
        answer["sources"]!["title"].Text().ShouldBe("manual");
        answer["sources"]!["subtitle"].Text().ShouldBe("embedded");
    }

    [Fact]
    [Trait("Req", "B3")]
    public async Task A_refresh_overwrites_a_persons_word_but_not_a_lock()
    {
        var (_, book) = await BookAsync("refresh", EpubBuilder.Titled("Of the file").By("Author"));
        var id = book["id"];
        await server.Admin.PatchAsync(
            $"/api/books/{id}",
            new { title = "Mine", authors = new[] { new { name = "Somebody else" } } }
        );
        await server.Admin.SendAsync("PUT", $"/api/items/{id}/locks/authors");

        var answer = await ResyncAsync(book, refresh: true);

        answer["title"].Text().ShouldBe("Of the file");
        answer["sort_title"].Text().ShouldBe("Of the file");
        answer["authors"]![0]!["name"].Text().ShouldBe("Somebody else");
        answer["locks"]!.AsArray().Select(field => field.Text()).ShouldBe(["authors"]);
    }

    [Fact]
    [Trait("Req", "B3")]
    public async Task An_empty_value_overwrites_nothing_in_either_mode()
    {
        var (library, book) = await BookAsync("empty", EpubBuilder.Titled("Full").Subjects("Poetry").Subtitle("Sub"));
        await server.Admin.PatchAsync($"/api/books/{book["id"]}", new { description = "By hand" });
        library.With(Path, EpubBuilder.Titled("Full"));

        foreach (var refresh in new[] { false, true })
        {
            var answer = await ResyncAsync(book, refresh);
            answer["genres"]!.AsArray().Select(genre => genre.Text()).ShouldBe(["Poetry"]);
            answer["subtitle"].Text().ShouldBe("Sub");
            answer["description"].Text().ShouldBe("By hand");
        }
    }

    [Fact]
    [Trait("Req", "B3")]
    public async Task Refreshing_one_file_leaves_what_was_said_of_the_other()
    {
        var library = server
            .Library("one of two")
            .With("Book/Book.epub", EpubBuilder.Titled("Book").Publisher("Of one"))
            .With("Other/Other.epub", EpubBuilder.Titled("Other").Publisher("Of the other"));
        await (await library.AddAsync()).ScanAsync();
        var files = (await library.BooksAsync()).Select(FileOf).ToList();
        foreach (var file in files)
            await server.Admin.PatchAsync($"/api/books/files/{file}", new { publisher = "By hand" });

        var refreshed = await server.Admin.PostAsync($"/api/books/files/{files[0]}/resync", new { refresh = true });

        refreshed["publisher"].Text().ShouldBe("Of one");
        (await server.Admin.GetAsync($"/api/books/files/{files[1]}"))["publisher"].Text().ShouldBe("By hand");
    }

    [Fact]
    [Trait("Req", "B4")]
    public async Task A_file_that_cannot_be_parsed_loses_nothing_that_was_stored()
    {
        var (library, book) = await BookAsync("broken", EpubBuilder.Titled("Whole").By("Author"));
        library.With(Path, EpubBuilder.Titled("Whole").Without("META-INF/container.xml"));

        var ofFile = await server.Admin.SendAsync("POST", $"/api/books/files/{FileOf(book)}/resync", new { });
        var ofBook = await server.Admin.SendAsync("POST", $"/api/books/{book["id"]}/resync", new { refresh = true });

        ofFile.ExpectProblem(422, "parse_failed").Detail.ShouldStartWith("Failed to parse EPUB: ");
        ofBook.ExpectProblem(422, "parse_failed").Detail.ShouldStartWith("Failed to parse EPUB: ");
        var after = await library.OnlyBookAsync();
        after["title"].Text().ShouldBe("Whole");
        after["authors"]![0]!["name"].Text().ShouldBe("Author");
        after["files"]![0]!["error"].ShouldNotBeNull();
    }

    [Fact]
    [Trait("Req", "B5")]
    public async Task The_last_file_that_is_gone_takes_its_book_along_and_both_revive()
    {
        var (library, book) = await BookAsync("gone", EpubBuilder.Titled("Gone"));
        library.With("Rest/Rest.epub", EpubBuilder.Titled("Rest"));
        await library.ScanAsync();
        await server.Admin.PatchAsync($"/api/books/{book["id"]}", new { title = "Mine" });
        library.Without("Book");

        var answer = await server.Admin.PostAsync($"/api/books/files/{FileOf(book)}/resync", new { });

        answer.ToJsonString().ShouldBe("""{"book_deleted":true,"deleted":true}""");
        (await server.Admin.SendAsync("GET", $"/api/books/{book["id"]}")).ExpectProblem(404, "not_found");
        (await server.Admin.SendAsync("GET", $"/api/books/files/{FileOf(book)}")).ExpectProblem(404, "not_found");
        (await server.Admin.SendAsync("POST", $"/api/books/{book["id"]}/resync")).ExpectProblem(404, "not_found");
        (await library.TitlesAsync()).ShouldBe(["Rest"]);
        (await library.TitlesAsync("&missing=true")).ShouldBe(["Mine"]);

        library.With("Back/Back.epub", EpubBuilder.Titled("Gone"));
        await library.ScanAsync();
        (await server.Admin.GetAsync($"/api/books/{book["id"]}"))["title"].Text().ShouldBe("Mine");
    }

    [Fact]
    [Trait("Req", "B5")]
    [Trait("Req", "B6")]
    public async Task A_book_whose_every_file_is_gone_is_deleted()
    {
        var (library, book) = await BookAsync("all gone", EpubBuilder.Titled("All gone"));
        library.With("Rest/Rest.epub", EpubBuilder.Titled("Rest")).Without("Book");

        var answer = await server.Admin.PostAsync($"/api/books/{book["id"]}/resync", new { });

        answer.ToJsonString().ShouldBe("""{"deleted":true}""");
    }

    [Theory]
    [Trait("Req", "B5")]
    [InlineData("missing")]
    [InlineData("emptied")]
    public async Task Nothing_is_deleted_when_the_whole_root_is_not_there(string how)
    {
        var library = server
            .Library($"root {how}")
            .With(Path, EpubBuilder.Titled("First"))
            .With("Other/Other.epub", EpubBuilder.Titled("Other"));
        await (await library.AddAsync()).ScanAsync();
        var book = (await library.BooksAsync())[0]!;
        library.Without("Book").Without("Other");
        if (how == "missing")
            Directory.Delete(library.Folder);

        var ofBook = await server.Admin.SendAsync("POST", $"/api/books/{book["id"]}/resync", new { });
        var ofFile = await server.Admin.SendAsync("POST", $"/api/files/{FileOf(book)}/resync", new { });

        ofBook.ExpectProblem(409, "root_unavailable");
        ofFile.ExpectProblem(409, "root_unavailable");
        (await library.TitlesAsync()).ShouldBe(["First", "Other"]);
    }

    [Fact]
    [Trait("Req", "B7")]
    public async Task A_resync_finds_a_cover_that_was_put_beside_the_book()
    {
        var (library, book) = await BookAsync("cover", EpubBuilder.Titled("Cover"));
        book["cover_url"].ShouldBeNull();
        library.With("Book/cover.png", TinyPng.Cover(200, 300, seed: 4));

        await ResyncAsync(book);

        await JobProbe.Until(
            async () => (await library.OnlyBookAsync())["cover_url"] is not null,
            "the cover",
            TestContext.Current.CancellationToken
        );
    }

    [Fact]
    [Trait("Req", "B13")]
    public async Task A_dry_run_tells_each_field_that_would_change_and_changes_nothing()
    {
        var (library, book) = await BookAsync("dry", EpubBuilder.Titled("Of the file"));
        await server.Admin.PatchAsync($"/api/books/{book["id"]}", new { title = "Mine" });
        library.With(Path, EpubBuilder.Titled("Of the file").Subjects("Poetry").Publisher("Printers"));
        var before = (await library.OnlyBookAsync()).ToJsonString();

        var preview = await server.Admin.PostAsync(
            $"/api/books/{book["id"]}/resync",
            new { refresh = true, dry_run = true }
        );

        var changes = preview["changes"]!.AsArray().ToDictionary(change => change!["field"].Text()!, change => change!);
        changes.Keys.ShouldBe(["title", "sort_title", "genres", "publisher"], ignoreOrder: true);
        changes["title"]["before"].Text().ShouldBe("Mine");
        changes["title"]["after"].Text().ShouldBe("Of the file");
        changes["title"]["source_before"].Text().ShouldBe("manual");
        changes["title"]["source_after"].Text().ShouldBe("embedded");
        changes["publisher"]["file_id"]!.GetValue<long>().ShouldBe(FileOf(book));
        (await library.OnlyBookAsync()).ToJsonString().ShouldBe(before);
        (await ResyncAsync(book, refresh: true))["title"].Text().ShouldBe("Of the file");
    }

    [Fact]
    [Trait("Req", "B13")]
    public async Task A_dry_run_names_files_that_are_gone_and_keeps_them()
    {
        var (library, book) = await BookAsync("dry gone", EpubBuilder.Titled("Still there"));
        library.With("Rest/Rest.epub", EpubBuilder.Titled("Rest")).Without("Book");

        var preview = await server.Admin.PostAsync($"/api/books/{book["id"]}/resync", new { dry_run = true });

        preview["removed_files"]!.AsArray().Select(id => id!.GetValue<long>()).ShouldBe([FileOf(book)]);
        (await server.Admin.GetAsync($"/api/books/{book["id"]}"))["title"].Text().ShouldBe("Still there");
    }

    [Fact]
    public async Task A_resync_of_something_that_changed_since_it_was_seen_is_refused()
    {
        var (_, book) = await BookAsync("seen", EpubBuilder.Titled("Seen"));
        var careful = await server.AsAsync("editor", (long)book["library_id"]!);
        careful.Headers["If-Match"] = "\"1\"";
        (await careful.SendAsync("POST", $"/api/books/{book["id"]}/resync", new { })).Expect(200);
        await server.Admin.PatchAsync($"/api/books/{book["id"]}", new { title = "Changed" });

        var refused = await careful.SendAsync("POST", $"/api/books/{book["id"]}/resync", new { refresh = true });

        refused.ExpectProblem(412, "item_changed");
    }

    private async Task<(LibraryOnDisk Library, JsonNode Book)> BookAsync(string name, EpubBuilder epub)
    {
        var library = server.Library(name).With(Path, epub);
        await (await library.AddAsync()).ScanAsync();
        return (library, await library.OnlyBookAsync());
    }

    private static long FileOf(JsonNode? book) => (long)book!["files"]![0]!["id"]!;

    private Task<JsonNode> ResyncAsync(JsonNode book, bool refresh = false) =>
        server.Admin.PostAsync($"/api/books/{book["id"]}/resync", new { refresh });

    private async Task<long> JobsAsync() =>
        (long)
            (await server.Admin.GetAsync("/api/jobs?type=scan&type=resync&type=directory-scan&type=export&limit=1"))[
                "total"
            ]!;
}
