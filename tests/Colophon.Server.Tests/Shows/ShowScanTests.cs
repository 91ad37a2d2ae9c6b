using System.Text.Json.Nodes;
using Colophon.Server.Libraries;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Audio;
using static Colophon.Server.Tests.Video.Films;

namespace Colophon.Server.Tests.Shows;

/// <summary>From a folder of shows to what the API shows.</summary>
public sealed class ShowScanTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private const string Wire = "The Wire (2002)";

    [Fact]
    [Trait("Req", "C4")]
    [Trait("Req", "D4")]
    public async Task A_show_has_seasons_and_these_have_episodes()
    {
        var library = await AddAsync(
            server
                .Library("seasons")
                .With(
                    $"{Wire}/tvshow.nfo",
                    """
                    <tvshow><title>The Wire</title><plot>Baltimore.</plot><premiered>2002-06-02</premiered><status>Ended</status>
                      <uniqueid type="tvdb" default="true">79126</uniqueid><genre>Crime</genre>
                      <actor><name>Dominic West</name><role>McNulty</role></actor>
                      <namedseason number="2">The Docks</namedseason></tvshow>
                    """
                )
                .With($"{Wire}/poster.png", TinyPng.Cover(40, 60, 1))
                .With($"{Wire}/Season 01/The Wire - S01E01 - The Target.mkv", Film())
                .With(
                    $"{Wire}/Season 01/The Wire - S01E01 - The Target.nfo",
                    """
                    <episodedetails><title>The Target</title><season>1</season><episode>1</episode><aired>2002-06-02</aired>
                      <plot>McNulty meddles.</plot><runtime>62</runtime><director>Clark Johnson</director></episodedetails>
                    """
                )
                .With($"{Wire}/Season 01/The Wire - S01E02 - The Detail.mkv", Film())
                .With($"{Wire}/Season 02/The Wire - S02E01 - Ebb Tide.mkv", Film())
                .With($"{Wire}/Specials/The Wire - S00E01 - Making Of.mkv", Film())
        );

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var show = await OnlyShowAsync(library);
        (show["title"].Text(), (int)show["year"]!, show["description"].Text(), show["status"].Text()).ShouldBe(
            ("The Wire", 2002, "Baltimore.", "Ended")
        );
        ((long)show["seasons_count"]!, (long)show["episodes_count"]!).ShouldBe((3, 4));
        show["identifiers"]![0]!.ToJsonString().ShouldBe("""{"type":"tvdb","value":"79126"}""");
        show["people"]![0]!["character"].Text().ShouldBe("McNulty");
        show["cover_url"].Text().ShouldNotBeNull();
        var seasons = await SeasonsAsync(show);
        seasons
            .Select(season => $"{season!["index_number"]} {season["title"]} {season["episodes_count"]}")
            .ShouldBe(["0 Specials 1", "1 Season 1 2", "2 The Docks 1"]);
        seasons[1]!["show"].Text().ShouldBe("The Wire");
        seasons[1]!["cover_url"].Text().ShouldBe(show["cover_url"].Text());
        var episodes = await EpisodesAsync(seasons[1]!);
        episodes
            .Select(episode =>
                $"{episode!["season"]}x{episode["index_number"]} {episode["title"]} {episode["aired"]}".Trim()
            )
            .ShouldBe(["1x1 The Target 2002-06-02", "1x2 The Detail"]);
        var first = await server.Admin.GetAsync($"/api/episodes/{episodes[0]!["id"]}");
        (first["show"].Text(), first["description"].Text(), (int)first["runtime_min"]!).ShouldBe(
            ("The Wire", "McNulty meddles.", 62)
        );
        first["files"]![0]!["streams"]![0]!["codec"].Text().ShouldBe("h264");
        var found = await server.Admin.GetAsync($"/api/search?q=the%20target&library_id={library.Id}");
        found["items"]![0]!["around"]!.ToJsonString().ShouldBe("[\"The Wire\",\"Season 1\"]");
        (await library.LastScanAsync()).Numbers("directories_found", "items_found", "items_new").ShouldBe([4, 4, 4]);
    }

    [Fact]
    [Trait("Req", "C3")]
    public async Task A_second_scan_reads_nothing_that_has_not_changed_and_changes_nothing()
    {
        var library = await AddAsync(
            server
                .Library("unchanged")
                .With("Dark (2017)/tvshow.nfo", "<tvshow><title>Dark</title></tvshow>")
                .With("Dark (2017)/Season 1/Dark S01E01.mkv", Film())
                .With("Dark (2017)/Season 2/Dark S02E01.mkv", Film())
        );
        await library.ScanAsync();
        var show = await OnlyShowAsync(library);

        await library.ScanAsync();
        (await library.LastScanAsync())
            .Numbers("directories_found", "directories_unchanged", "items_found")
            .ShouldBe([3, 3, 0]);
        await library.ScanAsync(new { force = true });

        (await OnlyShowAsync(library)).ToJsonString().ShouldBe(show.ToJsonString());
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task Versions_of_an_episode_are_its_files_and_a_file_of_two_episodes_is_one_item()
    {
        var library = await AddAsync(
            server
                .Library("versions")
                .With("Lost/Season 1/Lost S01E01 1080p.mkv", Film())
                .With("Lost/Season 1/Lost S01E01 720p.mkv", Film())
                .With("Lost/Season 1/Lost S01E24-E25.mkv", Film())
                .With(
                    "Lost/Season 1/Lost S01E24-E25.nfo",
                    """
                    <episodedetails><title>Exodus (2)</title><season>1</season><episode>24</episode><plot>Away.</plot></episodedetails>
                    <episodedetails><title>Exodus (3)</title><season>1</season><episode>25</episode><plot>Back.</plot></episodedetails>
                    """
                )
                .With("Lost/Season 1/Extras/Bloopers.mkv", Film())
                .With("Lost/trailers/Teaser.mkv", Film())
                .With("Lost/tvshow.nfo", "<tvshow><title>Lost</title></tvshow>")
        );

        await library.ScanAsync();

        var show = await OnlyShowAsync(library);
        show["files"]!.AsArray().Select(file => $"{file!["role"]} {file["name"]}").ShouldBe(["trailer Teaser"]);
        var season = (await SeasonsAsync(show)).ShouldHaveSingleItem()!;
        var whole = await server.Admin.GetAsync($"/api/seasons/{season["id"]}");
        whole["files"]!.AsArray().Select(file => $"{file!["role"]} {file["name"]}").ShouldBe(["extra Bloopers"]);
        var episodes = await EpisodesAsync(season);
        episodes
            .Select(episode => $"{episode!["index_number"]}-{episode["index_number_end"]} {episode["title"]}")
            .ShouldBe(["1- Episode 1", "24-25 Exodus (2) / Exodus (3)"]);
        var first = await server.Admin.GetAsync($"/api/episodes/{episodes[0]!["id"]}");
        first["files"]!
            .AsArray()
            .Select(file => $"{file!["role"]} {file["name"]}")
            .ShouldBe(["main 1080p", "main 720p"]);
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task Shows_without_season_folders_by_date_by_number_and_loose_in_the_root_are_found()
    {
        var library = await AddAsync(
            server
                .Library("layouts")
                .With("Firefly/Firefly.S01E02.mkv", Film())
                .With("Firefly/Firefly.S01E01.mkv", Film())
                .With("The Daily Show/The.Daily.Show.2015-01-15.mkv", Film())
                .With("[Group] Trigun - 07 [1080p].mkv", Film())
                .With("Fargo.S02E03.720p.WEB-DL.mkv", Film())
                .With("Anime/Monster/Monster - 12.mkv", Film())
        );

        await library.ScanAsync();

        var found = new List<string>();
        foreach (var show in await ShowsAsync(library))
        foreach (var season in await SeasonsAsync(show!))
        foreach (var episode in await EpisodesAsync(season!))
            found.Add($"{show!["title"]} | {season!["title"]} | {episode!["title"]}");
        found.ShouldBe([
            "The Daily Show | Season 2015 | 2015-01-15",
            "Fargo | Season 2 | Episode 3",
            "Firefly | Season 1 | Episode 1",
            "Firefly | Season 1 | Episode 2",
            "Monster | Season 1 | Episode 12",
            "Trigun | Season 1 | Episode 7",
        ]);
    }

    [Fact]
    [Trait("Req", "D3")]
    public async Task A_show_goes_with_its_last_episode_and_comes_back_with_it()
    {
        var library = await AddAsync(
            server
                .Library("gone")
                .With("Rome/tvshow.nfo", "<tvshow><title>Rome</title></tvshow>")
                .With("Rome/Season 1/Rome S01E01.mkv", Film("1"))
                .With("Rome/Season 2/Rome S02E01.mkv", Film("2"))
                .With("Other/Other S01E01.mkv", Film("3"))
        );
        await library.ScanAsync();
        var rome = (await ShowsAsync(library)).First(show => show!["title"].Text() == "Rome")!;
        await server.Admin.PatchAsync($"/api/shows/{rome["id"]}", new { tagline = "Mine." });

        library.Moved("Rome/Season 2", "../away-season");
        await library.ScanAsync();
        (await SeasonsAsync(rome)).Select(season => season!["title"].Text()).ShouldBe(["Season 1"]);
        library.Moved("Rome", "../away-show");
        await library.ScanAsync();

        (await ShowsAsync(library)).Select(show => show!["title"].Text()).ShouldBe(["Other"]);
        (await server.Admin.SendAsync("GET", $"/api/shows/{rome["id"]}")).ExpectProblem(404, "not_found");
        var trash = (await server.Admin.GetAsync($"/api/trash?library_id={library.Id}"))["items"]!.AsArray();
        trash.Select(item => item!["kind"].Text()).ShouldBe(["episode", "episode"]);

        library.Moved("../away-show", "Rome").Moved("../away-season", "Rome/Season 2");
        await library.ScanAsync();

        var back = await server.Admin.GetAsync($"/api/shows/{rome["id"]}");
        (back["tagline"].Text(), (long)back["episodes_count"]!).ShouldBe(("Mine.", 2));
    }

    [Fact]
    [Trait("Req", "B5")]
    public async Task A_deleted_show_waits_in_the_trash_as_one_and_is_restored_with_all_its_episodes()
    {
        var library = await AddAsync(
            server
                .Library("deleted")
                .With("Deadwood/Season 1/Deadwood S01E01.mkv", Film("1"))
                .With("Deadwood/Season 1/Deadwood S01E02.mkv", Film("2"))
        );
        await library.ScanAsync();
        var show = await OnlyShowAsync(library);

        await server.Admin.SendAsync("DELETE", $"/api/shows/{show["id"]}?exclude=true");
        library.With("Deadwood/Season 1/Deadwood S01E03.mkv", Film("3"));
        await library.ScanAsync();

        (await ShowsAsync(library)).ShouldBeEmpty();
        var trash = (await server.Admin.GetAsync($"/api/trash?library_id={library.Id}"))["items"]!.AsArray();
        trash.ShouldHaveSingleItem()!["kind"].Text().ShouldBe("show");
        await server.Admin.PostAsync($"/api/items/{show["id"]}/restore", new { }, expected: 204);

        ((long)(await OnlyShowAsync(library))["episodes_count"]!).ShouldBe(3);
    }

    [Fact]
    [Trait("Req", "B12")]
    public async Task A_resync_of_a_show_reads_its_NFO_and_all_its_episodes_and_keeps_edits()
    {
        var library = await AddAsync(
            server
                .Library("resync")
                .With("Oz/tvshow.nfo", "<tvshow><title>Oz</title></tvshow>")
                .With("Oz/Season 1/Oz S01E01.mkv", Film())
        );
        await library.ScanAsync();
        var id = (await OnlyShowAsync(library))["id"]!;
        await server.Admin.PatchAsync($"/api/shows/{id}", new { title = "The Prison" });
        library
            .With("Oz/tvshow.nfo", "<tvshow><title>Oz!</title><plot>Emerald City.</plot></tvshow>")
            .With("Oz/Season 1/Oz S01E01.nfo", "<episodedetails><title>The Routine</title></episodedetails>");

        var preview = await server.Admin.PostAsync($"/api/shows/{id}/resync", new { refresh = true, dry_run = true });
        var read = await server.Admin.PostAsync($"/api/shows/{id}/resync", new { });
        (read["title"].Text(), read["description"].Text()).ShouldBe(("The Prison", "Emerald City."));
        var refreshed = await server.Admin.PostAsync($"/api/shows/{id}/resync", new { refresh = true });

        preview["changes"]!
            .AsArray()
            .Select(change => $"{change!["field"]}: {change["after"]}")
            .ShouldBe(
                [
                    "title: Oz!",
                    "sort_title: Oz!",
                    "description: Emerald City.",
                    "title: The Routine",
                    "sort_title: Routine, The",
                ],
                ignoreOrder: true
            );
        refreshed["title"].Text().ShouldBe("Oz!");
        var episode = (await EpisodesAsync((await SeasonsAsync(refreshed))[0]!))[0]!;
        episode["title"].Text().ShouldBe("The Routine");
    }

    [Fact]
    public async Task What_is_wrong_with_a_shows_NFO_is_told_at_the_show()
    {
        var library = await AddAsync(
            server
                .Library("wrong")
                .With("Lexx/tvshow.nfo", "<!DOCTYPE x [<!ENTITY e 'x'>]><tvshow><title>&e;</title></tvshow>")
                .With("Lexx/Lexx S01E01.mkv", Film())
        );

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var show = await OnlyShowAsync(library);
        (show["title"].Text(), show["warnings"]![0]!["code"].Text()).ShouldBe(("Lexx", "nfo.doctype_refused"));
    }

    [Fact]
    public async Task A_film_in_a_library_of_shows_is_an_episode_that_says_what_it_lacks()
    {
        var library = await AddAsync(server.Library("a-film").With("Alien (1979)/Alien (1979).mkv", Film()));

        await library.ScanAsync();

        var season = (await SeasonsAsync(await OnlyShowAsync(library))).ShouldHaveSingleItem()!;
        season["title"].Text().ShouldBe("Unknown season");
        var episode = await server.Admin.GetAsync($"/api/episodes/{(await EpisodesAsync(season))[0]!["id"]}");
        episode["warnings"]![0]!["code"].Text().ShouldBe("name.without_episode");
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task Trailers_interviews_and_themes_belong_to_the_season_or_show_whose_folder_they_lie_in()
    {
        const string Show = "Awesome TV Show (2024)";
        var song = Mp3Builder.Titled("Opening").Build();
        var library = await AddAsync(
            server
                .Library("extras")
                .With($"{Show}/Season 1/Awesome TV Show (2024) S01E01 episode name.mp4", Film())
                .With($"{Show}/Season 1/Awesome TV Show (2024) S01E01 episode name.de.forced.srt", Subtitle)
                .With($"{Show}/Season 1/trailers/trailer1.mkv", Film())
                .With($"{Show}/Season 1/theme-music/Season 01 OP.mp3", song)
                .With($"{Show}/Season 1/theme-music/Season 01 ED.mp3", song)
                .With($"{Show}/Season 1/backdrops/S1Intro.mkv", Film())
                .With($"{Show}/interviews/Interview with the Director.mkv", Film())
                .With($"{Show}/theme-music/Series Opening.mp3", song)
                .With($"{Show}/season01-poster.png", TinyPng.Cover(40, 60, 1))
                .With($"{Show}/season02-poster.png", TinyPng.Cover(40, 60, 2))
        );

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var show = await OnlyShowAsync(library);
        show["files"]!.AsArray().Select(file => file!["name"].Text()).ShouldBe(["Interview with the Director"]);
        (await TypesAsync(show)).ShouldBe(["theme"]);
        var season = (await SeasonsAsync(show)).ShouldHaveSingleItem()!;
        (await TypesAsync(season)).ShouldBe(["poster", "theme", "theme", "theme", "trailer"]);
        season["cover_url"].Text().ShouldNotBeNull();
        var episode = (await EpisodesAsync(season)).ShouldHaveSingleItem()!;
        var subtitle = (await server.Admin.GetAsync($"/api/episodes/{episode["id"]}"))["files"]![0]!["streams"]!
            .AsArray()
            .Last()!;
        (subtitle["language"].Text(), (bool)subtitle["forced"]!).ShouldBe(("de", true));
        subtitle["external_path"].Text()!.ShouldEndWith("episode name.de.forced.srt");
    }

    [Fact]
    [Trait("Req", "D7")]
    public async Task A_path_of_an_episode_is_explained()
    {
        var library = await AddAsync(server.Library("explain").With("Fargo/Season 02/Fargo S02E03-E04.mkv", Film()));

        var said = await server.Admin.GetAsync(
            $"/api/paths/explain?library_id={library.Id}&path=Fargo/Season%2002/Fargo%20S02E03-E04.mkv"
        );

        (said["kind"].Text(), said["parsed"]!["series"].Text(), (int)said["parsed"]!["season"]!).ShouldBe(
            ("episode", "Fargo", 2)
        );
        said["parsed"]!["episodes"]!.ToJsonString().ShouldBe("[3,4]");
        said["rules"]!.AsArray().Count.ShouldBeGreaterThan(1);
    }

    private const string Subtitle = "1\n00:00:01,000 --> 00:00:02,000\nHallo.\n";

    private async Task<IEnumerable<string?>> TypesAsync(JsonNode item) =>
        (await server.Admin.GetAsync($"/api/items/{item["id"]}/assets"))["assets"]!
            .AsArray()
            .Select(asset => asset!["type"].Text())
            .Order();

    private static Task<LibraryOnDisk> AddAsync(LibraryOnDisk library) => library.AddAsync(type: LibraryTypes.Tv);

    private async Task<JsonArray> ShowsAsync(LibraryOnDisk library) =>
        (await server.Admin.GetAsync($"/api/shows?library_id={library.Id}"))["shows"]!.AsArray();

    private async Task<JsonNode> OnlyShowAsync(LibraryOnDisk library)
    {
        var shows = await ShowsAsync(library);
        return await server.Admin.GetAsync($"/api/shows/{shows.ShouldHaveSingleItem()!["id"]}");
    }

    private async Task<JsonArray> SeasonsAsync(JsonNode show) =>
        (await server.Admin.GetAsync($"/api/shows/{show["id"]}/seasons"))["seasons"]!.AsArray();

    private async Task<JsonArray> EpisodesAsync(JsonNode season) =>
        (await server.Admin.GetAsync($"/api/seasons/{season["id"]}/episodes"))["episodes"]!.AsArray();
}
