using System.Text.Json.Nodes;
using static Colophon.Bench.Measures.Kinds.Texts;

namespace Colophon.Bench.Measures.Kinds;

/// <summary>Of tracks and albums.</summary>
internal static class MusicFields
{
    private static readonly ComparedField Cover = new("cover", m => Text(m["cover"]?["sha256"]), f => f.Cover);

    /// <summary>A track tells of its album too: its artist, year and identifier are those of the album's item.</summary>
    public static IReadOnlyList<ComparedField> Track { get; } =
    [
        new("title", m => Text(m["title"]), f => Text(f.Shown["title"])),
        new("album", m => Text(m["album"]), f => Text(f.Shown["album"])),
        new("track", m => Number(m["track"]), f => Number(f.Shown["index_number"])),
        new("disc", m => Number(m["disc"]), f => Number(f.Shown["disc"])),
        new("artist", m => Text(m["artist"]), f => Joined(f.Shown["artists"], artist => Text(artist["name"]))),
        new("albumArtist", m => Text(m["albumArtist"]), f => Text(AlbumOf(f)["artist"])),
        new("year", m => Number(m["year"]), f => Number(AlbumOf(f)["year"])),
        new("genre", m => Text(m["genre"]), f => Joined(f.Shown["genres"])),
        new("composer", m => Text(m["composer"]), Composers),
        new("isrc", m => Text(m["isrc"]), f => f.Identifier("isrc")),
        new("mbTrack", m => Text(m["mbTrack"]), f => f.Identifier("musicbrainz_recording")),
        new(
            "mbAlbum",
            m => Text(m["mbAlbum"]),
            f => f.Related.Select(album => album.Identifier("musicbrainz_release")).FirstOrDefault()
        ),
        new("duration", m => Rounded(m["duration"], 0), f => Rounded(f.File["duration_s"], 0)),
        Cover,
    ];

    public static IReadOnlyList<ComparedField> Album { get; } =
    [
        new("artist", m => Text(m["artist"]), f => Text(f.Shown["artist"])),
        new("year", m => Number(m["year"]), f => Number(f.Shown["year"])),
        Cover,
    ];

    private static JsonNode AlbumOf(CatalogItem track) =>
        track.Related is [var album, ..] ? album.Shown : new JsonObject();

    private static string? Composers(CatalogItem track) =>
        Joined(track.Shown["people"], person => Text(person["role"]) == "composer" ? Text(person["name"]) : null);
}
