using System.Net;
using Colophon.Server.Catalog;
using Colophon.Server.Providers;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Providers;

/// <summary>What is asked of fanart.tv, and what its answers come to.</summary>
[Trait("Req", "C20")]
public sealed class FanartTvTests
{
    private const string Assets = "https://assets.fanart.tv/fanart";
    private const string Artist = "f4a31f0a-51dd-4fa7-986d-3095c40c5ed9";
    private const string Album = "9ba659df-5814-32f6-b95f-02b738698e7c";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tmdb", "4711")]
    [InlineData("imdb", "tt0123456")]
    public async Task A_films_pictures_have_types_languages_sizes_and_likes(string type, string id)
    {
        await using var calls = await StartAsync();

        var offers = await OffersAsync(calls, new ProviderSubject("movie", new ProviderId(type, id)));

        offers.Count.ShouldBe(5);
        offers[0]
            .ShouldBe(
                new ArtworkOffer(AssetTypes.Poster, new Uri($"{Assets}/movies/4711/movieposter/the-silent-river-1.jpg"))
                {
                    Preview = new Uri(
                        "https://assets.fanart.tv/preview/movies/4711/movieposter/the-silent-river-1.jpg"
                    ),
                    Language = "en",
                    Width = 1000,
                    Height = 1426,
                    Votes = 7,
                }
            );
        offers.Of(AssetTypes.KeyArt).ShouldBe([$"{Assets}/movies/4711/movieposter/the-silent-river-2.jpg"]);
        offers.Of(AssetTypes.Fanart).ShouldBe([$"{Assets}/movies/4711/moviebackground/the-silent-river-4.jpg"]);
        offers.Of(AssetTypes.ClearLogo).ShouldBe([$"{Assets}/movies/4711/hdmovielogo/the-silent-river-5.png"]);
        offers.Of(AssetTypes.DiscArt).ShouldBe([$"{Assets}/movies/4711/moviedisc/the-silent-river-6.png"]);
        offers.ShouldAllBe(offer => offer.Rating == null);
        calls.Network.Requests.Single().ToString().ShouldBe($"GET /movies/{id}");
    }

    [Fact]
    public async Task A_show_and_its_seasons_share_one_answer()
    {
        await using var calls = await StartAsync();
        var id = new ProviderId("tvdb", "9001");

        var show = await OffersAsync(calls, new ProviderSubject("show", id));
        var second = await OffersAsync(calls, new ProviderSubject("season", id) { Season = 2 });
        var third = await OffersAsync(calls, new ProviderSubject("season", id) { Season = 3 });

        show.Select(offer => offer.Address.ToString())
            .ShouldBe([
                $"{Assets}/tv/9001/showbackground/all.jpg",
                $"{Assets}/tv/9001/hdtvlogo/l.png",
                $"{Assets}/tv/9001/characterart/c.png",
            ]);
        second.Of(AssetTypes.Poster).ShouldBe([$"{Assets}/tv/9001/seasonposter/2.jpg"]);
        second.Of(AssetTypes.Banner).ShouldBe([$"{Assets}/tv/9001/seasonbanner/2.jpg"]);
        second.Of(AssetTypes.Fanart).ShouldBe([$"{Assets}/tv/9001/showbackground/two.jpg"]);
        third.ShouldBeEmpty();
        calls.Network.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_artists_pictures_are_a_cover_backgrounds_and_a_logo()
    {
        await using var calls = await StartAsync();

        var offers = await OffersAsync(
            calls,
            new ProviderSubject("artist", new ProviderId("musicbrainz_artist", Artist))
        );

        offers.Select(offer => offer.Type).ShouldBe([AssetTypes.Cover, AssetTypes.Fanart, AssetTypes.ClearLogo]);
        offers[0].Votes.ShouldBe(9);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_albums_pictures_are_read_from_a_list_and_from_an_object_by_ids(bool byId)
    {
        await using var calls = await StartAsync();
        if (byId)
            calls.Network.On(
                $"/music/albums/{Album}",
                VideoDocuments
                    .Read("fanarttv-album")
                    .Replace("\"albums\": [", $"\"albums\": {{ \"{Album}\":", StringComparison.Ordinal)
                    .Replace("  ]\n}", "  }\n}", StringComparison.Ordinal)
            );

        var offers = await OffersAsync(
            calls,
            new ProviderSubject("album", new ProviderId("musicbrainz_release_group", Album))
        );

        offers.Of(AssetTypes.Cover).ShouldBe([$"{Assets}/music/f4a31f0a/albumcover/a.jpg"]);
        offers.Of(AssetTypes.DiscArt).ShouldBe([$"{Assets}/music/f4a31f0a/cdart/b.png"]);
    }

    [Fact]
    public async Task No_pictures_are_a_normal_answer()
    {
        await using var calls = await StartAsync();

        (await OffersAsync(calls, new ProviderSubject("movie", new ProviderId("tmdb", "1")))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("project", "project", null)]
    [InlineData("project:personal", "project", "personal")]
    public async Task Keys_go_into_headers_and_not_into_the_cache(string key, string project, string? personal)
    {
        await using var calls = await ProviderCalls.StartAsync("fanarttv", key);
        calls.Network.On("/movies/603", VideoDocuments.Read("fanarttv-movie"));
        var session = await calls.OpenAsync();

        await calls.Provider.TestAsync(session, Token);
        var request = await calls.Provider.AuthorizeAsync(new ProviderRequest("tv/1"), session, Token);

        var asked = calls.Network.Requests.Single();
        asked.Headers["api-key"].ShouldBe(project);
        asked.Headers.GetValueOrDefault("client-key").ShouldBe(personal);
        asked.Query.ShouldBeEmpty();
        request.Key.ShouldBe("tv/1");
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.OK)]
    public async Task A_refused_key_fails_the_test_of_it(HttpStatusCode status)
    {
        await using var calls = await StartAsync();
        calls.Network.On(
            "/movies/603",
            _ => LoopbackAnswer.Of(status, """{"status":"error","error message":"No valid API key"}""")
        );
        calls.Log.Expect("does not accept the key");
        var session = await calls.OpenAsync();

        var failed = await Should.ThrowAsync<ProviderException>(() => calls.Provider.TestAsync(session, Token));

        failed.Trouble.ShouldBe(ProviderTrouble.Key);
    }

    [Theory]
    [InlineData("movie", "fanarttv-movie")]
    [InlineData("show", "fanarttv-show")]
    [InlineData("season", "fanarttv-show")]
    [InlineData("artist", "fanarttv-artist")]
    [InlineData("album", "fanarttv-album")]
    public async Task Odd_answers_are_read_as_far_as_they_go(string kind, string document)
    {
        await using var calls = await ProviderCalls.StartAsync("fanarttv", "key");
        var session = await calls.OpenAsync();
        var answer = "";
        foreach (var path in new[] { "/movies/*", "/tv/*", "/music/*" })
            calls.Network.On(path, _ => LoopbackAnswer.Json(answer));

        var number = 0;
        foreach (var odd in VideoDocuments.Odd(document))
        {
            answer = odd;
            var subject = new ProviderSubject(kind, new ProviderId("any", $"{++number}")) { Season = 2 };
            await Should.NotThrowAsync(() => calls.Provider.ArtworkAsync(subject, session, Token), odd);
        }

        number.ShouldBeGreaterThan(30);
    }

    private static async Task<IReadOnlyList<ArtworkOffer>> OffersAsync(ProviderCalls calls, ProviderSubject subject) =>
        await calls.Provider.ArtworkAsync(subject, await calls.OpenAsync(), Token);

    private static async Task<ProviderCalls> StartAsync()
    {
        var calls = await ProviderCalls.StartAsync("fanarttv", "project");
        calls
            .Network.On("/movies/4711", VideoDocuments.Read("fanarttv-movie"))
            .On("/movies/tt0123456", VideoDocuments.Read("fanarttv-movie"))
            .On("/tv/9001", VideoDocuments.Read("fanarttv-show"))
            .On($"/music/{Artist}", VideoDocuments.Read("fanarttv-artist"))
            .On($"/music/albums/{Album}", VideoDocuments.Read("fanarttv-album"));
        return calls;
    }
}
