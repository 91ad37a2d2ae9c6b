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
        new("artist", m => Text(m["artist"]), Performers),
        new("albumArtist", m => Text(m["albumArtist"]), f => Text(AlbumOf(f)["artist"])),
        new("year", m => Number(m["year"]), f => Number(AlbumOf(f)["year"])),
        new("genre", m => Text(m["genre"]), f => Joined(f.Shown["genres"])),
        new("composer", m => Text(m["composer"]), Composers),
        new("isrc", m => Text(m["isrc"]), f => f.Identifier("isrc")),
        new("mbTrack", m => Text(m["mbTrack"]), Recording),
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

    /// <summary>As the tag wrote it, before guests were told apart.</summary>
    private static string Performers(CatalogItem track)
    {
        var artists = track.Shown["artists"]!
            .AsArray()
            .Select(artist => artist!)
            .ToLookup(IsGuest, artist => Text(artist["name"]));
        var guests = string.Join(", ", artists[true]);
        return string.Join("; ", artists[false]) + (guests.Length > 0 ? $" feat. {guests}" : "");
    }

    private static bool IsGuest(JsonNode artist) => Text(artist["role"]) == "featured";

    /// <summary>Made libraries write one id, into FLAC files as the recording's and into MP3 files as the release's track's.</summary>
    private static string? Recording(CatalogItem track) =>
        track.Identifier("musicbrainz_recording") ?? track.Identifier("musicbrainz_track");
}
