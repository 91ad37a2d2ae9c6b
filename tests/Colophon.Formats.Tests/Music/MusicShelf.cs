using Colophon.Formats.Audio;
using Colophon.Formats.Music;

namespace Colophon.Formats.Tests.Music;

/// <summary>Files with tags, for tests of albums.</summary>
internal static class MusicShelf
{
    public const string ArtistId = "11111111-1111-4111-8111-111111111111";
    public const string GuestId = "22222222-2222-4222-8222-222222222222";
    public const string ReleaseId = "33333333-3333-4333-8333-333333333333";
    public const string OtherReleaseId = "44444444-4444-4444-8444-444444444444";

    public static MusicFile Untagged(string path) => new(path, AudioTags.None);

    /// <summary>A file with the usual tags; null is a tag that is not there.</summary>
    public static MusicFile File(
        string path,
        string? album,
        string? artist,
        int? track = null,
        string? albumArtist = null,
        int? disc = null
    ) =>
        new(
            path,
            new AudioTags
            {
                Title = $"Title {track}",
                Album = album,
                Artists = artist is null ? [] : [artist],
                AlbumArtists = albumArtist is null ? [] : [albumArtist],
                Track = track,
                Disc = disc,
            }
        );

    public static MusicFile With(this MusicFile file, Func<AudioTags, AudioTags> change) =>
        file with
        {
            Tags = change(file.Tags),
        };

    /// <summary>With a tag that has no member of its own.</summary>
    public static MusicFile Saying(this MusicFile file, string name, params string[] values) =>
        file.With(tags =>
            tags with
            {
                All = new Dictionary<string, IReadOnlyList<string>>(tags.All, StringComparer.Ordinal)
                {
                    [name] = values,
                },
            }
        );

    /// <summary>Albums as "Artist: Title [numbers]".</summary>
    public static string[] Shown(params IReadOnlyList<MusicFile> files) =>
        [
            .. MusicAlbums
                .Of(files)
                .Select(album =>
                    $"{string.Join('+', album.Artists.Select(artist => artist.Name))}: {album.Title ?? "-"} "
                    + $"[{string.Join(' ', album.Tracks.Select(Place))}]"
                ),
        ];

    private static string Place(TrackFacts track) =>
        (track.Disc is null ? "" : $"{track.Disc}.") + (track.Number is null ? "?" : $"{track.Number}");
}
