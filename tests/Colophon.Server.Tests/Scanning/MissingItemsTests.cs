using Colophon.Testing;
using Dapper;

namespace Colophon.Server.Tests.Scanning;

public sealed class MissingItemsTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    [Trait("Req", "D3")]
    public async Task A_book_whose_file_is_gone_waits_in_the_trash_and_revives_with_its_id()
    {
        var library = await BooksAsync("trash", 3);
        var id = (long)(await library.BooksAsync())[0]!["id"]!;
        library.Without("Book 0");

        await library.ScanAsync();

        (await library.LastScanAsync()).Numbers("items_missing").ShouldBe([1]);
        (await library.TitlesAsync()).ShouldBe(["Book 1", "Book 2"]);
        (await library.TitlesAsync("&missing=true")).ShouldBe(["Book 0"]);

        library.With("Book 0/Book 0.epub", Book(0));
        await library.ScanAsync();

        (await library.LastScanAsync()).Numbers("items_new", "items_updated").ShouldBe([0, 1]);
        (await library.TitlesAsync()).ShouldBe(["Book 0", "Book 1", "Book 2"]);
        ((long)(await library.BooksAsync())[0]!["id"]!).ShouldBe(id);
    }

    [Fact]
    [Trait("Req", "D2")]
    public async Task A_moved_file_keeps_its_book()
    {
        var library = await BooksAsync("moved", 2);
        var before = (await library.BooksAsync()).Select(book => (long)book!["id"]!).ToList();
        library.Moved("Book 0", "Elsewhere/Below/Renamed");

        await library.ScanAsync();

        var scan = await library.LastScanAsync();
        scan.Numbers("items_new", "items_updated", "items_missing").ShouldBe([0, 1, 0]);
        (await library.BooksAsync()).Select(book => (long)book!["id"]!).ShouldBe(before);
        var file = (await library.BooksAsync())[0]!["files"]![0]!;
        file["filepath"].Text().ShouldBe(library.PathOf("Elsewhere/Below/Renamed/Book 0.epub"));
    }

    [Fact]
    public async Task The_place_a_file_moved_away_from_is_forgotten()
    {
        var library = await BooksAsync("left", 2);
        library.Moved("Book 0", "Elsewhere");
        await library.ScanAsync();

        var units = await server.Database.ReadAsync(
            connection =>
                connection.QueryAsync<string>(
                    "select relative_path from units where library_id = @id order by relative_path",
                    new { id = library.Id }
                ),
            TestContext.Current.CancellationToken
        );

        units.ShouldBe(["Book 1", "Elsewhere"]);
    }

    [Fact]
    public async Task A_copy_is_a_book_of_its_own()
    {
        var library = await BooksAsync("copied", 1);
        Directory.CreateDirectory(library.PathOf("Copy"));
        File.Copy(library.PathOf("Book 0/Book 0.epub"), library.PathOf("Copy/Book 0.epub"));

        await library.ScanAsync();

        (await library.LastScanAsync()).Numbers("items_new").ShouldBe([1]);
        (await library.BooksAsync()).Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Req", "D3")]
    public async Task A_root_that_is_gone_fails_the_scan_and_loses_nothing()
    {
        var library = await BooksAsync("gone", 2);
        Directory.Move(library.Folder, library.Folder + ".away");

        var job = await library.ScanAsync();

        job.Status().ShouldBe("failed");
        job["error"]!["code"].Text().ShouldBe("root_unavailable");
        (await library.LastScanAsync())["status"].Text().ShouldBe("failed");
        (await library.TitlesAsync()).Count.ShouldBe(2);
        (await server.Admin.GetAsync($"/api/libraries/{library.Id}"))["roots"]![0]!["available"]!
            .GetValue<bool>()
            .ShouldBeFalse();

        Directory.Move(library.Folder + ".away", library.Folder);
        (await library.ScanAsync()).Status().ShouldBe("completed");
        (await library.TitlesAsync()).Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Req", "D3")]
    public async Task An_emptied_root_warns_and_loses_nothing()
    {
        var library = await BooksAsync("emptied", 2);
        library.Without("Book 0").Without("Book 1");

        (await library.ScanAsync()).Status().ShouldBe("completed");

        (await library.LastScanAsync())["warnings"]![0]!["code"].Text().ShouldBe("mass_loss_guard");
        (await library.TitlesAsync()).Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Req", "D3")]
    public async Task Too_many_missing_at_once_are_not_believed()
    {
        var library = await BooksAsync("many", 25);
        for (var i = 0; i < 21; i++)
            library.Without($"Book {i}");

        await library.ScanAsync();

        (await library.LastScanAsync())["warnings"]![0]!["code"].Text().ShouldBe("mass_loss_guard");
        (await library.LastScanAsync()).Numbers("items_missing").ShouldBe([0]);

        await server.Admin.PatchAsync(
            $"/api/libraries/{library.Id}",
            new { options = new { missing_guard = new { percent = 100 } } }
        );
        await library.ScanAsync();
        (await library.LastScanAsync()).Numbers("items_missing").ShouldBe([21]);
    }

    [Fact]
    public async Task What_is_ignored_from_now_on_leaves_and_returns_when_the_rule_goes()
    {
        var library = await BooksAsync("ignored", 3);
        await server.Admin.PatchAsync(
            $"/api/libraries/{library.Id}",
            new { options = new { ignore_patterns = new[] { "book 1" } } }
        );

        await library.ScanAsync();
        (await library.TitlesAsync()).ShouldBe(["Book 0", "Book 2"]);
        (await library.LastScanAsync()).Numbers("directories_ignored").ShouldBe([1]);

        await server.Admin.PatchAsync(
            $"/api/libraries/{library.Id}",
            new { options = new { ignore_patterns = Array.Empty<string>() } }
        );
        await library.ScanAsync();
        (await library.TitlesAsync()).ShouldBe(["Book 0", "Book 1", "Book 2"]);
    }

    private static EpubBuilder Book(int number) => EpubBuilder.Titled($"Book {number}").Isbn("9780060125639");

    private async Task<LibraryOnDisk> BooksAsync(string name, int count)
    {
        var library = server.Library(name);
        for (var i = 0; i < count; i++)
            library.With($"Book {i}/Book {i}.epub", Book(i));
        await library.AddAsync();
        await library.ScanAsync();
        return library;
    }
}
