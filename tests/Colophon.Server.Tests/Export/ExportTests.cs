using System.Text.Json.Nodes;
using Colophon.Server.Export;
using Colophon.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Colophon.Server.Tests.Export;

[Trait("Req", "A2")]
public sealed class ExportTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    public async Task An_export_holds_every_book_with_people_series_identifiers_and_files()
    {
        var library = await ShelfAsync("Exported");
        var job = await ExportedAsync(library);
        ((int)job["progress"]!).ShouldBe(100);
        var answer = await DownloadAsync(server.Admin, job);
        answer.Headers["Content-Disposition"].ShouldContain("attachment");
        var export = answer.Expect(200);
        ((int)export["version"]!).ShouldBe(1);
        export["libraries"]!.AsArray().Select(shown => (string?)shown!["name"]).ShouldBe(["Exported"]);
        export["books"]!.AsArray().Select(book => (string?)book!["title"]).Order().ShouldBe(["Emma", "Persuasion"]);
        var emma = export["books"]!.AsArray().Single(book => (string?)book!["title"] == "Emma")!;
        ((string?)emma["people"]![0]!["name"]).ShouldBe("Jane Austen");
        ((string?)emma["series"]![0]!["name"]).ShouldBe("Novels");
        ((double)emma["series"]![0]!["number"]!).ShouldBe(4);
        ((string?)emma["files"]![0]!["path"]).ShouldBe(library.PathOf("Jane Austen/Emma/Emma.epub"));
        emma["files"]![0]!["identifiers"]!
            .AsArray()
            .Select(found => (string?)found!["value"])
            .ShouldContain("9780141439587");
    }

    [Fact]
    public async Task Only_who_sees_the_library_may_have_its_export_and_only_while_it_is_kept()
    {
        var (mine, other) = (await ShelfAsync("Mine"), await ShelfAsync("Other"));
        var job = await ExportedAsync(mine);
        var editor = await server.AsAsync("editor", other.Id);
        (await DownloadAsync(editor, job)).ExpectProblem(403, "library_forbidden");
        var all = await ExportedAsync(null);
        (await DownloadAsync(editor, all)).ExpectProblem(403, "library_forbidden");
        server.Services.GetRequiredService<ExportFolder>().Delete((long)job["id"]!);
        (await DownloadAsync(server.Admin, job)).ExpectProblem(404, "not_found");
        (await server.Admin.SendAsync("GET", "/api/jobs/999999/download")).ExpectProblem(404, "not_found");
    }

    [Fact]
    public async Task An_empty_library_gives_an_empty_export()
    {
        var library = await server.Library("Empty").AddAsync();
        var export = (await DownloadAsync(server.Admin, await ExportedAsync(library))).Expect(200);
        export["books"]!.AsArray().ShouldBeEmpty();
    }

    private async Task<LibraryOnDisk> ShelfAsync(string name)
    {
        var library = await server
            .Library(name)
            .With(
                "Jane Austen/Emma/Emma.epub",
                EpubBuilder.Titled("Emma").By("Jane Austen").InSeries("Novels", 4).Isbn("9780141439587")
            )
            .With("Jane Austen/Persuasion/Persuasion.epub", EpubBuilder.Titled("Persuasion").By("Jane Austen"))
            .AddAsync();
        await library.ScanAsync();
        return library;
    }

    private async Task<JsonNode> ExportedAsync(LibraryOnDisk? library)
    {
        var job = await server.Admin.PostAsync(
            "/api/jobs",
            new
            {
                type = "export",
                library_id = library?.Id,
                data = new { format = "json" },
            }
        );
        var ended = await server.Library("unused").EndOfAsync((long)job["id"]!);
        ((string?)ended["status"]).ShouldBe("completed");
        return ended;
    }

    private static Task<Answer> DownloadAsync(TestClient client, JsonNode job) =>
        client.SendAsync("GET", $"/api/jobs/{job["id"]}/download");
}
