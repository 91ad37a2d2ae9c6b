using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Music;

/// <summary>The rules for the names of tracks; <see cref="MusicRules"/> lists them with those for folders and albums.</summary>
internal static partial class TrackRules
{
    internal static readonly NameRule NumberWithin = new(
        "track.artist-album-number",
        "Artist - Album - NN - Title, Artist - NN - Title: what stands before the number is artist and album.",
        "lidarr, Picard.",
        NumberWithinPattern()
    );

    internal static readonly NameRule DiscNumber = new(
        "track.disc-number",
        "1-01 Title, 1.01 Title, CD1-01 Title: disc and track.",
        "iTunes. The track has two digits, so that 7-11 is read and 24-7 is not.",
        DiscNumberPattern()
    );

    internal static readonly NameRule Side = new(
        "track.vinyl-side",
        "A1 Title, B2. Title: the side of a record and the place on it; A and B are the first record.",
        "Picard, Discogs. Not at the root, and not before a dash with two digits: D12 - My Band is an artist.",
        SidePattern()
    );

    internal static readonly NameRule Number = new(
        "track.number",
        "01 - Title, 1. Title, [01] Title, 01 Title, Track 01: the number on the disc.",
        "jellyfin, lidarr. Before a mere space it needs two digits: 7 Seconds, 4 Non Blondes; at the root a zero as well: 50 Cent.",
        NumberPattern()
    );

    internal static readonly NameRule FolderArtist = new(
        "track.folder-artist",
        "Artist and album at the beginning of a file's name go when the folders say the same.",
        "lidarr."
    );

    internal static readonly NameRule ArtistTitle = new(
        "track.artist-title",
        "Artist - Title on albums of several artists, and where no folder names an artist.",
        "In an artist's folder a dash belongs to the title, unless several artists are named with this one among them."
    );

    internal static readonly NameRule Version = new(
        "track.version",
        "(2017 Remaster), (Produced By ...), (Official Video) and [320kbps] behind a title are remarks.",
        "lidarr. (Live), (Radio Edit) and (Skit) tell tracks apart and stay.",
        VersionPattern()
    );

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>A piece between dashes that is a place and nothing else.</summary>
    [GeneratedRegex(
        @"^[\[(#]?(?:(?:(?:cd|dis[ck])\s?)?(?<disc>[0-9]{1,2})[-.x](?<track>[0-9]{2,3})|(?<track>[0-9]{1,3})|(?<side>(?-i:[A-H]))(?<track>[0-9]{1,2}))[\])]?(?:(?<=[0-9])\.?\s+(?<title>(?<=^[\[(#]?0[0-9]{1,2}\]?[.\s]+|\.\s+)\S.*))?$",
        Options
    )]
    private static partial Regex NumberWithinPattern();

    [GeneratedRegex(
        @"^[\[(]?(?:(?:cd|dis[ck])\s?)?(?<disc>[1-9]|[0-2][0-9])(?:\s-\s(?<=(?:cd|dis[ck]).{0,8})|[-.x])(?<track>[0-3][0-9]|(?<=-)[4-9][0-9]|1[0-9]{2})[\])]?(?:(?:\s?[-–.]\s|[\s._-])\s*(?=\S)|(?<!\..{0,4})$)",
        Options
    )]
    private static partial Regex DiscNumberPattern();

    [GeneratedRegex(
        @"^[\[(]?(?<side>(?-i:[A-H]))(?:(?<track>0?[1-9])[\])]?(?:\s?[-–.]\s?|[\s_])|(?<track>1[0-9])[\])]?(?:\.\s?|\s(?![-–])))\s*(?=\S)",
        Options
    )]
    private static partial Regex SidePattern();

    [GeneratedRegex(
        @"^(?:track\s?(?<track>[0-9]{1,3})(?:$|[\s._-]+)|[\[(#](?<track>[0-9]{1,3})[\])]?[\s._-]*(?=\S)"
            + @"|(?<track>[0-9]{1,3})(?:\s[-–]\s?|[-–](?=\s|[^0-9\s]|[0-9]{2})|\.\s|[._)](?=[\s._-]{0,3}\p{L}))[\s._-]*(?=\S)|(?<loose>(?<track>[0-9]{2,3}))\s(?=\S)|(?<track>[0-9]{1,3})$)",
        Options
    )]
    private static partial Regex NumberPattern();

    [GeneratedRegex(
        @"(?<=\S)\s*(?:[(\[](?<text>[^()\[\]]{0,60}(?:\bre-?master(?:ed)?|\bdeluxe|\bedition|\bproduced\sby|\bprod\.(?:\sby)?|\bofficial\s(?:music\s)?(?:video|audio)|\blyrics?\svideo|\bbonus\strack|^explicit)\b?[^()\[\]]{0,100})[)\]]"
            + @"|\[(?<text>[^\[\]]{0,20}(?:[0-9]{2,3}\s?k(?:bps)?|www\.[^\[\]]{3,60}|flac|mp3))\]|\s-\s(?<text>(?:(?:19|20)[0-9]{2}\s)?(?:digital\s)?re-?master(?:ed)?(?:\s(?:19|20)[0-9]{2}|\sversion)?))$",
        Options
    )]
    private static partial Regex VersionPattern();
}
