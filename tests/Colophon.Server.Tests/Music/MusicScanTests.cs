using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Audio;
using Colophon.Testing.Video;
using static Colophon.Server.Tests.Music.Songs;

namespace Colophon.Server.Tests.Music;

/// <summary>From a folder of music to what the API shows.</summary>
public sealed class MusicScanTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private const string Release = "33333333-3333-4333-8333-333333333333";

    [Fact]
    [Trait("Req", "C4")]
    [Trait("Req", "D4")]
    public async Task An_artist_has_albums_and_these_have_tracks()
    {
        var library = await server
            .Library("whole")
            .With(
                "Bowie/artist.nfo",
                """
                <artist><name>David Bowie</name><sortname>Bowie, David</sortname><biography>Starman.</biography>
                  <born>1947-01-08</born><died>2016-01-10</died><style>Glam</style></artist>
                """
            )
            .With("Bowie/folder.png", TinyPng.Cover(40, 40, 1))
            .With(
                "Bowie/Heroes (1977)/album.nfo",
                """
                <album><title>"Heroes"</title><review>Berlin.</review><label>RCA</label><mood>Cold</mood>
                  <musicbrainzalbumid>33333333-3333-4333-8333-333333333333</musicbrainzalbumid></album>
                """
            )
            .With("Bowie/Heroes (1977)/cover.png", TinyPng.Cover(40, 40, 2))
            .With("Bowie/Heroes (1977)/Scans/back.png", TinyPng.Cover(40, 40, 3))
            .With("Bowie/Heroes (1977)/01 - Beauty and the Beast.flac", Beauty())
            .AddMusicAsync();

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var artists = await library.ArtistsAsync();
        var artist = await server.Admin.GetAsync($"/api/artists/{artists.ShouldHaveSingleItem()!["id"]}");
        (artist["title"].Text(), artist["sort_title"].Text(), artist["description"].Text()).ShouldBe(
            ("David Bowie", "Bowie, David", "Starman.")
        );
        (artist["begin_date"].Text(), artist["end_date"].Text()).ShouldBe(("1947-01-08", "2016-01-10"));
        ((long)artist["albums_count"]!, (long)artist["tracks_count"]!).ShouldBe((1, 1));
        Ids(artist).ShouldBe(["musicbrainz_artist 5441c29d-3602-4898-b1a1-b77fa23b8e50"]);
        var album = await library.OnlyAlbumAsync();
        (album["title"].Text(), album["description"].Text(), album["release_date"].Text()).ShouldBe(
            ("\"Heroes\"", "Berlin.", "1977-10-14")
        );
        (album["artist"].Text(), album["album_type"].Text(), album["label"].Text()).ShouldBe(
            ("David Bowie", "album", "RCA")
        );
        Ids(album).ShouldBe([$"musicbrainz_release {Release}"]);
        album["cover_url"].Text().ShouldNotBe(artist["cover_url"].Text());
        var tracks = await library.TracksAsync(album);
        var track = await server.Admin.GetAsync($"/api/tracks/{tracks.ShouldHaveSingleItem()!["id"]}");
        (track["title"].Text(), track["album"].Text(), (int)track["disc"]!, (int)track["index_number"]!).ShouldBe(
            ("Beauty and the Beast", "\"Heroes\"", 1, 1)
        );
        People(track["people"]).ShouldBe(["David Bowie composer", "Brian Eno composer", "Tony Visconti producer"]);
        Ids(track).ShouldBe(["musicbrainz_recording 44444444-4444-4444-8444-444444444444", "isrc GBAYE7700001"]);
        track["genres"]!.AsArray().Select(genre => genre.Text()).ShouldBe(["Rock"]);
        track["cover_url"].Text().ShouldNotBeNull();
        var file = track["files"]![0]!;
        (file["file_type"].Text(), (double)file["duration_s"]!, file["streams"]![0]!["codec"].Text()).ShouldBe(
            ("flac", 212, "flac")
        );
        (await library.LastScanAsync()).Numbers("directories_found", "items_found", "items_new").ShouldBe([2, 1, 1]);
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task Discs_in_folders_below_or_beside_each_other_are_one_album()
    {
        var library = await server
            .Library("discs")
            .With(
                "Pink Floyd/The Wall (1979)/CD1/01 In the Flesh.flac",
                Song("In the Flesh?", "Pink Floyd", "The Wall", 1)
            )
            .With("Pink Floyd/The Wall (1979)/CD2/01 Hey You.flac", Song("Hey You", "Pink Floyd", "The Wall", 1))
            .With("Pink Floyd/The Wall (1979)/Booklet/01.jpg", TinyPng.Cover(40, 40, 1))
            .With("Yes/Yessongs (Disc 1)/01.flac", Song("Opening", "Yes", "Yessongs (Disc 1)", 1, ("DATE", "1973")))
            .With("Yes/Yessongs (Disc 2)/01.flac", Song("Heart", "Yes", "Yessongs (Disc 2)", 1, ("DATE", "1973")))
            .AddMusicAsync();

        await library.ScanAsync();

        (await library.ShownAsync()).ShouldBe([
            "Pink Floyd | The Wall | 1.1 In the Flesh?",
            "Pink Floyd | The Wall | 2.1 Hey You",
            "Yes | Yessongs | 1.1 Opening",
            "Yes | Yessongs | 2.1 Heart",
        ]);
        (await library.LastScanAsync()).Numbers("directories_found").ShouldBe([3]);
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task An_album_of_several_artists_lies_under_Various_Artists_and_guests_are_featured()
    {
        var library = await server
            .Library("various")
            .With("Compilations/Hits/01.flac", Song("One", "Ann feat. Bob", "Hits", 1))
            .With("Compilations/Hits/02.flac", Song("Two", "AC/DC", "Hits", 2))
            .With("Other/01.flac", Song("Three", "Cid", "More Hits", 1, ("ALBUMARTIST", "VA")))
            .AddMusicAsync();

        await library.ScanAsync();

        (await library.ShownAsync()).ShouldBe([
            "Various Artists | Hits | 1 One",
            "Various Artists | Hits | 2 Two",
            "Various Artists | More Hits | 1 Three",
        ]);
        (await library.ArtistsAsync()).Count.ShouldBe(1);
        var hits = (await library.AlbumsAsync()).First(album => album!["title"].Text() == "Hits")!;
        hits["album_type"].Text().ShouldBe("compilation");
        var tracks = await library.TracksAsync(hits);
        People(tracks[0]!["artists"]).ShouldBe(["Ann artist", "Bob featured"]);
        People(tracks[1]!["artists"]).ShouldBe(["AC/DC artist"]);
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task Files_without_tags_are_told_by_their_folders_and_loose_ones_by_their_names()
    {
        var library = await server
            .Library("untagged")
            .With("Kraftwerk/Autobahn (1974)/01 - Autobahn.mp3", Untagged(100))
            .With("Kraftwerk/Autobahn (1974)/02 - Kometenmelodie 1.mp3", Untagged(101))
            .With("Neu! - Hallogallo.mp3", Untagged(102))
            .With("Tagged.flac", Song("Für immer", "Neu!", "Neu! 2", 1))
            .With("whistling.mp3", Untagged(103))
            .AddMusicAsync();

        await library.ScanAsync();

        (await library.ShownAsync()).ShouldBe([
            "Kraftwerk | Autobahn | 1 Autobahn",
            "Kraftwerk | Autobahn | 2 Kometenmelodie 1",
            "Neu! | Neu! 2 | 1 Für immer",
            "Neu! | [Unknown Album] |  Hallogallo",
            "[Unknown Artist] | [Unknown Album] |  whistling",
        ]);
        (await library.AlbumsAsync()).First(album => album!["title"].Text() == "Autobahn")!["year"]!
            .ToString()
            .ShouldBe("1974");
    }

    [Fact]
    public async Task One_track_in_several_formats_is_one_item_and_other_titles_in_its_place_are_others()
    {
        var library = await server
            .Library("formats")
            .With("Can/Tago Mago [FLAC]/01.flac", Song("Paperhouse", "Can", "Tago Mago", 1))
            .With("Can/Tago Mago [MP3]/01.mp3", Mp3("Paperhouse", "Can", "Tago Mago", 1))
            .With("Can/Tago Mago [MP3]/1.mp3", Mp3("Mushroom", "Can", "Tago Mago", 1))
            .AddMusicAsync();

        await library.ScanAsync();

        var album = await library.OnlyAlbumAsync();
        var tracks = await library.TracksAsync(album);
        tracks.Select(track => track!["title"].Text()).ShouldBe(["Mushroom", "Paperhouse"], ignoreOrder: true);
        var both = tracks.First(track => track!["title"].Text() == "Paperhouse")!;
        (await server.Admin.GetAsync($"/api/tracks/{both["id"]}"))["files"]!
            .AsArray()
            .Select(file => file!["file_type"].Text())
            .ShouldBe(["flac", "mp3"], ignoreOrder: true);
    }

    [Fact]
    public async Task Music_in_a_container_of_videos_is_read_with_its_tags()
    {
        var library = await server
            .Library("matroska")
            .With(
                "Faust/Faust IV/krautrock.mka",
                MkvBuilder
                    .Untitled()
                    .Lasting(707)
                    .Track(2, "A_FLAC")
                    .Tag(50, "TITLE", "Faust IV")
                    .Tag(50, "ARTIST", "Faust")
                    .Tag(30, "TITLE", "Krautrock")
                    .Tag(30, "PART_NUMBER", "1")
                    .Build()
            )
            .AddMusicAsync();

        await library.ScanAsync();

        (await library.ShownAsync()).ShouldBe(["Faust | Faust IV | 1 Krautrock"]);
        var track = (await library.TracksAsync(await library.OnlyAlbumAsync()))[0]!;
        ((double)track["duration_s"]!).ShouldBe(707);
    }

    [Fact]
    public async Task What_has_no_picture_of_its_own_borrows_that_of_its_first_track_or_album()
    {
        var picture = TinyPng.Cover(40, 40, 7);
        var library = await server
            .Library("borrowed")
            .With("Can/folder.png", TinyPng.Cover(40, 40, 8))
            .With("Can/Tago Mago/01 - Paperhouse.flac", Song("Paperhouse", "Can", "Tago Mago", 1))
            .With(
                "Can/Tago Mago/02 - Mushroom.flac",
                FlacBuilder
                    .Titled("Mushroom")
                    .By("Can")
                    .Album("Tago Mago")
                    .Tag("TRACKNUMBER", "2")
                    .Cover(picture)
                    .Lasting(240)
                    .Build()
            )
            .With(
                "Can/Tago Mago/03 - Oh Yeah.flac",
                FlacBuilder
                    .Titled("Oh Yeah")
                    .By("Can")
                    .Album("Tago Mago")
                    .Tag("TRACKNUMBER", "3")
                    .Cover(picture)
                    .Lasting(443)
                    .Build()
            )
            .With("Neu/Neu/01 - Hallogallo.flac", Song("Hallogallo", "Neu", "Neu", 1))
            .AddMusicAsync();
        await library.ScanAsync();

        var albums = await library.AlbumsAsync();
        var (can, neu) = (albums[1]!, albums[0]!);
        var tracks = await library.TracksAsync(can);

        can["cover_url"].Text().ShouldBe(tracks[1]!["cover_url"].Text());
        foreach (var track in tracks)
        {
            var cover = await server.Admin.SendAsync("GET", $"/api/items/{track!["id"]}/cover");
            cover.Headers["ETag"].ShouldBe($"\"{Convert.ToHexStringLower(SHA256.HashData(picture))}\"");
        }
        (await library.LastScanAsync()).Numbers("assets_queued").ShouldBe([2]);
        neu["cover_url"].ShouldBeNull();
        (await library.ArtistsAsync())[0]!["cover_url"].Text().ShouldNotBe(can["cover_url"].Text());
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task A_broken_file_is_a_track_by_its_name_with_what_is_wrong()
    {
        var library = await server
            .Library("broken")
            .With("Cluster/Zuckerzeit (1974)/01 - Hollywood.flac", Song("Hollywood", "Cluster", "Zuckerzeit", 1))
            .With("Cluster/Zuckerzeit (1974)/02 - Caramel.flac", "fLaC and no more"u8.ToArray())
            .AddMusicAsync();

        await library.ScanAsync();

        (await library.ShownAsync()).ShouldBe([
            "Cluster | Zuckerzeit | 1 Hollywood",
            "Cluster | Zuckerzeit | 2 Caramel",
        ]);
        var broken = (await library.TracksAsync(await library.OnlyAlbumAsync()))[1]!;
        var file = (await server.Admin.GetAsync($"/api/tracks/{broken["id"]}"))["files"]![0]!;
        file["error"].ShouldNotBeNull();
        (await library.LastScanAsync()).Numbers("errors_count").ShouldBe([1]);
    }

    [Fact]
    [Trait("Req", "D7")]
    public async Task A_path_of_a_track_is_explained()
    {
        var library = await server
            .Library("explain")
            .With("Neu!/Neu! 75 (1975)/CD2/03 - Hero (feat. Ann).mp3", Untagged(100))
            .AddMusicAsync();

        var said = await server.Admin.GetAsync(
            $"/api/paths/explain?library_id={library.Id}&path=Neu!/Neu!%2075%20(1975)/CD2/03%20-%20Hero%20(feat.%20Ann).mp3"
        );

        var parsed = said["parsed"]!;
        (said["kind"].Text(), parsed["title"].Text(), parsed["album"].Text(), parsed["album_artist"].Text()).ShouldBe(
            ("track", "Hero", "Neu! 75", "Neu!")
        );
        ((int)parsed["disc"]!, (int)parsed["number"]!, (int)parsed["year"]!).ShouldBe((2, 3, 1975));
        parsed["artists"]!.AsArray().Select(name => name.Text()).ShouldBe(["Neu!", "Ann"]);
        said["rules"]!.AsArray().Count.ShouldBeGreaterThan(2);
    }

    /// <summary>With tags as Picard writes them.</summary>
    private static byte[] Beauty() =>
        FlacBuilder
            .Titled("Beauty and the Beast")
            .By("David Bowie")
            .Album("Heroes")
            .Tag("ALBUMARTIST", "David Bowie")
            .Tag("TRACKNUMBER", "1/10")
            .Tag("DISCNUMBER", "1/1")
            .Tag("DATE", "1999")
            .Tag("ORIGINALDATE", "1977-10-14")
            .Tag("GENRE", "Rock")
            .Tag("COMPOSER", "David Bowie; Brian Eno")
            .Tag("PRODUCER", "Tony Visconti")
            .Tag("ISRC", "GBAYE7700001")
            .Tag("CATALOGNUMBER", "PL 12522")
            .Tag("RELEASETYPE", "album")
            .Tag("MUSICBRAINZ_ARTISTID", "5441c29d-3602-4898-b1a1-b77fa23b8e50")
            .Tag("MUSICBRAINZ_ALBUMARTISTID", "5441c29d-3602-4898-b1a1-b77fa23b8e50")
            .Tag("MUSICBRAINZ_ALBUMID", Release)
            .Tag("MUSICBRAINZ_TRACKID", "44444444-4444-4444-8444-444444444444")
            .Cover(TinyPng.Cover(40, 40, 4))
            .Lasting(212)
            .Build();

    private static byte[] Mp3(string title, string artist, string album, int track) =>
        Mp3Builder.Titled(title).Text("TPE1", artist).Album(album).Track(track, 1).Build();

    private static IEnumerable<string> Ids(JsonNode item) =>
        item["identifiers"]!.AsArray().Select(id => $"{id!["type"].Text()} {id["value"].Text()}");

    private static IEnumerable<string> People(JsonNode? people) =>
        people!.AsArray().Select(person => $"{person!["name"].Text()} {person["role"].Text()}");
}
