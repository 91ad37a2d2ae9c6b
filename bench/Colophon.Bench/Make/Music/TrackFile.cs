using System.Globalization;
using Colophon.Testing.Audio;

namespace Colophon.Bench.Make.Music;

/// <summary>The audio file of a track, with its tags and its cover inside: FLAC or MP3, as its path says.</summary>
internal static class TrackFile
{
    public static byte[] Of(MadeTrack track, byte[] cover) =>
        track.Path.EndsWith(".flac", StringComparison.Ordinal) ? Flac(track, cover) : Mp3(track, cover);

    private static byte[] Flac(MadeTrack track, byte[] cover) =>
        FlacBuilder
            .Titled(track.Title)
            .Album(track.Album)
            .By(track.Artist)
            .Tag("ALBUMARTIST", track.AlbumArtist)
            .Tag("DATE", Text(track.Year))
            .Tag("TRACKNUMBER", Text(track.Track))
            .Tag("TRACKTOTAL", Text(track.Tracks))
            .Tag("DISCNUMBER", Text(track.Disc))
            .Tag("DISCTOTAL", Text(track.Discs))
            .Tag("GENRE", track.Genre)
            .Tag("COMPOSER", track.Composer)
            .Tag("ISRC", track.Isrc)
            .Tag("MUSICBRAINZ_TRACKID", track.MbTrack)
            .Tag("MUSICBRAINZ_ALBUMID", track.MbAlbum)
            .Tag("MUSICBRAINZ_ARTISTID", track.MbArtist)
            .Cover(cover)
            .Lasting(track.Duration)
            .Build();

    private static byte[] Mp3(MadeTrack track, byte[] cover) =>
        Mp3Builder
            .Titled(track.Title)
            .Album(track.Album)
            .Text("TPE1", track.Artist)
            .Text("TPE2", track.AlbumArtist)
            .Text("TDRC", Text(track.Year))
            .Track(track.Track, track.Tracks)
            .Disc(track.Disc, track.Discs)
            .Text("TCON", track.Genre)
            .Text("TCOM", track.Composer)
            .Text("TSRC", track.Isrc)
            .Frame("UFID", [.. "http://musicbrainz.org\0"u8, .. System.Text.Encoding.ASCII.GetBytes(track.MbTrack)])
            .Named("MusicBrainz Album Id", track.MbAlbum)
            .Named("MusicBrainz Artist Id", track.MbArtist)
            .Cover(cover)
            .Lasting(track.Duration)
            .Build();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
