using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;

namespace Colophon.Server.Tests.Catalog;

/// <summary>People, series and terms: what a person makes of the names that scans found.</summary>
public sealed class NameTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    public async Task People_are_listed_with_how_many_books_they_have()
    {
        var library = await ScannedAsync(
            "people",
            EpubBuilder.Titled("One").By("Stanisław Lem"),
            EpubBuilder.Titled("Two").By("Stanisław Lem"),
            EpubBuilder.Titled("Three").By("Ursula K. Le Guin")
        );

        (await NamesAsync("people", $"library_id={library.Id}")).ShouldBe(["Ursula K. Le Guin 1", "Stanisław Lem 2"]);
        (await NamesAsync("people", $"library_id={library.Id}&sort=-items&limit=1")).ShouldBe(["Stanisław Lem 2"]);
        (await NamesAsync("people", $"library_id={library.Id}&q=stani le")).ShouldBe(["Stanisław Lem 2"]);
        (await NamesAsync("people", $"library_id={library.Id}&role=narrator")).ShouldBeEmpty();
        (await server.Admin.SendAsync("GET", "/api/people?sort=colour")).ExpectProblem(400, "validation_failed");
    }

    [Fact]
    public async Task What_a_person_was_called_before_finds_the_person_once()
    {
        var library = await ScannedAsync("called before", EpubBuilder.Titled("Emma").By("Jane A. Usten"));
        var person = await IdAsync("people", library, "Jane A. Usten");

        await server.Admin.PatchAsync($"/api/people/{person}", new { name = "Jane Austen" });

        (await NamesAsync("people", $"library_id={library.Id}&q=jane")).ShouldBe(["Jane Austen 1"]);
        (await NamesAsync("people", $"library_id={library.Id}&q=usten")).ShouldBe(["Jane Austen 1"]);
        (await NamesAsync("people", $"library_id={library.Id}&q=austen usten")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_of_characters_without_a_word_narrows_nothing()
    {
        var library = await ScannedAsync("wordless", EpubBuilder.Titled("Emma").By("Jane Austen"));
        var zeroWidth = Uri.EscapeDataString("\u200b");

        (await NamesAsync("people", $"library_id={library.Id}&q={zeroWidth}")).ShouldBe(["Jane Austen 1"]);
        (await NamesAsync("people", $"library_id={library.Id}&q=%20")).ShouldBe(["Jane Austen 1"]);
    }

    [Fact]
    public async Task A_renamed_person_is_shown_sorted_and_found_by_the_new_name_and_stays_so_after_a_scan()
    {
        var library = await ScannedAsync(
            "renamed",
            EpubBuilder.Titled("Solaris").By("S. Lem"),
            EpubBuilder.Titled("Emma").By("Jane Mmm")
        );
        var person = await IdAsync("people", library, "S. Lem");
        var before = await BookAsync(library, "Solaris");

        var renamed = await server.Admin.PatchAsync($"/api/people/{person}", new { name = "Stanisław Zem" });

        ((string)renamed["sort_name"]!).ShouldBe("Zem, Stanisław");
        renamed["aliases"]!.AsArray().Select(alias => (string)alias!).ShouldBe(["S. Lem"]);
        var book = await BookAsync(library, "Solaris");
        ((string)book["authors"]![0]!["name"]!).ShouldBe("Stanisław Zem");
        ((string)book["authors"]![0]!["sort_name"]!).ShouldBe("Zem, Stanisław");
        ((long)book["id"]!).ShouldBe((long)before["id"]!);
        (await library.TitlesAsync("&sort=author")).ShouldBe(["Emma", "Solaris"]);
        (await library.TitlesAsync("&q=zem")).ShouldBe(["Solaris"]);
        (await library.TitlesAsync("&q=s lem")).ShouldBe(["Solaris"]);

        await library.ScanAsync(new { force = true });

        (await NamesAsync("people", $"library_id={library.Id}")).ShouldBe(["Jane Mmm 1", "Stanisław Zem 1"]);
        (await library.TitlesAsync("&sort=author")).ShouldBe(["Emma", "Solaris"]);
        (await library.TitlesAsync("&q=zem")).ShouldBe(["Solaris"]);
    }

    [Fact]
    public async Task A_rename_grows_the_revision_of_the_items()
    {
        var library = await ScannedAsync("revised", EpubBuilder.Titled("Solaris").By("S. Lem"));
        var book = (long)(await BookAsync(library, "Solaris"))["id"]!;
        var before = await server.Admin.SendAsync("GET", $"/api/books/{book}");

        await server.Admin.PatchAsync(
            $"/api/people/{await IdAsync("people", library, "S. Lem")}",
            new { sort_name = "Lem" }
        );

        (await server.Admin.SendAsync("GET", $"/api/books/{book}")).Headers["ETag"].ShouldNotBe(before.Headers["ETag"]);
    }

    [Fact]
    public async Task Merged_people_are_one_and_the_next_scan_keeps_them_so()
    {
        var library = await ScannedAsync(
            "merged",
            EpubBuilder.Titled("A").By("J. R. R. Tolkien"),
            EpubBuilder.Titled("B").By("John Tolkien"),
            EpubBuilder.Titled("Both").By("J. R. R. Tolkien").By("John Tolkien")
        );
        var into = await IdAsync("people", library, "J. R. R. Tolkien");
        var other = await IdAsync("people", library, "John Tolkien");

        var merged = await server.Admin.PostAsync($"/api/people/{into}/merge", new { ids = new[] { other } });

        ((long)merged["items_count"]!).ShouldBe(3);
        (await server.Admin.SendAsync("GET", $"/api/people/{other}")).ExpectProblem(404, "not_found");
        (await BookAsync(library, "Both"))["authors"]!.AsArray().Count.ShouldBe(1);
        (await library.TitlesAsync($"&person_id={into}")).ShouldBe(["A", "B", "Both"]);

        await library.With("4.epub", EpubBuilder.Titled("C").By("john tolkien")).ScanAsync(new { force = true });

        (await NamesAsync("people", $"library_id={library.Id}")).ShouldBe(["J. R. R. Tolkien 4"]);
        (await BookAsync(library, "Both"))["authors"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_its_alias_a_name_is_its_own_again()
    {
        var library = await ScannedAsync(
            "split",
            EpubBuilder.Titled("A").By("Iain Banks"),
            EpubBuilder.Titled("B").By("Iain M. Banks")
        );
        var into = await IdAsync("people", library, "Iain Banks");
        var other = await IdAsync("people", library, "Iain M. Banks");
        await server.Admin.PostAsync($"/api/people/{into}/merge", new { ids = new[] { other } });

        await server.Admin.DeleteAsync($"/api/people/{into}/aliases?name=iain m. banks");

        (await NamesAsync("people", $"library_id={library.Id}")).ShouldBe(["Iain Banks 1", "Iain M. Banks 1"]);
        (await BookAsync(library, "B"))["authors"]![0]!["name"]!.ToString().ShouldBe("Iain M. Banks");
        (await server.Admin.SendAsync("DELETE", $"/api/people/{into}/aliases?name=iain m. banks")).ExpectProblem(
            404,
            "not_found"
        );
    }

    [Fact]
    public async Task An_alias_maps_a_name_before_it_is_met()
    {
        var library = await ScannedAsync("aliased", EpubBuilder.Titled("A").By("Mark Twain"));
        var person = await IdAsync("people", library, "Mark Twain");

        await server.Admin.PostAsync($"/api/people/{person}/aliases", new { name = "Samuel Clemens" }, expected: 201);
        await library.With("2.epub", EpubBuilder.Titled("B").By("Samuel Clemens")).ScanAsync();

        (await NamesAsync("people", $"library_id={library.Id}")).ShouldBe(["Mark Twain 2"]);
        var aliases = await server.Admin.GetAsync($"/api/people/{person}/aliases");
        ((string)aliases["aliases"]![0]!["name"]!).ShouldBe("Samuel Clemens");
        ((long)aliases["total"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_name_that_is_taken_names_who_has_it()
    {
        var library = await ScannedAsync(
            "taken",
            EpubBuilder.Titled("A").By("Ann Leckie"),
            EpubBuilder.Titled("B").By("Ann Lecky")
        );
        var first = await IdAsync("people", library, "Ann Leckie");
        var second = await IdAsync("people", library, "Ann Lecky");

        var refused = await server.Admin.SendAsync("PATCH", $"/api/people/{second}", new { name = "ANN LECKIE" });
        refused.ExpectProblem(409, "name_taken");
        ((long)refused.Json["id"]!).ShouldBe(first);
        (
            await server.Admin.SendAsync("POST", $"/api/people/{second}/aliases", new { name = "Ann Leckie" })
        ).ExpectProblem(409, "name_taken");
        (await server.Admin.SendAsync("PATCH", $"/api/people/{second}", new { name = "  " })).ExpectProblem(
            400,
            "validation_failed"
        );
        (
            await server.Admin.SendAsync("POST", $"/api/people/{second}/merge", new { ids = new[] { second } })
        ).ExpectProblem(400, "validation_failed");
    }

    [Fact]
    public async Task Series_and_terms_are_renamed_and_merged_in_the_same_way()
    {
        var library = await ScannedAsync(
            "series",
            EpubBuilder.Titled("A").By("X").InSeries("The Expanse", 1).Subjects("SF"),
            EpubBuilder.Titled("B").By("X").InSeries("Expanse", 2).Subjects("Science Fiction"),
            EpubBuilder.Titled("C").By("X").InSeries("Aardvarks", 1).Subjects("Animals")
        );
        var expanse = await IdAsync("series", library, "Expanse");
        var the = await IdAsync("series", library, "The Expanse");
        await server.Admin.PostAsync($"/api/series/{expanse}/merge", new { ids = new[] { the } });
        await server.Admin.PatchAsync($"/api/series/{expanse}", new { name = "Zenith" });

        (await NamesAsync("series", $"library_id={library.Id}")).ShouldBe(["Aardvarks 1", "Zenith 2"]);
        (await library.TitlesAsync("&sort=series")).ShouldBe(["C", "A", "B"]);
        (await library.TitlesAsync($"&series_id={expanse}&sort=series")).ShouldBe(["A", "B"]);

        var fiction = await IdAsync("terms", library, "Science Fiction");
        var sf = await IdAsync("terms", library, "SF");
        await server.Admin.PostAsync($"/api/terms/{fiction}/merge", new { ids = new[] { sf } });
        (await NamesAsync("terms", $"library_id={library.Id}&type=genre")).ShouldBe(["Animals 1", "Science Fiction 2"]);
        (await library.TitlesAsync("&genre=sf")).ShouldBe(["A", "B"]);
        (await BookAsync(library, "A"))["genres"]!
            .AsArray()
            .Select(genre => (string)genre!)
            .ShouldBe(["Science Fiction"]);
    }

    [Fact]
    public async Task Whoever_may_only_read_sees_names_and_changes_none()
    {
        var library = await ScannedAsync("closed", EpubBuilder.Titled("A").By("Closed Author"));
        var person = await IdAsync("people", library, "Closed Author");
        var viewer = await server.AsAsync("viewer", library.Id);
        var stranger = await server.WithoutLibrariesAsync("editor");

        (await viewer.SendAsync("GET", $"/api/people/{person}")).Expect(200);
        (await viewer.SendAsync("PATCH", $"/api/people/{person}", new { name = "X" })).ExpectProblem(403, "forbidden");
        (await stranger.SendAsync("PATCH", $"/api/people/{person}", new { name = "X" })).ExpectProblem(
            403,
            "library_forbidden"
        );
        (await stranger.SendAsync("GET", $"/api/people/{person}/aliases")).ExpectProblem(403, "library_forbidden");
        ((long)(await stranger.GetAsync("/api/people"))["total"]!).ShouldBe(0);
    }

    private async Task<LibraryOnDisk> ScannedAsync(string name, params EpubBuilder[] books)
    {
        var library = server.Library(name);
        for (var i = 0; i < books.Length; i++)
            library.With($"{i + 1}.epub", books[i]);
        await library.AddAsync();
        await library.ScanAsync();
        return library;
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string kind, string query) =>
        [
            .. (await server.Admin.GetAsync($"/api/{kind}?{query}"))[kind]!
                .AsArray()
                .Select(name => $"{(string)name!["name"]!} {(long)name["items_count"]!}"),
        ];

    private async Task<long> IdAsync(string kind, LibraryOnDisk library, string name) =>
        (long)
            (await server.Admin.GetAsync($"/api/{kind}?library_id={library.Id}"))[kind]!
                .AsArray()
                .Single(found => (string)found!["name"]! == name)!["id"]!;

    private async Task<JsonNode> BookAsync(LibraryOnDisk library, string title) =>
        (await server.Admin.GetAsync($"/api/books?library_id={library.Id}"))["books"]!
            .AsArray()
            .Single(book => (string)book!["title"]! == title)!;
}
