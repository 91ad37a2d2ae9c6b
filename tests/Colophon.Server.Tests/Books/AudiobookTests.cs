using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Audio;

namespace Colophon.Server.Tests.Books;

public sealed class AudiobookTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    [Trait("Req", "C4")]
    public async Task An_m4b_of_an_authors_folder_is_a_book_with_narrator_series_chapters_and_cover()
    {
        var library = await server
            .Library("m4b")
            .With(
                "Terry Pratchett/Discworld/Book 1 - The Colour of Magic {Nigel Planer}/book.m4b",
                M4bBuilder
                    .Titled("The Colour of Magic")
                    .By("Terry Pratchett, Stephen Baxter")
                    .ReadBy("Nigel Planer/Tony Robinson")
                    .InSeries("Discworld", "1")
                    .Freeform("SUBTITLE", "A Novel")
                    .Freeform("ASIN", "B002SQ1234")
                    .Text("©gen", "Audiobook; Fantasy")
                    .Text("©day", "1983")
                    .Cover(TinyPng.Cover(40, 40, 1))
                    .Chapter(0, "Prologue")
                    .Chapter(90.5, "One")
                    .Lasting(3600)
                    .Build()
            )
            .AddAsync();

        await library.ScanAsync();

        var book = await library.OnlyBookAsync();
        book["title"].Text().ShouldBe("The Colour of Magic");
        book["subtitle"].Text().ShouldBe("A Novel");
        Names(book["authors"]).ShouldBe(["Terry Pratchett", "Stephen Baxter"]);
        book["series"]![0]!["name"].Text().ShouldBe("Discworld");
        ((double)book["series"]![0]!["number"]!).ShouldBe(1);
        book["genres"]!.AsArray().Select(genre => genre.Text()).ShouldBe(["Fantasy"]);
        book["cover_url"].ShouldNotBeNull();
        var file = book["files"]![0]!;
        file["file_type"].Text().ShouldBe("m4b");
        Names(file["narrators"]).ShouldBe(["Nigel Planer", "Tony Robinson"]);
        ((double)file["duration_s"]!).ShouldBe(3600);
        file["release_date"].Text().ShouldBe("1983");
        file["identifiers"]![0]!["value"].Text().ShouldBe("B002SQ1234");
        file["chapters"]!.AsArray().Select(chapter => (long)chapter!["start_ms"]!).ShouldBe([0, 90_500]);
    }

    [Fact]
    public async Task A_folder_of_MP3s_is_one_book_with_parts_in_order_of_their_tracks()
    {
        var library = await server
            .Library("parts")
            .With("Ann/Book/a last.mp3", Track("Book", 3))
            .With("Ann/Book/b first.mp3", Track("Book", 1))
            .With("Ann/Book/c middle.mp3", Track("Book", 2))
            .AddAsync();

        await library.ScanAsync();

        var book = await library.OnlyBookAsync();
        book["title"].Text().ShouldBe("Book");
        Files(book).ShouldBe(["main b first.mp3", "part c middle.mp3", "part a last.mp3"]);
        (await library.LastScanAsync()).Numbers("directories_found", "items_new").ShouldBe([1, 1]);
    }

    [Fact]
    public async Task Parts_without_tags_are_one_book_named_by_its_folder()
    {
        var library = await server
            .Library("untagged")
            .With("Ann Author/The Book (1999)/Chapter 10.mp3", Mp3Builder.Titled("Chapter 10").Build())
            .With("Ann Author/The Book (1999)/Chapter 9.mp3", Mp3Builder.Titled("Chapter 9").Build())
            .AddAsync();

        await library.ScanAsync();

        var book = await library.OnlyBookAsync();
        book["title"].Text().ShouldBe("The Book");
        Names(book["authors"]).ShouldBe(["Ann Author"]);
        Files(book).ShouldBe(["main Chapter 9.mp3", "part Chapter 10.mp3"]);
        book["files"]!.AsArray().Select(file => file!["name"].Text()).ShouldBe(["Chapter 9", "Chapter 10"]);
    }

    [Fact]
    [Trait("Req", "C3")]
    public async Task Disc_folders_belong_to_the_book_above_them()
    {
        var library = await server
            .Library("discs")
            .With("Ann/Book/CD1/01.mp3", Track("Book", 1))
            .With("Ann/Book/CD1/02.mp3", Track("Book", 2))
            .With("Ann/Book/CD2/01.mp3", Track("Book", 1, "other"))
            .With("Ann/Book/cover.png", TinyPng.Cover(30, 30, 2))
            .With("Ann/Other/Other.m4b", M4bBuilder.Titled("Other").Build())
            .AddAsync();

        await library.ScanAsync();

        (await library.TitlesAsync()).ShouldBe(["Book", "Other"]);
        (await library.LastScanAsync()).Numbers("directories_found", "assets_cached").ShouldBe([2, 1]);
        Files(await BookAsync(library, "Book")).ShouldBe(["main CD1/01.mp3", "part CD1/02.mp3", "part CD2/01.mp3"]);

        await library.ScanAsync();
        (await library.LastScanAsync()).Numbers("directories_unchanged", "directories_queued").ShouldBe([2, 0]);
    }

    [Fact]
    public async Task A_changed_disc_makes_its_book_changed_and_only_the_changed_file_is_read()
    {
        var library = await DiscsAsync("disc-change");
        var before = await library.OnlyBookAsync();

        library.With("Ann/Book/Disc 2/01.mp3", Track("Book", 1, "rewritten"));
        await library.ScanAsync();

        var scan = await library.LastScanAsync();
        scan.Numbers("directories_queued", "items_new", "items_updated", "items_missing").ShouldBe([1, 0, 1, 0]);
        var after = await library.OnlyBookAsync();
        after["id"]!.ToString().ShouldBe(before["id"]!.ToString());
        var changed = after["files"]!
            .AsArray()
            .Zip(before["files"]!.AsArray())
            .Select(pair => pair.First!["updated_at"].Text() != pair.Second!["updated_at"].Text());
        changed.ShouldBe([false, false, true]);
        Files(after).ShouldBe(["main Disc 1/01.mp3", "part Disc 1/02.mp3", "part Disc 2/01.mp3"]);
    }

    [Fact]
    public async Task A_disc_that_comes_later_takes_its_place_among_files_that_are_not_read_again()
    {
        var library = await DiscsAsync("disc-later");

        library.With("Ann/Book/Disc 1/00.mp3", Track("Book", 3, "late"));
        await library.ScanAsync();

        Files(await library.OnlyBookAsync())
            .ShouldBe(["main Disc 1/01.mp3", "part Disc 1/02.mp3", "part Disc 1/00.mp3", "part Disc 2/01.mp3"]);
    }

    [Fact]
    [Trait("Req", "D2")]
    public async Task A_moved_book_of_discs_keeps_its_identity()
    {
        var library = await DiscsAsync("disc-move");
        var before = await library.OnlyBookAsync();

        library.Moved("Ann/Book", "Ann Author/The Book");
        await library.ScanAsync();

        var after = await library.OnlyBookAsync();
        Ids(after).ShouldBe(Ids(before));
        after["files"]![0]!["filepath"].Text().ShouldBe(library.PathOf("Ann Author/The Book/Disc 1/01.mp3"));
        (await library.LastScanAsync()).Numbers("items_new", "items_missing").ShouldBe([0, 0]);
    }

    [Fact]
    public async Task A_renamed_disc_keeps_its_files()
    {
        var library = await DiscsAsync("disc-rename");
        var before = await library.OnlyBookAsync();

        library.Moved("Ann/Book/Disc 2", "Ann/Book/CD 2");
        await library.ScanAsync();

        var after = await library.OnlyBookAsync();
        Ids(after).ShouldBe(Ids(before));
        Files(after).ShouldBe(["main Disc 1/01.mp3", "part Disc 1/02.mp3", "part CD 2/01.mp3"]);
    }

    [Fact]
    [Trait("Req", "C11")]
    public async Task A_scan_of_a_disc_folder_is_one_of_its_book()
    {
        var library = await DiscsAsync("disc-path");
        library.With("Ann/Book/Disc 2/02.mp3", Track("Book", 2, "new"));

        await library.ScanAsync(new { path = "Ann/Book/Disc 2" });

        Files(await library.OnlyBookAsync()).Count.ShouldBe(4);
        (await library.LastScanAsync()).Numbers("directories_found", "items_missing").ShouldBe([1, 0]);
    }

    [Fact]
    public async Task A_lost_disc_takes_its_files_to_the_trash_and_not_the_book()
    {
        var library = await DiscsAsync("disc-lost");
        library.With("Another/Another.m4b", M4bBuilder.Titled("Another").Build());

        library.Without("Ann/Book/Disc 2");
        await library.ScanAsync();

        var files = (await BookAsync(library, "Book"))["files"]!.AsArray();
        files.Count(file => file!["missing_since"] is null).ShouldBe(2);
        (await library.LastScanAsync()).Numbers("items_missing").ShouldBe([0]);
    }

    [Fact]
    public async Task An_EPUB_and_an_M4B_of_one_title_are_editions_and_a_PDF_is_a_supplement()
    {
        var library = await server
            .Library("editions")
            .With("Ann/Dune/dune.epub", EpubBuilder.Titled("Dune").By("Ann"))
            .With("Ann/Dune/dune audio.m4b", M4bBuilder.Titled("Dune (Unabridged)").By("Ann").Build())
            .With("Ann/Dune/Maps.pdf", "%PDF-1.4\n%%EOF")
            .AddAsync();

        await library.ScanAsync();

        Files(await library.OnlyBookAsync()).ShouldBe(["main dune.epub", "main dune audio.m4b", "supplement Maps.pdf"]);
    }

    [Fact]
    public async Task Audio_files_with_albums_of_their_own_are_books_of_their_own()
    {
        var library = await server
            .Library("albums")
            .With("Ann/one.mp3", Track("One", 1))
            .With("Ann/two.mp3", Track("Two", 1))
            .With("Ann/three.m4b", M4bBuilder.Titled("Three").Build())
            .AddAsync();

        await library.ScanAsync();

        (await library.TitlesAsync()).ShouldBe(["One", "Three", "Two"]);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task An_encrypted_audiobook_is_a_book_with_an_error()
    {
        var library = await server
            .Library("encrypted")
            .With("Ann/Locked.aax", M4bBuilder.Titled("Locked").Coded("aavd").Build())
            .AddAsync();

        await library.ScanAsync();

        var book = await library.OnlyBookAsync();
        book["title"].Text().ShouldBe("Locked");
        book["files"]![0]!["error"]!["code"].Text().ShouldBe("audio.encrypted");
        (await library.LastScanAsync()).Numbers("directories_failed", "errors_count").ShouldBe([1, 1]);
    }

    [Theory]
    [InlineData("ogg")]
    [InlineData("mp3")]
    [Trait("Req", "C5")]
    public async Task A_cover_that_is_no_plain_range_of_its_file_is_cached(string format)
    {
        var picture = TinyPng.Cover(200, 300, 3);
        var bytes =
            format == "ogg"
                ? FlacBuilder.Titled("Book").Cover(picture).BuildVorbis()
                : Mp3Builder.Titled("Book").Cover(picture).Version(3).Unsynchronised().Build();
        var library = await server.Library($"cover-{format}").With($"Book/Book.{format}", bytes).AddAsync();

        await library.ScanAsync();

        var cover = await server.Admin.SendAsync("GET", $"/api/items/{(await library.OnlyBookAsync())["id"]}/cover");
        cover.Status.ShouldBe(200);
        cover.ContentType.ShouldBe("image/png");
        cover.Headers["Content-Length"].ShouldBe($"{picture.Length}");
    }

    private async Task<LibraryOnDisk> DiscsAsync(string name)
    {
        var library = await server
            .Library(name)
            .With("Ann/Book/Disc 1/01.mp3", Track("Book", 1))
            .With("Ann/Book/Disc 1/02.mp3", Track("Book", 2))
            .With("Ann/Book/Disc 2/01.mp3", Track("Book", 1, "other"))
            .AddAsync();
        await library.ScanAsync();
        return library;
    }

    private static byte[] Track(string album, int number, string title = "Track") =>
        Mp3Builder.Titled($"{title} {number}").Album(album).By("Ann").Track(number, 9).Build();

    private static async Task<JsonNode> BookAsync(LibraryOnDisk library, string title)
    {
        var id = (await library.BooksAsync()).Single(book => book!["title"].Text() == title)!["id"];
        return await library.Server.Admin.GetAsync($"/api/books/{id}");
    }

    private static IReadOnlyList<string> Files(JsonNode book)
    {
        var files = book["files"]!.AsArray();
        var folder = files.Select(file => Path.GetDirectoryName(file!["filepath"].Text())!).MinBy(path => path.Length)!;
        var isDisc = Path.GetFileName(folder) is { } name && (name[..2] is "CD" or "Di");
        folder = isDisc ? Path.GetDirectoryName(folder)! : folder;
        return [.. files.Select(file => $"{file!["role"]} {Path.GetRelativePath(folder, file["filepath"].Text()!)}")];
    }

    private static IReadOnlyList<string> Ids(JsonNode book) =>
        [book["id"]!.ToString(), .. book["files"]!.AsArray().Select(file => file!["id"]!.ToString())];

    private static IReadOnlyList<string?> Names(JsonNode? people) =>
        [.. people!.AsArray().Select(person => person!["name"].Text())];
}
