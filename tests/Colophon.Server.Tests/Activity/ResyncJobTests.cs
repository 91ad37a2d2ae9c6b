using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;

namespace Colophon.Server.Tests.Activity;

public sealed class ResyncJobTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    [Trait("Req", "B12")]
    public async Task A_selection_is_read_again_as_a_job()
    {
        var library = await CycleAsync("selection");
        Rewrite(library);
        var ids = await IdsAsync(library);

        var job = await RunAsync(library, new { item_ids = ids.Take(2) });

        job.Status().ShouldBe("completed");
        job["progress"]!.GetValue<int>().ShouldBe(100);
        job["library_id"]!.GetValue<long>().ShouldBe(library.Id);
        (await library.TitlesAsync()).ShouldBe(["After 0", "After 1", "Before 2"]);
    }

    [Fact]
    [Trait("Req", "B12")]
    public async Task A_series_a_person_and_a_library_are_refreshed_as_jobs()
    {
        var library = await CycleAsync("groups");
        var book = (await library.BooksAsync())[0]!;
        var groups = new object[]
        {
            new { series_id = (long)book["series"]![0]!["series_id"]!, refresh = true },
            new { person_id = (long)book["authors"]![0]!["person_id"]!, refresh = true },
            new { library_id = library.Id, refresh = true },
        };
        foreach (var group in groups)
        {
            foreach (var id in await IdsAsync(library))
                await server.Admin.PatchAsync($"/api/books/{id}", new { title = "Mine" });

            (await RunAsync(library, group)).Status().ShouldBe("completed");

            (await library.TitlesAsync()).ShouldBe(["Before 0", "Before 1", "Before 2"]);
        }
    }

    [Fact]
    [Trait("Req", "B12")]
    public async Task Many_books_in_one_folder_are_read_again_too()
    {
        var library = server.Library("one folder");
        for (var i = 0; i < 30; i++)
            library.With($"All/{i:00}.epub", Book("Before", i));
        await (await library.AddAsync()).ScanAsync();
        foreach (var id in await IdsAsync(library))
            await server.Admin.PatchAsync($"/api/books/{id}", new { title = "Mine" });

        var job = await RunAsync(library, new { library_id = library.Id, refresh = true });

        job.Status().ShouldBe("completed");
        (await library.TitlesAsync("&limit=100")).ShouldAllBe(title =>
            title!.StartsWith("Before", StringComparison.Ordinal)
        );
    }

    [Fact]
    [Trait("Req", "B13")]
    public async Task A_dry_run_of_many_tells_the_differences_in_the_log_and_changes_nothing()
    {
        var library = await CycleAsync("dry");
        Rewrite(library);

        var job = await RunAsync(library, new { library_id = library.Id, dry_run = true });

        var lines = (await server.Admin.GetAsync($"/api/jobs/{job["id"]}/logs"))["logs"]!.AsArray();
        lines.Count(line => line!["message"].Text() == "title would change.").ShouldBe(3);
        (await library.TitlesAsync()).ShouldBe(["Before 0", "Before 1", "Before 2"]);
    }

    [Fact]
    [Trait("Req", "B12")]
    public async Task One_book_that_fails_stops_no_other()
    {
        var library = await CycleAsync("failing");
        Rewrite(library);
        library.With("B1/B1.epub", "no book at all");

        var job = await RunAsync(library, new { library_id = library.Id });

        job.Status().ShouldBe("completed");
        (await library.TitlesAsync()).ShouldBe(["After 0", "After 2", "Before 1"]);
        var lines = (await server.Admin.GetAsync($"/api/jobs/{job["id"]}/logs?level=warn"))["logs"]!.AsArray();
        lines.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_choice_is_refused()
    {
        var library = await CycleAsync("wrong");
        foreach (
            var body in new object[]
            {
                new { },
                new { item_ids = Array.Empty<long>() },
                new { item_ids = new[] { 999_999 } },
                new { series_id = 999_999 },
                new { library_id = library.Id, series_id = 1 },
            }
        )
            (await server.Admin.SendAsync("POST", "/api/resync", body)).ExpectProblem(400, "validation_failed");
        var stranger = await server.WithoutLibrariesAsync("editor");
        (await stranger.SendAsync("POST", "/api/resync", new { library_id = library.Id })).ExpectProblem(
            403,
            "library_forbidden"
        );
    }

    private async Task<LibraryOnDisk> CycleAsync(string name)
    {
        var library = server.Library(name);
        for (var i = 0; i < 3; i++)
            library.With($"B{i}/B{i}.epub", Book("Before", i));
        await (await library.AddAsync()).ScanAsync();
        return library;
    }

    private static void Rewrite(LibraryOnDisk library)
    {
        for (var i = 0; i < 3; i++)
            library.With($"B{i}/B{i}.epub", Book("After", i));
    }

    private static EpubBuilder Book(string when, int number) =>
        EpubBuilder.Titled($"{when} {number}").By("Author").InSeries("Cycle", number);

    private static async Task<IReadOnlyList<long>> IdsAsync(LibraryOnDisk library) =>
        [.. (await library.BooksAsync("&limit=100")).Select(book => (long)book!["id"]!)];

    private async Task<JsonNode> RunAsync(LibraryOnDisk library, object body)
    {
        var job = await server.Admin.PostAsync("/api/resync", body);
        job["type"].Text().ShouldBe("resync");
        return await library.EndOfAsync((long)job["id"]!);
    }
}
