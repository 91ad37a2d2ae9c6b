using System.Diagnostics;
using Colophon.Formats.Naming.Movies;
using Colophon.Formats.Naming.Releases;

namespace Colophon.Formats.Tests.Naming.Movies;

/// <summary>Names of movies as they lie in libraries.</summary>
[Trait("Req", "D7")]
public sealed class MoviePathTests
{
    [Theory]
    [InlineData("The Wolf of Wall Street 2001 (2013).mkv", "The Wolf of Wall Street 2001", 2013)]
    [InlineData("300 2001 (2006)", "300 2001", 2006)]
    [InlineData("Movies/300 (2007)/300 (2006).bluray.disc", "300", 2006)]
    [InlineData("Movies/300 (2007)/300 (2006)-trailer.bluray.disc", "300", 2006)]
    [InlineData("Movies/300 (2007)/300 (2006)-trailer.mkv", "300", 2006)]
    [InlineData("Movies/brave (2007)/brave (2006).3d.sbs.mkv", "brave", 2006)]
    [InlineData("Movies/7 Psychos.mkv/7 Psychos.mkv", "7 Psychos", null)]
    [InlineData("Arrival.2016.2160p.Blu-Ray.HEVC.mkv", "Arrival", 2016)]
    [InlineData("American.Psycho.mkv", "American Psycho", null)]
    [InlineData("St. Vincent (2014)", "St. Vincent", 2014)]
    [InlineData("Super movie(2009).mp4", "Super movie", 2009)]
    [InlineData("First Man 2018 1080p.mkv", "First Man", 2018)]
    [InlineData("3.Days.to.Kill.2014.720p.BluRay.x264.YIFY.mkv", "3 Days to Kill", 2014)]
    [InlineData("3 days to kill (2005).mkv", "3 days to kill", 2005)]
    [InlineData("My Movie 2013.12.09", "My Movie 2013.12.09", null)]
    [InlineData("My Movie 2013-12-09", "My Movie 2013-12-09", null)]
    [InlineData("My Movie 2013-12-09 2013", "My Movie 2013-12-09", 2013)]
    [InlineData("Super movie 480p 2001.mp4", "Super movie", 2001)]
    [InlineData("480 Super movie [tmdbid=12345].mp4", "480 Super movie", null)]
    [InlineData("Crouching.Tiger.Hidden.Dragon.BDrip-HDC.mkv", "Crouching Tiger Hidden Dragon", null)]
    [InlineData("Last.Call.for.Nowhere.WEB-DL.1080p", "Last Call for Nowhere", null)]
    [InlineData("[HorribleSubs] Made in Abyss - 13 [720p].mkv", "Made in Abyss", null)]
    [InlineData(
        "[Tsundere] Kore wa Zombie Desu ka of the Dead [BDRip h264 1920x1080 FLAC]",
        "Kore wa Zombie Desu ka of the Dead",
        null
    )]
    [InlineData("[OCN] 애타는 로맨스 720p-NEXT", "애타는 로맨스", null)]
    [InlineData("[tvN] 연애말고 결혼 E01~E16 END HDTV.H264.720p-WITH", "연애말고 결혼", null)]
    [InlineData(
        "2026年01月10日23時00分00秒-[新]TRIGUN\u3000STARGAZE[字].mp4",
        "2026年01月10日23時00分00秒-[新]TRIGUN STARGAZE",
        null
    )]
    [InlineData("[rec].mkv", "[rec]", null)]
    [InlineData("[REC] (2007)/[REC] (2007).mkv", "[REC]", 2007)]
    [InlineData("Run lola run (lola rennt) (2009).mp4", "Run lola run (lola rennt)", 2009)]
    [InlineData("Robin Hood [Multi-Subs] [2018].mkv", "Robin Hood", 2018)]
    [InlineData("The Rack (VHS) [1956] Paul Newman", "The Rack", 1956)]
    [InlineData("Movie (1999) {tmdb-603}.mkv", "Movie", 1999)]
    [InlineData("Movie/VIDEO_TS/VTS_01_1.VOB", "Movie", null)]
    [InlineData("Movie (2001)/BDMV/STREAM/00001.m2ts", "Movie", 2001)]
    [InlineData("Movie (2001)/cd1/x.avi", "Movie", 2001)]
    [InlineData("Movie (2001)/trailers/Teaser.mkv", "Movie", 2001)]
    [InlineData("Wonder Woman 1984 (2020)/Wonder Woman 1984.mkv", "Wonder Woman 1984", 2020)]
    [InlineData("Blade Runner 2049/Blade Runner 2049.mkv", "Blade Runner 2049", null)]
    [InlineData("2012.2009.1080p.BluRay.mkv", "2012", 2009)]
    [InlineData("1917.mkv", "1917", null)]
    [InlineData("Matrix, The (1999).mkv", "The Matrix", 1999)]
    [InlineData("The Final Cut (2004).mkv", "The Final Cut", 2004)]
    [InlineData("The.Final.Cut.2004.1080p.BluRay.mkv", "The Final Cut", 2004)]
    [InlineData("Uncut Gems (2019).mkv", "Uncut Gems", 2019)]
    [InlineData("Charlottes.Web.1080p.BluRay.mkv", "Charlottes Web", null)]
    [InlineData("Apocalypse Now Redux (2001).mkv", "Apocalypse Now", 2001)]
    [InlineData("A.Real.Pain.2024.1080p.mkv", "A Real Pain", 2024)]
    [InlineData("Cam.2018.1080p.NF.WEB-DL.mkv", "Cam", 2018)]
    [InlineData("Season of the Witch (2011)/Season of the Witch (2011).mkv", "Season of the Witch", 2011)]
    public void Title_and_year_are_read(string path, string title, int? year)
    {
        MovieName name = MoviePath.Explain(path).Name;
        (name.Title, name.Year).ShouldBe((title, year));
    }

    [Theory]
    [InlineData("Alien (1979)/movie.mkv", "Alien", 1979)]
    [InlineData("Alien (1979)/185d86a343e39f3341e35c4dad3f9959.mkv", "Alien", 1979)]
    [InlineData("Alien (1979)/alien.1979.1080p.mkv", "Alien", 1979)]
    [InlineData("Horror/Alien (1979).mkv", "Alien", 1979)]
    [InlineData("Alien Collection/Alien (1979).mkv", "Alien", 1979)]
    [InlineData("Alien Collection (1979-1997)/Aliens (1986).mkv", "Aliens", 1986)]
    [InlineData("Alien (1979)/Aliens (1986).mkv", "Aliens", 1986)]
    [InlineData("Charlie.And.Boots.DVDRip.XviD-Grp/grp-cab.avi", "Charlie And Boots", null)]
    public void The_folder_or_the_file_bears_the_title(string path, string title, int? year)
    {
        MovieName name = MoviePath.Explain(path).Name;
        (name.Title, name.Year).ShouldBe((title, year));
    }

    [Fact]
    public void What_is_known_of_the_folder_outweighs_the_guess()
    {
        MoviePath.Explain("Alien/abc 1080p.mkv", MoviePlace.OneMovie).Name.Title.ShouldBe("abc");
        MoviePath.Explain("Alien/abc.mkv", MoviePlace.OneMovie).Name.Title.ShouldBe("Alien");
        MoviePath.Explain("Alien (1979)/abc.mkv", MoviePlace.ManyMovies).Name.Title.ShouldBe("abc");
    }

    [Fact]
    public void An_id_of_a_folder_is_not_that_of_the_films_in_it()
    {
        MoviePath.Explain("Set {tmdb-10}/Alien (1979) {tmdb-348}.mkv").Name.Ids["tmdb"].ShouldBe("348");
        MoviePath.Explain("Set {tmdb-10}/Alien (1979).mkv", MoviePlace.ManyMovies).Name.Ids.ShouldBeEmpty();
        MoviePath.Explain("Set {tmdb-10}/Alien (1979).mkv").Name.Ids.ShouldBeEmpty();
        MoviePath.Explain("Alien (1979) {tmdb-348}/Alien.mkv").Name.Ids["tmdb"].ShouldBe("348");
        MoviePath
            .Explain("Set/Alien (1979) [imdbid=tt0078748]/Alien.1979.1080p.mkv")
            .Name.Ids["imdb"]
            .ShouldBe("tt0078748");
    }

    [Theory]
    [InlineData("Movie (2001) {edition-Final Cut}.mkv", "Final Cut")]
    [InlineData("Movie (2001) - Director's Cut.mkv", "Director's Cut")]
    [InlineData("Movie (2001) (Extended).mkv", "Extended")]
    [InlineData("Movie (Extended).mkv", "Extended")]
    [InlineData("Movie 50th Anniversary Edition 2012.mkv", "50th Anniversary Edition")]
    [InlineData("Movie (2001).mkv", null)]
    public void The_edition_is_read(string path, string? edition)
    {
        MovieName name = MoviePath.Explain(path).Name;
        (name.Title, name.Edition, name.Release.Edition).ShouldBe(("Movie", edition, edition));
    }

    [Theory]
    [InlineData("Movie (2001) cd2.avi", "Movie", 2)]
    [InlineData("Movie.2001.part3.avi", "Movie", null)]
    [InlineData("Movie (2001) part3.avi", "Movie", 3)]
    [InlineData("Movie CD b.avi", "Movie", 2)]
    [InlineData("Deathly Hallows Part 2.mkv", "Deathly Hallows Part 2", null)]
    public void The_part_is_read(string path, string title, int? part)
    {
        MovieName name = MoviePath.Explain(path).Name;
        (name.Title, name.Part).ShouldBe((title, part));
    }

    [Theory]
    [InlineData("Super movie.3d.mp4", null)]
    [InlineData("Super movie.3d.hsbs.mp4", "hsbs")]
    [InlineData("Super movie.3d.htab.mp4", "htab")]
    [InlineData("Super movie.3d.mvc.mp4", "mvc")]
    [InlineData("Super movie [fsbs].mp4", "fsbs")]
    [InlineData("Super movie.sbs3d.mp4", "sbs3d")]
    [InlineData("Super movie (2009) 3D Half-OU.mkv", "htab")]
    [InlineData("300 (2006).3d1.sbas.mkv", null)]
    public void How_the_pictures_lie_is_read(string path, string? kind) =>
        MoviePath.Explain(path).Name.Release.ThreeD.ShouldBe(kind);

    [Theory]
    [InlineData("Movie [imdbid=tt10985510]", "imdb", "tt10985510")]
    [InlineData("Movie - tt10985510", "imdb", "tt10985510")]
    [InlineData("Movie [imdbid1=tt11111111][imdbid=tt10985510]", "imdb", "tt10985510")]
    [InlineData("Movie [tmdbid-618355]{imdb-tt10985510}", "tmdb", "618355")]
    [InlineData("Movie (tvdb-6)", "tvdb", "6")]
    [InlineData("{tmdbid-618355)", "tmdb", null)]
    [InlineData("tmdbid=618355]", "tmdb", null)]
    [InlineData("[tmdbid=618355", "tmdb", null)]
    [InlineData("[tmdbid= ][tmdbid=223344]", "tmdb", "223344")]
    [InlineData("[tmdbid=][imdbid=tt10985510]", "tmdb", null)]
    [InlineData("Movie [tmdbid-618355][tmdbid=1234567]", "tmdb", "618355")]
    [InlineData("Show [anilistid=22222]", "anilist", "22222")]
    [InlineData("Mott1234567", "imdb", null)]
    public void Ids_are_read(string name, string provider, string? id) =>
        NameIds.In(name).GetValueOrDefault(provider).ShouldBe(id);

    [Theory]
    [InlineData("video.disc", null)]
    [InlineData("video.dvd.disc", "dvd")]
    [InlineData("video.brrip.disc", "bluray")]
    [InlineData("video.hddvd.disc", "hddvd")]
    [InlineData("video.vhs.disc", "vhs")]
    [InlineData("video.pdtv.disc", "tv")]
    [InlineData("video.dvd.mkv", null)]
    public void A_stub_says_what_it_stands_for(string name, string? source) =>
        MovieFileTypes.StubSource(name).ShouldBe(source);

    [Fact]
    public void The_kind_of_a_dvd_is_no_part() =>
        MoviePath
            .Explain("Some.Movie.2007.DVD9.mkv")
            .Name.ShouldSatisfyAllConditions(
                name => name.Part.ShouldBeNull(),
                name => name.Release.Source.ShouldBe("dvd")
            );

    [Fact]
    public void Titles_behind_aka_are_titles_too()
    {
        MovieName name = MoviePath.Explain("Mon cousin a.k.a. My Cousin 2020 1080p.mkv").Name;
        (name.Title, name.OtherTitles.ShouldHaveSingleItem()).ShouldBe(("Mon cousin", "My Cousin"));
    }

    [Fact]
    public void A_folder_says_of_the_release_what_the_file_does_not()
    {
        ReleaseFacts facts = MoviePath.Explain("Movie.2001.1080p.BluRay.x264-GRP/movie.720p.mkv").Name.Release;
        (facts.Resolution, facts.Source, facts.Group).ShouldBe(("720p", "bluray", "GRP"));
    }

    [Fact]
    public void Any_path_can_be_explained()
    {
        var random = new Random(19);
        HashSet<string> known = [.. MovieRules.All.Concat(ReleaseRules.All).Select(rule => rule.Id)];
        for (int i = 0; i < 10_000; i++)
        {
            string path = RandomText.Next(random) + (i % 3 == 0 ? ".1080p.mkv" : "");
            foreach (MoviePlace place in Enum.GetValues<MoviePlace>())
            {
                MoviePathExplanation explained = MoviePath.Explain(path, place);
                bool isBounded = explained.Rules.Count <= 50 && (explained.Name.Title?.Length ?? 0) <= 500;
                isBounded.ShouldBeTrue(path);
                explained.Rules.All(hit => known.Contains(hit.Id)).ShouldBeTrue(path);
            }
        }
    }

    [Theory]
    [InlineData("1080p.")]
    [InlineData("(1999")]
    [InlineData("1999.")]
    [InlineData("([")]
    [InlineData(" aka a")]
    [InlineData("[a]")]
    [InlineData("{tmdb-1")]
    [InlineData("tt1234567")]
    [InlineData(" part")]
    [InlineData("-trailer")]
    [InlineData("a, 1999 (")]
    [InlineData("Extended ")]
    [InlineData("a.")]
    public void Long_names_that_tease_the_patterns_take_no_time(string piece)
    {
        string name = string.Concat(Enumerable.Repeat(piece, 500));
        long started = Stopwatch.GetTimestamp();
        MoviePath.Explain($"{name}/{name}/{name}.mkv");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }
}
