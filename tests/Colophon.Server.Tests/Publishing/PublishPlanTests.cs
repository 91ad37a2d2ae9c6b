using System.Text.Json.Nodes;
using Colophon.Server.Tests.Enrichment;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing.Loopback;
using static Colophon.Server.Tests.Publishing.PublishedCinema;

namespace Colophon.Server.Tests.Publishing;

/// <summary>A plan of a large library comes in pieces, each about the items that there is something to say of.</summary>
[Trait("Req", "C20")]
public sealed class PublishPlanTests
{
    private static readonly LoopbackFilm[] Films =
    [
        River,
        new(604, "The Loud Sea", 2001),
        new(605, "The Still Lake", 2002),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_program_can_be_tried_before_it_is_chosen()
    {
        await using var cinema = await ScannedAsync();

        var kodi = await PlanAsync(cinema, "program=kodi");
        var jellyfin = await PlanAsync(cinema, "program=jellyfin");
        var off = await PlanAsync(cinema, "");

        kodi["program"].Text().ShouldBe("kodi");
        Names(kodi).ShouldContain(name => name.StartsWith("fanart.", StringComparison.Ordinal));
        Names(jellyfin).ShouldContain(name => name.StartsWith("backdrop.", StringComparison.Ordinal));
        off["program"].Text().ShouldBe("off");
        Names(off).ShouldBeEmpty();
        cinema.Library.Names(Folder).ShouldBe([$"{Folder}.mkv"]);
        var refused = await cinema.Server.Admin.SendAsync(
            "GET",
            $"/api/libraries/{cinema.Library.Id}/publish/plan?program=xbmc"
        );
        refused.ExpectProblem(400, "validation_failed").Fields.ShouldBe(["program"]);
    }

    [Fact]
    public async Task Items_without_anything_to_do_are_passed_over_and_pages_follow_one_another()
    {
        await using var cinema = await ThreeFilmsAsync();
        var folders = new List<string>();
        var pages = 0;
        for (JsonNode? next = JsonValue.Create(0); next is not null && pages < 9; pages++)
        {
            var page = await PlanAsync(cinema, $"program=kodi&limit=1&after={next}");
            folders.AddRange(page["items"]!.AsArray().Select(item => item!["title"].Text()!));
            next = page["next"];
        }
        folders.ShouldBe(Films.Select(film => film.Title), ignoreOrder: true);
        pages.ShouldBe(3);

        await cinema.Library.PublishForAsync("kodi");
        await cinema.Library.PublishAsync();
        var nfo = cinema.Library.PathOf($"{Folder}/{Folder}.nfo");
        await File.WriteAllTextAsync(nfo, "<movie><title>Mine</title></movie>", Token);

        var left = await PlanAsync(cinema, "limit=1");
        left["items"]![0]!["title"].Text().ShouldBe(River.Title);
        var file = left["items"]![0]!["files"]!.AsArray().ShouldHaveSingleItem()!;
        file["action"].Text().ShouldBe("keep");
        file["reason"].Text().ShouldBe("Somebody else's file of this name stays.");
    }

    [Fact]
    public async Task Counts_are_gathered_piece_by_piece_and_come_to_what_the_plan_lists()
    {
        await using var cinema = await ThreeFilmsAsync();
        var listed = Names(await PlanAsync(cinema, "program=kodi")).Count;

        var all = await CountAsync(cinema, "program=kodi");
        long? after = 0;
        var (looked, write, pieces) = (0L, 0L, 0);
        while (after is { } from)
        {
            var piece = await CountAsync(cinema, $"program=kodi&limit=2&after={from}");
            looked += (long)piece["looked"]!;
            write += (long)piece["write"]!;
            pieces++;
            after = (long?)piece["next"];
        }

        all.Numbers("total", "looked", "items", "write", "replace", "remove", "keep", "fail")
            .ShouldBe([3, 3, 3, listed, 0, 0, 0, 0]);
        all["next"].ShouldBeNull();
        all["kinds"]!
            .AsArray()
            .Select(kind => kind.Text())
            .ShouldBe(["album", "artist", "episode", "movie", "season", "show"]);
        (looked, write, pieces).ShouldBe((3, listed, 2));
        (await CountAsync(cinema, "")).Numbers("total", "looked", "items").ShouldBe([3, 0, 0]);
    }

    [Fact]
    public async Task A_run_says_which_item_it_was_about_and_lists_its_files_by_how_they_ended()
    {
        await using var cinema = await ScannedAsync();
        await cinema.Library.PublishForAsync("kodi");
        await File.WriteAllTextAsync(cinema.Library.PathOf($"{Folder}/{Folder}.nfo"), "<movie/>", Token);
        var run = await cinema.Library.PublishAsync();
        var movie = await cinema.OnlyMovieAsync();
        foreach (var poster in (await cinema.AssetsAsync(movie)).Where(asset => asset["type"].Text() == "poster"))
            await cinema.Server.Admin.DeleteAsync($"/api/assets/{poster["id"]}");
        await cinema.Library.PublishedAsync();

        var ofItem = (await cinema.Library.RunsAsync())[0];
        ofItem["item_title"].Text().ShouldBe(River.Title);
        ofItem["item_kind"].Text().ShouldBe("movie");
        ofItem["job_id"].ShouldBeNull();
        var alone = await cinema.Server.Admin.GetAsync($"/api/publish/runs/{run["id"]}");
        alone["item_title"].ShouldBeNull();
        alone.Numbers("id", "kept").ShouldBe([(long)run["id"]!, 1]);
        var kept = await cinema.Server.Admin.GetAsync($"/api/publish/runs/{run["id"]}/files?state=kept");
        kept["files"]!.AsArray().Select(file => file!["content"].Text()).ShouldBe(["nfo"]);
        kept.Numbers("total").ShouldBe([1]);
        var refused = await cinema.Server.Admin.SendAsync("GET", $"/api/publish/runs/{run["id"]}/files?state=7");
        refused.ExpectProblem(400, "validation_failed").Fields.ShouldBe(["state"]);
    }

    private static async Task<Cinema> ThreeFilmsAsync()
    {
        var cinema = await Cinema.OpenAsync(Films);
        foreach (var film in Films)
            cinema.With($"{film.Title} ({film.Year})");
        await cinema.ScanAsync();
        await cinema.QuietAsync();
        return cinema;
    }

    private static Task<JsonNode> PlanAsync(Cinema cinema, string query) =>
        cinema.Server.Admin.GetAsync($"/api/libraries/{cinema.Library.Id}/publish/plan?{query}");

    private static Task<JsonNode> CountAsync(Cinema cinema, string query) =>
        cinema.Server.Admin.GetAsync($"/api/libraries/{cinema.Library.Id}/publish/plan/counts?{query}");

    private static List<string> Names(JsonNode plan) =>
        [
            .. plan["items"]!
                .AsArray()
                .SelectMany(item => item!["files"]!.AsArray())
                .Select(file => Path.GetFileName(file!["path"].Text()!)),
        ];
}
