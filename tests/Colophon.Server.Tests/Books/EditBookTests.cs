using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;

namespace Colophon.Server.Tests.Books;

public sealed class EditBookTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private const string Path = "Book/Book.epub";

    [Fact]
    [Trait("Req", "D1")]
    public async Task Each_field_sent_becomes_a_persons_word_and_the_others_stay()
    {
        var book = await BookAsync("edit", EpubBuilder.Titled("Before").By("Author").Subjects("Poetry"));

        var edited = await server.Admin.PatchAsync(
            Address(book),
            new
            {
                title = "The After",
                series = new[] { new { name = "Cycle", number = 1.5 } },
                tags = new[] { "to read" },
            }
        );

        edited["title"].Text().ShouldBe("The After");
        edited["sort_title"].Text().ShouldBe("After, The");
        edited["series"]![0]!["number"]!.GetValue<double>().ShouldBe(1.5);
        edited["tags"]![0].Text().ShouldBe("to read");
        edited["genres"]![0].Text().ShouldBe("Poetry");
        edited["sources"]!["title"].Text().ShouldBe("manual");
        edited["sources"]!["authors"].Text().ShouldBe("embedded");
        (await server.Admin.GetAsync($"/api/books?q=after cycle&library_id={book["library_id"]}"))["total"]!
            .GetValue<long>()
            .ShouldBe(1);
    }

    [Fact]
    [Trait("Req", "D1")]
    public async Task Null_clears_on_purpose_and_survives_a_scan_until_a_refresh()
    {
        var library = server.Library("cleared").With(Path, EpubBuilder.Titled("Cleared").Subtitle("Sub"));
        await (await library.AddAsync()).ScanAsync();
        var book = await library.OnlyBookAsync();

        var cleared = await server.Admin.PatchAsync(Address(book), new { subtitle = (string?)null });

        cleared["subtitle"].ShouldBeNull();
        cleared["sources"]!["subtitle"].Text().ShouldBe("manual");
        await library.ScanAsync(new { force = true });
        (await library.OnlyBookAsync())["subtitle"].ShouldBeNull();
        (await server.Admin.PostAsync($"{Address(book)}/resync", new { refresh = true }))["subtitle"]
            .Text()
            .ShouldBe("Sub");
    }

    [Fact]
    [Trait("Req", "D2")]
    public async Task An_edit_survives_a_move_and_a_changed_file()
    {
        var library = server.Library("survives").With(Path, EpubBuilder.Titled("Before"));
        await (await library.AddAsync()).ScanAsync();
        var book = await library.OnlyBookAsync();
        await server.Admin.PatchAsync(Address(book), new { title = "Mine" });

        library.Moved("Book", "Elsewhere/Below");
        await library.ScanAsync();
        library.With("Elsewhere/Below/Book.epub", EpubBuilder.Titled("After"));
        await library.ScanAsync();

        var after = await library.OnlyBookAsync();
        after["id"]!.GetValue<long>().ShouldBe(book["id"]!.GetValue<long>());
        after["title"].Text().ShouldBe("Mine");
    }

    [Fact]
    public async Task A_wrong_edit_names_each_field_and_changes_nothing()
    {
        var book = await BookAsync("wrong", EpubBuilder.Titled("Right"));

        var answer = await server.Admin.SendAsync(
            "PATCH",
            Address(book),
            """{"title": null, "genres": "no list", "colour": "red"}"""
        );

        answer
            .ExpectProblem(400, "validation_failed")
            .Fields.ShouldBe(["title", "genres", "colour"], ignoreOrder: true);
        (await server.Admin.GetAsync(Address(book)))["title"].Text().ShouldBe("Right");
    }

    [Fact]
    public async Task An_edit_of_what_changed_since_it_was_seen_is_refused()
    {
        var book = await BookAsync("if-match", EpubBuilder.Titled("Seen"));
        var careful = await server.AsAsync("editor", (long)book["library_id"]!);
        var tag = (await careful.SendAsync("GET", Address(book))).Headers["ETag"];
        careful.Headers["If-Match"] = tag;
        (await careful.SendAsync("PATCH", Address(book), new { title = "First" })).Expect(200);

        (await careful.SendAsync("PATCH", Address(book), new { title = "Second" })).ExpectProblem(412, "item_changed");
    }

    [Fact]
    public async Task Files_are_edited_too()
    {
        var book = await BookAsync("file", EpubBuilder.Titled("File").Publisher("Printers"));
        var file = book["files"]![0]!["id"]!;

        var edited = await server.Admin.PatchAsync(
            $"/api/books/files/{file}",
            new
            {
                publisher = "Press",
                release_date = "2001-05",
                identifiers = new[] { new { type = "isbn_13", value = "9780306406157" } },
                narrators = new[] { new { name = "A Voice" } },
            }
        );

        edited["publisher"].Text().ShouldBe("Press");
        edited["release_date"].Text().ShouldBe("2001-05");
        edited["identifiers"]![0]!["value"].Text().ShouldBe("9780306406157");
        edited["narrators"]![0]!["name"].Text().ShouldBe("A Voice");
        (await server.Admin.GetAsync("/api/books?q=9780306406157"))["total"]!.GetValue<long>().ShouldBe(1);
    }

    [Fact]
    [Trait("Req", "D1")]
    public async Task The_evidence_says_who_offers_what_and_why_one_is_shown()
    {
        var book = await BookAsync("evidence", EpubBuilder.Titled("Of the file"));
        await server.Admin.PatchAsync(Address(book), new { title = "Mine" });

        var evidence = await server.Admin.GetAsync($"/api/items/{book["id"]}/evidence");

        var title = evidence["fields"]!["title"]!;
        title["value"].Text().ShouldBe("Mine");
        title["source"].Text().ShouldBe("manual");
        title["reason"].Text().ShouldBe("manual");
        title["offers"]!.AsArray().Select(offer => offer!["source"].Text()).ShouldBe(["manual", "embedded", "path"]);
        title["offers"]![0]!["wins"]!.GetValue<bool>().ShouldBeTrue();
        evidence["documents"]!.AsArray().Count.ShouldBe(3);
        var file = await server.Admin.GetAsync($"/api/books/files/{book["files"]![0]!["id"]}/evidence");
        file["fields"]!["language"]!["source"].Text().ShouldBe("embedded");
    }

    [Fact]
    [Trait("Req", "D1")]
    public async Task What_is_said_no_more_can_be_forgotten()
    {
        var library = server.Library("stale").With(Path, EpubBuilder.Titled("Stale").Subtitle("Once"));
        await (await library.AddAsync()).ScanAsync();
        var book = await library.OnlyBookAsync();
        library.With(Path, EpubBuilder.Titled("Stale"));
        await library.ScanAsync();
        var offer = (await server.Admin.GetAsync($"/api/items/{book["id"]}/evidence"))["fields"]!["subtitle"]![
            "offers"
        ]![0]!;
        offer["stale"]!.GetValue<bool>().ShouldBeTrue();

        var address = $"/api/items/{book["id"]}/evidence?source=embedded&origin={offer["origin"]}&field=subtitle";
        (await server.Admin.SendAsync("DELETE", address)).Expect(200);

        (await library.OnlyBookAsync())["subtitle"].ShouldBeNull();
        (await server.Admin.SendAsync("DELETE", address)).ExpectProblem(404, "not_found");
    }

    [Fact]
    [Trait("Req", "C18")]
    public async Task A_lock_holds_what_is_shown_through_scans_and_refreshes()
    {
        var library = server.Library("locked").With(Path, EpubBuilder.Titled("Before"));
        await (await library.AddAsync()).ScanAsync();
        var book = await library.OnlyBookAsync();
        var locks = (await server.Admin.SendAsync("PUT", $"/api/items/{book["id"]}/locks/title")).Expect(200);
        locks["locks"]!.AsArray().Select(field => field.Text()).ShouldBe(["title"]);
        library.With(Path, EpubBuilder.Titled("After"));

        await library.ScanAsync();
        (await server.Admin.PostAsync($"{Address(book)}/resync", new { refresh = true }))["title"]
            .Text()
            .ShouldBe("Before");

        (await server.Admin.PatchAsync(Address(book), new { title = "By hand" }))["title"].Text().ShouldBe("By hand");
        await server.Admin.PatchAsync(Address(book), new { title = "Before" });
        var none = (await server.Admin.SendAsync("DELETE", $"/api/items/{book["id"]}/locks/title")).Expect(200);
        none["locks"]!.AsArray().ShouldBeEmpty();
        (await server.Admin.PostAsync($"{Address(book)}/resync", new { refresh = true }))["title"]
            .Text()
            .ShouldBe("After");
        (await server.Admin.SendAsync("PUT", $"/api/items/{book["id"]}/locks/colour")).ExpectProblem(
            400,
            "validation_failed"
        );
    }

    [Fact]
    [Trait("Req", "D6")]
    public async Task An_edit_can_be_undone_and_the_undoing_too()
    {
        var book = await BookAsync("undo", EpubBuilder.Titled("Of the file"));
        await server.Admin.PatchAsync(Address(book), new { title = "First" });
        await server.Admin.PatchAsync(Address(book), new { title = "Second" });
        var changes = await server.HistoryAsync(book["id"]!);
        changes.Count.ShouldBe(2);
        changes[0]!["user"].Text().ShouldBe("admin");
        changes[0]!["fields"]!["title"]!.AsArray().Select(title => title.Text()).ShouldBe(["First", "Second"]);
        (await server.Admin.SendAsync("POST", $"/api/changes/{changes[1]!["id"]}/undo")).ExpectProblem(
            409,
            "changed_since"
        );

        await server.Admin.PostAsync($"/api/changes/{changes[0]!["id"]}/undo");
        (await TitleAsync(book)).ShouldBe(("First", "manual"));
        await server.Admin.PostAsync($"/api/changes/{(await server.HistoryAsync(book["id"]!))[0]!["id"]}/undo");
        (await TitleAsync(book)).ShouldBe(("Second", "manual"));
        await server.Admin.PostAsync($"/api/changes/{(await server.HistoryAsync(book["id"]!))[0]!["id"]}/undo");
        await server.Admin.PostAsync($"/api/changes/{changes[1]!["id"]}/undo");

        (await TitleAsync(book)).ShouldBe(("Of the file", "embedded"));
        (await server.HistoryAsync(book["id"]!)).Last()!["undone_at"].ShouldNotBeNull();
    }

    [Fact]
    [Trait("Req", "D6")]
    public async Task What_a_scan_changed_is_undone_by_a_persons_word()
    {
        var library = server.Library("undo scan").With(Path, EpubBuilder.Titled("Before").Publisher("One"));
        await (await library.AddAsync()).ScanAsync();
        var book = await library.OnlyBookAsync();
        library.With(Path, EpubBuilder.Titled("After").Publisher("Two"));
        await library.ScanAsync();
        var changes = await server.HistoryAsync(book["id"]!);
        changes.Count.ShouldBe(2);

        foreach (var change in changes)
            await server.Admin.PostAsync($"/api/changes/{change!["id"]}/undo");

        var after = await library.OnlyBookAsync();
        (await TitleAsync(book)).ShouldBe(("Before", "manual"));
        after["files"]![0]!["publisher"].Text().ShouldBe("One");
        changes[0]!["user"].ShouldBeNull();
        changes[0]!["job"].ShouldNotBeNull();
    }

    [Fact]
    public async Task One_edit_changes_many_books_at_once()
    {
        var library = server
            .Library("bulk")
            .With("A/A.epub", EpubBuilder.Titled("A").Subjects("Poetry", "Old"))
            .With("B/B.epub", EpubBuilder.Titled("B").Subjects("Prose"));
        await (await library.AddAsync()).ScanAsync();
        var ids = await library.IdsAsync();

        var answer = await server.Admin.PostAsync(
            "/api/items/bulk",
            new
            {
                item_ids = ids,
                set = new { subtitle = "Same" },
                add = new { genres = new[] { "Poetry", "New" } },
                remove = new { genres = new[] { "old" } },
                @lock = new[] { "subtitle" },
            }
        );

        answer["updated"]!.GetValue<long>().ShouldBe(2);
        var books = await library.BooksAsync();
        books[0]!["genres"]!.AsArray().Select(genre => genre.Text()).ShouldBe(["Poetry", "New"]);
        books[1]!["genres"]!.AsArray().Select(genre => genre.Text()).ShouldBe(["Prose", "Poetry", "New"]);
        books.ShouldAllBe(book => book!["subtitle"].Text() == "Same" && book["locks"]!.AsArray().Count == 1);
        (
            await server.Admin.SendAsync(
                "POST",
                "/api/items/bulk",
                new { item_ids = new[] { ids[0], 999_999 }, set = new { subtitle = "None" } }
            )
        ).ExpectProblem(400, "validation_failed");
    }

    [Fact]
    public async Task A_deleted_book_comes_back_with_the_next_scan_unless_it_is_excluded()
    {
        var library = server
            .Library("deleted")
            .With("A/A.epub", EpubBuilder.Titled("A"))
            .With("B/B.epub", EpubBuilder.Titled("B"));
        await (await library.AddAsync()).ScanAsync();
        var ids = await library.IdsAsync();

        await server.Admin.DeleteAsync($"/api/books/{ids[0]}");
        await server.Admin.DeleteAsync($"/api/books/{ids[1]}?exclude=true");
        (await library.BooksAsync()).Count.ShouldBe(0);
        await library.ScanAsync();

        (await library.TitlesAsync()).ShouldBe(["A"]);
        (await library.BooksAsync())[0]!["id"]!.GetValue<long>().ShouldBe(ids[0]);
        await library.ScanAsync(new { force = true });
        (await library.TitlesAsync()).ShouldBe(["A"]);
        new FileInfo(library.PathOf("B/B.epub")).Exists.ShouldBeTrue();
    }

    private async Task<JsonNode> BookAsync(string name, EpubBuilder epub)
    {
        var library = server.Library(name).With(Path, epub);
        await (await library.AddAsync()).ScanAsync();
        return await library.OnlyBookAsync();
    }

    private static string Address(JsonNode book) => $"/api/books/{book["id"]}";

    private async Task<(string?, string?)> TitleAsync(JsonNode book)
    {
        var shown = await server.Admin.GetAsync(Address(book));
        return (shown["title"].Text(), shown["sources"]!["title"].Text());
    }
}
