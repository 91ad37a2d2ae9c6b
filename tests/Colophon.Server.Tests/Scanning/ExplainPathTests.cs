using System.Text.Json.Nodes;
using Colophon.Formats.Naming;

namespace Colophon.Server.Tests.Scanning;

[Trait("Req", "D7")]
public sealed class ExplainPathTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    public async Task A_path_is_explained_by_the_rules_that_fired_though_nothing_is_there()
    {
        var library = await server.Library("explained").AddAsync();

        var said = await ExplainAsync(
            library,
            "Terry Pratchett/Discworld/08 - Guards! Guards! (1989)/Guards! Guards!.epub"
        );

        ((bool)said["ignored"]!).ShouldBeFalse();
        said["kind"].Text().ShouldBe("book");
        said["role"].Text().ShouldBe("main");
        said["unit"].Text().ShouldBe(library.PathOf("Terry Pratchett/Discworld/08 - Guards! Guards! (1989)"));
        said["parsed"]!["title"].Text().ShouldBe("Guards! Guards!");
        said["parsed"]!["authors"]![0].Text().ShouldBe("Terry Pratchett");
        said["parsed"]!["series"].Text().ShouldBe("Discworld");
        ((double)said["parsed"]!["number"]!).ShouldBe(8);
        ((int)said["parsed"]!["year"]!).ShouldBe(1989);
        said["rules"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_ignored_path_says_which_pattern_keeps_it_out()
    {
        var library = await server
            .Library("ignoring")
            .With("Kept out/.nomedia", "")
            .AddAsync(new { ignore_patterns = new[] { "*sample*" } });

        (await ExplainAsync(library, "Author/My Samples/Book.epub"))["ignored_by"].Text().ShouldBe("*sample*");
        (await ExplainAsync(library, "Author/.hidden/Book.epub"))["ignored_by"].Text().ShouldBe(".*");
        (await ExplainAsync(library, "Kept out/Book.epub"))["ignored_by"].Text().ShouldBe(".nomedia");
    }

    [Fact]
    public async Task Every_rule_that_fires_is_explained()
    {
        var library = await server.Library("every rule").AddAsync();
        string[] paths =
        [
            "Shelf/Author/Series/01 - Title (2001) {Narrator}/Title.epub",
            "[Author] Title (2001)/Title.epub",
            "Doe, Jane & Roe, Richard/Great Title, The [tag]/Great Title, The.epub",
            "Author/Title (Series, #5).epub",
            "Title by Author.epub",
            "Title - Author.epub",
            "Author - Series 02 - Title.epub",
            "Series #2.epub",
            "1999 - Title.epub",
            "Some_Title_With_Underscores.epub",
            "Series/Series v01 (2001) [Group].cbz",
            "Series/Series c001-005.cbz",
        ];

        foreach (var path in paths)
        {
            var rules = (await ExplainAsync(library, path))["rules"]!.AsArray();
            rules.ShouldNotBeEmpty(path);
            foreach (var rule in rules)
            {
                var known = BookRules.All.Concat(ComicRules.All).SingleOrDefault(one => one.Id == rule!["id"].Text());
                rule!["text"].Text().ShouldBe(known?.Text, path);
                rule["input"].Text().ShouldNotBeNullOrEmpty(path);
                rule["result"].Text().ShouldNotBeNullOrEmpty(path);
            }
        }
    }

    [Fact]
    public async Task A_path_outside_the_library_is_refused()
    {
        var library = await server.Library("inside").AddAsync();
        var stranger = await server.WithoutLibrariesAsync("viewer");

        foreach (var path in new[] { "/etc/passwd", "../secret.epub", library.Folder + "2/Book.epub" })
            (await SendAsync(server.Admin, library, path))
                .ExpectProblem(400, "validation_failed")
                .Fields.ShouldBe(["path"]);
        (await SendAsync(stranger, library, "Book.epub")).ExpectProblem(403, "library_forbidden");
    }

    private async Task<JsonNode> ExplainAsync(LibraryOnDisk library, string path) =>
        (await SendAsync(server.Admin, library, path)).Expect(200);

    private static Task<Answer> SendAsync(TestClient client, LibraryOnDisk library, string path) =>
        client.SendAsync("GET", $"/api/paths/explain?library_id={library.Id}&path={Uri.EscapeDataString(path)}");
}
