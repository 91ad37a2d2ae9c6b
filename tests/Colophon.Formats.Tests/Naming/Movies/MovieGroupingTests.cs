using System.Diagnostics;
using Colophon.Formats.Naming.Movies;

namespace Colophon.Formats.Tests.Naming.Movies;

/// <summary>Which files of a folder are which movie.</summary>
[Trait("Req", "D7")]
public sealed class MovieGroupingTests
{
    [Fact]
    public void A_folder_of_one_film_is_that_movie_with_all_that_lies_in_it()
    {
        MovieFolderContents contents = Group(
            "Alien (1979)/Alien (1979).mkv",
            "Alien (1979)/Alien (1979).en.srt",
            "Alien (1979)/poster.jpg",
            "Alien (1979)/movie.nfo",
            "Alien (1979)/theme.mp3",
            "Alien (1979)/Alien (1979)-trailer.mkv",
            "Alien (1979)/trailers/Teaser.mkv",
            "Alien (1979)/backdrops/loop.mp4",
            "Alien (1979)/theme-music/song.mp3",
            "Alien (1979)/sample/alien-sample.mkv"
        );

        contents.Layout.ShouldBe(MovieFolderLayout.OneMovie);
        MovieGroup movie = contents.Movies.ShouldHaveSingleItem();
        (movie.Name.Title, movie.Name.Year).ShouldBe(("Alien", 1979));
        movie.Companions.ShouldBe(["Alien (1979).en.srt", "movie.nfo", "poster.jpg"]);
        movie
            .Extras.Select(extra => (extra.Path, extra.Kind, extra.Title))
            .ShouldBe([
                ("Alien (1979)-trailer.mkv", MovieExtraKind.Trailer, "Trailer"),
                ("theme.mp3", MovieExtraKind.ThemeSong, "Theme Song"),
                ("backdrops/loop.mp4", MovieExtraKind.ThemeVideo, "loop"),
                ("sample/alien-sample.mkv", MovieExtraKind.Sample, "alien"),
                ("theme-music/song.mp3", MovieExtraKind.ThemeSong, "song"),
                ("trailers/Teaser.mkv", MovieExtraKind.Trailer, "Teaser"),
            ]);
        (contents.Rest.Count, contents.OwnerlessExtras.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void A_folder_of_ten_films_is_ten_movies_and_general_names_are_nobodys()
    {
        string[] films = [.. Enumerable.Range(0, 10).Select(i => $"Mixed/{(char)('A' + i)} Film ({1990 + i}).mkv")];
        MovieFolderContents contents = Group([
            .. films,
            "Mixed/poster.jpg",
            "Mixed/movie.nfo",
            "Mixed/trailer.mkv",
            "Mixed/B Film (1991).nfo",
            "Mixed/B Film (1991)-trailer.mkv",
        ]);

        contents.Layout.ShouldBe(MovieFolderLayout.ManyMovies);
        contents
            .Movies.Select(movie => movie.Name.Year)
            .ShouldBe(Enumerable.Range(1990, 10).Select(year => (int?)year));
        contents.Movies[1].Companions.ShouldBe(["B Film (1991).nfo"]);
        contents.Movies[1].Extras.ShouldHaveSingleItem().Kind.ShouldBe(MovieExtraKind.Trailer);
        contents.Rest.ShouldBe(["movie.nfo", "poster.jpg"]);
        contents.OwnerlessExtras.ShouldHaveSingleItem().Path.ShouldBe("trailer.mkv");
    }

    [Fact]
    public void The_longest_name_owns_a_file()
    {
        MovieFolderContents contents = Group(
            "Mixed/Alien.mkv",
            "Mixed/Alien 3.mkv",
            "Mixed/Alien 3-poster.jpg",
            "Mixed/Alien-poster.jpg",
            "Mixed/Alienation.jpg"
        );

        contents.Movies.Select(movie => movie.Companions.Single()).ShouldBe(["Alien 3-poster.jpg", "Alien-poster.jpg"]);
        contents.Rest.ShouldBe(["Alienation.jpg"]);
    }

    [Theory]
    [InlineData(1, "Red Riding in the Year of Our Lord 1983 (2009)/Red Riding in the Year of Our Lord 1983 (2009).mkv")]
    [InlineData(
        3,
        "Red/Red Riding in the Year of Our Lord 1983 (2009).mkv",
        "Red/Red Riding in the Year of Our Lord 1980 (2009).mkv",
        "Red/Red Riding in the Year of Our Lord 1974 (2009).mkv"
    )]
    [InlineData(
        4,
        "Boys/Bad Boys (2006).mkv",
        "Boys/Bad Boys (2006) 1.mkv",
        "Boys/Bad Boys (2006) 2.mkv",
        "Boys/Bad Boys (2006) 3.mkv"
    )]
    [InlineData(1, "Opera (1925)/Opera (1925) - 1925 version.mkv", "Opera (1925)/Opera (1925) - 1929 version.mkv")]
    [InlineData(3, "M/Movie 1.mkv", "M/Movie 2.mkv", "M/Movie 3.mkv")]
    [InlineData(3, "Mo/Movie 1.mkv", "Mo/Movie 2.mkv", "Mo/Movie 3.mkv")]
    [InlineData(
        1,
        "X-Men Past/X-Men Past - 1080p.mkv",
        "X-Men Past/X-Men Past - [hsbs].mkv",
        "X-Men Past/X-Men Past [hsbs].mkv",
        "X-Men Past/X-Men Past-trailer.mp4"
    )]
    [InlineData(
        1,
        "Movie (2020)/Movie.2020.1080p.BluRay.x264-A.mkv",
        "Movie (2020)/Movie.2020.2160p.WEB-DL.x265-B.mkv"
    )]
    [InlineData(
        2,
        "Movie (2020)/Movie.2020.1080p.BluRay.x264-A.mkv",
        "Movie (2020)/Movie.2.2020.2160p.WEB-DL.x265-B.mkv"
    )]
    [InlineData(2, "Movie/Movie.2020.1080p.BluRay.x264-A.mkv", "Movie/Movie.2021.2160p.WEB-DL.x265-B.mkv")]
    [InlineData(
        3,
        "300 part1.mkv",
        "300 part2.mkv",
        "Avatar.mkv",
        "Avengers part1.mkv",
        "Avengers part2.mkv",
        "Avengers part3.mkv"
    )]
    [InlineData(2, "Four Sisters - A.avi", "Four Sisters - B.avi")]
    [InlineData(2, "Four Rooms - A.avi", "Four Rooms - A.mp4")]
    [InlineData(
        1,
        "Neverland (2011)[720p][PG][Voted 6.5][Family-Fantasy]part1.mkv",
        "Neverland (2011)[720p][PG][Voted 6.5][Family-Fantasy]part2.mkv"
    )]
    [InlineData(1, "Movie/Movie.cd1.mkv", "Movie/Movie.cd2.mkv")]
    [InlineData(1, "Movie/cd1/x.avi", "Movie/cd2/x.avi")]
    [InlineData(
        1,
        "Sound of Music (1965)/Sound of Music Disc 1/x.mkv",
        "Sound of Music (1965)/Sound of Music Disc 2/x.mkv"
    )]
    [InlineData(1, "Movie/VIDEO_TS/VIDEO_TS.IFO", "Movie/VIDEO_TS/VTS_01_1.VOB")]
    [InlineData(1, "Movie/BDMV/index.bdmv", "Movie/BDMV/STREAM/00001.m2ts")]
    [InlineData(1, "Movie/Movie.iso")]
    [InlineData(0, "Movie/poster.jpg")]
    public void Films_are_counted(int movies, params string[] paths) => Group(paths).Movies.Count.ShouldBe(movies);

    [Fact]
    public void The_best_version_stands_first_and_says_what_it_is()
    {
        MovieGroup movie = Group(
            "X (2016)/X (2016) - Theatrical Release.mkv",
            "X (2016)/X (2016) [720p].mkv",
            "X (2016)/X (2016) - 2160p Remux.mkv"
        )
            .Movies.ShouldHaveSingleItem();

        movie.Versions.Select(version => version.Label).ShouldBe(["2160p Remux", "720p", "Theatrical Release"]);
        movie.Versions[0].Name.Release.Resolution.ShouldBe("2160p");
    }

    [Fact]
    public void Versions_without_a_resolution_stand_by_name() =>
        Group(
            "M (2001)/M (2001) - Extended Cut.mkv",
            "M (2001)/M (2001) - Cinematic Cut.mkv",
            "M (2001)/M (2001) - Director's Cut.mkv"
        )
            .Movies.ShouldHaveSingleItem()
            .Versions.Select(version => version.Label)
            .ShouldBe(["Cinematic Cut", "Director's Cut", "Extended Cut"]);

    [Fact]
    public void A_folder_of_thousands_is_grouped_in_no_time()
    {
        List<MovieFile> files = [];
        for (int i = 0; i < 5_000; i++)
        {
            files.AddRange([
                new($"Film {i} (2001).mkv"),
                new($"Film {i} (2001).nfo"),
                new($"Film {i} (2001)-trailer.mkv"),
            ]);
        }

        long started = Stopwatch.GetTimestamp();
        MovieGrouping.Group(new MovieFolder("", files, [])).Movies.Count.ShouldBe(5_000);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Parts_stand_in_order()
    {
        Group(
            "Movie (2001)/Movie (2001) cd10.avi",
            "Movie (2001)/Movie (2001) cd2.avi",
            "Movie (2001)/Movie (2001) cd1.avi"
        )
            .Movies.ShouldHaveSingleItem()
            .Versions.ShouldHaveSingleItem()
            .Files.ShouldBe(["Movie (2001) cd1.avi", "Movie (2001) cd2.avi", "Movie (2001) cd10.avi"]);
        Group("Movie (2001)/disc 2/BDMV/STREAM/00001.m2ts", "Movie (2001)/disc 1/BDMV/STREAM/00002.m2ts")
            .Movies.ShouldHaveSingleItem()
            .Versions.ShouldHaveSingleItem()
            .Files.ShouldBe(["disc 1/BDMV/STREAM/00002.m2ts", "disc 2/BDMV/STREAM/00001.m2ts"]);
    }

    [Fact]
    public void The_film_of_a_disc_is_its_largest_title()
    {
        MovieVersion bluray = MovieGrouping
            .Group(
                new MovieFolder(
                    "M (1931)",
                    [],
                    [
                        new MovieSubfolder(
                            "BDMV",
                            [new("index.bdmv", 1), new("STREAM/00001.m2ts", 10), new("STREAM/00002.m2ts", 90)]
                        ),
                    ]
                )
            )
            .Movies.Single()
            .Versions.Single();
        MovieVersion dvd = MovieGrouping
            .Group(
                new MovieFolder(
                    "M (1931)",
                    [],
                    [
                        new MovieSubfolder(
                            "VIDEO_TS",
                            [
                                new("VIDEO_TS.IFO", 1),
                                new("VTS_01_1.VOB", 10),
                                new("VTS_02_0.VOB", 99),
                                new("VTS_02_1.VOB", 8),
                                new("VTS_02_2.VOB", 8),
                            ]
                        ),
                    ]
                )
            )
            .Movies.Single()
            .Versions.Single();
        MovieVersion loose = MovieGrouping
            .Group(new MovieFolder("M (1931)", [new("VIDEO_TS.IFO", 1), new("VTS_01_1.VOB", 10)], []))
            .Movies.Single()
            .Versions.Single();

        (bluray.Kind, bluray.Files.Single()).ShouldBe((MovieVersionKind.Bluray, "BDMV/STREAM/00002.m2ts"));
        (dvd.Kind, dvd.Files.Single()).ShouldBe((MovieVersionKind.Dvd, "VIDEO_TS/VTS_02_1.VOB"));
        (loose.Kind, loose.Files.Single()).ShouldBe((MovieVersionKind.Dvd, "VTS_01_1.VOB"));
        (dvd.Name.Title, dvd.Name.Year).ShouldBe(("M", 1931));
    }

    [Fact]
    public void A_stub_and_an_image_are_versions()
    {
        MovieGroup movie = Group("M (1931)/M (1931).bd50.disc", "M (1931)/M (1931) - dvd.iso")
            .Movies.ShouldHaveSingleItem();

        movie
            .Versions.Select(version => (version.Kind, version.StubSource))
            .ShouldBe([(MovieVersionKind.Stub, "bluray"), (MovieVersionKind.DiscImage, null)]);
    }

    [Fact]
    public void What_is_as_long_as_the_film_is_no_sample_of_it()
    {
        var film = new MovieFile("Sample.mkv", 4_000);
        Extras(film, new MovieFile("Movie.mkv", 5_000)).ShouldBe(0);
        Extras(film with { Size = 100 }, new MovieFile("Movie.mkv", 5_000)).ShouldBe(1);

        static int Extras(params MovieFile[] files) =>
            MovieGrouping.Group(new MovieFolder("Movie", files, [])) is var contents
                ? contents.Movies.Sum(movie => movie.Extras.Count) + contents.OwnerlessExtras.Count
                : 0;
    }

    [Theory]
    [InlineData("The DNA Sample.mp4", null)]
    [InlineData("I Live In A Trailer.mp4", null)]
    [InlineData("stuff trailerthings.mkv", null)]
    [InlineData("trailer.mp3", null)]
    [InlineData("theme.mkv", null)]
    [InlineData("movies/sampler.mkv", null)]
    [InlineData("movies/the sample/the sample.mkv", null)]
    [InlineData("movie/sample/movie.mp4", MovieExtraKind.Sample)]
    [InlineData("movie.sample.mp4", MovieExtraKind.Sample)]
    [InlineData("300 - trailer.mp4", MovieExtraKind.Trailer)]
    [InlineData("300-clip.mp4", MovieExtraKind.Clip)]
    [InlineData("300/clips/something.mkv", MovieExtraKind.Clip)]
    [InlineData("300/extras/something.mkv", MovieExtraKind.Other)]
    [InlineData("Up/trailers/trailer.jpg", null)]
    [InlineData("Up/trailer.noext", null)]
    public void Extras_are_told_by_their_names(string path, MovieExtraKind? kind) =>
        MovieExtraNames.OfPath(path).ShouldBe(kind);

    [Theory]
    [InlineData("cd1", "Movie", true)]
    [InlineData("Disc 2", "Movie", true)]
    [InlineData("BDMV", "Movie", true)]
    [InlineData("video_ts", "Movie", true)]
    [InlineData("Movie (Disc 01)", "Movie (1965)", true)]
    [InlineData("Deathly Hallows Part 1", "Movies", false)]
    [InlineData("300 Disc 1", "300 Collection", false)]
    [InlineData("Extras", "Movie", false)]
    public void Folders_of_discs_are_told_by_their_names(string name, string parent, bool isDisc) =>
        MovieFolderNames.IsDiscFolder(name, parent).ShouldBe(isDisc);

    [Fact]
    public void Any_files_in_any_order_give_the_same_movies()
    {
        var random = new Random(31);
        for (int i = 0; i < 2_000; i++)
        {
            MovieFile[] files =
            [
                .. Enumerable
                    .Range(0, random.Next(6))
                    .Select(_ =>
                        $"{RandomText.Next(random)}{(random.Next(2) == 0 ? " part1" : "")}.mkv"
                            .Replace('/', '_')
                            .Replace('\\', '_')
                    )
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Select(name => new MovieFile(name)),
            ];
            string folder = RandomText.Next(random);
            MovieFolderContents contents = MovieGrouping.Group(new MovieFolder(folder, files, []));
            MovieFolderContents turned = MovieGrouping.Group(new MovieFolder(folder, [.. files.Reverse()], []));
            Files(contents)
                .Order(StringComparer.Ordinal)
                .ShouldBe(files.Select(file => file.Name).Order(StringComparer.Ordinal));
            Files(turned).ShouldBe(Files(contents));
        }
    }

    private static IEnumerable<string> Files(MovieFolderContents contents) =>
        contents
            .Movies.SelectMany(movie =>
                movie
                    .Versions.SelectMany(version => version.Files)
                    .Concat(movie.Extras.Select(extra => extra.Path))
                    .Concat(movie.Companions)
            )
            .Concat(contents.OwnerlessExtras.Select(extra => extra.Path))
            .Concat(contents.Rest);

    private static MovieFolderContents Group(params string[] paths) =>
        MovieGrouping.Group(MovieFolders.Of(paths).Single());
}
