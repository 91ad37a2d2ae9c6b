using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Audio;
using Dapper;

namespace Colophon.Server.Tests.Books;

/// <summary>What a book in several files is as a whole: how long it plays, and its chapters.</summary>
public sealed class AudiobookPartsTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    [Trait("Req", "C4")]
    public async Task Parts_without_chapters_are_a_chapter_each_called_as_their_tracks()
    {
        var library = await ThreePartsAsync("part-chapters");

        var files = (await library.OnlyBookAsync())["files"]!.AsArray();
        files.Select(Chapters).ShouldBe(["One@0", "Two@0", "03@0"]);
        files.Select(file => file!["sources"]!["chapters"].Text()).ShouldBe(["embedded", "embedded", "path"]);
    }

    [Fact]
    public async Task A_part_with_chapters_of_its_own_keeps_them()
    {
        var library = await server
            .Library("own-chapters")
            .With("Ann/Book/1.mp3", Part("Book", 1, "One").Chapter(0, 4, "Prologue").Chapter(4, 9, "Start").Build())
            .With("Ann/Book/2.mp3", Part("Book", 2, "Two").Build())
            .AddAsync();

        await library.ScanAsync();

        (await library.OnlyBookAsync())["files"]!
            .AsArray()
            .Select(Chapters)
            .ShouldBe(["Prologue@0 Start@4000", "Two@0"]);
    }

    [Fact]
    public async Task A_file_alone_has_only_the_chapters_it_says()
    {
        var library = await server.Library("alone").With("Ann/Book/1.mp3", Part("Book", 1, "One").Build()).AddAsync();

        await library.ScanAsync();

        Chapters((await library.OnlyBookAsync())["files"]![0]).ShouldBe("");
    }

    [Fact]
    public async Task A_file_that_becomes_a_part_becomes_a_chapter_and_is_read_no_further_time()
    {
        var library = await server.Library("becomes").With("Ann/Book/1.mp3", Part("Book", 1, "One").Build()).AddAsync();
        await library.ScanAsync();

        library.With("Ann/Book/2.mp3", Part("Book", 2, "Two").Build());
        await library.ScanAsync();
        var two = (await library.OnlyBookAsync())["files"]!.AsArray();
        library.With("Ann/Book/3.mp3", Part("Book", 3, "Three").Build());
        await library.ScanAsync();

        two.Select(Chapters).ShouldBe(["One@0", "Two@0"]);
        var three = (await library.OnlyBookAsync())["files"]!.AsArray();
        three.Select(Chapters).ShouldBe(["One@0", "Two@0", "Three@0"]);
        three.Take(2).Select(Updated).ShouldBe(two.Select(Updated));
    }

    [Fact]
    public async Task A_book_plays_as_long_as_its_parts_together_and_shorter_when_one_is_lost()
    {
        var library = await ThreePartsAsync("part-lengths");
        library.With("Another/Another.m4b", M4bBuilder.Titled("Another").Build());
        var book = await library.OnlyBookAsync();
        var lengths = book["files"]!.AsArray().Select(file => (double)file!["duration_s"]!).ToList();
        lengths.Count(length => length > 0).ShouldBe(3);
        (await DurationAsync(book)).ShouldBe(lengths.Sum(), 0.001);

        library.Without("Ann/Book/02.mp3");
        await library.ScanAsync();
        (await DurationAsync(book)).ShouldBe(lengths[0] + lengths[2], 0.001);

        library.With("Ann/Book/02.mp3", Part("Book", 2, "Two").Lasting(20).Build());
        await library.ScanAsync();
        (await DurationAsync(book)).ShouldBe(lengths.Sum(), 0.001);
    }

    [Fact]
    public async Task Of_several_editions_the_best_one_with_a_length_says_how_long_a_book_plays()
    {
        var library = await server
            .Library("edition-lengths")
            .With("Ann/Book/Book.epub", EpubBuilder.Titled("Book").By("Ann"))
            .With("Ann/Book/Book.m4b", M4bBuilder.Titled("Book").By("Ann").Lasting(100).Build())
            .With("Ann/Book/1.mp3", Part("Book", 1, "One").Build())
            .With("Ann/Book/2.mp3", Part("Book", 2, "Two").Build())
            .AddAsync();

        await library.ScanAsync();

        (await DurationAsync(await library.OnlyBookAsync())).ShouldBe(100, 0.001);
    }

    [Fact]
    public async Task An_ASIN_in_a_folders_name_is_an_identifier_of_the_file()
    {
        var library = await server
            .Library("asin")
            .With("Ann/Book [B0CXQ7TZ1M]/1.mp3", Mp3Builder.Untitled().Build())
            .AddAsync();

        await library.ScanAsync();

        var book = await library.OnlyBookAsync();
        book["title"].Text().ShouldBe("Book");
        var file = book["files"]![0]!;
        file["identifiers"]!.AsArray().Select(one => $"{one!["type"]} {one["value"]}").ShouldBe(["asin B0CXQ7TZ1M"]);
        file["sources"]!["identifiers"].Text().ShouldBe("path");
    }

    private async Task<LibraryOnDisk> ThreePartsAsync(string name)
    {
        var library = await server
            .Library(name)
            .With("Ann/Book/01.mp3", Part("Book", 1, "One").Lasting(10).Build())
            .With("Ann/Book/02.mp3", Part("Book", 2, "Two").Lasting(20).Build())
            .With("Ann/Book/03.mp3", Mp3Builder.Untitled().Album("Book").By("Ann").Track(3, 3).Lasting(30).Build())
            .AddAsync();
        await library.ScanAsync();
        return library;
    }

    private static Mp3Builder Part(string album, int number, string title) =>
        Mp3Builder.Titled(title).Album(album).By("Ann").Track(number, 3);

    private static string Chapters(JsonNode? file) =>
        string.Join(' ', file!["chapters"]!.AsArray().Select(chapter => $"{chapter!["title"]}@{chapter["start_ms"]}"));

    private static string? Updated(JsonNode? file) => file!["updated_at"].Text();

    private async Task<double> DurationAsync(JsonNode book) =>
        await server.Database.ReadAsync(
            connection =>
                connection.QuerySingleAsync<double>(
                    "select duration from items where id = @id",
                    new { id = (long)book["id"]! }
                ),
            TestContext.Current.CancellationToken
        );
}
