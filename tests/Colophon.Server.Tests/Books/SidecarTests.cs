using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Dapper;

namespace Colophon.Server.Tests.Books;

public sealed class SidecarTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private const string Book = "Jane Austen/Emma/Emma.epub";
    private const string BookSidecar = "Jane Austen/Emma/Emma.metadata.json";
    private const string FileSidecar = "Jane Austen/Emma/Emma.epub.metadata.json";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "B7")]
    public async Task An_edit_is_written_beside_the_book_with_the_source_of_each_field()
    {
        var library = await ScannedAsync("edited");

        await EditAsync(library, "Emma, edited");

        var sidecar = await SidecarAsync(library, BookSidecar);
        sidecar["fields"]!["title"]!["value"].Text().ShouldBe("Emma, edited");
        sidecar["fields"]!["title"]!["source"].Text().ShouldBe("manual");
        sidecar["fields"]!["authors"]!["source"].Text().ShouldBe("embedded");
        (await SidecarAsync(library, FileSidecar))["of"].Text().ShouldBe("file");
    }

    [Fact]
    [Trait("Req", "B7")]
    public async Task What_books_are_born_with_is_not_written_and_a_library_may_want_nothing_written()
    {
        var born = await ScannedAsync("born");
        var silent = await ScannedAsync("silent", new { write_sidecars = false });
        await EditAsync(silent, "Changed");

        (await JobsAsync(born)).ShouldBe(0);
        (await JobsAsync(silent)).ShouldBe(0);
        new FileInfo(born.PathOf(BookSidecar)).Exists.ShouldBeFalse();
        new FileInfo(silent.PathOf(BookSidecar)).Exists.ShouldBeFalse();
    }

    [Fact]
    [Trait("Req", "B7")]
    public async Task What_was_written_does_not_make_a_rescan_read_anything_again()
    {
        var library = await ScannedAsync("quiet");
        await EditAsync(library, "Emma, edited");
        await WrittenAsync(library, BookSidecar);

        await library.ScanAsync();

        (await library.LastScanAsync())
            .Numbers("directories_unchanged", "directories_queued", "items_updated")
            .ShouldBe([1, 0, 0]);
        (await library.OnlyBookAsync())["title"].Text().ShouldBe("Emma, edited");
    }

    [Fact]
    [Trait("Req", "B7")]
    public async Task A_lost_database_gets_edits_locks_and_cleared_fields_back()
    {
        var library = await ScannedAsync("lost", subtitle: "A Subtitle");
        var book = await library.OnlyBookAsync();
        await server.Admin.PatchAsync($"/api/books/{book["id"]}", new { title = "Mine", subtitle = (string?)null });
        await server.Admin.SendAsync("PUT", $"/api/items/{book["id"]}/locks/title");
        await JobProbe.Until(
            async () => (await SidecarAsync(library, BookSidecar))["locks"]?["title"] is not null,
            "the sidecar with the lock",
            Token
        );

        await using var fresh = await ColophonServer.StartAsync();
        var again = await new LibraryOnDisk(fresh, "lost", library.Folder).AddAsync();
        await again.ScanAsync();

        var restored = await again.OnlyBookAsync();
        restored["title"].Text().ShouldBe("Mine");
        restored["subtitle"].ShouldBeNull();
        restored["sources"]!["title"].Text().ShouldBe("manual");
        restored["locks"]!.AsArray().Select(name => name.Text()).ShouldBe(["title"]);
        restored["authors"]![0]!["name"].Text().ShouldBe("Jane Austen");
        restored["sources"]!["authors"].Text().ShouldBe("embedded");
        await fresh.SettledJobsAsync(again);
        // Known as our own only now, the sidecars leave the fingerprint: one more reading, then none.
        await again.ScanAsync();
        await again.ScanAsync();
        (await again.LastScanAsync()).Numbers("directories_unchanged", "directories_queued").ShouldBe([1, 0]);
    }

    [Fact]
    [Trait("Req", "B2")]
    public async Task A_sidecar_that_a_person_wrote_goes_before_the_file_and_behind_an_edit()
    {
        var library = await server
            .Library("by hand")
            .With(Book, EpubBuilder.Titled("Emma").By("Jane Austen"))
            .With(BookSidecar, """{"title": "Emma, by hand", "authors": ["J. Austen"], "publisher": "Mine"}""")
            .AddAsync();

        await library.ScanAsync();

        var book = await library.OnlyBookAsync();
        book["title"].Text().ShouldBe("Emma, by hand");
        book["sources"]!["title"].Text().ShouldBe("sidecar");
        book["authors"]![0]!["name"].Text().ShouldBe("J. Austen");
        book["files"]![0]!["publisher"].Text().ShouldBe("Mine");
        (await EditAsync(library, "Edited"))["title"].Text().ShouldBe("Edited");
    }

    [Fact]
    [Trait("Req", "B2")]
    public async Task A_changed_sidecar_is_read_though_its_book_did_not_change()
    {
        var library = await ScannedAsync("later");
        library.With(BookSidecar, """{"title": "Later"}""");

        await library.ScanAsync();
        (await library.OnlyBookAsync())["title"].Text().ShouldBe("Later");

        await WrittenAsync(library, FileSidecar);
        library.With(BookSidecar, """{"title": "Later still"}""");
        await library.ScanAsync();
        (await library.OnlyBookAsync())["title"].Text().ShouldBe("Later still");
    }

    [Fact]
    [Trait("Req", "B2")]
    public async Task Refreshing_takes_a_hand_made_sidecar_for_the_file()
    {
        var library = await server
            .Library("refreshed")
            .With(Book, EpubBuilder.Titled("Emma"))
            .With(BookSidecar, """{"title": "By hand"}""")
            .AddAsync(new { write_sidecars = false });
        await library.ScanAsync();
        var book = await EditAsync(library, "Edited");

        var refreshed = await server.Admin.PostAsync($"/api/books/{book["id"]}/resync", new { refresh = true });

        refreshed["title"].Text().ShouldBe("By hand");
    }

    [Fact]
    [Trait("Req", "B7")]
    public async Task Calibres_folder_is_read()
    {
        var library = await server
            .Library("calibre")
            .With("Terry Pratchett/Guards! Guards! (12)/Guards! Guards!.epub", EpubBuilder.Titled("Wrong"))
            .With(
                "Terry Pratchett/Guards! Guards! (12)/metadata.opf",
                """
                <package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title>Guards! Guards!</dc:title><dc:creator>Terry Pratchett</dc:creator><dc:publisher>Gollancz</dc:publisher>
                <meta name="calibre:series" content="Discworld"/><meta name="calibre:series_index" content="8"/>
                </metadata></package>
                """
            )
            .AddAsync();

        await library.ScanAsync();

        var book = await library.OnlyBookAsync();
        book["title"].Text().ShouldBe("Guards! Guards!");
        book["series"]![0]!["name"].Text().ShouldBe("Discworld");
        ((double)book["series"]![0]!["number"]!).ShouldBe(8);
        book["files"]![0]!["publisher"].Text().ShouldBe("Gollancz");
        book["files"]![0]!["sources"]!["publisher"].Text().ShouldBe("sidecar");
    }

    [Fact]
    public async Task A_sidecar_that_cannot_be_read_is_a_warning_on_the_file_and_no_error()
    {
        var library = await server
            .Library("malformed")
            .With(Book, EpubBuilder.Titled("Emma"))
            .With(BookSidecar, "{ nonsense")
            .AddAsync();

        await library.ScanAsync();

        (await library.LastScanAsync()).Numbers("errors_count").ShouldBe([0]);
        var file = (await library.OnlyBookAsync())["files"]![0]!;
        file["error"].ShouldBeNull();
        file["warnings"]![0]!["code"].Text().ShouldBe("sidecar.malformed");
    }

    [Fact]
    [Trait("Req", "B7")]
    public async Task A_sidecar_that_cannot_be_written_is_a_warning_and_no_failure()
    {
        var library = await ScannedAsync("refused");
        // A folder of the sidecar's name: nothing can be put in its place, not by an administrator either.
        Directory.CreateDirectory(library.PathOf(BookSidecar));

        await EditAsync(library, "Edited");
        await server.SettledJobsAsync(library);

        var job = (await server.Admin.GetAsync($"/api/jobs?type=write-sidecar&library_id_or_global={library.Id}"))[
            "jobs"
        ]![0]!;
        job["status"].Text().ShouldBe("completed");
        var logs = await server.Admin.GetAsync($"/api/jobs/{job["id"]}/logs?level=warn");
        logs["logs"]![0]!["message"].Text()!.ShouldContain("cannot be written");
    }

    [Fact]
    [Trait("Req", "B7")]
    public async Task Books_that_share_a_folder_have_sidecars_of_their_own()
    {
        var library = await server
            .Library("shared")
            .With("Author/One.epub", EpubBuilder.Titled("One"))
            .With("Author/Two.epub", EpubBuilder.Titled("Two"))
            .AddAsync();
        await library.ScanAsync();
        foreach (var book in await library.BooksAsync())
            await server.Admin.PatchAsync($"/api/books/{book!["id"]}", new { subtitle = $"of {book["title"]}" });

        (await SidecarAsync(library, "Author/One.metadata.json"))["fields"]!["subtitle"]!
            ["value"]
            .Text()
            .ShouldBe("of One");
        (await SidecarAsync(library, "Author/Two.metadata.json"))["fields"]!["subtitle"]!
            ["value"]
            .Text()
            .ShouldBe("of Two");
        await server.SettledJobsAsync(library);
        await library.ScanAsync();
        (await library.LastScanAsync()).Numbers("directories_queued").ShouldBe([0]);
    }

    private async Task<LibraryOnDisk> ScannedAsync(string name, object? options = null, string? subtitle = null)
    {
        var epub = EpubBuilder.Titled("Emma").By("Jane Austen");
        var library = await server
            .Library(name)
            .With(Book, subtitle is null ? epub : epub.Subtitle(subtitle))
            .AddAsync(options);
        await library.ScanAsync();
        return library;
    }

    private async Task<JsonNode> EditAsync(LibraryOnDisk library, string title)
    {
        var book = await library.OnlyBookAsync();
        return await server.Admin.PatchAsync($"/api/books/{book["id"]}", new { title });
    }

    private async Task<JsonNode> SidecarAsync(LibraryOnDisk library, string path)
    {
        await WrittenAsync(library, path);
        return JsonNode.Parse(await File.ReadAllTextAsync(library.PathOf(path), Token))!;
    }

    private Task WrittenAsync(LibraryOnDisk library, string path) =>
        JobProbe.Until(
            async () =>
                await server.Database.ReadAsync(
                    connection =>
                        connection.ExecuteScalarAsync<long>(
                            "select count(*) from written_files where path = @path",
                            new { path = library.PathOf(path) }
                        ),
                    Token
                ) > 0,
            $"the sidecar {path}",
            Token
        );

    private Task<long> JobsAsync(LibraryOnDisk library) =>
        server.Database.ReadAsync(
            connection =>
                connection.ExecuteScalarAsync<long>(
                    "select count(*) from jobs where type = 'write-sidecar' and library_id = @id",
                    new { id = library.Id }
                ),
            Token
        );
}
