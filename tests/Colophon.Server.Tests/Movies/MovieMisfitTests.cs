using System.Text.Json.Nodes;
using Colophon.Server.Libraries;
using Colophon.Server.Tests.Scanning;
using static Colophon.Server.Tests.Video.Films;

namespace Colophon.Server.Tests.Movies;

/// <summary>What lies where it does not belong is shown all the same, and says what is wrong with it.</summary>
public sealed class MovieMisfitTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    public async Task Ten_films_in_a_folder_named_like_one_are_ten_films_and_each_says_so()
    {
        var library = server.Library("ten");
        for (var part = 1; part <= 10; part++)
            library.With($"Rocky (1976)/Rocky {part} ({1976 + (part * 3)}).mkv", Film());
        await AddAsync(library);

        await library.ScanAsync();

        var movies = await MoviesAsync(library);
        movies.Count.ShouldBe(10);
        var movie = await server.Admin.GetAsync($"/api/movies/{movies[3]!["id"]}");
        movie["warnings"]![0]!["code"].Text().ShouldBe("name.of_folder_shared");
    }

    [Fact]
    public async Task A_show_in_a_library_of_films_is_shown_and_says_where_it_belongs()
    {
        var library = await AddAsync(
            server
                .Library("a-show")
                .With("Breaking Bad/Season 1/Breaking.Bad.S01E01.mkv", Film())
                .With("Breaking Bad/tvshow.nfo", "<tvshow><title>Breaking Bad</title></tvshow>")
        );

        (await library.ScanAsync()).Status().ShouldBe("completed");

        (await OnlyMovieAsync(library))["warnings"]!
            .AsArray()
            .Select(warning => warning!["code"].Text())
            .ShouldContain("name.of_episode");
    }

    [Fact]
    public async Task An_NFO_that_does_not_fit_is_told_on_the_file()
    {
        var library = await AddAsync(
            server
                .Library("misfit")
                .With("Brazil (1985)/Brazil (1985).mkv", Film())
                .With("Brazil (1985)/movie.nfo", "<tvshow><title>Brazil</title></tvshow>")
        );

        await library.ScanAsync();

        var movie = await OnlyMovieAsync(library);
        movie["title"].Text().ShouldBe("Brazil");
        movie["warnings"]![0]!["code"].Text().ShouldBe("nfo.other_kind");
    }

    private static Task<LibraryOnDisk> AddAsync(LibraryOnDisk library) => library.AddAsync(type: LibraryTypes.Movie);

    private async Task<JsonArray> MoviesAsync(LibraryOnDisk library) =>
        (await server.Admin.GetAsync($"/api/movies?library_id={library.Id}"))["movies"]!.AsArray();

    private async Task<JsonNode> OnlyMovieAsync(LibraryOnDisk library)
    {
        var movies = await MoviesAsync(library);
        return await server.Admin.GetAsync($"/api/movies/{movies.ShouldHaveSingleItem()!["id"]}");
    }
}
