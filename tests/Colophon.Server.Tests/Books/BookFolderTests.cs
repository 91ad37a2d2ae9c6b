using Colophon.Server.Tests.Scanning;
using Colophon.Testing;

namespace Colophon.Server.Tests.Books;

public sealed class BookFolderTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    [Trait("Req", "C3")]
    public async Task Files_of_a_root_are_a_unit_each()
    {
        var library = await server
            .Library("roots")
            .With("One.epub", EpubBuilder.Titled("One").By("A"))
            .With("Two.epub", EpubBuilder.Titled("Two").By("B"))
            .With("Notes.txt", "not a book")
            .AddAsync();

        await library.ScanAsync();

        (await library.LastScanAsync()).Numbers("directories_found", "items_new").ShouldBe([2, 2]);
    }

    [Fact]
    public async Task Books_with_titles_of_their_own_share_a_folder()
    {
        var library = await server
            .Library("shared")
            .With("Author/One.epub", EpubBuilder.Titled("One").By("Author"))
            .With("Author/Two.epub", EpubBuilder.Titled("Two").By("Author"))
            .AddAsync();

        await library.ScanAsync();

        (await library.TitlesAsync()).ShouldBe(["One", "Two"]);
        (await library.LastScanAsync()).Numbers("directories_found").ShouldBe([1]);
    }

    [Fact]
    public async Task A_folder_of_books_beside_book_folders_keeps_its_books_apart()
    {
        var library = await server
            .Library("authors")
            .With("Author/Loose.epub", EpubBuilder.Titled("Loose").By("Author"))
            .With("Author/Bound/Bound.epub", EpubBuilder.Titled("Bound").By("Author"))
            .AddAsync();

        await library.ScanAsync();

        (await library.TitlesAsync()).ShouldBe(["Bound", "Loose"]);
        (await library.LastScanAsync()).Numbers("directories_found").ShouldBe([2]);
    }

    [Fact]
    public async Task A_picture_beside_the_book_is_its_cover()
    {
        var library = await server
            .Library("pictures")
            .With("Book/Book.epub", EpubBuilder.Titled("Book").GeneratedCover(1))
            .With("Book/cover.png", TinyPng.Cover(40, 60, 3))
            .AddAsync();

        await library.ScanAsync();

        (await library.LastScanAsync()).Numbers("assets_cached").ShouldBe([2]);
        var book = await library.OnlyBookAsync();
        var cover = await server.Admin.SendAsync("GET", $"/api/items/{book["id"]}/cover");
        cover.Status.ShouldBe(200);
        cover.ContentType.ShouldBe("image/png");
    }

    [Fact]
    public async Task A_book_without_words_of_its_own_is_named_by_its_path()
    {
        var library = await server
            .Library("paths")
            .With("Jane Austen/Emma (1815)/Emma.epub", EpubBuilder.Untitled())
            .AddAsync();

        await library.ScanAsync();

        var book = await library.OnlyBookAsync();
        book["title"].Text().ShouldBe("Emma");
        book["sources"]!["title"].Text().ShouldBe("path");
        book["authors"]![0]!["name"].Text().ShouldBe("Jane Austen");
    }
}
