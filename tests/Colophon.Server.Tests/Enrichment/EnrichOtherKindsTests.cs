using System.Text.Json;
using System.Text.Json.Nodes;
using Colophon.Server.Libraries;
using Colophon.Server.Tests.Providers;
using Colophon.Server.Tests.Scanning;
using Colophon.Server.Tests.Video;
using Colophon.Testing;
using Colophon.Testing.Audio;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Enrichment;

/// <summary>Shows with what lies in them, and books with their editions, go the same way as films.</summary>
[Trait("Req", "C6")]
[Trait("Req", "C20")]
public sealed class EnrichOtherKindsTests
{
    private const string Show = "Hafenlichter (2011)";

    [Fact]
    public async Task A_show_is_asked_for_once_and_a_season_once_for_all_its_episodes()
    {
        await using var server = await ColophonServer.StartAsync();
        await using var tmdb = await LoopbackServer.StartAsync();
        var pictures = new { images = new { secure_base_url = $"{tmdb.Address}images/" } };
        tmdb.On("/configuration", JsonSerializer.Serialize(pictures))
            .On("/tv/820", VideoDocuments.Read("tmdb-show"))
            .On("/tv/820/season/*", VideoDocuments.Read("tmdb-season-en"));
        await SwitchOnAsync(server, "tmdb", tmdb.Address);
        var library = server
            .Library("shows")
            .With($"{Show}/tvshow.nfo", """<tvshow><uniqueid type="tmdb">820</uniqueid></tvshow>""");
        foreach (var episode in new[] { 1, 2 })
            library.With($"{Show}/Season 02/Hafenlichter - S02E0{episode}.mkv", Films.Film());
        await library.AddAsync(type: LibraryTypes.Tv);
        // Its NFO is known before anybody is asked: otherwise the season, a folder of its own, might be read first.
        await library.ScanAsync(new { enable_enrichment = false });

        (await library.ScanAsync(new { force = true })).Status().ShouldBe("completed");

        var scan = await library.LastScanAsync();
        scan.Numbers("enrichment_queued", "enrichment_completed", "enrichment_failed").ShouldBe([4, 4, 0]);
        var show = (await server.Admin.GetAsync($"/api/shows?library_id={library.Id}"))["shows"]![0]!;
        (show["state"].Text(), show["sources"]!["title"].Text()).ShouldBe(("enriched", "tmdb"));
        var episodes = (await server.Admin.GetAsync($"/api/episodes?library_id={library.Id}&sort=title"))["episodes"]!
            .AsArray()
            .Select(episode => episode!)
            .ToList();
        episodes.ShouldAllBe(episode => episode["state"].Text() == "enriched");
        episodes.ShouldAllBe(episode => episode["sources"]!["title"].Text() == "tmdb");
        var asked = tmdb.Requests.Select(request => request.ToString()).ToList();
        asked.ShouldBeUnique();
        asked.Count(request => request.Contains("/season/", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(2);
        asked.ShouldNotContain(request => request.Contains("/search", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_book_is_known_by_its_ISBN_and_its_edition_gets_what_is_said_of_that()
    {
        await using var server = await ColophonServer.StartAsync();
        await using var shelf = await LoopbackOpenLibrary.StartAsync([
            new LoopbackBook("Emma", "Jane Austen")
            {
                Isbn = "9780141439587",
                Description = "Handsome, clever, and rich.",
                Publisher = "Penguin Classics",
                Year = 1815,
            },
        ]);
        await SwitchOnAsync(server, "openlibrary", shelf.Address);
        var library = await server
            .Library()
            .With("Jane Austen/Emma/Emma.epub", EpubBuilder.Titled("Emma").By("Jane Austen").Isbn("9780141439587"))
            .AddAsync();

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var listed = (await server.Admin.GetAsync($"/api/books?library_id={library.Id}"))["books"]![0]!;
        var book = await server.Admin.GetAsync($"/api/books/{listed["id"]}");
        book["description"].Text().ShouldBe("Handsome, clever, and rich.");
        book["sources"]!["description"].Text().ShouldBe("openlibrary");
        var file = book["files"]![0]!;
        (file["publisher"].Text(), file["sources"]!["publisher"].Text()).ShouldBe(("Penguin Classics", "openlibrary"));
        shelf.Server.Requests.ShouldNotContain(request => request.Path == "/search.json");
    }

    [Fact]
    public async Task A_book_without_an_identifier_is_found_by_its_title_and_author()
    {
        await using var server = await ColophonServer.StartAsync();
        await using var shelf = await LoopbackOpenLibrary.StartAsync([
            new LoopbackBook("Emma", "Jane Austen") { Description = "Handsome, clever, and rich." },
            new LoopbackBook("Emma", "Somebody Else"),
        ]);
        await SwitchOnAsync(server, "openlibrary", shelf.Address);
        var library = await server
            .Library()
            .With("Jane Austen/Emma/Emma.epub", EpubBuilder.Titled("Emma").By("Jane Austen"))
            .AddAsync();

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var book = (await server.Admin.GetAsync($"/api/books?library_id={library.Id}"))["books"]![0]!;
        var identity = (await server.Admin.GetAsync($"/api/items/{book["id"]}/identity"))["providers"]!
            .AsArray()
            .Single(provider => provider!["provider"].Text() == "openlibrary")!["identity"]!;
        (identity["how"].Text(), (double)identity["score"]!).ShouldBe(("search", 100));
    }

    [Fact]
    public async Task What_is_said_of_an_audiobook_goes_to_no_text_and_its_chapters_to_no_part_of_it()
    {
        await using var server = await ColophonServer.StartAsync();
        await using var audnexus = await LoopbackServer.StartAsync();
        audnexus
            .On("/books/B0LIGHT001", AnswerDocument.Read("audnexus-book"))
            .On("/books/B0LIGHT001/chapters", AnswerDocument.Read("audnexus-chapters"));
        await SwitchOnAsync(server, "audnexus", audnexus.Address);
        var library = await server
            .Library()
            .With("Ann/Lighthouses/Lighthouses.epub", EpubBuilder.Titled("Lighthouses").By("Ann"))
            .With("Ann/Lighthouses/1.mp3", Part(1, "One"))
            .With("Ann/Lighthouses/2.mp3", Part(2, "Two"))
            .AddAsync(new { enrichment_mode = "metadata-only" });
        (await library.ScanAsync()).Status().ShouldBe("completed");
        var id = (await server.Admin.GetAsync($"/api/books?library_id={library.Id}"))["books"]![0]!["id"];

        await server.Admin.PutAsync($"/api/items/{id}/identity/audnexus", new { type = "asin", value = "B0LIGHT001" });
        await JobProbe.Until(
            async () => (await server.Admin.GetAsync($"/api/books/{id}"))["state"].Text() == "enriched",
            "it is enriched",
            TestContext.Current.CancellationToken
        );

        var book = await server.Admin.GetAsync($"/api/books/{id}");
        book["subtitle"].Text().ShouldBe("The Keepers, Book 2");
        book["files"]!
            .AsArray()
            .Select(file =>
                (Path.GetFileName(file!["filepath"].Text()), Told(file, "narrators"), Told(file, "chapters"))
            )
            .ShouldBe([("Lighthouses.epub", false, false), ("1.mp3", true, false), ("2.mp3", false, false)]);
    }

    /// <summary>Whether a field of a file is what a provider says.</summary>
    private static bool Told(JsonNode file, string field) => (string?)file["sources"]![field] == "audnexus";

    private static byte[] Part(int number, string title) =>
        Mp3Builder.Titled(title).Album("Lighthouses").Track(number, 2).Lasting(60).Build();

    private static async Task SwitchOnAsync(ColophonServer server, string provider, Uri address) =>
        await server.Admin.PutAsync(
            $"/api/providers/{provider}",
            new
            {
                enabled = true,
                address,
                key = "0123456789abcdef0123456789abcdef",
                limit = new { requests = 0, seconds = 1 },
            }
        );
}
