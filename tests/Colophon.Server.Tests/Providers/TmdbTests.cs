using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Providers;

/// <summary>What is asked of The Movie Database, and what its answers come to.</summary>
[Trait("Req", "C20")]
public sealed class TmdbTests
{
    private const string Images = "https://image.tmdb.org/t/p/";
    private static readonly ProviderSubject Film = new("movie", new ProviderId("tmdb", "4711"));
    private static readonly ProviderSubject Show = new("show", new ProviderId("tmdb", "820"));
    private static readonly ProviderSubject Season = new("season", Show.Id) { Season = 2 };

    private static readonly SessionWishes German = new() { Languages = ["de", "en"], Country = "DE" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_film_is_read_in_one_request_with_all_that_is_said_of_it()
    {
        await using var calls = await StartAsync();

        var film = (await calls.Provider.ReadAsync(Film, await calls.OpenAsync(German), Token)).ShouldNotBeNull();

        film.Id.ShouldBe(new ProviderId("tmdb", "4711"));
        film.Says(Fields.Title).ShouldBe("\"Der stille Fluß\"");
        film.Says(Fields.OriginalTitle).ShouldBe("\"Den tysta älven\"");
        film.Says(Fields.Tagline).ShouldBe("\"Still waters.\"");
        film.Says(Fields.Description).ShouldBe("\"Eine Frau <b>kehrt</b> zurück.\"");
        film.Says(Fields.ReleaseDate).ShouldBe("\"1999-05-01\"");
        film.Says(Fields.Runtime).ShouldBe("112");
        film.Says(Fields.Certification).ShouldBe("\"12\"");
        film.Document.Fields[Fields.Ratings].ShouldBe(new RatingsValue([new Rating("themoviedb", 7.3, 812)]));
        film.Document.Fields[Fields.People]
            .ShouldBe(
                new PeopleValue([
                    new Credit("Łucja Šimek", "actor", Character: "Inés / Stimme"),
                    new Credit("Jørgen Grønn", "actor", Character: "Fährmann"),
                    new Credit("Ada Müller", "director"),
                    new Credit("Ada Müller", "writer"),
                    new Credit("Zoë Okafor", "producer"),
                    new Credit("Hiro Dubois", "composer"),
                ])
            );
        film.Document.Fields[Fields.Studios].ShouldBe(new NamesValue(["Älvfilm AB", "Nordlicht"]));
        film.Document.Fields[Fields.Countries].ShouldBe(new NamesValue(["Sweden", "Germany"]));
        film.Says(Fields.Collection).ShouldBe("\"Die Fluß-Filmreihe\"");
        film.Says(Fields.Trailer).ShouldBe("\"https://www.youtube.com/watch?v=de-official\"");
        film.Document.Fields[Fields.Identifiers]
            .ShouldBe(
                new IdentifiersValue([
                    new Identifier("tmdb", "4711"),
                    new Identifier("imdb", "tt0123456"),
                    new Identifier("wikidata", "Q4711"),
                ])
            );
        film.Document.Fields[Fields.Genres].ShouldBe(new NamesValue(["Drama", "Mystery"]));
        film.Document.Fields[Fields.Tags].ShouldBe(new NamesValue(["river", "homecoming"]));
        calls.Network.Requests.Select(request => request.Path).ShouldBe(["/movie/4711", "/configuration"]);
        calls.Network.Requests[0].Asked("include_image_language").ShouldBe("de,en,null");
    }

    [Fact]
    public async Task Of_hundreds_of_people_sixty_are_taken_and_the_director_is_among_them()
    {
        await using var calls = await StartAsync();
        var cast = Enumerable.Range(1, 100).Select(i => $$"""{"name":"Actor {{i}}","order":{{i}}}""");
        var crew = Enumerable.Range(1, 50).Select(i => $$"""{"name":"Producer {{i}}","job":"Producer"}""");
        calls.Network.On(
            "/movie/5",
            $$"""
            { "id": 5, "credits": {
                "cast": [{{string.Join(',', cast)}}],
                "crew": [{{string.Join(',', crew)}}, {"name":"Ada Müller","job":"Director"}] } }
            """
        );

        var film = await calls.Provider.ReadAsync(
            new ProviderSubject("movie", new ProviderId("tmdb", "5")),
            await calls.OpenAsync(),
            Token
        );

        var people = film!.Document.Fields[Fields.People].ShouldBeOfType<PeopleValue>().Entries;
        people.Count.ShouldBe(60);
        people[0].ShouldBe(new Credit("Actor 1", "actor"));
        people[40].ShouldBe(new Credit("Ada Müller", "director"));
    }

    [Fact]
    public async Task What_says_nothing_is_not_said()
    {
        await using var calls = await StartAsync();
        calls.Network.On(
            "/movie/5",
            """
            { "id": 5, "imdb_id": "nonsense", "title": "", "overview": "", "runtime": 0, "vote_average": 7.5, "vote_count": 0,
              "release_date": "", "genres": [], "production_companies": null, "external_ids": { "imdb_id": "", "tvdb_id": 0 } }
            """
        );

        var film = await calls.Provider.ReadAsync(
            new ProviderSubject("movie", new ProviderId("tmdb", "5")),
            await calls.OpenAsync(),
            Token
        );

        film!.Document.Fields.Keys.ShouldBe([Fields.Identifiers]);
        film.Document.Fields[Fields.Identifiers].ShouldBe(new IdentifiersValue([new Identifier("tmdb", "5")]));
    }

    [Theory]
    [InlineData("de", "AT", "Die stille Ache", null)]
    [InlineData("en", "US", "The Silent River", "PG-13")]
    [InlineData("sv", null, "Den tysta älven", "PG-13")]
    [InlineData("ja", "JP", "Der stille Fluß", null)]
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
        calls.Network.Requests[0].Asked("language").ShouldBe(language);
    }

    [Fact]
    public async Task Pictures_come_along_with_types_languages_and_sizes()
    {
        await using var calls = await StartAsync();

        var session = await calls.OpenAsync(German);
        var film = await calls.Provider.ReadAsync(Film, session, Token);
        var offers = await calls.Provider.ArtworkAsync(Film, session, Token);

        offers.ShouldBe(film!.Artwork);
        offers.Of(AssetTypes.Poster).ShouldBe([$"{Images}original/fluss-de.jpg"]);
        offers.Of(AssetTypes.KeyArt).ShouldBe([$"{Images}original/textless.jpg"]);
        offers.Of(AssetTypes.Fanart).ShouldBe([$"{Images}original/back.jpg"]);
        offers.Of(AssetTypes.Landscape).ShouldBe([$"{Images}original/back-de.jpg"]);
        offers.Of(AssetTypes.ClearLogo).ShouldBe([$"{Images}original/logo.png"]);
        offers[0]
            .ShouldBe(
                new ArtworkOffer(AssetTypes.Poster, new Uri($"{Images}original/fluss-de.jpg"))
                {
                    Preview = new Uri($"{Images}w342/fluss-de.jpg"),
                    Language = "de",
                    Width = 2000,
                    Height = 3000,
                    Votes = 11,
                    Rating = 5.6,
                }
            );
        offers.Single(offer => offer.Type == AssetTypes.Landscape).Rating.ShouldBeNull();
        calls.Network.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_show_names_its_makers_network_and_end()
    {
        await using var calls = await StartAsync();

        var show = (await calls.Provider.ReadAsync(Show, await calls.OpenAsync(German), Token)).ShouldNotBeNull();

        show.Says(Fields.Title).ShouldBe("\"Hafenlichter\"");
        show.Says(Fields.OriginalTitle).ShouldBe("\"Havnelys\"");
        show.Says(Fields.ReleaseDate).ShouldBe("\"2011-03-05\"");
        show.Says(Fields.EndDate).ShouldBe("\"2015-11-20\"");
        show.Says(Fields.Status).ShouldBe("\"Ended\"");
        show.Says(Fields.Runtime).ShouldBe("47");
        show.Says(Fields.Certification).ShouldBe("\"16\"");
        show.Document.Fields[Fields.Studios].ShouldBe(new NamesValue(["Nord TV"]));
        show.Document.Fields[Fields.Tags].ShouldBe(new NamesValue(["harbour"]));
        show.Document.Fields[Fields.People]
            .ShouldBe(
                new PeopleValue([
                    new Credit("Esmé Bergström", "actor", Character: "Kommissarin Lund"),
                    new Credit("Niamh Hawthorne", "creator"),
                    new Credit("Gábor Ivanova", "producer"),
                ])
            );
        show.Document.Fields[Fields.Identifiers]
            .ShouldBe(
                new IdentifiersValue([
                    new Identifier("tmdb", "820"),
                    new Identifier("imdb", "tt7654321"),
                    new Identifier("tvdb", "9001"),
                    new Identifier("wikidata", "Q820"),
                ])
            );
        show.Artwork.Of(AssetTypes.Poster).ShouldBe([$"{Images}original/only.jpg"]);
        show.Artwork.Of(AssetTypes.Fanart).ShouldBe([$"{Images}original/only-back.jpg"]);
    }

    [Fact]
    public async Task A_season_and_its_episodes_cost_one_request()
    {
        await using var calls = await StartAsync();
        var session = await calls.OpenAsync(German);

        var season = (await calls.Provider.ReadAsync(Season, session, Token)).ShouldNotBeNull();
        var episode = (await calls.Provider.ReadAsync(Episode(1), session, Token)).ShouldNotBeNull();

        season.Id.ShouldBe(Show.Id);
        season.Says(Fields.Title).ShouldBe("\"Staffel 2\"");
        season.Says(Fields.IndexNumber).ShouldBe("2");
        season.Says(Fields.Description).ShouldBe("\"The second year.\"");
        season.Says(Fields.ReleaseDate).ShouldBe("\"2011-03-05\"");
        season
            .Document.Fields[Fields.Identifiers]
            .ShouldBe(new IdentifiersValue([new Identifier("tmdb", "55501"), new Identifier("tvdb", "43210")]));
        season.Artwork.Of(AssetTypes.Poster).ShouldBe([$"{Images}original/season.jpg"]);
        episode.Id.ShouldBe(Show.Id);
        episode.Says(Fields.Title).ShouldBe("\"Nebel\"");
        episode.Says(Fields.IndexNumber).ShouldBe("1");
        episode.Says(Fields.Description).ShouldBe("\"Nebel über dem Kai.\"");
        episode.Says(Fields.Runtime).ShouldBe("46");
        episode.Document.Fields[Fields.Ratings].ShouldBe(new RatingsValue([new Rating("themoviedb", 8.4, 12)]));
        episode
            .Document.Fields[Fields.People]
            .ShouldBe(
                new PeopleValue([
                    new Credit("Esmé Bergström", "actor", Character: "Kommissarin Lund"),
                    new Credit("Boris Müller", "guest_star", Character: "Matrose"),
                    new Credit("Dmitri Castellanos", "director"),
                    new Credit("Chloé Abernathy", "writer"),
                ])
            );
        // Stills come in fewer sizes than are named here and there: then the full one.
        episode
            .Artwork.ShouldHaveSingleItem()
            .ShouldBe(
                new ArtworkOffer(AssetTypes.Cover, new Uri($"{Images}original/still1.jpg"))
                {
                    Preview = new Uri($"{Images}original/still1.jpg"),
                }
            );
        calls.Network.Requests.Select(request => request.Path).ShouldBe(["/tv/820/season/2", "/configuration"]);
    }

    [Fact]
    public async Task An_episode_that_is_only_counted_in_one_language_takes_its_name_from_the_next()
    {
        await using var calls = await StartAsync();

        var episode = await calls.Provider.ReadAsync(Episode(2), await calls.OpenAsync(German), Token);

        episode.Says(Fields.Title).ShouldBe("\"High Tide\"");
        episode.Says(Fields.Description).ShouldBe("\"The water rises.\"");
        episode.Says(Fields.Runtime).ShouldBeNull();
        episode.Says(Fields.Ratings).ShouldBeNull();
        episode.Says(Fields.ReleaseDate).ShouldBeNull();
        episode!.Artwork.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_no_trouble()
    {
        await using var calls = await StartAsync();
        var session = await calls.OpenAsync();

        (await calls.Provider.ReadAsync(Film with { Id = new ProviderId("tmdb", "1") }, session, Token)).ShouldBeNull();
        (await calls.Provider.ReadAsync(Season with { Season = 9 }, session, Token)).ShouldBeNull();
        (await calls.Provider.ReadAsync(Episode(99), session, Token)).ShouldBeNull();
        (await calls.Provider.ArtworkAsync(Episode(99), session, Token)).ShouldBeEmpty();
        (await calls.Provider.FindAsync("movie", new Identifier("imdb", "tt1"), session, Token)).ShouldBeNull();
        (await calls.Provider.SearchAsync(new ItemQuery("movie", "Nothing"), session, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_that_was_merged_goes_by_its_new_id()
    {
        await using var calls = await StartAsync();
        calls.Network.On("/movie/4700", VideoDocuments.Read("tmdb-movie"));

        var film = await calls.Provider.ReadAsync(
            Film with
            {
                Id = new ProviderId("tmdb", "4700"),
            },
            await calls.OpenAsync(),
            Token
        );

        film!.Id.Value.ShouldBe("4711");
    }

    [Theory]
    [InlineData("movie", "tmdb-movie")]
    [InlineData("show", "tmdb-show")]
    [InlineData("season", "tmdb-season-de")]
    [InlineData("episode", "tmdb-season-de")]
    public async Task Odd_answers_are_read_as_far_as_they_go(string kind, string document)
    {
        await using var calls = await StartAsync();
        var session = await calls.OpenAsync(new SessionWishes { Languages = ["de"], Country = "DE" });
        var answer = "";
        calls.Network.On("/movie/*", _ => LoopbackAnswer.Json(answer)).On("/tv/*", _ => LoopbackAnswer.Json(answer));

        var number = 0;
        foreach (var odd in VideoDocuments.Odd(document))
        {
            answer = odd;
            var subject = new ProviderSubject(kind, new ProviderId("tmdb", $"{++number}")) { Season = 2, Number = 1 };
            await Should.NotThrowAsync(() => calls.Provider.ReadAsync(subject, session, Token), odd);
        }

        number.ShouldBeGreaterThan(50);
    }

    private static ProviderSubject Episode(int number) => new("episode", Show.Id) { Season = 2, Number = number };

    private static async Task<ProviderCalls> StartAsync()
    {
        var calls = await ProviderCalls.StartAsync("tmdb", "0123456789abcdef");
        calls
            .Network.On("/configuration", VideoDocuments.Read("tmdb-configuration"))
            .On("/movie/4711", VideoDocuments.Read("tmdb-movie"))
            .On("/tv/820", VideoDocuments.Read("tmdb-show"))
            .On(
                "/tv/820/season/2",
                request => LoopbackAnswer.Json(VideoDocuments.Read($"tmdb-season-{request.Asked("language")}"))
            );
        return calls;
    }
}
