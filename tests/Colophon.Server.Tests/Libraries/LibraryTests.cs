using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;

namespace Colophon.Server.Tests.Libraries;

public sealed class LibraryTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    [Trait("Req", "C1")]
    public async Task A_library_has_a_type_and_roots_and_starts_its_first_scan()
    {
        var disk = server.Library("first").With("One/One.epub", EpubBuilder.Titled("One"));

        var made = await server.Admin.PostAsync(
            "/api/libraries",
            new
            {
                name = "First",
                type = "book",
                paths = new[] { disk.Folder },
            },
            expected: 201
        );

        made["roots"]![0]!["path"].Text().ShouldBe(disk.Folder);
        ((bool)made["options"]!["write_sidecars"]!).ShouldBeTrue();
        var jobs = await server.Admin.GetAsync($"/api/jobs?type=scan&library_id_or_global={made["id"]}&limit=1");
        ((long)jobs["total"]!).ShouldBe(1);
        (await disk.EndOfAsync((long)jobs["jobs"]![0]!["id"]!)).Status().ShouldBe("completed");
        var shown = await server.Admin.GetAsync($"/api/libraries/{made["id"]}");
        ((long)shown["counts"]!["items"]!).ShouldBe(1);
        shown["last_scan"]!["status"].Text().ShouldBe("completed");
    }

    [Theory]
    [InlineData("{\"name\":\"\",\"type\":\"book\",\"paths\":[\"/\"]}", "name")]
    [InlineData("{\"name\":\"x\",\"type\":\"films\",\"paths\":[\"/tmp\"]}", "type")]
    [InlineData("{\"name\":\"x\",\"type\":\"book\",\"paths\":[]}", "paths")]
    [InlineData("{\"name\":\"x\",\"type\":\"book\",\"paths\":[\"relative\"]}", "paths")]
    [InlineData("{\"name\":\"x\",\"type\":\"book\",\"paths\":[\"/no/such/folder\"]}", "paths")]
    [InlineData("{\"name\":\"x\",\"type\":\"book\",\"paths\":[\"/tmp/../tmp\"]}", "paths")]
    [InlineData("{\"name\":\"x\",\"type\":\"book\",\"paths\":[\"/tmp\"],\"options\":{\"colour\":1}}", "options.colour")]
    [InlineData(
        "{\"name\":\"x\",\"type\":\"book\",\"paths\":[\"/tmp\"],\"options\":{\"trash_days\":-1}}",
        "options.trash_days"
    )]
    [InlineData("{\"name\":\"x\",\"type\":\"book\"}", "paths")]
    public async Task A_library_that_cannot_be_is_refused_with_the_field(string body, string field)
    {
        var answer = await server.Admin.SendAsync("POST", "/api/libraries", body);

        answer.ExpectProblem(400, "validation_failed");
        answer.Fields.ShouldContain(field);
    }

    [Fact]
    public async Task Libraries_do_not_share_folders_or_names()
    {
        var one = await server.Library("apart").With("Inner/One.epub", EpubBuilder.Titled("One")).AddAsync();

        var nested = await server.Admin.SendAsync("POST", "/api/libraries", Request("nested", one.PathOf("Inner")));
        nested.ExpectProblem(400, "validation_failed").Fields.ShouldBe(["paths"]);
        var sameName = await server.Admin.SendAsync(
            "POST",
            "/api/libraries",
            Request("apart", server.Library("other").Folder)
        );
        sameName.ExpectProblem(400, "validation_failed").Fields.ShouldBe(["name"]);
        var data = await server.Admin.SendAsync("POST", "/api/libraries", Request("data", server.DataFolder));
        data.ExpectProblem(400, "validation_failed").Fields.ShouldBe(["paths"]);
    }

    [Fact]
    public async Task Options_are_merged_key_by_key()
    {
        var library = await server.Library("options").AddAsync(new { ignore_patterns = new[] { "*.bak" } });

        var changed = await server.Admin.PatchAsync(
            $"/api/libraries/{library.Id}",
            new { options = new { missing_guard = new { percent = 50 } } }
        );

        changed["options"]!["ignore_patterns"]![0].Text().ShouldBe("*.bak");
        ((long)changed["options"]!["missing_guard"]!["percent"]!).ShouldBe(50);
        ((long)changed["options"]!["missing_guard"]!["min_items"]!).ShouldBe(20);
    }

    [Fact]
    public async Task A_field_is_taken_out_of_the_order_of_providers_by_null()
    {
        var library = await server.Library("field order").AddAsync();
        await OrderAsync(new { title = new[] { "googlebooks" }, genres = new[] { "openlibrary" } });

        var changed = await OrderAsync(new { title = (string[]?)null });

        changed["options"]!["field_order"]!.ToJsonString().ShouldBe("""{"genres":["openlibrary"]}""");

        Task<JsonNode> OrderAsync(object order) =>
            server.Admin.PatchAsync($"/api/libraries/{library.Id}", new { options = new { field_order = order } });
    }

    [Fact]
    [Trait("Req", "A5")]
    public async Task A_deleted_library_is_gone_from_every_answer_and_its_files_stay()
    {
        var library = await server.Library("deleted").With("One/One.epub", EpubBuilder.Titled("One")).AddAsync();
        await library.ScanAsync();
        var book = (long)(await library.OnlyBookAsync())["id"]!;

        await server.Admin.DeleteAsync($"/api/libraries/{library.Id}");

        (await server.Admin.SendAsync("GET", $"/api/libraries/{library.Id}")).ExpectProblem(404, "not_found");
        (await server.Admin.SendAsync("GET", $"/api/books/{book}")).ExpectProblem(404, "not_found");
        new FileInfo(library.PathOf("One/One.epub")).Exists.ShouldBeTrue();
        // Roots and name are free at once.
        await server.Admin.PostAsync("/api/libraries", Request("deleted", library.Folder), expected: 201);
    }

    [Fact]
    public async Task Who_may_not_see_a_library_is_told_so()
    {
        var mine = await server.Library("mine").AddAsync();
        var other = await server.Library("theirs").AddAsync();
        var viewer = await server.AsAsync("viewer", mine.Id);

        (await viewer.SendAsync("GET", $"/api/libraries/{other.Id}")).ExpectProblem(403, "library_forbidden");
        var list = await viewer.GetAsync("/api/libraries");
        list["libraries"]!.AsArray().Select(library => (long)library!["id"]!).ShouldBe([mine.Id]);
        (await viewer.SendAsync("GET", $"/api/books?library_id={other.Id}")).ExpectProblem(403, "library_forbidden");
        (await viewer.SendAsync("DELETE", $"/api/libraries/{mine.Id}")).ExpectProblem(403, "forbidden");
    }

    private static object Request(string name, string path) =>
        new
        {
            name,
            type = "book",
            paths = new[] { path },
            scan = false,
        };
}
