using System.Globalization;
using System.Text;
using Colophon.Testing.Audio;

namespace Colophon.Bench.Make.Music;

/// <summary>The audio file of a track, with its tags and its cover inside: FLAC or MP3, as its path says.</summary>
internal static class TrackFile
{
    public static byte[] Of(MadeTrack track, byte[] cover) =>
        track.Path.EndsWith(".flac", StringComparison.Ordinal) ? Flac(track, cover) : Mp3(track, cover);

    private static byte[] Flac(MadeTrack track, byte[] cover)
    {
        var file = FlacBuilder
            .Titled(track.Title)
            .Album(track.Album)
            .By(track.Artist)
            .Cover(cover)
            .Lasting(track.Duration);
        (string Name, string? Value)[] tags =
        [
            ("ALBUMARTIST", track.AlbumArtist),
            ("DATE", Text(track.Year)),
            ("TRACKNUMBER", Text(track.Track)),
            ("TRACKTOTAL", Text(track.Tracks)),
            ("DISCNUMBER", Text(track.Disc)),
            ("DISCTOTAL", Text(track.Discs)),
            ("GENRE", track.Genre),
            ("COMPOSER", track.Composer),
            ("ISRC", track.Isrc),
            ("MUSICBRAINZ_TRACKID", track.MbTrack),
            ("MUSICBRAINZ_ALBUMID", track.MbAlbum),
            ("MUSICBRAINZ_ARTISTID", track.MbArtist),
        ];
        foreach (var (name, value) in tags)
            if (value is not null)
                file.Tag(name, value);
        return file.Build();
    }

    private static byte[] Mp3(MadeTrack track, byte[] cover)
    {
        var file = Mp3Builder
            .Titled(track.Title)
            .Album(track.Album)
            .Text("TPE1", track.Artist)
            .Text("TPE2", track.AlbumArtist)
            .Text("TDRC", Text(track.Year))
            .Track(track.Track, track.Tracks)
            .Disc(track.Disc, track.Discs)
            .Text("TCON", track.Genre)
            .Text("TCOM", track.Composer)
            .Cover(cover)
            .Lasting(track.Duration);
        if (track.Isrc is { } isrc)
            file.Text("TSRC", isrc);
        if (track.MbTrack is { } recording)
            file.Frame("UFID", [.. "http://musicbrainz.org\0"u8, .. Encoding.ASCII.GetBytes(recording)]);
        if (track.MbAlbum is { } release)
            file.Named("MusicBrainz Album Id", release);
        if (track.MbArtist is { } artist)
            file.Named("MusicBrainz Artist Id", artist);
        return file.Build();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
