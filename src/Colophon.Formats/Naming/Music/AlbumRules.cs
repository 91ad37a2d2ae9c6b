using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Music;

/// <summary>The rules for the names of albums; <see cref="MusicRules"/> lists them with those for folders and files.</summary>
internal static partial class AlbumRules
{
    internal static readonly NameRule Id = new(
        "album.id",
        "An id of MusicBrainz or Discogs in brackets.",
        "lidarr can name folders so.",
        IdPattern()
    );

    internal static readonly NameRule Scene = new(
        "album.scene-release",
        "Artist-Album-WEB-1999-GRP, with no spaces around the dashes.",
        "lidarr. A medium among the pieces, or a space or underscore in artist and title, must show that it is one.",
        ScenePattern()
    );

    internal static readonly NameRule Prefix = new(
        "album.tracker-prefix",
        "(Genre) [CD] before artist and album goes where the name ends as trackers end theirs.",
        "lidarr. (What's the Story) Morning Glory keeps its name.",
        PrefixPattern()
    );

    internal static readonly NameRule Audio = new(
        "album.audio-words",
        "Formats, rates and media at the end are no title: [FLAC], (24bit-96kHz), MP3 192kbps, 2CD.",
        "lidarr.",
        BareAudioPattern()
    );

    internal static readonly NameRule Brackets = new(
        "album.brackets",
        "Square brackets and braces at the end are remarks.",
        "lidarr. They may name year, edition and type; parentheses are of the title unless they do.",
        BracketPattern()
    );

    internal static readonly NameRule Year = new(
        "album.year",
        "A year in brackets, or behind a dash at the end.",
        "Plex, lidarr: Album (1999). Of several the last counts."
    );

    internal static readonly NameRule YearFirst = new(
        "album.year-first",
        "1999 - Album, (1999) Album: the year of the album.",
        "Common in sorted libraries. A bare number needs a dash or a dot: 1989 and 2112 are titles.",
        YearFirstPattern()
    );

    internal static readonly NameRule Edition = new(
        "album.edition",
        "Words for an edition in brackets, or behind a dash at the end: (Deluxe Edition), (2016 Remastered).",
        "lidarr. Their year is the edition's.",
        DashEditionPattern()
    );

    internal static readonly NameRule Type = new(
        "album.type",
        "EP, Single, Live, Soundtrack in brackets say the type, EP and OST bare at the end too.",
        "lidarr drops (Album) and (Promo CD). (Live) and (Soundtrack) stay in the title, because they tell albums apart.",
        BareTypePattern()
    );

    internal static readonly NameRule DiscMark = new(
        "album.disc-mark",
        "Album (Disc 2), Album [CD2] and Album - CD 2 are a disc of Album.",
        "iTunes, Amazon: in folders and in tags.",
        DiscMarkPattern()
    );

    internal static readonly NameRule Discography = new(
        "album.discography",
        "Artist - Discography 1969-1982 is all of an artist.",
        "lidarr.",
        DiscographyPattern()
    );

    internal static readonly NameRule ArtistPrefix = new(
        "album.artist-prefix",
        "Artist - Album in the artist's folder: the artist goes.",
        "A dash behind other words belongs to the title there, unless they name several artists with this one among them."
    );

    internal static readonly NameRule ArtistAlbum = new(
        "album.artist-album",
        "Artist - Album where no folder names an artist.",
        "lidarr."
    );

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"\s*[\[({]\s?(?:(?:(?:musicbrainz|mbid|mb)[a-z_]{0,20}\s?[=:-]?\s?)?(?<musicbrainz>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
            + @"|discogs(?:id)?[=:\s-]{0,2}(?<discogs>[rm]?[0-9]{1,10}))\s?[\])}]",
        Options
    )]
    private static partial Regex IdPattern();

    // the pieces are looked at one by one
    [GeneratedRegex(@"^(?!.*\s[-–]\s)[^-]{1,100}-[^-].{0,200}-(?:19|20)[0-9]{2}(?:-[\p{L}0-9_.]{2,24}){1,2}$", Options)]
    private static partial Regex ScenePattern();

    [GeneratedRegex(
        @"^\((?!(?:19|20)[0-9]{2}\))[^()]{2,60}\)\s*(?:\[[^\[\]]{2,12}\]\s*)?(?=\S.*\s[-–]\s.*(?:lossless|lossy|\S\s?kbps)\s*$)",
        Options
    )]
    private static partial Regex PrefixPattern();

    // "MP3", ", FLAC", "2CD", ", 2014-2016"; 320 alone only behind a bracket
    [GeneratedRegex(
        @"(?:[\s,]+"
            + MusicWords.SureAudio
            + @"(?:\s+rip)?|(?<=[)\]}]\s?)(?:128|192|256|320)|(?<=[\])])-[\p{L}0-9]{2,15})[\s,]*$",
        Options
    )]
    private static partial Regex BareAudioPattern();

    [GeneratedRegex(
        @"\s*(?:\[(?<text>[^\[\]]{0,200})\]|\{(?<text>[^{}]{0,200})\}|(?<round>\((?<text>[^()]{0,200})\)))[\s,]*$",
        Options
    )]
    private static partial Regex BracketPattern();

    [GeneratedRegex(
        @"^(?:[\[({]\s?(?<year>19[0-9]{2}|20[0-9]{2})(?:[-./][0-9]{1,2}){0,2}\s?[\])}][\s._\-–]*|(?<year>19[0-9]{2}|20[0-9]{2})(?:[-.][0-9]{2}){0,2}(?:\s?[-–]\s|\.\s|_-_))(?=\S)",
        Options
    )]
    private static partial Regex YearFirstPattern();

    // behind a dash, and the years that stand bare
    [GeneratedRegex(
        @"(?<=\S)(?:\s[-–]|,)\s(?<year>(?:19|20)[0-9]{2})(?:\s?[-–]\s?(?<until>(?:19|20)[0-9]{2}))?$",
        Options
    )]
    internal static partial Regex DashYearPattern();

    [GeneratedRegex(@"(?<=\S)\s(?<year>(?:19|20)[0-9]{2})(?:\s?[-–]\s?(?<until>(?:19|20)[0-9]{2}))?$", Options)]
    internal static partial Regex BareYearPattern();

    [GeneratedRegex(
        @"(?<=\S)\s[-–]\s(?<edition>(?:[\p{L}0-9'’]{1,20}\s){0,3}(?:edition|deluxe|remaster(?:ed)?|version)(?:\s(?:19|20)[0-9]{2})?)$",
        Options
    )]
    private static partial Regex DashEditionPattern();

    [GeneratedRegex(@"(?<=\S)\s(?<type>(?-i:EP|E\.P\.|OST))$", Options)]
    private static partial Regex BareTypePattern();

    [GeneratedRegex(
        @"(?<=\S)(?:\s*[(\[]\s?(?:cd|dis[ck])\s?#?(?<number>[0-9]{1,2})(?:\s?(?:of|/|von)\s?[0-9]{1,2})?(?:\s?[:\-–][^()\[\]]{0,100})?\s?[)\]]"
            + @"|(?:\s?[-–,:]\s|\s)(?:cd|disc|disk)\s?(?<number>[0-9]{1,2})(?:\s(?:of|von)\s[0-9]{1,2})?)$",
        Options
    )]
    private static partial Regex DiscMarkPattern();

    [GeneratedRegex(
        @"^(?:(?:(?:the|studio|complete|full|official|albums?)\s){0,3}discograph(?:y|ie)|дискография|discografia|discografía)$",
        Options
    )]
    private static partial Regex DiscographyPattern();
}
