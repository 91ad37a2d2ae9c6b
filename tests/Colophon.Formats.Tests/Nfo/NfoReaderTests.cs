using System.Text;
using Colophon.Formats.Nfo;

namespace Colophon.Formats.Tests.Nfo;

/// <summary>Field by field; the documents are made after those the rows of jellyfin_nfo speak of, which are no part of the corpus.</summary>
public sealed class NfoReaderTests
{
    [Fact]
    public void A_film_is_read_whole()
    {
        NfoItem film = Read(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes" ?>
            <movie>
              <title>Justice League</title><originaltitle>Justice League</originaltitle><sorttitle>League</sorttitle>
              <ratings>
                <rating name="imdb" max="10" default="true"><value>6.400000</value><votes>335,583</votes></rating>
                <rating name="tomatoes" max="100"><value>76</value></rating>
              </ratings>
              <criticrating>7.6</criticrating><language>en</language><countrycode>us</countrycode>
              <customrating>8.7</customrating><aspectratio>1.777778</aspectratio><userrating>0</userrating><top250>0</top250>
              <outline>Short.</outline><plot>One.&#x0A;Two.</plot><tagline>Justice for all.</tagline><runtime>120 min</runtime>
              <playcount>2</playcount><watched>true</watched><lastplayed>2021-02-11 07:47:23</lastplayed>
              <dateadded>2019-08-06 09:01:18</dateadded><tmdbId>141052</tmdbId><id>tt0974015</id>
              <uniqueid type="imdb" default="true">tt0974015</uniqueid>
              <mpaa>Australia:M</mpaa><genre>Action</genre><genre>Adventure / Fantasy/Sci-Fi</genre><country>USA</country>
              <set tmdbcolid="702342"><name>Justice League Collection</name><overview>Heroes</overview></set>
              <credits>Jerry Siegel</credits><credits>Joe Shuster</credits><writer>Test</writer><director>Zack Snyder,</director>
              <premiered>2017-11-15</premiered><enddate>2017-11-16</enddate><year>2017</year><studio>DC Comics</studio>
              <trailer>plugin://plugin.video.youtube/?action=play_video&amp;videoid=dQw4w9WgXcQ</trailer>
              <actor><name>Jason Momoa</name><role>Aquaman</role><order>5</order><thumb>http://x/jm.jpg</thumb></actor>
              <actor><name>Test Lyricist</name><type>Lyricist</type></actor>
              <actor><name>A Guest</name><type>GuestStar</type><sortorder>9</sortorder></actor>
              <lockdata>false</lockdata><lockedfields>Name|Genres</lockedfields>
            </movie>
            """
        );

        (film.Title, film.OriginalTitle, film.SortTitle).ShouldBe(("Justice League", "Justice League", "League"));
        film.Ratings.ShouldBe([new("imdb", 6.4, 335_583, true), new("tomatoes", 7.6, null, false)]);
        (film.CriticRating, film.UserRating, film.Top250).ShouldBe((7.6, null, null));
        (film.CustomRating, film.AspectRatio, film.Mpaa).ShouldBe(("8.7", "1.777778", "Australia:M"));
        (film.Outline, film.Plot, film.Tagline).ShouldBe(("Short.", "One.\nTwo.", "Justice for all."));
        (film.Runtime, film.Year, film.Premiered, film.EndDate).ShouldBe((120, 2017, "2017-11-15", "2017-11-16"));
        (film.PlayCount, film.IsWatched, film.IsLocked).ShouldBe((2, true, false));
        film.LastPlayed.ShouldBe(new DateTime(2021, 2, 11, 7, 47, 23));
        film.DateAdded.ShouldBe(new DateTime(2019, 8, 6, 9, 1, 18));
        film.Ids.ShouldBe([new("imdb", "tt0974015", true), new("tmdb", "141052", false)]);
        film.Genres.ShouldBe(["Action", "Adventure", "Fantasy", "Sci-Fi"]);
        film.Set.ShouldBe(new NfoSet("Justice League Collection", "Heroes", "702342"));
        (film.Languages[0], film.CountryCode, film.Countries[0], film.Studios[0]).ShouldBe(
            ("en", "us", "USA", "DC Comics")
        );
        film.Trailers.ShouldBe(["https://www.youtube.com/watch?v=dQw4w9WgXcQ"]);
        film.LockedFields.ShouldBe(["Name", "Genres"]);
        film.People.ShouldBe([
            new("Jason Momoa", "actor", "Aquaman", 5, "http://x/jm.jpg"),
            new("Test Lyricist", "lyricist", null, null, null),
            new("A Guest", "guest_star", null, 9, null),
            new("Zack Snyder", "director", null, null, null),
            new("Jerry Siegel", "writer", null, null, null),
            new("Joe Shuster", "writer", null, null, null),
            new("Test", "writer", null, null, null),
        ]);
    }

    [Fact]
    public void A_show_is_read_whole()
    {
        NfoItem show = Read(
            """
            <tvshow><title>American Gods</title><id IMDB="tt11111" TMDB="46639">253573</id><status>Ended</status>
            <airs_dayofweek>Friday</airs_dayofweek><airs_time>9 PM</airs_time><displayorder>dvd</displayorder>
            <namedseason number="1">First</namedseason><namedseason number="-1">All</namedseason>
            <thumb aspect="poster" type="season" season="2" preview="http://x/s.jpg">http://x/b.jpg</thumb>
            <thumb>/home/me/poster.jpg</thumb><fanart><thumb preview="">https://x/f.jpg</thumb></fanart>
            <art><poster>/home/me/p.jpg</poster><clearlogo>http://x/logo.png</clearlogo></art></tvshow>
            """
        );

        show.Kind.ShouldBe(NfoKind.Show);
        show.Ids.ShouldBe([new("imdb", "tt11111", false), new("tmdb", "46639", false), new("tvdb", "253573", false)]);
        (show.Status, show.AirsDays, show.AirsTime, show.DisplayOrder).ShouldBe(("Ended", "Friday", "9 PM", "dvd"));
        show.NamedSeasons.ShouldBe([new NfoNamedSeason(1, "First")]);
        show.Thumbs.ShouldBe([
            new("http://x/b.jpg", "poster", 2, "http://x/s.jpg"),
            new("http://x/logo.png", "clearlogo", null, null),
        ]);
        show.Fanart.ShouldBe([new NfoImage("https://x/f.jpg", null, null, null)]);
    }

    [Fact]
    public void Several_episodes_of_one_file_are_read_apart()
    {
        NfoDocument document = ReadAll(
            """
            <?xml version="1.0"?>
            <episodedetails><title>Rising (1)</title><showtitle>Atlantis</showtitle><season>1</season><episode>1</episode>
            <episodenumberend>2</episodenumberend><aired>2004-07-16</aired></episodedetails>
            <?xml version="1.0"?>
            <episodedetails><title>Special</title><season>0</season><episode>3</episode><displayseason>1</displayseason>
            <displayepisode>4</displayepisode><airsbefore_season>1</airsbefore_season><airsbefore_episode>4</airsbefore_episode>
            <airsafter_season>2</airsafter_season></episodedetails>
            """
        );

        document.Items.Select(item => (item.Season, item.Episode, item.EpisodeEnd)).ShouldBe([(1, 1, 2), (0, 3, null)]);
        (document.Items[0].ShowTitle, document.Items[0].Aired).ShouldBe(("Atlantis", "2004-07-16"));
        NfoItem special = document.Items[1];
        (special.DisplaySeason, special.DisplayEpisode).ShouldBe((1, 4));
        (special.AirsBeforeSeason, special.AirsBeforeEpisode, special.AirsAfterSeason).ShouldBe((1, 4, 2));
    }

    [Fact]
    public void A_season_and_a_set_are_read()
    {
        NfoItem season = Read(
            "<season><title>Season 1</title><tvdbid>359728</tvdbid><seasonnumber>0</seasonnumber></season>"
        );
        (season.Kind, season.Season, season.Ids[0]).ShouldBe((NfoKind.Season, 0, new NfoId("tvdb", "359728", false)));

        NfoItem set = Read("<set><title>Alien</title><originaltitle>A</originaltitle><overview>O</overview></set>");
        (set.Kind, set.Title, set.OriginalTitle, set.Plot).ShouldBe((NfoKind.Set, "Alien", "A", "O"));
    }

    [Fact]
    public void An_artist_is_read_whole()
    {
        NfoItem artist = Read(
            """
            <artist><name>AC/DC</name><musicBrainzArtistID>66c662b6</musicBrainzArtistID><sortname>ACDC</sortname><type>Group</type>
            <gender>male</gender><disambiguation>rock band</disambiguation><genre>Rock/Pop / Metal</genre><style>Hard</style>
            <mood>Energetic</mood><yearsactive>1973 - present</yearsactive><born>1955-03-31</born><formed>Sydney, Australia (1973)</formed>
            <biography>Band.</biography><died>1980-02</died><disbanded>2020</disbanded>
            <album><title>High Voltage</title><year>1975</year><musicBrainzReleaseGroupID>rg</musicBrainzReleaseGroupID></album></artist>
            """
        );

        (artist.Title, artist.SortTitle, artist.Type, artist.Gender).ShouldBe(("AC/DC", "ACDC", "Group", "male"));
        (artist.Disambiguation, artist.Plot).ShouldBe(("rock band", "Band."));
        artist.Ids.ShouldBe([new NfoId("musicbrainz_artist", "66c662b6", false)]);
        (artist.Genres.Count, artist.Genres[0], artist.Styles[0], artist.Moods[0]).ShouldBe(
            (2, "Rock/Pop", "Hard", "Energetic")
        );
        (artist.Born, artist.Formed, artist.Died, artist.Disbanded).ShouldBe(("1955-03-31", "1973", "1980-02", "2020"));
        artist.YearsActive.ShouldBe(["1973 - present"]);
        artist.Albums.ShouldBe([new NfoAlbum("High Voltage", 1975, "rg")]);
    }

    [Fact]
    public void An_album_is_read_whole()
    {
        NfoItem album = Read(
            """
            <album><title>Best of</title><musicbrainzalbumid>a</musicbrainzalbumid><musicbrainzreleasegroupid>b</musicbrainzreleasegroupid>
            <artistdesc>U2</artistdesc><theme>Love</theme><compilation>false</compilation><boxset>true</boxset>
            <review>First.</review><type>album / compilation</type><releasestatus>official</releasestatus>
            <releasedate>1998-11</releasedate><originalreleasedate>1998</originalreleasedate><label>Island</label>
            <duration>1:02:03</duration><rating max="10">-1.000000</rating><userrating max="5">4</userrating><votes>-1</votes>
            <albumArtistCredits><artist>U2</artist><musicBrainzArtistID>m</musicBrainzArtistID></albumArtistCredits>
            <artist>U2</artist><releasetype>album</releasetype>
            <track><position>1</position><title>Pride</title><duration>3:50</duration></track></album>
            """
        );

        album.Ids.Select(id => id.Provider).ShouldBe(["musicbrainz_album", "musicbrainz_release_group"]);
        (album.ArtistDescription, album.Themes[0], album.IsCompilation, album.IsBoxSet).ShouldBe(
            ("U2", "Love", false, true)
        );
        (album.Plot, album.Type, album.ReleaseStatus, album.ReleaseType).ShouldBe(
            ("First.", "album / compilation", "official", "album")
        );
        (album.ReleaseDate, album.OriginalReleaseDate, album.Label).ShouldBe(("1998-11", "1998", "Island"));
        (album.Duration, album.UserRating, album.Ratings.Count).ShouldBe((3723, 8, 0));
        album.Artists.ShouldBe([new NfoArtist("U2", "m")]);
        album.Tracks.ShouldBe([new NfoTrack(1, "Pride", 230)]);
    }

    [Fact]
    public void A_music_video_is_read()
    {
        NfoItem video = Read(
            "<musicvideo><title>T</title><artist>A</artist><album>B</album><track>7</track></musicvideo>"
        );

        (video.Kind, video.Artists[0].Name, video.Album, video.Track).ShouldBe((NfoKind.MusicVideo, "A", "B", 7));
    }

    [Fact]
    public void Streams_are_read_and_empty_ones_left_out()
    {
        NfoStreams streams = Read(
            """
            <movie><fileinfo><streamdetails>
            <video><codec>hevc</codec><aspect>2.35</aspect><width>3840</width><height>1600</height><durationinseconds>6268</durationinseconds>
            <stereomode/><format3d>HSBS</format3d><hdrtype>hdr10</hdrtype></video>
            <audio/><audio><codec>truehd</codec><language>eng</language><channels>8</channels></audio>
            <subtitle/><subtitle><language>ger</language></subtitle></streamdetails></fileinfo></movie>
            """
        ).Streams!;

        streams.Video.ShouldBe([new("hevc", "2.35", 3840, 1600, 6268, null, null, "HSBS", "hdr10")]);
        streams.Audio.ShouldBe([new NfoAudio("truehd", "eng", 8)]);
        streams.Subtitles.ShouldBe(["ger"]);
    }

    [Theory]
    [InlineData("<runtime>90</runtime>", 90)]
    [InlineData("<runtime>120 min</runtime>", 120)]
    [InlineData("<runtime>95min</runtime>", 95)]
    [InlineData("<runtime>2h 10</runtime>", null)]
    [InlineData("<runtime>2 h</runtime>", null)]
    [InlineData("<runtime>0</runtime>", null)]
    [InlineData("<runtime>-5</runtime>", null)]
    public void A_runtime_is_minutes(string element, int? minutes) =>
        Read($"<movie>{element}</movie>").Runtime.ShouldBe(minutes);

    [Theory]
    [InlineData("<year>2001</year>", 2001)]
    [InlineData("<year>2001-2005</year>", 2001)]
    [InlineData("<year>1850</year>", null)]
    [InlineData("<year/><year>1999</year>", 1999)]
    public void A_year_is_behind_1850(string element, int? year) =>
        Read($"<movie>{element}</movie>").Year.ShouldBe(year);

    [Theory]
    [InlineData("<rating>7,5</rating>", 7.5)]
    [InlineData("<rating max='100'>76</rating>", 7.6)]
    [InlineData("<communityrating>7.5</communityrating>", 7.5)]
    [InlineData("<rating>76</rating>", null)]
    [InlineData("<rating>0.0</rating>", null)]
    [InlineData("<rating>NaN</rating>", null)]
    public void A_rating_without_a_source_is_of_ten(string element, double? value) =>
        Read($"<movie>{element}</movie>").Ratings.FirstOrDefault()?.Value.ShouldBe(value ?? -1);

    [Fact]
    public void A_year_that_a_program_writes_for_none_is_no_date() =>
        Read("<movie><premiered>0001-01-01</premiered></movie>").Premiered.ShouldBeNull();

    [Fact]
    public void What_Kodi_clears_does_not_count() =>
        Read("<movie><genre>A</genre><genre clear=\"true\">B</genre><genre>C</genre></movie>")
            .Genres.ShouldBe(["B", "C"]);

    [Theory]
    [InlineData("<set>Alien</set>", "Alien", null)]
    [InlineData("<set/><tmdbcolid>8091</tmdbcolid>", null, "8091")]
    [InlineData("<set><name>Alien</name></set><collectionnumber>8091</collectionnumber>", "Alien", "8091")]
    public void A_collection_is_told_in_several_ways(string elements, string? name, string? id) =>
        Read($"<movie>{elements}</movie>").Set.ShouldBe(new NfoSet(name, null, id));

    [Theory]
    [InlineData("movie", "<id>603</id>", "tmdb 603")]
    [InlineData("tvshow", "<id>121361</id>", "tvdb 121361")]
    [InlineData("tvshow", "<id>1399</id><uniqueid type='tmdb'>1399</uniqueid>", "tmdb 1399")]
    [InlineData("movie", "<id>tt0133093</id><tmdbid>603</tmdbid>", "tmdb 603 imdb tt0133093")]
    [InlineData("movie", "<uniqueid type='themoviedb'>603</uniqueid><uniqueid type='x'>-1</uniqueid>", "tmdb 603")]
    [InlineData("album", "<uniqueid type='MusicBrainzAlbum'>a</uniqueid>", "musicbrainz_album a")]
    public void Ids_are_told_in_several_ways(string root, string elements, string ids) =>
        string.Join(' ', Read($"<{root}>{elements}</{root}>").Ids.Select(id => $"{id.Provider} {id.Value}"))
            .ShouldBe(ids);

    [Fact]
    public void Names_of_the_crew_are_parted() =>
        Read("<movie><director>A B / C D</director><credits>E, F|G, Jr.</credits></movie>")
            .People.Select(person => person.Name)
            .ShouldBe(["A B", "C D", "E", "F", "G, Jr."]);

    private static NfoItem Read(string text) => ReadAll(text).Items.ShouldHaveSingleItem();

    private static NfoDocument ReadAll(string text)
    {
        Reading<NfoDocument> reading = NfoReader.Read(Encoding.UTF8.GetBytes(text), CancellationToken.None);
        reading.Findings.ShouldBeEmpty();
        return reading.Value.ShouldNotBeNull();
    }
}
