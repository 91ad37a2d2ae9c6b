using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Audio;

namespace Colophon.Server.Tests.Books;

public sealed class MergeBooksTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private const string Kept = "Kept/Kept.epub";
    private const string Other = "Other/Other.pdf";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "D2")]
    public async Task All_files_become_one_book_that_keeps_what_a_person_said_of_it()
    {
        var library = await TwoAsync("one");
        var (kept, other) = await TwoIdsAsync(library);
        await server.Admin.PatchAsync($"/api/books/{kept}", new { title = "Mine" });
        await server.Admin.SendAsync("PUT", $"/api/items/{kept}/locks/title");
        await server.Admin.PatchAsync($"/api/books/{other}", new { title = "Not this" });
        var file = await FileOfAsync(other);
        await server.Admin.PatchAsync($"/api/books/files/{file}", new { publisher = "By hand" });

        var merged = await MergeAsync(kept, other);

        merged["title"].Text().ShouldBe("Mine");
        merged["locks"]!.AsArray().Select(field => field.Text()).ShouldBe(["title"]);
        merged.FileNames().ShouldBe(["Kept.epub", "Other.pdf"]);
        merged["files"]![1]!["id"]!.GetValue<long>().ShouldBe(file);
        merged["files"]![1]!["publisher"].Text().ShouldBe("By hand");
        (await server.Admin.SendAsync("GET", $"/api/books/{other}")).ExpectProblem(404, "not_found");
        (await library.TitlesAsync()).ShouldBe(["Mine"]);
        var counts = (await server.Admin.GetAsync($"/api/libraries/{library.Id}"))["counts"]!;
        counts.Numbers("items", "files", "missing").ShouldBe([1, 2, 1]);
        (await library.IdsAsync("&q=9780141439587")).ShouldBe([kept]);
        (await library.IdsAsync("&q=Not this")).ShouldBeEmpty();
        (await library.BooksAsync("&publisher=By hand"))[0]!["id"]!.GetValue<long>().ShouldBe(kept);
    }

    [Theory]
    [InlineData("unchanged")]
    [InlineData("forced")]
    [InlineData("moved")]
    [InlineData("changed")]
    [InlineData("resync")]
    [InlineData("refresh")]
    [Trait("Req", "D2")]
    public async Task A_merge_survives_whatever_reads_the_files_again(string how)
    {
        var library = await TwoAsync($"survives {how}");
        var (kept, other) = await TwoIdsAsync(library);
        await MergeAsync(kept, other);

        await library.ReadAgainAsync(how, kept, Change);
        await library.ReadAgainAsync("forced", kept, Change);

        var book = await library.OnlyBookAsync();
        book["id"]!.GetValue<long>().ShouldBe(kept);
        book.FileNames().ShouldBe(["Kept.epub", "Other.pdf"]);
        book["files"]![1]!["role"].Text().ShouldBe("main");
        (await server.HistoryAsync(kept)).Count(change => change!["files_from"] is not null).ShouldBe(1);
    }

    [Fact]
    [Trait("Req", "D2")]
    public async Task What_lies_beside_the_book_that_is_kept_is_not_touched_by_the_folders_of_the_others()
    {
        var library = await TwoAsync("beside");
        library.With("Kept/metadata.opf", Opf("Said beside"));
        library.With("Kept/cover.png", TinyPng.Cover(50, 70, seed: 3));
        await library.ScanAsync();
        var (other, kept) = await TwoIdsAsync(library);
        (await server.Admin.GetAsync($"/api/books/{kept}"))["title"].Text().ShouldBe("Said beside");

        await MergeAsync(kept, other);
        library.With(Other, PdfBuilder.Titled("Other, again").Build());
        library.With("Other/metadata.opf", Opf("Said of the other"));
        await library.ScanAsync();

        var book = await library.OnlyBookAsync();
        book["title"].Text().ShouldBe("Said beside");
        var assets = (await server.Admin.GetAsync($"/api/items/{kept}/assets"))["assets"]!.AsArray();
        assets.Count(asset => asset!["source"].Text() == "path" && (bool)asset["in_use"]!).ShouldBe(1);
    }

    [Fact]
    [Trait("Req", "D2")]
    public async Task Comics_of_one_folder_stay_merged_and_a_file_that_comes_later_is_a_book_of_its_own()
    {
        var library = await server
            .Library("comics")
            .With("Series/One 01.cbz", CbzBuilder.OfPages(1, seed: 1).Build())
            .With("Series/One 02.cbz", CbzBuilder.OfPages(1, seed: 2).Build())
            .AddAsync();
        await library.ScanAsync();
        var ids = await library.IdsAsync();
        await MergeAsync(ids[1], ids[0]);

        library.With("Series/One 03.cbz", CbzBuilder.OfPages(1, seed: 3).Build());
        await library.ScanAsync(new { force = true });

        var books = await library.BooksAsync();
        books.Count.ShouldBe(2);
        (await server.Admin.GetAsync($"/api/books/{ids[1]}")).FileNames().ShouldBe(["One 02.cbz", "One 01.cbz"]);
    }

    [Fact]
    public async Task The_book_that_is_kept_goes_on_saying_what_it_said_whatever_the_others_formats_and_paths()
    {
        var library = await server
            .Library("says")
            .With("B/Kept.pdf", PdfBuilder.Titled("Kept").Build())
            .With("A/Other.epub", EpubBuilder.Titled("Other").Subtitle("Only here"))
            .With("C/Third.pdf", PdfBuilder.Titled("Third").Build())
            .AddAsync();
        await library.ScanAsync();
        var ids = await library.IdsAsync();
        await MergeAsync(ids[1], ids[2]);

        var merged = await MergeAsync(ids[0], ids[1]);

        (merged["title"].Text(), merged["subtitle"].Text()).ShouldBe(("Kept", "Only here"));
        await library.ScanAsync(new { force = true });
        (await library.OnlyBookAsync())["title"].Text().ShouldBe("Kept");
        var evidence = await server.Admin.GetAsync($"/api/items/{ids[0]}/evidence");
        evidence["fields"]!["title"]!["reason"].Text().ShouldBe("file_order");
    }

    [Fact]
    public async Task Audio_files_become_parts_that_play_one_after_the_other()
    {
        var library = await server
            .Library("audio")
            .With("Disc One/1.mp3", Mp3Builder.Titled("A").Album("First").By("Ann").Lasting(10).Build())
            .With("Disc Two/2.mp3", Mp3Builder.Titled("B").Album("Second").By("Ann").Lasting(20).Build())
            .AddAsync();
        await library.ScanAsync();
        var ids = await library.IdsAsync();

        var merged = await MergeAsync(ids[0], ids[1]);

        merged["files"]!.AsArray().Select(file => file!["role"].Text()).ShouldBe(["main", "part"]);
        await library.ScanAsync(new { force = true });
        var files = (await library.OnlyBookAsync())["files"]!.AsArray();
        files.Select(file => file!["role"].Text()).ShouldBe(["main", "part"]);
    }

    [Fact]
    public async Task A_cover_is_chosen_anew_among_all_pictures_and_goes_back_with_its_file()
    {
        var library = await server
            .Library("covers")
            .With("Kept/Kept.pdf", PdfBuilder.Titled("Kept").Build())
            .With("Other/Other.epub", EpubBuilder.Titled("Other").GeneratedCover(5))
            .AddAsync();
        await library.ScanAsync();
        var (kept, other) = await TwoIdsAsync(library);

        var merged = await MergeAsync(kept, other);

        var picture = merged["files"]!.AsArray().Single(file => file!["file_type"].Text() == "epub")!;
        picture["cover_url"].ShouldNotBeNull();
        merged["cover_url"].ShouldNotBeNull();
        await library.ScanAsync(new { force = true });
        (await server.Admin.SendAsync("GET", $"/api/items/{kept}/cover")).Status.ShouldBe(200);
        await UndoAsync(kept);
        (await server.Admin.SendAsync("GET", $"/api/items/{other}/cover")).Status.ShouldBe(200);
    }

    [Fact]
    [Trait("Req", "D6")]
    public async Task Undone_a_merge_gives_back_the_other_book_as_it_was_and_scans_leave_it_so()
    {
        var library = await TwoAsync("undone");
        var (kept, other) = await TwoIdsAsync(library);
        await server.Admin.PatchAsync($"/api/books/{other}", new { title = "Mine too" });
        await MergeAsync(kept, other);
        var change = (await server.HistoryAsync(kept)).Single(change => change!["files_from"] is not null)!;
        change["user"].Text().ShouldBe("admin");
        change["files_from"]!["title"].Text().ShouldBe("Mine too");
        change["files_from"]!["item_id"]!.GetValue<long>().ShouldBe(other);

        await UndoAsync(kept);

        (await TitlesOfAsync(library)).ShouldBe([(kept, "Kept"), (other, "Mine too")]);
        await library.ScanAsync(new { force = true });
        (await TitlesOfAsync(library)).ShouldBe([(kept, "Kept"), (other, "Mine too")]);
        (await server.Admin.SendAsync("POST", $"/api/changes/{change["id"]}/undo")).ExpectProblem(409, "changed_since");
        await UndoAsync(other);
        (await library.OnlyBookAsync()).FileNames().ShouldBe(["Kept.epub", "Other.pdf"]);
    }

    [Fact]
    [Trait("Req", "D3")]
    public async Task An_emptied_book_waits_in_the_trash_and_is_not_restored_from_there()
    {
        var library = await TwoAsync("trash");
        var (kept, other) = await TwoIdsAsync(library);
        await MergeAsync(kept, other);

        var trash = await server.Admin.GetAsync($"/api/trash?library_id={library.Id}");

        var waiting = trash["items"]!.AsArray().Single()!;
        (waiting["reason"].Text(), waiting["title"].Text(), waiting["deleted_by"].Text()).ShouldBe(
            ("merged", "Other", "admin")
        );
        (await server.Admin.SendAsync("POST", $"/api/items/{other}/restore")).ExpectProblem(409, "files_moved");
        await server.Admin.PostAsync("/api/trash/empty", new { library_id = library.Id });
        await library.ScanAsync(new { force = true });
        (await library.OnlyBookAsync()).FileNames().Count.ShouldBe(2);
        var change = (await server.HistoryAsync(kept)).Single(change => change!["files_from"] is not null)!;
        (await server.Admin.SendAsync("POST", $"/api/changes/{change["id"]}/undo")).ExpectProblem(409, "changed_since");
    }

    [Fact]
    public async Task A_merge_and_its_undoing_are_told_live()
    {
        var library = await TwoAsync("live");
        var (kept, other) = await TwoIdsAsync(library);
        var before = await server.Admin.GetAsync("/api/events");

        await MergeAsync(kept, other);
        await UndoAsync(kept);

        IReadOnlyList<(long, string?)> told = [];
        await JobProbe.Until(
            async () => (told = await ToldAsync(before)).Count >= 4,
            "the events, which follow the commit",
            Token
        );
        told.ShouldBe([(kept, "updated"), (other, "removed"), (kept, "updated"), (other, "added")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_sidecar_of_the_merged_book_lies_beside_the_files_it_was_found_with()
    {
        var library = await TwoAsync("sidecars", new { write_sidecars = true });
        var (kept, other) = await TwoIdsAsync(library);
        await MergeAsync(kept, other);
        await server.Admin.PatchAsync($"/api/books/{kept}", new { title = "Mine" });
        await server.SettledJobsAsync(library);

        new FileInfo(library.PathOf("Kept/Kept.metadata.json")).Exists.ShouldBeTrue();
        new FileInfo(library.PathOf("Other/Other.metadata.json")).Exists.ShouldBeFalse();
        new FileInfo(library.PathOf("Other/Other.pdf.metadata.json")).Exists.ShouldBeTrue();
    }

    [Fact]
    public async Task What_cannot_be_merged_is_refused()
    {
        var library = await TwoAsync("refused");
        var elsewhere = await TwoAsync("refused elsewhere");
        var (kept, _) = await TwoIdsAsync(library);
        var (foreign, _) = await TwoIdsAsync(elsewhere);

        (await TryAsync(kept, foreign)).ExpectProblem(422, "not_mergeable");
        (await TryAsync(kept)).ExpectProblem(400, "validation_failed");
        (await TryAsync(kept, kept)).ExpectProblem(400, "validation_failed");
        (await TryAsync(kept, 999_999)).ExpectProblem(400, "validation_failed");
        (await TryAsync(999_999, kept)).ExpectProblem(404, "not_found");
        (await library.BooksAsync()).Count.ShouldBe(2);
    }

    private async Task<LibraryOnDisk> TwoAsync(string name, object? options = null)
    {
        var library = server
            .Library($"merge {name}")
            .With(Kept, EpubBuilder.Titled("Kept").By("Ann"))
            .With(Other, PdfBuilder.Titled("Other").Xmp("<dc:identifier>9780141439587</dc:identifier>").Build());
        await (await library.AddAsync(options ?? new { write_sidecars = false })).ScanAsync();
        return library;
    }

    private static void Change(LibraryOnDisk library, string how)
    {
        switch (how)
        {
            case "moved":
                library.Moved("Other", "Elsewhere/Below").Moved("Kept", "Aside");
                break;
            case "changed":
                library.With(Other, PdfBuilder.Titled("Other, again").Pages(3).Build());
                break;
        }
    }

    private static string Opf(string title) =>
        $"""
            <package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title>{title}</dc:title></metadata></package>
            """;

    private async Task<JsonNode> MergeAsync(long kept, params long[] others) =>
        (await TryAsync(kept, others)).Expect(200);

    private Task<Answer> TryAsync(long kept, params long[] others) =>
        server.Admin.SendAsync("POST", $"/api/books/{kept}/merge", new { book_ids = others });

    private async Task<IReadOnlyList<(long Item, string? Change)>> ToldAsync(JsonNode since) =>
        [
            .. (await server.Admin.GetAsync($"/api/events?after={since["seq"]}&epoch={since["epoch"]}"))["events"]!
                .AsArray()
                .Where(told => told!["name"].Text() == "item:changed")
                .Select(told => told!["payload"]!)
                .Select(told => (told["itemId"]!.GetValue<long>(), told["change"].Text())),
        ];

    private async Task UndoAsync(long item)
    {
        var change = (await server.HistoryAsync(item)).First(change => change!["files_from"] is not null)!;
        await server.Admin.PostAsync($"/api/changes/{change["id"]}/undo");
    }

    private static async Task<(long First, long Second)> TwoIdsAsync(LibraryOnDisk library)
    {
        var ids = await library.IdsAsync();
        ids.Count.ShouldBe(2);
        return (ids[0], ids[1]);
    }

    private static async Task<IReadOnlyList<(long, string?)>> TitlesOfAsync(LibraryOnDisk library) =>
        [.. (await library.BooksAsync()).Select(book => ((long)book!["id"]!, book["title"].Text()))];

    private async Task<long> FileOfAsync(long book) =>
        (long)(await server.Admin.GetAsync($"/api/books/{book}"))["files"]![0]!["id"]!;
}
