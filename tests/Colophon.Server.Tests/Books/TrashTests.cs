using Colophon.Server.Tests.Scanning;
using Colophon.Testing;

namespace Colophon.Server.Tests.Books;

public sealed class TrashTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    [Trait("Req", "D3")]
    public async Task The_trash_says_what_waits_in_it_since_when_and_why()
    {
        var library = await ThreeAsync("why");
        var ids = await library.IdsAsync();
        await server.Admin.DeleteAsync($"/api/books/{ids[0]}");
        await server.Admin.DeleteAsync($"/api/books/{ids[1]}?exclude=true");
        await server.Admin.PostAsync($"/api/books/{ids[2]}/resync");
        library.Without("C");
        await server.Admin.PostAsync($"/api/books/{ids[2]}/resync");

        var trash = await server.Admin.GetAsync($"/api/trash?library_id={library.Id}");

        trash["total"]!.GetValue<long>().ShouldBe(3);
        trash["items"]!
            .AsArray()
            .Select(item => (item!["title"].Text(), item["reason"].Text(), item["deleted_by"].Text()))
            .ShouldBe(
                [("A", "deleted", "admin"), ("B", "excluded", "admin"), ("C", "files_gone", null)],
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData(false, "deleted", "A B C")]
    [InlineData(true, "excluded", "C")]
    public async Task Many_are_deleted_at_once_as_one_is(bool exclude, string reason, string afterScan)
    {
        var library = await ThreeAsync($"many {reason}");
        var ids = (await library.IdsAsync()).Take(2).ToArray();

        var answer = await server.Admin.PostAsync("/api/items/bulk/delete", new { item_ids = ids, exclude });

        ((long)answer["deleted"]!).ShouldBe(2);
        (await library.TitlesAsync()).ShouldBe(["C"]);
        var trash = await server.Admin.GetAsync($"/api/trash?library_id={library.Id}");
        trash["items"]!
            .AsArray()
            .Select(item => (item!["title"].Text(), item["reason"].Text(), item["deleted_by"].Text()))
            .ShouldBe([("A", reason, "admin"), ("B", reason, "admin")], ignoreOrder: true);
        await library.ScanAsync();
        string.Join(' ', await library.TitlesAsync()).ShouldBe(afterScan);
    }

    [Fact]
    public async Task Of_many_none_is_deleted_when_one_may_not_be()
    {
        var library = await ThreeAsync("none of many");
        var ids = await library.IdsAsync();
        var stranger = await server.WithoutLibrariesAsync("editor");

        await Refused(server.Admin, [ids[0], 999_999], 400, "validation_failed");
        await Refused(server.Admin, [], 400, "validation_failed");
        await Refused(stranger, [ids[0]], 403, "library_forbidden");

        (await library.TitlesAsync()).ShouldBe(["A", "B", "C"]);

        static async Task Refused(TestClient caller, long[] ids, int status, string code) =>
            (await caller.SendAsync("POST", "/api/items/bulk/delete", new { item_ids = ids })).ExpectProblem(
                status,
                code
            );
    }

    [Fact]
    public async Task What_is_on_disk_can_be_restored_by_hand()
    {
        var library = await ThreeAsync("restore");
        var ids = await library.IdsAsync();
        await server.Admin.PatchAsync($"/api/books/{ids[0]}", new { title = "Mine" });
        await server.Admin.DeleteAsync($"/api/books/{ids[0]}?exclude=true");

        await server.Admin.PostAsync($"/api/items/{ids[0]}/restore", expected: 204);

        (await library.TitlesAsync()).ShouldBe(["B", "C", "Mine"]);
        await library.ScanAsync(new { force = true });
        (await library.TitlesAsync()).ShouldBe(["B", "C", "Mine"]);
        library.Without("B");
        await server.Admin.PostAsync($"/api/books/{ids[1]}/resync");
        (await server.Admin.SendAsync("POST", $"/api/items/{ids[1]}/restore")).ExpectProblem(409, "files_gone");
    }

    [Fact]
    [Trait("Req", "D3")]
    public async Task Emptied_by_hand_the_trash_forgets_all_but_what_is_excluded()
    {
        var library = await ThreeAsync("emptied");
        var ids = await library.IdsAsync();
        await server.Admin.PatchAsync($"/api/books/{ids[0]}", new { title = "Mine" });
        await server.Admin.DeleteAsync($"/api/books/{ids[0]}");
        await server.Admin.DeleteAsync($"/api/books/{ids[1]}?exclude=true");

        var answer = await server.Admin.PostAsync("/api/trash/empty", new { library_id = library.Id });

        answer["removed"]!.GetValue<long>().ShouldBe(1);
        await library.ScanAsync();
        var books = await library.BooksAsync();
        books.Select(book => book!["title"].Text()).ShouldBe(["A", "C"]);
        books[0]!["id"]!.GetValue<long>().ShouldNotBe(ids[0]);
    }

    [Fact]
    [Trait("Req", "D3")]
    public async Task What_has_waited_longer_than_the_grace_time_goes()
    {
        var clock = new TestClock();
        await using var later = await ColophonServer.StartAsync(clock);
        var library = later
            .Library("grace")
            .With("A/A.epub", EpubBuilder.Titled("A"))
            .With("B/B.epub", EpubBuilder.Titled("B"));
        await (await library.AddAsync(new { trash_days = 10 })).ScanAsync();
        var id = (long)(await library.BooksAsync())[0]!["id"]!;
        await later.Admin.DeleteAsync($"/api/books/{id}");

        await later.PassAsync(clock, days: 9);
        (await TrashAsync(later)).ShouldBe(1);

        await later.PassAsync(clock, days: 1);
        (await TrashAsync(later)).ShouldBe(0);
        (await library.TitlesAsync()).ShouldBe(["B"]);
    }

    [Fact]
    public async Task The_trash_of_a_library_one_may_not_see_stays_closed()
    {
        var library = await ThreeAsync("closed");
        await server.Admin.DeleteAsync($"/api/books/{(await library.IdsAsync())[0]}");
        var stranger = await server.WithoutLibrariesAsync("editor");

        (await stranger.GetAsync("/api/trash"))["total"]!.GetValue<long>().ShouldBe(0);
        (await stranger.SendAsync("POST", "/api/trash/empty", new { library_id = library.Id })).ExpectProblem(
            403,
            "library_forbidden"
        );
    }

    private async Task<LibraryOnDisk> ThreeAsync(string name)
    {
        var library = server.Library($"trash {name}");
        foreach (var title in new[] { "A", "B", "C" })
            library.With($"{title}/{title}.epub", EpubBuilder.Titled(title));
        // Without sidecars, which would give edits back to what is found again.
        await (await library.AddAsync(new { write_sidecars = false })).ScanAsync();
        return library;
    }

    private static async Task<long> TrashAsync(ColophonServer server) =>
        (long)(await server.Admin.GetAsync("/api/trash"))["total"]!;
}
