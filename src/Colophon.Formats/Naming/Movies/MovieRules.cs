using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Releases;

namespace Colophon.Formats.Naming.Movies;

/// <summary>The one table of rules for the names of movies; those for releases stand in <see cref="ReleaseRules"/>.</summary>
public static partial class MovieRules
{
    /// <summary>In the order they are tried.</summary>
    public static IReadOnlyList<NameRule> All => _all;

    internal static readonly NameRule InnerFolder = new(
        "movie.inner-folder",
        "Folders of discs, parts and extras belong to the movie of the folder above: BDMV, VIDEO_TS, cd1, trailers.",
        "jellyfin, kodi."
    );

    internal static readonly NameRule EditionMark = new(
        "movie.edition-mark",
        "{edition-Director's Cut} is the edition.",
        "plex, radarr.",
        EditionMarkPattern()
    );

    internal static readonly NameRule ExtraSuffix = new(
        "movie.extra-suffix",
        "-trailer and the like at the end of a file's name say what it is and are no title.",
        "jellyfin, kodi.",
        MovieExtraNames.SuffixPattern()
    );

    internal static readonly NameRule Part = new(
        "movie.part",
        "cd1, disc 2, part3 or letters a to d at the end of a file's name count the files of one movie.",
        "jellyfin, kodi. A part with nothing but a title before it stays: Deathly Hallows Part 2 is a film of its own; files "
            + "beside each other are told by grouping.",
        PartPattern()
    );

    internal static readonly NameRule Year = new(
        "movie.year",
        "The year of the movie stands in brackets, or bare before the words of a release.",
        "jellyfin, radarr. Of several bare ones the last counts; none at the start, none of a date, and none after 2039, because "
            + "films are called Blade Runner 2049.",
        BracketYearPattern()
    );

    internal static readonly NameRule EditionBeforeYear = new(
        "movie.edition-before-year",
        "Words for an edition directly before the year are no title: Title Extended 2012.",
        "radarr."
    );

    internal static readonly NameRule EpisodeMark = new(
        "movie.episode-mark",
        "E01, E01-E16 or - 03 behind a group's name end the title.",
        "jellyfin reads names of episodes so in any library.",
        EpisodeMarkPattern()
    );

    internal static readonly NameRule Tags = new(
        "movie.tags",
        "Brackets behind the title are remarks.",
        "jellyfin. [REC] alone is a title.",
        TagPattern()
    );

    internal static readonly NameRule Aka = new(
        "movie.aka",
        "Title aka Other Title: both are titles.",
        "radarr.",
        AkaPattern()
    );

    internal static readonly NameRule TitleFolder = new(
        "movie.title-folder",
        "The folder bears the title: it says the same as the file, more than the file, or is known to hold one movie.",
        "Title (Year)/any.mkv; jellyfin, kodi. Where both have a year for one title the file's counts, as in jellyfin."
    );

    internal static readonly NameRule TitleFile = new(
        "movie.title-file",
        "The file bears the title.",
        "Files at the root, in folders of several movies, and where the folder says nothing of its own."
    );

    private static readonly NameRule[] _all =
    [
        InnerFolder,
        EditionMark,
        ExtraSuffix,
        Part,
        Year,
        EditionBeforeYear,
        EpisodeMark,
        Tags,
        Aka,
        BookRules.ArticleBehind,
        TitleFolder,
        TitleFile,
    ];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"\{edition-(?<edition>[^{}]{1,60})\}", Options)]
    private static partial Regex EditionMarkPattern();

    [GeneratedRegex(
        @"(?:(?<=[\])}])|(?<=\S)[\s_.-]{1,5})[(\[]?(?<word>cd|dvd(?![59]\b)|part|pt|p(?=[0-9])|dis[ck])[\s_.-]{0,3}(?:(?<number>[0-9]{1,3})|(?<letter>[a-d]))[)\]]?$",
        Options
    )]
    internal static partial Regex PartPattern();

    // also "(Alain Cavalier, 1967)"
    [GeneratedRegex(
        @"[(\[{]\s{0,3}(?:(?<person>[^()\[\]{}0-9]{2,60})[\s,.-]{1,3})?(?<year>1[89][0-9]{2}|20[0-9]{2})\s{0,3}[)\]}]",
        Options
    )]
    private static partial Regex BracketYearPattern();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?<!(?<![0-9])[0-9]{1,2}[-._ ][0-9]{1,2}[-._])(?<year>18[89][0-9]|19[0-9]{2}|20[0-3][0-9])(?![\p{L}\p{N}])(?![-._ ][0-9]{1,2}[-._ ][0-9]{1,2}(?![0-9]))",
        Options
    )]
    internal static partial Regex BareYearPattern();

    [GeneratedRegex(@"[\s._-]{1,3}(?:E[0-9]{1,4}(?:[-~]E?[0-9]{1,4})?(?:[\s._-]END)?|-\s[0-9]{2,3})$", Options)]
    private static partial Regex EpisodeMarkPattern();

    [GeneratedRegex(@"(?<=\S)[\s._-]{0,5}\[[^\[\]]{0,100}\]$", Options)]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"(?<=\S)[\s]{1,3}\(?(?:aka|a\.k\.a\.?)\s{1,3}(?=\S)", Options)]
    private static partial Regex AkaPattern();
}
