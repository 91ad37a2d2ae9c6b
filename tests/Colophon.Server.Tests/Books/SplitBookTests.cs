using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Audio;

namespace Colophon.Server.Tests.Books;

public sealed class SplitBookTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private const string Epub = "Book/Book.epub";
    private const string Pdf = "Book/Book.pdf";

    [Fact]
    [Trait("Req", "D2")]
    public async Task A_file_becomes_a_book_of_its_own_and_what_was_said_of_it_goes_along()
    {
        var library = await EditionsAsync("own");
        var book = await library.OnlyBookAsync();
        await server.Admin.PatchAsync($"/api/books/{book["id"]}", new { title = "Mine", tags = new[] { "kept" } });
        var pdf = book.FileOf("pdf");
        await server.Admin.PatchAsync($"/api/books/files/{pdf}", new { publisher = "By hand" });

        var answer = await SplitAsync(book, pdf);

        var apart = answer.Expect(201);
        answer.Headers["Location"].ShouldBe($"/api/books/{apart["id"]}");
        apart["title"].Text().ShouldBe("Book");
        apart["tags"]!.AsArray().ShouldBeEmpty();
        apart.FileNames().ShouldBe(["Book.pdf"]);
        apart["files"]![0]!["id"]!.GetValue<long>().ShouldBe(pdf);
        apart["files"]![0]!["publisher"].Text().ShouldBe("By hand");
        var left = await server.Admin.GetAsync($"/api/books/{book["id"]}");
        left["title"].Text().ShouldBe("Mine");
        left.FileNames().ShouldBe(["Book.epub"]);
        var counts = (await server.Admin.GetAsync($"/api/libraries/{library.Id}"))["counts"]!;
        counts.Numbers("items", "files", "missing").ShouldBe([2, 2, 0]);
        (await library.BooksAsync("&publisher=By hand")).Single()!["id"]!.GetValue<long>().ShouldBe((long)apart["id"]!);
        var history = (await server.HistoryAsync(apart["id"]!))[0]!;
        history["files_from"]!["item_id"]!.GetValue<long>().ShouldBe((long)book["id"]!);
        history["files_from"]!["file_ids"]!.AsArray().Select(id => (long)id!).ShouldBe([pdf]);
    }

    [Theory]
    [InlineData("unchanged")]
    [InlineData("forced")]
    [InlineData("moved")]
    [InlineData("changed")]
    [InlineData("resync")]
    [InlineData("refresh")]
    [InlineData("added")]
    [Trait("Req", "D2")]
    public async Task A_split_survives_whatever_reads_the_files_again(string how)
    {
        var library = await EditionsAsync($"survives {how}");
        var book = await library.OnlyBookAsync();
        await server.Admin.PatchAsync($"/api/books/{book["id"]}", new { subtitle = "Mine" });
        var apart = (await SplitAsync(book, book.FileOf("epub"))).Expect(201);

        await library.ReadAgainAsync(how, apart["id"]!, Change);
        await library.ReadAgainAsync("forced", apart["id"]!, Change);

        (await library.BooksAsync()).Count.ShouldBe(2);
        (await server.Admin.GetAsync($"/api/books/{apart["id"]}")).FileNames().ShouldBe(["Book.epub"]);
        var left = await server.Admin.GetAsync($"/api/books/{book["id"]}");
        left.FileNames().ShouldBe(how == "added" ? ["Book.m4b", "Book.pdf"] : ["Book.pdf"]);
        left["subtitle"].Text().ShouldBe("Mine");
    }

    [Fact]
    [Trait("Req", "D2")]
    public async Task When_all_files_a_scan_found_are_gone_and_return_each_is_where_it_was()
    {
        var library = await EditionsAsync("returns");
        var book = await library.OnlyBookAsync();
        var apart = (await SplitAsync(book, book.FileOf("epub"))).Expect(201);

        library.With("Other/Other.epub", EpubBuilder.Titled("Other")).Moved("Book", "../outside");
        await library.ScanAsync();
        (await library.TitlesAsync()).ShouldBe(["Other"]);
        library.Moved("../outside", "Back");
        await library.ScanAsync();

        (await server.Admin.GetAsync($"/api/books/{apart["id"]}")).FileNames().ShouldBe(["Book.epub"]);
        (await server.Admin.GetAsync($"/api/books/{book["id"]}")).FileNames().ShouldBe(["Book.pdf"]);
    }

    [Fact]
    public async Task Parts_of_an_audiobook_leave_together_and_the_first_begins_the_new_book()
    {
        var library = server.Library("split parts");
        for (var track = 1; track <= 4; track++)
            library.With($"Ann/Book/{track}.mp3", Part(track));
        await (await library.AddAsync(new { write_sidecars = false })).ScanAsync();
        var book = await library.OnlyBookAsync();
        var ids = book["files"]!.AsArray().Select(file => (long)file!["id"]!).ToArray();

        var apart = (await SplitAsync(book, ids[3], ids[2])).Expect(201);
        await library.ScanAsync(new { force = true });

        apart["files"]!
            .AsArray()
            .Select(file => ((long)file!["id"]!, file["role"].Text()))
            .ShouldBe([(ids[2], "main"), (ids[3], "part")]);
        (await server.Admin.GetAsync($"/api/books/{apart["id"]}")).FileNames().ShouldBe(["3.mp3", "4.mp3"]);
        (await server.Admin.GetAsync($"/api/books/{book["id"]}")).FileNames().ShouldBe(["1.mp3", "2.mp3"]);
    }

    [Fact]
    public async Task A_book_may_be_split_again_and_again()
    {
        var library = await EditionsAsync("again");
        library.With("Book/Book.m4b", M4bBuilder.Titled("Book").By("Ann").Build());
        await library.ScanAsync();
        var book = await library.OnlyBookAsync();

        var first = (await SplitAsync(book, book.FileOf("pdf"), book.FileOf("m4b"))).Expect(201);
        var second = (await SplitAsync(first, first.FileOf("pdf"))).Expect(201);
        await MergeAsync(book, first, second);
        var third = (await SplitAsync(book, book.FileOf("pdf"))).Expect(201);
        await library.ScanAsync(new { force = true });

        third["id"]!.GetValue<long>().ShouldBe((long)second["id"]!);
        (await library.BooksAsync()).Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Req", "D6")]
    public async Task Undone_a_split_leaves_one_book_as_it_was_and_a_scan_may_say_again_where_the_file_belongs()
    {
        var library = await EditionsAsync("undone");
        var book = await library.OnlyBookAsync();
        var apart = (await SplitAsync(book, book.FileOf("pdf"))).Expect(201);

        var undone = await server.Admin.PostAsync(
            $"/api/changes/{(await server.HistoryAsync(apart["id"]!))[0]!["id"]}/undo"
        );

        undone["item_id"]!.GetValue<long>().ShouldBe((long)book["id"]!);
        await library.ScanAsync(new { force = true });
        var after = await library.OnlyBookAsync();
        after["id"]!.GetValue<long>().ShouldBe((long)book["id"]!);
        after.FileNames().ShouldBe(book.FileNames());
    }

    [Fact]
    [Trait("Req", "D2")]
    public async Task Splitting_off_what_a_merge_brought_gives_back_the_book_with_its_edits()
    {
        var library = server
            .Library("split merged")
            .With("A/A.epub", EpubBuilder.Titled("A"))
            .With("B/B.epub", EpubBuilder.Titled("B"));
        await (await library.AddAsync(new { write_sidecars = false })).ScanAsync();
        var books = await library.BooksAsync();
        await server.Admin.PatchAsync($"/api/books/{books[1]!["id"]}", new { title = "Mine" });
        var file = (long)books[1]!["files"]![0]!["id"]!;
        await MergeAsync(books[0]!, books[1]!);

        var back = (await SplitAsync(books[0]!, file)).Expect(201);

        (back["id"]!.GetValue<long>(), back["title"].Text()).ShouldBe(((long)books[1]!["id"]!, "Mine"));
        await library.ScanAsync(new { force = true });
        (await library.TitlesAsync()).ShouldBe(["A", "Mine"]);
    }

    [Fact]
    public async Task Of_a_split_book_only_the_files_have_sidecars_as_its_name_may_be_the_other_ones()
    {
        var library = await EditionsAsync("sidecar", new { write_sidecars = true });
        var book = await library.OnlyBookAsync();
        var apart = (await SplitAsync(book, book.FileOf("epub"))).Expect(201);
        await server.Admin.PatchAsync($"/api/books/{book["id"]}", new { title = "Of the folder" });
        await server.SettledJobsAsync(library);
        await server.Admin.PatchAsync($"/api/books/{apart["id"]}", new { title = "Apart" });
        await server.SettledJobsAsync(library);

        var sidecar = await File.ReadAllTextAsync(
            library.PathOf("Book/Book.metadata.json"),
            TestContext.Current.CancellationToken
        );

        sidecar.ShouldContain("Of the folder");
        sidecar.ShouldNotContain("Apart");
        new FileInfo(library.PathOf("Book/Book.epub.metadata.json")).Exists.ShouldBeTrue();
    }

    [Fact]
    public async Task A_book_keeps_its_last_file_and_gives_away_only_its_own()
    {
        var library = await EditionsAsync("refused");
        var book = await library.OnlyBookAsync();
        var (epub, pdf) = (book.FileOf("epub"), book.FileOf("pdf"));

        (await SplitAsync(book, epub, pdf)).ExpectProblem(409, "last_file");
        (await SplitAsync(book)).ExpectProblem(400, "validation_failed");
        (await SplitAsync(book, 999_999)).ExpectProblem(400, "validation_failed").Fields.ShouldBe(["file_ids"]);
        (
            await server.Admin.SendAsync("POST", "/api/books/999999/split", new { file_ids = new[] { pdf } })
        ).ExpectProblem(404, "not_found");
        await server.Admin.DeleteAsync($"/api/books/files/{pdf}");
        (await SplitAsync(book, epub)).ExpectProblem(409, "last_file");
        (await SplitAsync(book, pdf)).ExpectProblem(400, "validation_failed");
    }

    private async Task<LibraryOnDisk> EditionsAsync(string name, object? options = null)
    {
        var library = server
            .Library($"split {name}")
            .With(Epub, EpubBuilder.Titled("Book").By("Ann"))
            .With(Pdf, PdfBuilder.Titled("Book").By("Ann").Build());
        await (await library.AddAsync(options ?? new { write_sidecars = false })).ScanAsync();
        return library;
    }

    private static void Change(LibraryOnDisk library, string how)
    {
        switch (how)
        {
            case "moved":
                library.Moved("Book", "Elsewhere/Below");
                break;
            case "changed":
                library.With(Epub, EpubBuilder.Titled("Book, again").By("Ann"));
                break;
            case "added":
                library.With("Book/Book.m4b", M4bBuilder.Titled("Book").By("Ann").Build());
                break;
        }
    }

    private static byte[] Part(int track) =>
        Mp3Builder.Titled($"Track {track}").Album("Book").By("Ann").Track(track, 4).Lasting(10).Build();

    private Task<Answer> SplitAsync(JsonNode book, params long[] files) =>
        server.Admin.SendAsync("POST", $"/api/books/{book["id"]}/split", new { file_ids = files });

    private Task<JsonNode> MergeAsync(JsonNode book, params JsonNode[] others) =>
        server.Admin.PostAsync(
            $"/api/books/{book["id"]}/merge",
            new { book_ids = others.Select(other => (long)other["id"]!).ToArray() }
        );
}
