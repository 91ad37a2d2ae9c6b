using System.Text.Json.Nodes;
using Colophon.Server.Enrichment;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;
using Colophon.Server.Tests.Music;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Loopback;
using Microsoft.Extensions.DependencyInjection;

namespace Colophon.Server.Tests.Enrichment;

/// <summary>What an item is called changes: by a person, by what its files say. Nothing of what it was taken for before is left.</summary>
[Trait("Req", "C6")]
[Trait("Req", "C20")]
public sealed class IdentityChangeTests
{
    private static readonly LoopbackFilm River = new(603, "The Silent River", 1999);
    private static readonly LoopbackFilm Other = new(7, "Other", 1999);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "D2")]
    public async Task An_answer_under_way_about_another_film_does_not_count_once_a_person_chose()
    {
        await using var cinema = await Cinema.OpenAsync([River, Other]);
        await cinema.With("The Silent River (1999)").ScanAsync(new { enable_enrichment = false });
        var movie = await cinema.OnlyMovieAsync();
        var held = new TaskCompletionSource();
        var late = LoopbackAnswer.Json("""{"id":603,"title":"The Silent River","overview":"Of another film."}""") with
        {
            Wait = held.Task,
        };
        cinema.Tmdb.Server.Break(request => request.Path == "/movie/603" ? late : null);
        await cinema.Server.Admin.PostAsync($"/api/items/{movie["id"]}/enrich");
        await JobProbe.Until(
            () => cinema.Tmdb.Server.Requests.Any(request => request.Path == "/movie/603"),
            "the wrong film is asked for",
            Token
        );

        await ChooseAsync(cinema, movie, "7");
        cinema.Tmdb.Server.Break(null);
        held.SetResult();
        await cinema.QuietAsync();

        movie = await cinema.OnlyMovieAsync();
        (movie["title"].Text(), movie["description"].Text()).ShouldBe(("Other", Other.Overview));
        (await IdentityAsync(cinema, movie))!["value"].Text().ShouldBe("7");
    }

    [Fact]
    public async Task The_pictures_of_the_film_it_was_taken_for_go_with_its_words()
    {
        await using var cinema = await Cinema.OpenAsync([River, Other]);
        await cinema.With("The Silent River (1999)").ScanAsync();
        var movie = await cinema.OnlyMovieAsync();
        var wrong = (await cinema.AssetsAsync(movie)).Select(asset => (long)asset["id"]!).ToHashSet();

        await ChooseAsync(cinema, movie, "7");
        await cinema.QuietAsync();

        var assets = await cinema.AssetsAsync(movie);
        assets.ShouldNotContain(asset => wrong.Contains((long)asset["id"]!));
        assets.ShouldContain(asset => asset["type"].Text() == "poster" && (bool)asset["in_use"]!);
    }

    [Fact]
    [Trait("Req", "D2")]
    public async Task A_picture_that_a_person_chose_stays_when_the_identity_changes()
    {
        await using var cinema = await Cinema.OpenAsync([River, Other]);
        await cinema.With("The Silent River (1999)").ScanAsync();
        var movie = await cinema.OnlyMovieAsync();
        var chosen = (await cinema.AssetsAsync(movie)).First(asset => asset["type"].Text() == "poster");
        await cinema.Server.Admin.PostAsync($"/api/assets/{chosen["id"]}/select");

        await ChooseAsync(cinema, movie, "7");
        await cinema.QuietAsync();

        (await cinema.AssetsAsync(movie)).Single(asset => asset["type"].Text() == "poster" && (bool)asset["in_use"]!)[
            "id"
        ]!
            .GetValue<long>()
            .ShouldBe((long)chosen["id"]!);
    }

    [Fact]
    public async Task A_forgotten_identity_takes_its_pictures_along()
    {
        await using var cinema = await Cinema.OpenAsync([River]);
        await cinema.With("The Silent River (1999)").ScanAsync();
        var movie = await cinema.OnlyMovieAsync();

        (await cinema.Server.Admin.SendAsync("DELETE", $"/api/items/{movie["id"]}/identity/tmdb")).Expect(200);

        (await cinema.AssetsAsync(movie)).ShouldBeEmpty();
        (await cinema.OnlyMovieAsync())["cover_url"].ShouldBeNull();
    }

    [Fact]
    public async Task A_chosen_id_that_the_provider_does_not_know_leaves_nothing_of_the_film_before()
    {
        await using var cinema = await Cinema.OpenAsync([River]);
        await cinema.With("The Silent River (1999)").ScanAsync();
        var movie = await cinema.OnlyMovieAsync();

        await ChooseAsync(cinema, movie, "999");
        await cinema.QuietAsync();

        (await cinema.OnlyMovieAsync())["description"].ShouldBeNull();
        (await cinema.AssetsAsync(movie)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_id_that_an_NFO_tells_later_goes_before_what_a_search_found()
    {
        await using var cinema = await Cinema.OpenAsync([River, Other]);
        await cinema.With("The Silent River (1999)").ScanAsync();

        cinema.Library.With(
            "The Silent River (1999)/movie.nfo",
            """<movie><title>R</title><uniqueid type="tmdb">7</uniqueid></movie>"""
        );
        await cinema.ScanAsync();

        var movie = await cinema.OnlyMovieAsync();
        movie["description"].Text().ShouldBe(Other.Overview);
        var identity = (await IdentityAsync(cinema, movie))!;
        (identity["value"].Text(), identity["how"].Text()).ShouldBe(("7", "identifier"));
    }

    [Fact]
    public async Task What_a_provider_says_of_itself_does_not_outvote_the_id_in_a_folder_s_name()
    {
        await using var cinema = await Cinema.OpenAsync([River, Other]);
        await cinema.With("R {tmdb-603}").ScanAsync();
        var movie = await cinema.OnlyMovieAsync();
        movie["description"].Text().ShouldBe(River.Overview);

        cinema.Library.Moved("R {tmdb-603}/R {tmdb-603}.mkv", "R {tmdb-7}/R {tmdb-7}.mkv");
        await cinema.ScanAsync();

        (await cinema.OnlyMovieAsync())["description"].Text().ShouldBe(Other.Overview);
    }

    [Fact]
    [Trait("Req", "D2")]
    public async Task A_choice_at_one_provider_goes_before_the_id_in_the_name_at_another()
    {
        await using var cinema = await Cinema.OpenAsync([River, Other]);
        await using var fanart = await LoopbackServer.StartAsync();
        fanart.On("/movies/*", "{}");
        await cinema.Server.Admin.PutAsync(
            "/api/providers/fanarttv",
            new
            {
                enabled = true,
                address = fanart.Address,
                key = "0123456789abcdef0123456789abcdef",
            }
        );
        await cinema.With("R {tmdb-603}").ScanAsync();

        await ChooseAsync(cinema, await cinema.OnlyMovieAsync(), "7");
        await cinema.QuietAsync();

        fanart.Requests.Select(request => request.Path).ShouldBe(["/movies/603", "/movies/7"]);
    }

    [Fact]
    public async Task A_picture_that_is_offered_no_more_is_not_picked_again()
    {
        await using var cinema = await Cinema.OpenAsync([River, Other]);
        await using var fanart = await LoopbackServer.StartAsync();
        fanart
            .On("/movies/603", Poster(fanart, "right", likes: 900))
            .On("/movies/7", Poster(fanart, "other", likes: 0))
            .On("/right.png", _ => LoopbackAnswer.Picture(TinyPng.Cover(40, 60, 1), "image/png"))
            .On("/other.png", _ => LoopbackAnswer.Picture(TinyPng.Cover(40, 60, 2), "image/png"));
        await cinema.Server.Admin.PutAsync(
            "/api/providers/fanarttv",
            new
            {
                enabled = true,
                address = fanart.Address,
                key = "0123456789abcdef0123456789abcdef",
            }
        );
        await cinema.With("R {tmdb-603}").ScanAsync();
        var movie = await cinema.OnlyMovieAsync();
        (await InUseAsync(cinema, movie)).ShouldBe($"{fanart.Address}right.png");

        await ChooseAsync(cinema, movie, "7");
        await cinema.QuietAsync();

        (await InUseAsync(cinema, movie)).ShouldNotBe($"{fanart.Address}right.png");
    }

    [Fact]
    public async Task What_waited_for_a_choice_waits_no_more_when_nothing_is_found_any_longer()
    {
        await using var cinema = await Cinema.OpenAsync([
            new LoopbackFilm(1, "Solaris", 1972),
            new LoopbackFilm(2, "Solaris", 2002),
        ]);
        await cinema.With("Solaris").ScanAsync();
        var movie = await cinema.OnlyMovieAsync();
        (await ReviewAsync(cinema)).Count.ShouldBe(1);

        await cinema.Server.Admin.PatchAsync($"/api/movies/{movie["id"]}", new { title = "Holiday in the hills" });
        await cinema.Server.Admin.PostAsync($"/api/items/{movie["id"]}/enrich");
        await cinema.QuietAsync();

        (await ReviewAsync(cinema)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_artist_that_is_forgotten_leaves_its_albums_what_is_said_of_them()
    {
        await using var server = await ColophonServer.StartAsync();
        var library = await server
            .Library("music")
            .With("Ann/A/1.flac", Songs.Song("One", "Ann", "A", 1))
            .AddMusicAsync();
        await library.ScanAsync();
        var (artist, album) = ((await library.ArtistsAsync())[0]!, await library.OnlyAlbumAsync());
        await SayAsync(server, artist, MusicBrainz("musicbrainz_artist", "a"), "Of the artist.");
        await SayAsync(server, album, MusicBrainz("musicbrainz_release_group", "b"), "Of the album.");

        (await server.Admin.SendAsync("DELETE", $"/api/items/{artist["id"]}/identity/musicbrainz")).Expect(200);

        (await library.OnlyAlbumAsync())["description"].Text().ShouldBe("Of the album.");
        (await server.Admin.GetAsync($"/api/artists/{artist["id"]}"))["description"].ShouldBeNull();
    }

    [Fact]
    [Trait("Req", "C18")]
    public async Task A_type_of_picture_that_is_locked_while_pictures_are_fetched_gets_none()
    {
        await using var cinema = await Cinema.OpenAsync([River]);
        var held = new TaskCompletionSource();
        var late = LoopbackAnswer.Picture(TinyPng.Cover(40, 60, 1), "image/png") with { Wait = held.Task };
        bool IsPoster(LoopbackRequest request) =>
            request.Path.StartsWith("/images/original/poster", StringComparison.Ordinal);
        cinema.Tmdb.Server.Break(request => IsPoster(request) ? late : null);
        await cinema.With("The Silent River (1999)").Library.StartScanAsync();
        await JobProbe.Until(() => cinema.Tmdb.Server.Requests.Any(IsPoster), "the poster is asked for", Token);
        var movie = await cinema.OnlyMovieAsync();

        (await cinema.Server.Admin.SendAsync("PUT", $"/api/items/{movie["id"]}/locks/poster")).Expect(200);
        held.SetResult();
        await cinema.QuietAsync();

        (await cinema.AssetsAsync(movie)).ShouldNotContain(asset =>
            asset["type"].Text() == "poster" && (bool)asset["picked"]!
        );
    }

    private static Identity MusicBrainz(string type, string id) =>
        new("musicbrainz", new ProviderId(type, id), IdentifiedBy.Search, IsPinned: false);

    private static Task SayAsync(ColophonServer server, JsonNode item, Identity identity, string description)
    {
        var told = new EvidenceDraft().Text(Fields.Description, description).ToDocument();
        var said = new ProviderSaid(
            (long)item["id"]!,
            FileId: null,
            identity.Provider,
            identity,
            new ProviderTold($"{identity.Id.Type}:{identity.Id.Value}", told)
        );
        return server.Database.WriteAsync(
            commit =>
            {
                server.Services.GetRequiredService<ProviderSaidApplier>().Store([(said, JobId: null)], commit);
                return 0;
            },
            Token
        );
    }

    private static string Poster(LoopbackServer server, string name, int likes) =>
        $$"""{"movieposter":[{"url":"{{server.Address}}{{name}}.png","lang":"en","likes":"{{likes}}","width":"2000","height":"3000"}]}""";

    private static async Task<string?> InUseAsync(Cinema cinema, JsonNode movie) =>
        (await cinema.AssetsAsync(movie))
            .Single(asset => asset["type"].Text() == "poster" && (bool)asset["in_use"]!)["url"]
            .Text();

    private static Task ChooseAsync(Cinema cinema, JsonNode movie, string id) =>
        cinema.Server.Admin.PutAsync($"/api/items/{movie["id"]}/identity/tmdb", new { type = "tmdb", value = id });

    private static async Task<JsonArray> ReviewAsync(Cinema cinema) =>
        (await cinema.Server.Admin.GetAsync("/api/review"))["items"]!.AsArray();

    private static async Task<JsonNode?> IdentityAsync(Cinema cinema, JsonNode movie) =>
        (await cinema.IdentityAsync(movie))["providers"]!
            .AsArray()
            .Single(provider => provider!["provider"].Text() == "tmdb")!["identity"];
}
