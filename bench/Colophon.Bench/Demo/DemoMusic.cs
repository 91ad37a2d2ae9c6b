using System.Globalization;
using Colophon.Bench.Make;
using Colophon.Bench.Make.Music;
using Colophon.Testing;

namespace Colophon.Bench.Demo;

/// <summary>The tracks of <c>demo-tracks.tsv</c>, in a folder an album, with its cover inside and beside them.</summary>
internal static class DemoMusic
{
    private const string Table = "demo-tracks.tsv";
    private const int FirstSeed = 9000;

    public static void Write(string root)
    {
        var folder = new MadeFolder(root);
        var albums = DemoTable.Rows(Table).Select(Plan).GroupBy(track => track.Cover.Path, StringComparer.Ordinal);
        foreach (var (index, album) in albums.Index())
        {
            var cover = TinyPng.Detail(500, 500, FirstSeed + index);
            folder.Write(album.Key, cover);
            foreach (var (number, track) in album.Index())
            {
                var whole = track with
                {
                    Tracks = album.Count(other => other.Disc == track.Disc),
                    Discs = album.Max(other => other.Disc),
                    Duration = 150 + (20 * number),
                };
                folder.Write(track.Path, TrackFile.Of(whole, cover));
            }
        }
    }

    /// <summary>Totals and length are known with the album.</summary>
    private static MadeTrack Plan(string[] row, int index)
    {
        if (
            row
            is not [
                var albumArtist,
                var album,
                var year,
                var format,
                var disc,
                var number,
                var title,
                var artist,
                var composer,
                var genre,
            ]
        )
            throw DemoTable.Wrong(Table, index, 10);
        var folder = $"{albumArtist}/{album} ({year})";
        return new(
            $"{folder}/{disc}-{Number(number):00} - {title}.{format}",
            title,
            artist,
            albumArtist,
            album,
            Number(year),
            Number(number),
            Tracks: 0,
            Number(disc),
            Discs: 0,
            genre,
            composer,
            Isrc: null,
            MbTrack: null,
            MbAlbum: null,
            MbArtist: null,
            Duration: 0,
            new($"{folder}/cover.png", Sha256: "")
        );
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
