using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Providers;

/// <summary>What is asked of TheTVDB, and what its answers come to.</summary>
[Trait("Req", "C20")]
public sealed class TvdbTests
{
    private const string Banners = "https://artworks.thetvdb.com/banners";
    private static readonly ProviderSubject Film = new("movie", new ProviderId("tvdb", "3021"));
    private static readonly ProviderSubject Show = new("show", new ProviderId("tvdb", "9001"));
    private static readonly ProviderSubject Season = new("season", Show.Id) { Season = 2 };

    private static readonly SessionWishes German = new() { Languages = ["de", "en"], Country = "DE" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_gives_names_in_all_languages_and_the_wanted_one_as_title()
    {
        await using var calls = await StartAsync();
        calls.Network.On("/search", VideoDocuments.Read("tvdb-search"));

        var found = await calls.Provider.SearchAsync(
            new ItemQuery("show", "Hafenlichter") { Year = 2011 },
            await calls.OpenAsync(German),
            Token
        );

        found.Select(match => match.Id).ShouldBe([new ProviderId("tvdb", "9001"), new ProviderId("tvdb", "9002")]);
        found[0].Title.ShouldBe("Hafenlichter");
        found[0].OtherTitles.ShouldBe(["Havnelys", "Hafenlichter – Die Serie", "Lys", "Harbour Lights"]);
        found[0].Year.ShouldBe(2011);
        found[0].Language.ShouldBe("da");
        found[0].Description.ShouldBe("Ein Hafen, ein Mord.");
        found[0].Picture.ShouldBe(new Uri($"{Banners}/posters/9001-1_t.jpg"));
        found[0].Page.ShouldBe(new Uri("https://thetvdb.com/series/havnelys"));
        found[1].Year.ShouldBe(2019);
        calls
            .Network.Requests.Select(request => request.ToString())
            .ShouldBe(["POST /login", "GET /search?query=Hafenlichter&type=series&year=2011&limit=20"]);
    }

    [Theory]
    [InlineData("movie", "3021")]
    [InlineData("show", "9001")]
    public async Task Others_ids_lead_to_its_own_past_what_else_is_found(string kind, string found)
    {
        await using var calls = await StartAsync();
        calls.Network.On(
            "/search/remoteid/tt0123456",
            """{"status":"success","data":[{"season":{"id":2}},{"series":{"id":9001}},{"people":{"id":3}},{"movie":{"id":"3021"}}]}"""
        );

        var id = await calls.Provider.FindAsync(
            kind,
            new Identifier("imdb", "tt0123456"),
            await calls.OpenAsync(),
            Token
        );

        id.ShouldBe(new ProviderId("tvdb", found));
    }

    [Fact]
    public async Task A_film_is_read_in_one_request_with_all_that_is_said_of_it()
    {
        await using var calls = await StartAsync();

        var film = (await calls.Provider.ReadAsync(Film, await calls.OpenAsync(German), Token)).ShouldNotBeNull();

        film.Id.ShouldBe(Film.Id);
        film.Says(Fields.Title).ShouldBe("\"Der stille Fluß\"");
        film.Says(Fields.OriginalTitle).ShouldBe("\"Den tysta älven\"");
        film.Says(Fields.Tagline).ShouldBe("\"Still waters.\"");
        film.Says(Fields.Description).ShouldBe("\"A woman returns.\"");
        film.Says(Fields.ReleaseDate).ShouldBe("\"1999-04-23\"");
        film.Says(Fields.Runtime).ShouldBe("112");
        film.Says(Fields.Certification).ShouldBe("\"12\"");
        film.Says(Fields.Ratings).ShouldBeNull();
        film.Document.Fields[Fields.People]
            .ShouldBe(
                new PeopleValue([
                    new Credit("Łucja Šimek", "actor", Character: "Inés"),
                    new Credit("Jørgen Grønn", "actor", Character: "Fährmann"),
                    new Credit("Zoë Dubois", "guest_star", Character: "Wirt"),
                    new Credit("Ada Müller", "director"),
                ])
            );
        film.Document.Fields[Fields.Studios].ShouldBe(new NamesValue(["Älvfilm AB"]));
        film.Document.Fields[Fields.Countries].ShouldBe(new NamesValue(["Sweden"]));
        film.Says(Fields.Collection).ShouldBe("\"River Films\"");
        film.Says(Fields.Trailer).ShouldBe("\"https://www.youtube.com/watch?v=deu\"");
        film.Document.Fields[Fields.Tags].ShouldBe(new NamesValue(["River"]));
        film.Document.Fields[Fields.Identifiers]
            .ShouldBe(
                new IdentifiersValue([
                    new Identifier("tvdb", "3021"),
                    new Identifier("imdb", "tt0123456"),
                    new Identifier("tmdb", "4711"),
                    new Identifier("wikidata", "Q4711"),
                ])
            );
        calls
            .Network.Requests.Select(request => request.ToString())
            .ShouldBe(["POST /login", "GET /movies/3021/extended?meta=translations"]);
    }

    [Theory]
    [InlineData("en", "US", "The Silent River", "PG-13")]
    [InlineData("sv", null, "Den tysta älven", "PG-13")]
    [InlineData("ja", "SE", "Den tysta älven", null)]
    public async Task Language_and_country_choose_title_and_certification(
        string language,
        string? country,
        string title,
        string? certification
    )
    {
        await using var calls = await StartAsync();

        var film = await calls.Provider.ReadAsync(
            Film,
            await calls.OpenAsync(new SessionWishes { Languages = [language], Country = country }),
            Token
        );

        film.Says(Fields.Title).ShouldBe($"\"{title}\"");
        film.Says(Fields.Certification).ShouldBe(certification is null ? null : $"\"{certification}\"");
    }

    [Fact]
    public async Task Pictures_come_along_with_types_languages_and_full_addresses()
    {
        await using var calls = await StartAsync();

        var session = await calls.OpenAsync();
        var film = await calls.Provider.ReadAsync(Film, session, Token);
        var offers = await calls.Provider.ArtworkAsync(Film, session, Token);

        offers.ShouldBe(film!.Artwork);
        offers.ShouldBe([
            new ArtworkOffer(AssetTypes.Poster, new Uri($"{Banners}/movies/3021/posters/a.jpg"))
            {
                Preview = new Uri($"{Banners}/movies/3021/posters/a_t.jpg"),
                Language = "de",
                Width = 680,
                Height = 1000,
            },
            new ArtworkOffer(AssetTypes.Fanart, new Uri($"{Banners}/movies/3021/backgrounds/b.jpg"))
            {
                Width = 1920,
                Height = 1080,
            },
            new ArtworkOffer(AssetTypes.KeyArt, new Uri($"{Banners}/movies/3021/posters/c.jpg")),
            new ArtworkOffer(AssetTypes.ClearLogo, new Uri($"{Banners}/movies/3021/clearlogo/e.png"))
            {
                Language = "zh",
                Width = 800,
                Height = 310,
            },
        ]);
        calls.Network.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_show_names_its_network_makers_and_end()
    {
        await using var calls = await StartAsync();

        var show = (await calls.Provider.ReadAsync(Show, await calls.OpenAsync(German), Token)).ShouldNotBeNull();

        show.Says(Fields.Title).ShouldBe("\"Hafenlichter\"");
        show.Says(Fields.OriginalTitle).ShouldBe("\"Havnelys\"");
        show.Says(Fields.Description).ShouldBe("\"Ein Hafen, ein Mord.\"");
        show.Says(Fields.ReleaseDate).ShouldBe("\"2011-03-05\"");
        show.Says(Fields.EndDate).ShouldBe("\"2015-11-20\"");
        show.Says(Fields.Status).ShouldBe("\"Ended\"");
        show.Says(Fields.Runtime).ShouldBe("46");
        show.Says(Fields.Certification).ShouldBeNull();
        show.Document.Fields[Fields.Studios].ShouldBe(new NamesValue(["Nord TV"]));
        show.Document.Fields[Fields.Countries].ShouldBe(new NamesValue(["Denmark"]));
        show.Document.Fields[Fields.People]
            .ShouldBe(
                new PeopleValue([
                    new Credit("Esmé Bergström", "actor", Character: "Lund"),
                    new Credit("Niamh Hawthorne", "creator"),
                ])
            );
        show.Document.Fields[Fields.Identifiers]
            .ShouldBe(
                new IdentifiersValue([
                    new Identifier("tvdb", "9001"),
                    new Identifier("imdb", "tt7654321"),
                    new Identifier("tmdb", "820"),
                    new Identifier("tvmaze", "55"),
                ])
            );
        show.Artwork.Select(offer => offer.Type).ShouldBe([AssetTypes.Banner, AssetTypes.Poster]);
    }

    [Fact]
    public async Task A_season_is_found_in_its_show_by_the_order_of_airing()
    {
        await using var calls = await StartAsync();

        var season = (await calls.Provider.ReadAsync(Season, await calls.OpenAsync(German), Token)).ShouldNotBeNull();

        season.Id.ShouldBe(Show.Id);
        season.Says(Fields.Title).ShouldBe("\"Das zweite Jahr\"");
        season.Says(Fields.IndexNumber).ShouldBe("2");
        season.Says(Fields.ReleaseDate).ShouldBe("\"2012-01-07\"");
        season.Document.Fields[Fields.Identifiers].ShouldBe(new IdentifiersValue([new Identifier("tvdb", "602")]));
        season.Artwork.Of(AssetTypes.Poster).ShouldBe([$"{Banners}/seasons/9001-2.jpg"]);
        season.Artwork.Of(AssetTypes.Banner).ShouldBe([$"{Banners}/seasonswide/9001-2.jpg"]);
        calls
            .Network.Requests.Select(request => request.Path)
            .ShouldBe(["/login", "/series/9001/extended", "/seasons/602/extended"]);
    }

    [Fact]
    public async Task Episodes_come_from_their_shows_list_and_take_from_the_next_language_what_is_not_translated()
    {
        await using var calls = await StartAsync();
        var session = await calls.OpenAsync(German);

        var translated = (await calls.Provider.ReadAsync(Episode(1), session, Token)).ShouldNotBeNull();
        calls
            .Network.Requests.Count(request => request.Path.Contains("episodes", StringComparison.Ordinal))
            .ShouldBe(1);
        var original = (await calls.Provider.ReadAsync(Episode(2), session, Token)).ShouldNotBeNull();

        translated.Id.ShouldBe(Show.Id);
        translated.Says(Fields.Title).ShouldBe("\"Nebel\"");
        translated.Says(Fields.IndexNumber).ShouldBe("1");
        translated.Says(Fields.Description).ShouldBe("\"Nebel über dem Kai.\"");
        translated.Says(Fields.ReleaseDate).ShouldBe("\"2012-01-07\"");
        translated.Says(Fields.Runtime).ShouldBe("46");
        translated
            .Document.Fields[Fields.Identifiers]
            .ShouldBe(new IdentifiersValue([new Identifier("tvdb", "80001")]));
        translated.Artwork.Of(AssetTypes.Cover).ShouldBe([$"{Banners}/v4/episode/80001/screencap/a.jpg"]);
        original.Says(Fields.Title).ShouldBe("\"Højvande\"");
        original.Says(Fields.Description).ShouldBe("\"Vandet stiger.\"");
        original.Says(Fields.Runtime).ShouldBeNull();
        original.Artwork.ShouldBeEmpty();
        calls
            .Network.Requests.Select(request => request.Path)
            .ShouldBe([
                "/login",
                "/series/9001/episodes/official/deu",
                "/series/9001/episodes/official/eng",
                "/series/9001/episodes/official",
            ]);
    }

    [Fact]
    public async Task A_long_list_of_episodes_is_read_page_by_page()
    {
        await using var calls = await StartAsync();
        calls.Network.On(
            "/series/9001/episodes/official/eng",
            request =>
                LoopbackAnswer.Json(
                    request.Asked("page") == "0"
                        ? """{"data":{"episodes":[]},"links":{"next":"https://api4.thetvdb.com/v4/next"}}"""
                        : """{"data":{"episodes":[{"id":5,"name":"Far","overview":"Far out.","number":501,"seasonNumber":1}]}}"""
                )
        );

        var episode = await calls.Provider.ReadAsync(
            new ProviderSubject("episode", Show.Id) { Season = 1, Number = 501 },
            await calls.OpenAsync(),
            Token
        );

        episode.Says(Fields.Title).ShouldBe("\"Far\"");
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_no_trouble()
    {
        await using var calls = await StartAsync();
        var session = await calls.OpenAsync();

        (await calls.Provider.ReadAsync(Film with { Id = new ProviderId("tvdb", "1") }, session, Token)).ShouldBeNull();
        (await calls.Provider.ReadAsync(Season with { Season = 9 }, session, Token)).ShouldBeNull();
        (await calls.Provider.ReadAsync(Episode(99), session, Token)).ShouldBeNull();
        (await calls.Provider.ArtworkAsync(Episode(99), session, Token)).ShouldBeEmpty();
        (await calls.Provider.FindAsync("movie", new Identifier("imdb", "tt1"), session, Token)).ShouldBeNull();
        (await calls.Provider.SearchAsync(new ItemQuery("movie", "Nothing"), session, Token)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("movie", "tvdb-movie", "/movies/*")]
    [InlineData("show", "tvdb-show", "/series/*")]
    [InlineData("season", "tvdb-season", "/seasons/*")]
    [InlineData("episode", "tvdb-episodes-deu", "/series/*")]
    public async Task Odd_answers_are_read_as_far_as_they_go(string kind, string document, string path)
    {
        await using var calls = await ProviderCalls.StartAsync("tvdb", "key");
        var session = await calls.OpenAsync(German);
        var answer = "";
        calls
            .Network.On("/login", """{"data":{"token":"t0ken"}}""")
            .On("/series/*", VideoDocuments.Read("tvdb-show"))
            .On(path, _ => LoopbackAnswer.Json(answer));

        var number = 0;
        foreach (var odd in VideoDocuments.Odd(document))
        {
            answer = odd;
            // The season's answer is the same whatever show is asked; a fresh session asks for it again.
            var fresh = kind == "season" ? await calls.OpenAsync(German with { IsFresh = true }) : session;
            var subject = new ProviderSubject(kind, new ProviderId("tvdb", $"{++number}")) { Season = 2, Number = 1 };
            await Should.NotThrowAsync(() => calls.Provider.ReadAsync(subject, fresh, Token), odd);
        }

        number.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task Odd_finds_are_left_out()
    {
        await using var calls = await StartAsync();
        var session = await calls.OpenAsync();
        var answer = "";
        calls.Network.On("/search", _ => LoopbackAnswer.Json(answer));

        var number = 0;
        foreach (var odd in VideoDocuments.Odd("tvdb-search"))
        {
            answer = odd;
            var query = new ItemQuery("show", $"Show {++number}");
            await Should.NotThrowAsync(() => calls.Provider.SearchAsync(query, session, Token), odd);
        }

        number.ShouldBeGreaterThan(50);
    }

    private static ProviderSubject Episode(int number) => new("episode", Show.Id) { Season = 2, Number = number };

    private static async Task<ProviderCalls> StartAsync()
    {
        var calls = await ProviderCalls.StartAsync("tvdb", "0123-key");
        calls
            .Network.On("/login", """{"status":"success","data":{"token":"t0ken"}}""")
            .On("/movies/3021/extended", VideoDocuments.Read("tvdb-movie"))
            .On("/series/9001/extended", VideoDocuments.Read("tvdb-show"))
            .On("/seasons/602/extended", VideoDocuments.Read("tvdb-season"))
            .On("/series/9001/episodes/official/deu", VideoDocuments.Read("tvdb-episodes-deu"))
            .On("/series/9001/episodes/official", VideoDocuments.Read("tvdb-episodes"));
        return calls;
    }
}
