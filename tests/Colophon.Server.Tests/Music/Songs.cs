using System.Globalization;
using System.Text.Json.Nodes;
using Colophon.Server.Libraries;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing.Audio;

namespace Colophon.Server.Tests.Music;

/// <summary>Small files of music that are real ones, and libraries of them as text.</summary>
internal static class Songs
{
    public static byte[] Song(
        string title,
        string artist,
        string album,
        int track,
        params (string Name, string Value)[] more
    )
    {
        var song = FlacBuilder
            .Titled(title)
            .By(artist)
            .Album(album)
            .Tag("TRACKNUMBER", track.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in more)
            song.Tag(name, value);
        return song.Lasting(180).Build();
    }

    /// <summary>Without a tag. No two are the same file.</summary>
    public static byte[] Untagged(double seconds) =>
        Mp3Builder.Untitled().Named("LYRICS", $"{seconds}").Lasting(seconds).Build();

    public static Task<LibraryOnDisk> AddMusicAsync(this LibraryOnDisk library) =>
        library.AddAsync(type: LibraryTypes.Music);

    public static async Task<JsonArray> ArtistsAsync(this LibraryOnDisk library) =>
        (await library.Server.Admin.GetAsync($"/api/artists?library_id={library.Id}"))["artists"]!.AsArray();

    public static async Task<JsonArray> AlbumsAsync(this LibraryOnDisk library) =>
        (await library.Server.Admin.GetAsync($"/api/albums?library_id={library.Id}"))["albums"]!.AsArray();

    public static async Task<JsonArray> TracksAsync(this LibraryOnDisk library, JsonNode album) =>
        (await library.Server.Admin.GetAsync($"/api/albums/{album["id"]}/tracks"))["tracks"]!.AsArray();

    public static async Task<JsonNode> OnlyAlbumAsync(this LibraryOnDisk library)
    {
        var albums = await library.AlbumsAsync();
        return await library.Server.Admin.GetAsync($"/api/albums/{albums.ShouldHaveSingleItem()!["id"]}");
    }

    /// <summary>Each track as <c>Artist | Album | disc.number title</c>, in order.</summary>
    public static async Task<IReadOnlyList<string>> ShownAsync(this LibraryOnDisk library)
    {
        var shown = new List<string>();
        foreach (var album in await library.AlbumsAsync())
        foreach (var track in await library.TracksAsync(album!))
        {
            var disc = track!["disc"] is { } number ? $"{number}." : "";
            shown.Add(
                $"{album!["artist"].Text()} | {album["title"].Text()} | {disc}{track["index_number"]} {track["title"].Text()}"
            );
        }
        return [.. shown.Order(StringComparer.Ordinal)];
    }
}
