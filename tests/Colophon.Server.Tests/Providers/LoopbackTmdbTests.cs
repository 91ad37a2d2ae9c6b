using Colophon.Formats.Pictures;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;
using Colophon.Testing;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Providers;

/// <summary>That what stands for The Movie Database in tests, the demo and the bench is asked and answers as it does.</summary>
public sealed class LoopbackTmdbTests
{
    private static readonly LoopbackFilm River = new(603, "The Silent River", 1999)
    {
        OriginalTitle = "Den tysta älven",
        OriginalLanguage = "sv",
        Director = "Ada Müller",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_films_are_found_by_words_of_their_titles_and_by_their_year()
    {
        await using var calls = await ProviderCalls.StartAsync("tmdb", "any");
        LoopbackTmdb.On(calls.Network, [River, new LoopbackFilm(604, "The Silent River", 2021), Other(20)]);
        var session = await calls.OpenAsync();

        (await SearchAsync("silent river", 2021)).ShouldBe(["604"]);
        (await SearchAsync("Den tysta alven", null)).ShouldBe(["603"]);
        (await SearchAsync("river", null)).ShouldBe(["604", "603"]);
        (await SearchAsync("loud river", null)).ShouldBeEmpty();
        (await calls.Provider.FindAsync("movie", new Identifier("imdb", River.ImdbId), session, Token)).ShouldBe(
            new ProviderId("tmdb", "603")
        );

        async Task<IEnumerable<string>> SearchAsync(string title, int? year) =>
            (await calls.Provider.SearchAsync(new ItemQuery("movie", title) { Year = year }, session, Token)).Select(
                match => match.Id.Value
            );
    }

    [Fact]
    public async Task Its_films_are_told_in_full_and_their_pictures_are_real()
    {
        await using var calls = await ProviderCalls.StartAsync("tmdb", "any");
        LoopbackTmdb.On(calls.Network, [River]);

        var film = await calls.Provider.ReadAsync(
            new ProviderSubject("movie", new ProviderId("tmdb", "603")),
            await calls.OpenAsync(),
            Token
        );

        film.Says(Fields.Title).ShouldBe("\"The Silent River\"");
        film.Says(Fields.OriginalTitle).ShouldBe("\"Den tysta älven\"");
        film.Says(Fields.Certification).ShouldBe("\"PG-13\"");
        film!
            .Document.Fields[Fields.People]
            .ShouldBeOfType<PeopleValue>()
            .Entries.ShouldContain(new Credit("Ada Müller", "director"));
        foreach (
            var field in new[] { Fields.Description, Fields.Runtime, Fields.Genres, Fields.Ratings, Fields.Studios }
        )
            film.Says(field).ShouldNotBeNull();
        film.Artwork.Select(offer => offer.Type)
            .ShouldBe([AssetTypes.Poster, AssetTypes.KeyArt, AssetTypes.Fanart, AssetTypes.Landscape]);
        using var http = new HttpClient();
        foreach (var offer in film.Artwork)
        {
            var picture = PictureFacts.Sniff(await http.GetByteArrayAsync(offer.Address, Token));
            (picture?.Width, picture?.Height).ShouldBe((offer.Width, offer.Height));
            (await http.GetByteArrayAsync(offer.Preview, Token)).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task A_thousand_films_are_no_trouble()
    {
        await using var tmdb = await LoopbackTmdb.StartAsync(Enumerable.Range(1, 1000).Select(Other));
        using var http = new HttpClient { BaseAddress = tmdb.Address };

        for (var id = 1; id <= 1000; id += 111)
            (
                await http.GetStringAsync($"search/movie?query={GeneratedNames.Title(id)}&api_key=any", Token)
            ).ShouldContain($"\"id\":{id},");
        (await http.GetAsync(new Uri("movie/1001?api_key=any", UriKind.Relative), Token)).StatusCode.ShouldBe(
            System.Net.HttpStatusCode.NotFound
        );
        (await http.GetAsync(new Uri("movie/1", UriKind.Relative), Token)).StatusCode.ShouldBe(
            System.Net.HttpStatusCode.Unauthorized
        );
    }

    private static LoopbackFilm Other(int id) => new(id, GeneratedNames.Title(id), 1950 + (id % 70));
}
