using Colophon.Formats.Audio;
using Colophon.Formats.Naming.Music;
using Colophon.Formats.Text;

namespace Colophon.Formats.Music;

/// <summary>Reads artists out of the tags of a file, with their ids where it is clear whose they are.</summary>
internal static class TagCredits
{
    private static readonly (string Role, string[] Names)[] _others =
    [
        ("composer", ["COMPOSER"]),
        ("lyricist", ["LYRICIST"]),
        ("writer", ["WRITER"]),
        ("conductor", ["CONDUCTOR"]),
        ("arranger", ["ARRANGER"]),
        ("remixer", ["REMIXER", "MIXARTIST"]),
        ("producer", ["PRODUCER"]),
        ("engineer", ["ENGINEER"]),
        ("mixer", ["MIXER"]),
        ("djmixer", ["DJMIXER"]),
    ];

    /// <summary>
    /// Whose track it is, and the guests. Picard writes the credit as one text (ARTIST) and the artists one by one (ARTISTS):
    /// then who is named in the text before "feat." is no guest.
    /// </summary>
    public static (IReadOnlyList<MusicArtist> Artists, IReadOnlyList<MusicArtist> Featured) OfTrack(
        AudioTags tags,
        TagValues values
    )
    {
        List<ArtistCredit> credits = [.. tags.Artists.Select(ArtistNames.Credit)];
        IReadOnlyList<string> single = ArtistNames.Split(values.Lines("ARTISTS"));
        IReadOnlyList<string> artists = ArtistNames.Split(credits.SelectMany(credit => credit.Names));
        IReadOnlyList<string> guests = ArtistNames.Split(credits.SelectMany(credit => credit.Featured));
        if (single.Count > 1 && single.Count >= artists.Count)
        {
            string text = string.Join(' ', credits.Select(credit => TextKeys.NameKey(credit.Text)));
            bool[] areMain =
            [
                .. single.Select(name => text.Contains(TextKeys.NameKey(name), StringComparison.Ordinal)),
            ];
            bool isTold = areMain.Contains(true);
            artists = isTold ? [.. single.Where((_, i) => areMain[i])] : single;
            guests = isTold ? [.. single.Where((_, i) => !areMain[i])] : [];
        }

        IReadOnlyList<string> inTitle = tags.Title is null ? [] : ArtistNames.InTitle(tags.Title).Featured;
        string[] featured =
        [
            .. guests
                .Concat(inTitle)
                .DistinctBy(TextKeys.NameKey)
                .ExceptBy(artists.Select(TextKeys.NameKey), TextKeys.NameKey),
        ];
        List<string> ids = values.Ids("MUSICBRAINZARTISTID");
        string? sortName = tags.ArtistSort is null ? null : ArtistNames.Credit(tags.ArtistSort).Text;
        bool areAll = ids.Count == artists.Count + featured.Length;
        return (
            Artists(artists, areAll ? ids[..artists.Count] : ids, sortName),
            Artists(featured, areAll ? ids[artists.Count..] : [], null)
        );
    }

    /// <summary>Whose album it is.</summary>
    public static IReadOnlyList<MusicArtist> OfAlbum(AudioTags tags, TagValues values)
    {
        IReadOnlyList<string> names = ArtistNames.Split(values.Lines("ALBUMARTISTS"));
        IReadOnlyList<string> credited = ArtistNames.Split(tags.AlbumArtists);
        names = names.Count > credited.Count ? names : credited;
        return Artists(names, values.Ids("MUSICBRAINZALBUMARTISTID"), tags.AlbumArtistSort);
    }

    /// <summary>Composers first, then those who made the recording.</summary>
    public static IReadOnlyList<MusicCredit> Others(TagValues values) =>
        [
            .. from other in _others
            let lines = values.Lines(other.Names)
            where lines.Count > 0
            from name in ArtistNames.Split(lines)
            select new MusicCredit(name, other.Role),
        ];

    /// <summary>Ids count when there is one for each name, the sort name when there is one name.</summary>
    private static IReadOnlyList<MusicArtist> Artists(
        IReadOnlyList<string> names,
        IReadOnlyList<string> ids,
        string? sortName
    ) =>
        [
            .. names.Select(
                (name, i) =>
                    name == ArtistNames.Various
                        ? AlbumCredits.Various
                        : new MusicArtist(
                            name,
                            names.Count == 1 ? sortName : null,
                            ids.Count == names.Count ? ids[i] : null
                        )
            ),
        ];
}
