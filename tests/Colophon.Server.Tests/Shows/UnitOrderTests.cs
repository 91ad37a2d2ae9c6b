using System.Text.Json.Nodes;
using Colophon.Server.Libraries;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using static Colophon.Server.Tests.Video.Films;

namespace Colophon.Server.Tests.Shows;

/// <summary>A show is put together by its units: in whatever order they are read, the same comes of it.</summary>
public sealed class UnitOrderTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private const string Show = "Twin Peaks (1990)";
    private static readonly string[] Units = [$"{Show}/Season 1", $"{Show}/Season 2", Show];

    private static readonly string[] Passing =
    [
        "id",
        "library_id",
        "show_id",
        "season_id",
        "item_id",
        "created_at",
        "updated_at",
        "cover_url",
        "filepath",
    ];

    [Fact]
    [Trait("Req", "C7")]
    public async Task The_order_in_which_folders_are_read_plays_no_part()
    {
        var whole = await MadeAsync("whole", [""]);

        var forwards = await MadeAsync("forwards", Units);
        var backwards = await MadeAsync("backwards", Units.Reverse());

        forwards.ShouldBe(whole);
        backwards.ShouldBe(whole);
    }

    private async Task<string> MadeAsync(string name, IEnumerable<string> order)
    {
        var library = await server
            .Library(name)
            .With(
                $"{Show}/tvshow.nfo",
                """
                <tvshow><title>Twin Peaks</title><plot>Who killed Laura Palmer?</plot>
                  <namedseason number="2">The Second</namedseason></tvshow>
                """
            )
            .With($"{Show}/poster.png", TinyPng.Cover(40, 60, 1))
            .With($"{Show}/season01-poster.png", TinyPng.Cover(40, 60, 2))
            .With($"{Show}/Season 1/season.nfo", "<season><plot>The first.</plot></season>")
            .With($"{Show}/Season 1/poster.png", TinyPng.Cover(40, 60, 3))
            .With($"{Show}/Season 1/Twin Peaks S01E01.mkv", Film("1"))
            .With($"{Show}/Season 1/Twin Peaks S01E02.mkv", Film("2"))
            .With($"{Show}/Season 2/Twin Peaks S02E01.mkv", Film("3"))
            .AddAsync(type: LibraryTypes.Tv);
        foreach (var path in order)
            (await library.ScanAsync(path.Length == 0 ? new { } : new { path })).Status().ShouldBe("completed");

        var show = (await ListAsync($"/api/shows?library_id={library.Id}", "shows")).ShouldHaveSingleItem()!;
        var told = new JsonArray(Told(await server.Admin.GetAsync($"/api/shows/{show["id"]}")));
        foreach (var season in await ListAsync($"/api/shows/{show["id"]}/seasons", "seasons"))
        {
            told.Add(Told(await server.Admin.GetAsync($"/api/seasons/{season!["id"]}")));
            var assets = await ListAsync($"/api/items/{season["id"]}/assets", "assets");
            told.Add(string.Join(' ', assets.Select(asset => $"{asset!["type"]} {asset["sha256"]}").Order()));
            foreach (var episode in await ListAsync($"/api/seasons/{season["id"]}/episodes", "episodes"))
                told.Add(Told(await server.Admin.GetAsync($"/api/episodes/{episode!["id"]}")));
        }
        return told.ToJsonString();
    }

    private async Task<JsonArray> ListAsync(string path, string key) =>
        (await server.Admin.GetAsync(path))[key]!.AsArray();

    /// <summary>What is told of an item, without its numbers and times.</summary>
    private static JsonNode Told(JsonNode item)
    {
        var told = item.DeepClone();
        foreach (var part in told["files"]!.AsArray().Prepend(told))
        foreach (var name in Passing)
            part!.AsObject().Remove(name);
        return told;
    }
}
