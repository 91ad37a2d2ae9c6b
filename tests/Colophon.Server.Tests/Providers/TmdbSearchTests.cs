using System.Net;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Providers;

/// <summary>How films and shows are looked for at The Movie Database, and how it is told who asks.</summary>
[Trait("Req", "C20")]
public sealed class TmdbSearchTests
{
    private const string Images = "https://image.tmdb.org/t/p/";
    private static readonly SessionWishes German = new() { Languages = ["de", "en"], Country = "DE" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_gives_titles_years_and_small_pictures_in_the_language_wanted()
    {
        await using var calls = await StartAsync();
        calls.Network.On("/search/movie", VideoDocuments.Read("tmdb-search"));

        var found = await calls.Provider.SearchAsync(
            new ItemQuery("movie", "Der stille Fluß") { Year = 1999 },
            await calls.OpenAsync(German),
            Token
        );

        found.Select(match => match.Id.Value).ShouldBe(["4711", "4712"]);
        found[0].Title.ShouldBe("Der stille Fluß");
        found[0].OtherTitles.ShouldBe(["Den tysta älven"]);
        found[0].Year.ShouldBe(1999);
        found[0].Language.ShouldBe("sv");
        found[0].Picture.ShouldBe(new Uri($"{Images}w185/fluss-de.jpg"));
        found[0].Page.ShouldBe(new Uri("https://www.themoviedb.org/movie/4711"));
        found[0].Description!.Length.ShouldBe(200);
        found[1].Year.ShouldBeNull();
        calls
            .Network.Requests.Select(request => request.ToString())
            .ShouldBe([
                "GET /search/movie?query=Der stille Fluß&year=1999&language=de&api_key=0123456789abcdef",
                "GET /configuration?api_key=0123456789abcdef",
            ]);
    }

    [Fact]
    public async Task A_search_goes_on_without_the_year_and_with_other_titles_until_something_is_found()
    {
        await using var calls = await StartAsync();
        calls.Network.On(
            "/search/tv",
            request =>
                LoopbackAnswer.Json(
                    request.Asked("query") == "Havnelys"
                        ? """{"results":[{"id":820,"name":"Havnelys","first_air_date":"2011-03-05"}]}"""
                        : """{"results":[]}"""
                )
        );

        var found = await calls.Provider.SearchAsync(
            new ItemQuery("show", "Harbor Ligths") { Year = 2011, OtherTitles = ["Harbor Ligths", "Havnelys"] },
            await calls.OpenAsync(),
            Token
        );

        found.ShouldHaveSingleItem().Year.ShouldBe(2011);
        found[0].Page.ShouldBe(new Uri("https://www.themoviedb.org/tv/820"));
        calls
            .Network.Requests.Where(request => request.Path == "/search/tv")
            .Select(request => (request.Asked("query"), request.Asked("first_air_date_year")))
            .ShouldBe([("Harbor Ligths", "2011"), ("Harbor Ligths", null), ("Havnelys", null)]);
    }

    [Theory]
    [InlineData("movie", "imdb", "tt0123456", "4711")]
    [InlineData("show", "tvdb", "9001", "820")]
    [InlineData("movie", "wikidata", "Q1", null)]
    public async Task Others_ids_lead_to_its_own(string kind, string type, string value, string? found)
    {
        await using var calls = await StartAsync();
        calls
            .Network.On("/find/tt0123456", """{"movie_results":[{"id":4711}],"tv_results":[]}""")
            .On("/find/9001", """{"movie_results":[],"tv_results":[{"id":"820"}]}""")
            .On("/find/Q1", """{"movie_results":[],"tv_results":[{"id":5}]}""");

        var id = await calls.Provider.FindAsync(kind, new Identifier(type, value), await calls.OpenAsync(), Token);

        id?.Value.ShouldBe(found);
        (id is null).ShouldBe(found is null);
        calls.Network.Requests[0].Asked("external_source").ShouldBe($"{type}_id");
    }

    [Theory]
    [InlineData("0123456789abcdef", "0123456789abcdef", null)]
    [InlineData("eyJhbGciOi.eyJhdWQiOi.c2lnbmF0", null, "Bearer eyJhbGciOi.eyJhdWQiOi.c2lnbmF0")]
    public async Task A_key_goes_into_the_query_and_a_token_into_a_header_and_neither_into_the_cache(
        string key,
        string? query,
        string? header
    )
    {
        await using var calls = await ProviderCalls.StartAsync("tmdb", key);
        calls.Network.On("/configuration", VideoDocuments.Read("tmdb-configuration"));
        var session = await calls.OpenAsync();

        await calls.Provider.TestAsync(session, Token);
        var request = await calls.Provider.AuthorizeAsync(new ProviderRequest("movie/1"), session, Token);

        calls.Network.Requests.Single().Asked("api_key").ShouldBe(query);
        calls.Network.Requests.Single().Headers.GetValueOrDefault("Authorization").ShouldBe(header);
        request.Key.ShouldBe("movie/1");
    }

    [Fact]
    public async Task A_refused_key_fails_the_test_of_it()
    {
        await using var calls = await StartAsync();
        calls.Network.On(
            "/configuration",
            _ =>
                LoopbackAnswer.Of(
                    HttpStatusCode.Unauthorized,
                    """{"status_code":7,"status_message":"Invalid API key","success":false}"""
                )
        );
        calls.Log.Expect("does not accept the key");
        var session = await calls.OpenAsync();

        var failed = await Should.ThrowAsync<ProviderException>(() => calls.Provider.TestAsync(session, Token));

        failed.Trouble.ShouldBe(ProviderTrouble.Key);
    }

    [Fact]
    public async Task Odd_finds_are_left_out()
    {
        await using var calls = await StartAsync();
        var session = await calls.OpenAsync();
        var answer = "";
        calls.Network.On("/search/movie", _ => LoopbackAnswer.Json(answer));

        var number = 0;
        foreach (var odd in VideoDocuments.Odd("tmdb-search"))
        {
            answer = odd;
            var query = new ItemQuery("movie", $"Film {++number}");
            await Should.NotThrowAsync(() => calls.Provider.SearchAsync(query, session, Token), odd);
        }

        number.ShouldBeGreaterThan(50);
    }

    private static async Task<ProviderCalls> StartAsync()
    {
        var calls = await ProviderCalls.StartAsync("tmdb", "0123456789abcdef");
        calls.Network.On("/configuration", VideoDocuments.Read("tmdb-configuration"));
        return calls;
    }
}
