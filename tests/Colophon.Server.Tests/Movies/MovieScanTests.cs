using System.Text.Json.Nodes;
using Colophon.Server.Libraries;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Video;
using static Colophon.Server.Tests.Video.Films;

namespace Colophon.Server.Tests.Movies;

/// <summary>From a folder of films to what the API shows.</summary>
public sealed class MovieScanTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private const string BladeRunner = "Blade Runner (1982)";

    [Fact]
    [Trait("Req", "C4")]
    public async Task A_movie_shows_what_its_NFO_its_name_and_its_file_say()
    {
        var library = await AddAsync(
            server
                .Library("nfo")
                .With($"{BladeRunner}/{BladeRunner}.mkv", Film("Encoded by somebody"))
                .With(
                    $"{BladeRunner}/movie.nfo",
                    """
                    <movie>
                      <title>Blade Runner</title>
                      <originaltitle>Dangerous Days</originaltitle>
                      <plot>A hunter of replicants.</plot>
                      <tagline>Man has made his match.</tagline>
                      <premiered>1982-06-25</premiered>
                      <runtime>117</runtime>
                      <mpaa>R</mpaa>
                      <genre>Science Fiction</genre>
                      <studio>Warner Bros.</studio>
                      <country>United States of America</country>
                      <set><name>Blade Runner Collection</name></set>
                      <uniqueid type="tmdb" default="true">78</uniqueid>
                      <uniqueid type="imdb">tt0083658</uniqueid>
                      <ratings><rating name="imdb" max="10" default="true"><value>8.1</value><votes>800000</votes></rating></ratings>
                      <actor><name>Harrison Ford</name><role>Rick Deckard</role><order>0</order></actor>
                      <director>Ridley Scott</director>
                    </movie>
                    """
                )
                .With($"{BladeRunner}/poster.png", TinyPng.Cover(40, 60, 1))
        );

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var movie = await OnlyMovieAsync(library);
        (movie["title"].Text(), movie["original_title"].Text(), (int)movie["year"]!).ShouldBe(
            ("Blade Runner", "Dangerous Days", 1982)
        );
        (movie["description"].Text(), movie["tagline"].Text()).ShouldBe(
            ("A hunter of replicants.", "Man has made his match.")
        );
        (movie["release_date"].Text(), (int)movie["runtime_min"]!, movie["certification"].Text()).ShouldBe(
            ("1982-06-25", 117, "R")
        );
        Texts(movie["genres"]).ShouldBe(["Science Fiction"]);
        Texts(movie["studios"]).ShouldBe(["Warner Bros."]);
        Texts(movie["countries"]).ShouldBe(["United States of America"]);
        movie["collection"].Text().ShouldBe("Blade Runner Collection");
        movie["identifiers"]!
            .AsArray()
            .Select(id => $"{id!["type"]}:{id["value"]}")
            .ShouldBe(["tmdb:78", "imdb:tt0083658"]);
        movie["ratings"]![0]!.ToJsonString().ShouldBe("""{"source":"imdb","value":8.1,"votes":800000}""");
        movie["people"]!
            .AsArray()
            .Select(person => $"{person!["name"]} {person["role"]} {person["character"]}".Trim())
            .ShouldBe(["Harrison Ford actor Rick Deckard", "Ridley Scott director"]);
        movie["sources"]!["title"].Text().ShouldBe("sidecar");
        movie["cover_url"].Text().ShouldNotBeNull();
        var file = movie["files"]!.AsArray().ShouldHaveSingleItem()!;
        (file["role"].Text(), file["file_type"].Text(), (double)file["duration_s"]!).ShouldBe(("main", "mkv", 7020.5));
        file["streams"]!
            .AsArray()
            .Select(stream => $"{stream!["type"]} {stream["codec"]} {stream["language"]}".Trim())
            .ShouldBe(["video h264 en", "audio ac3 de"]);
        file["chapters"]![0]!["title"].Text().ShouldBe("Opening");
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task Versions_parts_trailers_and_extras_are_files_of_one_movie()
    {
        var library = await AddAsync(
            server
                .Library("versions")
                .With("Alien (1979)/Alien (1979) - 2160p.mkv", Film())
                .With(
                    "Alien (1979)/Alien (1979) - 1080p.mkv",
                    MkvBuilder.Untitled().Lasting(6999).Track(1, "V_VP9").Build()
                )
                .With("Alien (1979)/Alien (1979)-trailer.mkv", Film())
                .With("Alien (1979)/Featurettes/The Beast Within.mkv", Film())
                .With("Alien (1979)/sample.mkv", new byte[64])
        );

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var movie = await OnlyMovieAsync(library);
        movie["files"]!
            .AsArray()
            .Select(file => $"{file!["role"]}: {file["name"]}")
            .ShouldBe(["main: 2160p", "main: 1080p", "trailer: Trailer", "extra: The Beast Within"]);
        // a version is watched instead of another one, not after it
        ((double)movie["duration_s"]!).ShouldBe(7020.5);
        (await library.LastScanAsync()).Numbers("directories_found", "items_found", "items_new").ShouldBe([1, 1, 1]);
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task Pictures_named_after_the_folder_and_those_in_folders_of_pictures_are_the_movies()
    {
        var library = await AddAsync(
            server
                .Library("pictures")
                .With("Alien (1979)/Alien (1979) - 2160p.mkv", Film())
                .With("Alien (1979)/Alien (1979)-poster.png", TinyPng.Cover(40, 60, 21))
                .With("Alien (1979)/disc.png", TinyPng.Cover(40, 40, 22))
                .With("Alien (1979)/extrafanart/fanart1.png", TinyPng.Cover(60, 40, 23))
        );

        (await library.ScanAsync()).Status().ShouldBe("completed");

        (await AssetsAsync(library))
            .Select(asset => $"{asset!["type"]} {asset["origin"]}")
            .ShouldBe([
                "poster path:Alien (1979)-poster.png",
                "discart path:disc.png",
                "fanart path:extrafanart/fanart1.png",
            ]);
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task A_film_in_parts_plays_as_long_as_all_of_them()
    {
        var library = await AddAsync(
            server
                .Library("parts")
                .With("Ben-Hur (1959)/Ben-Hur (1959) - cd1.mkv", Film())
                .With("Ben-Hur (1959)/Ben-Hur (1959) - cd2.mkv", Film())
        );

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var movie = await OnlyMovieAsync(library);
        movie["files"]!.AsArray().Select(file => file!["role"].Text()).ShouldBe(["main", "part"]);
        ((double)movie["duration_s"]!).ShouldBe(14041);
    }

    [Fact]
    [Trait("Req", "D1")]
    public async Task Identifiers_of_films_are_said_by_hand_and_written_one_way()
    {
        var library = await AddAsync(server.Library("identifiers").With("Alien (1979).mkv", Film()));
        (await library.ScanAsync()).Status().ShouldBe("completed");
        var id = (await OnlyMovieAsync(library))["id"];

        var edited = await server.Admin.PatchAsync(
            $"/api/movies/{id}",
            """{"identifiers":[{"type":"tmdb","value":"348"},{"type":"imdb","value":"TT0078748"},{"type":"tvdb","value":"114"}]}"""
        );
        var refused = await server.Admin.SendAsync(
            "PATCH",
            $"/api/movies/{id}",
            """{"identifiers":[{"type":"imdb","value":"78748"}]}"""
        );

        edited["identifiers"]!
            .AsArray()
            .Select(each => $"{each!["type"]}:{each["value"]}")
            .ShouldBe(["tmdb:348", "imdb:tt0078748", "tvdb:114"]);
        refused.ExpectProblem(400, "validation_failed");
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task A_folder_of_several_films_gives_each_of_them()
    {
        var library = await AddAsync(
            server
                .Library("mixed")
                .With("Stalker (1979).mkv", Film())
                .With("Solaris (1972).mkv", Film())
                .With("Solaris (1972).nfo", "<movie><title>Solyaris</title></movie>")
                .With("Classics/Mirror (1975).mkv", Film())
                .With("Classics/Nostalghia (1983).mkv", Film())
                .With("Classics/poster.png", TinyPng.Cover(40, 60, 1))
        );

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var movies = await MoviesAsync(library);
        movies
            .Select(movie => $"{movie!["title"]} {movie["year"]} {movie["cover_url"]}".Trim())
            .ShouldBe(["Mirror 1975", "Nostalghia 1983", "Solyaris 1972", "Stalker 1979"]);
    }

    [Fact]
    public async Task One_actor_plays_two_parts()
    {
        var library = await AddAsync(
            server
                .Library("two-parts")
                .With("Dr. Strangelove (1964)/Dr. Strangelove (1964).mkv", Film())
                .With(
                    "Dr. Strangelove (1964)/movie.nfo",
                    """
                    <movie><title>Dr. Strangelove</title>
                      <actor><name>Peter Sellers</name><role>Lionel Mandrake</role></actor>
                      <actor><name>George C. Scott</name><role>Buck Turgidson</role></actor>
                      <actor><name>Peter Sellers</name><role>Dr. Strangelove</role></actor></movie>
                    """
                )
        );

        await library.ScanAsync();

        (await OnlyMovieAsync(library))["people"]!
            .AsArray()
            .Select(person => $"{person!["name"]}: {person["character"]}")
            .ShouldBe([
                "Peter Sellers: Lionel Mandrake",
                "George C. Scott: Buck Turgidson",
                "Peter Sellers: Dr. Strangelove",
            ]);
    }

    [Fact]
    [Trait("Req", "C3")]
    public async Task A_second_scan_reads_nothing_that_has_not_changed()
    {
        var library = await AddAsync(
            server
                .Library("unchanged")
                .With("Ran (1985)/Ran (1985).mkv", Film())
                .With("Ran (1985)/Trailers/Teaser.mkv", Film())
                .With("Yojimbo (1961).mkv", Film())
        );
        await library.ScanAsync();

        await library.ScanAsync();

        (await library.LastScanAsync())
            .Numbers("directories_found", "directories_unchanged", "items_found")
            .ShouldBe([2, 2, 0]);
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task A_disc_is_one_movie()
    {
        var library = await AddAsync(
            server
                .Library("disc")
                .With("Heat (1995)/BDMV/index.bdmv", "INDX0200")
                .With("Heat (1995)/BDMV/STREAM/00001.m2ts", new byte[64])
                .With("Heat (1995)/BDMV/STREAM/00002.m2ts", new byte[4096])
        );

        await library.ScanAsync(new { skip_ffprobe = true });

        var movie = await OnlyMovieAsync(library);
        movie["title"].Text().ShouldBe("Heat");
        var file = movie["files"]!.AsArray().ShouldHaveSingleItem()!;
        file["filepath"].Text().ShouldEndWith("BDMV/STREAM/00002.m2ts");
        file["streams"]!.AsArray().ShouldBeEmpty();
        (await library.LastScanAsync()).Numbers("directories_found").ShouldBe([1]);
    }

    [Fact]
    [Trait("Req", "B12")]
    public async Task An_edit_stays_when_the_movie_is_read_again()
    {
        var library = await AddAsync(server.Library("edit").With("M (1931)/M (1931).mkv", Film()));
        await library.ScanAsync();
        var id = (await OnlyMovieAsync(library))["id"]!;
        await server.Admin.PatchAsync($"/api/movies/{id}", new { tagline = "A city seeks a murderer." });

        library.With("M (1931)/movie.nfo", "<movie><title>M</title><tagline>No.</tagline><year>1931</year></movie>");
        var read = await server.Admin.PostAsync($"/api/movies/{id}/resync", new { refresh = false });

        read["tagline"].Text().ShouldBe("A city seeks a murderer.");
        read["sources"]!["title"].Text().ShouldBe("sidecar");
        read["failed_files"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "D7")]
    public async Task A_path_of_a_movie_is_explained()
    {
        var library = await AddAsync(server.Library("explain").With("Tenet (2020)/Tenet (2020).mkv", Film()));

        var said = await server.Admin.GetAsync(
            $"/api/paths/explain?library_id={library.Id}&path=Tenet%20(2020)/Tenet%20(2020).mkv"
        );

        (said["kind"].Text(), said["parsed"]!["title"].Text(), (int)said["parsed"]!["year"]!).ShouldBe(
            ("movie", "Tenet", 2020)
        );
        said["rules"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Who_may_read_books_only_sees_nothing_of_a_movie()
    {
        var library = await AddAsync(
            server
                .Library("secret")
                .With("Persona (1966)/Persona (1966).mkv", Film())
                .With("Persona (1966)/poster.png", TinyPng.Cover(40, 60, 1))
        );
        await library.ScanAsync();
        var id = (await OnlyMovieAsync(library))["id"]!;
        string[] permissions = ["books:read", "books:write"];
        await server.Admin.PostAsync("/api/roles", new { name = "bookworm", permissions }, expected: 201);
        var reader = await server.AsAsync("bookworm");

        (await reader.SendAsync("GET", $"/api/movies/{id}")).ExpectProblem(403, "forbidden");
        foreach (var part in new[] { "evidence", "history", "assets", "cover" })
            (await reader.SendAsync("GET", $"/api/items/{id}/{part}")).ExpectProblem(403, "library_forbidden");
        (await reader.SendAsync("PUT", $"/api/items/{id}/locks/title")).ExpectProblem(403, "library_forbidden");
        await server.Admin.SendAsync("DELETE", $"/api/movies/{id}");
        ((long)(await reader.GetAsync($"/api/trash"))["total"]!).ShouldBe(0);
        ((long)(await reader.PostAsync("/api/trash/empty", new { }))["removed"]!).ShouldBe(0);
    }

    private static Task<LibraryOnDisk> AddAsync(LibraryOnDisk library) => library.AddAsync(type: LibraryTypes.Movie);

    private static IEnumerable<string?> Texts(JsonNode? list) => list!.AsArray().Select(text => text.Text());

    private async Task<JsonArray> MoviesAsync(LibraryOnDisk library) =>
        (await server.Admin.GetAsync($"/api/movies?library_id={library.Id}"))["movies"]!.AsArray();

    private async Task<JsonNode> OnlyMovieAsync(LibraryOnDisk library)
    {
        var movies = await MoviesAsync(library);
        return await server.Admin.GetAsync($"/api/movies/{movies.ShouldHaveSingleItem()!["id"]}");
    }

    private async Task<JsonArray> AssetsAsync(LibraryOnDisk library) =>
        (await server.Admin.GetAsync($"/api/items/{(await OnlyMovieAsync(library))["id"]}/assets"))[
            "assets"
        ]!.AsArray();
}
