using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using static Colophon.Server.Tests.Music.Songs;

namespace Colophon.Server.Tests.Music;

/// <summary>What becomes of a library of music when its files change.</summary>
public sealed class MusicRescanTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    [Trait("Req", "C3")]
    public async Task A_second_scan_reads_nothing_that_has_not_changed_and_changes_nothing()
    {
        var library = await server
            .Library("unchanged")
            .With("Ann/artist.nfo", "<artist><name>Ann</name></artist>")
            .With("Ann/A/1.flac", Song("One", "Ann", "A", 1))
            .With("Ann/B/CD1/1.flac", Song("One", "Ann", "B", 1))
            .With("loose.flac", Song("Loose", "Bob", "C", 1))
            .AddMusicAsync();
        await library.ScanAsync();
        var albums = (await library.AlbumsAsync()).ToJsonString();
        var artists = (await library.ArtistsAsync()).ToJsonString();

        await library.ScanAsync();
        (await library.LastScanAsync())
            .Numbers("directories_found", "directories_unchanged", "items_found")
            .ShouldBe([4, 4, 0]);
        await library.ScanAsync(new { force = true });

        (await library.AlbumsAsync()).ToJsonString().ShouldBe(albums);
        (await library.ArtistsAsync()).ToJsonString().ShouldBe(artists);
    }

    [Fact]
    [Trait("Req", "D3")]
    public async Task A_track_with_new_tags_moves_to_its_new_album_with_its_edits()
    {
        var library = await server
            .Library("retagged")
            .With("Ann/A/1.flac", Song("One", "Ann", "A", 1))
            .With("Ann/A/2.flac", Song("Two", "Ann", "A", 2))
            .AddMusicAsync();
        await library.ScanAsync();
        var tracks = await library.TracksAsync(await library.OnlyAlbumAsync());
        var id = (long)tracks[1]!["id"]!;
        await server.Admin.PatchAsync($"/api/tracks/{id}", new { description = "Mine." });

        library.With("Ann/A/2.flac", Song("Second", "Ann", "B", 7));
        await library.ScanAsync();

        (await library.ShownAsync()).ShouldBe(["Ann | A | 1 One", "Ann | B | 7 Second"]);
        var moved = await server.Admin.GetAsync($"/api/tracks/{id}");
        (moved["album"].Text(), moved["title"].Text(), moved["description"].Text()).ShouldBe(("B", "Second", "Mine."));
    }

    [Fact]
    [Trait("Req", "D3")]
    public async Task A_format_of_a_track_that_leaves_its_album_leaves_the_others_there()
    {
        var library = await server
            .Library("formats")
            .With("Ann/A [FLAC]/1.flac", Song("One", "Ann", "A", 1))
            .With("Ann/A [24-bit]/1.flac", Song("One", "Ann", "A", 1, ("COMMENT", "24 bit")))
            .AddMusicAsync();
        await library.ScanAsync();
        (await library.ShownAsync()).ShouldBe(["Ann | A | 1 One"]);

        library.With("Ann/A [FLAC]/1.flac", Song("One", "Ann", "B", 1));
        await library.ScanAsync();
        (await library.ShownAsync()).ShouldBe(["Ann | A | 1 One", "Ann | B | 1 One"]);
        await library.ScanAsync(new { force = true });

        (await library.ShownAsync()).ShouldBe(["Ann | A | 1 One", "Ann | B | 1 One"]);
    }

    [Fact]
    [Trait("Req", "D3")]
    public async Task An_album_that_all_its_tracks_leave_is_gone_and_comes_back_with_them()
    {
        var library = await server.Library("renamed").With("Ann/A/1.flac", Song("One", "Ann", "A", 1)).AddMusicAsync();
        await library.ScanAsync();
        var id = (long)(await library.OnlyAlbumAsync())["id"]!;
        await server.Admin.PatchAsync($"/api/albums/{id}", new { description = "Mine." });

        library.With("Ann/A/1.flac", Song("One", "Ann", "B", 1));
        await library.ScanAsync();
        (await library.ShownAsync()).ShouldBe(["Ann | B | 1 One"]);
        library.With("Ann/A/1.flac", Song("One", "Ann", "A", 1));
        await library.ScanAsync();

        var back = await library.OnlyAlbumAsync();
        ((long)back["id"]!, back["title"].Text(), back["description"].Text()).ShouldBe((id, "A", "Mine."));
    }

    [Fact]
    [Trait("Req", "D3")]
    public async Task An_artist_goes_with_the_last_track_and_comes_back_with_it()
    {
        var library = await server
            .Library("gone")
            .With("Ann/artist.nfo", "<artist><name>Ann</name><biography>Sings.</biography></artist>")
            .With("Ann/A/1.flac", Song("One", "Ann", "A", 1))
            .With("Bob/B/1.flac", Song("Two", "Bob", "B", 1))
            .AddMusicAsync();
        await library.ScanAsync();
        var ann = (await library.ArtistsAsync()).First(artist => artist!["title"].Text() == "Ann")!;
        await server.Admin.PatchAsync($"/api/artists/{ann["id"]}", new { tags = new[] { "Mine" } });

        library.Moved("Ann", "../away-ann");
        await library.ScanAsync();
        (await library.ArtistsAsync()).Select(artist => artist!["title"].Text()).ShouldBe(["Bob"]);
        (await server.Admin.SendAsync("GET", $"/api/artists/{ann["id"]}")).ExpectProblem(404, "not_found");
        library.Moved("../away-ann", "Ann");
        await library.ScanAsync();

        var back = await server.Admin.GetAsync($"/api/artists/{ann["id"]}");
        (back["description"].Text(), back["tags"]![0].Text(), (long)back["tracks_count"]!).ShouldBe(
            ("Sings.", "Mine", 1)
        );
    }

    [Fact]
    [Trait("Req", "B12")]
    public async Task A_resync_of_an_album_reads_its_files_and_its_NFO_and_keeps_edits()
    {
        var library = await server.Library("resync").With("Ann/A/1.flac", Song("One", "Ann", "A", 1)).AddMusicAsync();
        await library.ScanAsync();
        var id = (long)(await library.OnlyAlbumAsync())["id"]!;
        await server.Admin.PatchAsync($"/api/albums/{id}", new { publisher = "Mine" });
        library
            .With("Ann/A/album.nfo", "<album><title>A</title><label>Theirs</label><review>Good.</review></album>")
            .With("Ann/A/1.flac", Song("First", "Ann", "A", 1));

        var read = await server.Admin.PostAsync($"/api/albums/{id}/resync", new { });
        (read["label"].Text(), read["description"].Text()).ShouldBe(("Mine", "Good."));
        var refreshed = await server.Admin.PostAsync($"/api/albums/{id}/resync", new { refresh = true });

        refreshed["label"].Text().ShouldBe("Theirs");
        (await library.ShownAsync()).ShouldBe(["Ann | A | 1 First"]);
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task The_order_in_which_folders_are_read_plays_no_part()
    {
        string[] folders = ["Ann/A (Disc 1)", "Ann/A (Disc 2)", "Ann", "Bob/B"];
        var shown = new List<string>();
        foreach (var order in new[] { folders, [.. folders.Reverse()] })
        {
            var library = await server.Library($"order-{shown.Count}").With("Z/Z/1.flac", Untagged(99)).AddMusicAsync();
            foreach (var folder in order)
            {
                if (folder == "Ann")
                    library
                        .With("Ann/artist.nfo", "<artist><name>ann</name><biography>Sings.</biography></artist>")
                        .With("Ann/folder.png", TinyPng.Cover(40, 40, 1));
                else
                    library.With(
                        $"{folder}/1.flac",
                        Song(folder, "Ann", FolderName(folder), 1, ("ALBUMARTIST", folder[..3]), ("DATE", "1999"))
                    );
                await library.ScanAsync();
            }
            shown.Add(
                string.Join('\n', await library.ShownAsync())
                    + string.Join('\n', (await library.ArtistsAsync()).Select(Said))
            );
        }

        shown[1].ShouldBe(shown[0]);
        shown[0].ShouldContain("ann | A | 2.1 Ann/A (Disc 2)");
        shown[0].ShouldContain("ann Sings.");
    }

    [Fact]
    public async Task Pictures_of_an_artists_folder_with_loose_songs_are_the_artists()
    {
        var library = await server
            .Library("pictures")
            .With("Ann/folder.png", TinyPng.Cover(40, 40, 1))
            .With("Ann/Ann - One.flac", Song("One", "Ann", "A", 1))
            .With("Ann/Ann - Two.flac", Song("Two", "Ann", "B", 1))
            .With("Ann/C/1.flac", Song("Three", "Ann", "C", 1))
            .With("Ann/C/Artwork/front.png", TinyPng.Cover(40, 40, 2))
            .AddMusicAsync();

        await library.ScanAsync();

        var artist = (await library.ArtistsAsync()).ShouldHaveSingleItem()!;
        var own = await AssetsAsync(artist);
        own.ShouldBe(["folder.png"]);
        var albums = await library.AlbumsAsync();
        (await AssetsAsync(albums.First(album => album!["title"].Text() == "C")!)).ShouldBe(["front.png"]);
        (await AssetsAsync(albums.First(album => album!["title"].Text() == "A")!)).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> AssetsAsync(JsonNode item) =>
        [
            .. (await server.Admin.GetAsync($"/api/items/{item["id"]}/assets"))["assets"]!
                .AsArray()
                .Select(asset => asset!["origin"].Text()!.Split('/', ':')[^1]),
        ];

    private static string FolderName(string folder) => folder[(folder.IndexOf('/') + 1)..];

    private static string Said(JsonNode? artist) =>
        $"{artist!["title"].Text()} {artist["description"].Text()} {artist["tracks_count"]} {artist["cover_url"] is not null}";
}
