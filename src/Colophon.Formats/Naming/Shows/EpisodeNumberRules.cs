using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Shows;

/// <summary>Rules for numbers that no word and no letter marks; the weakest, tried last.</summary>
internal static partial class EpisodeNumberRules
{
    internal static readonly NameRule SeasonDash = new(
        "episode.season-dash",
        "4-12 - Title outside a season's folder is season 4, episode 12.",
        "jellyfin. In a season's folder, and when the first number begins with 0, it is two episodes.",
        SeasonDashPattern()
    );

    internal static readonly NameRule Leading = new(
        "episode.leading-number",
        "A number at the beginning is the episode: 02.avi, 02 - Title, 2. Title, 02-05 - Title.",
        "jellyfin. The next number belongs to the title: 16 - 12 Some Title.",
        LeadingPattern()
    );

    internal static readonly NameRule Bracket = new(
        "episode.bracket-number",
        "[07], [01-05], [12END] and [857集] are episodes.",
        "Fansub groups; sonarr, jellyfin. A year in brackets is none while another number is there.",
        BracketPattern()
    );

    internal static readonly NameRule Dash = new(
        "episode.dash-number",
        "Show - 136, Show - 02 - Title, Show - 12v2, Show - 01 ~ 10: a number behind a dash.",
        "Fansub groups; jellyfin, sonarr. 12.5 is a special.",
        DashPattern()
    );

    internal static readonly NameRule Split = new(
        "episode.split-number",
        "Show 102 is season 1, episode 2, and 0807 season 8, episode 7, when nothing else says which episode it is.",
        "kodi, jellyfin, sonarr. With a fansub group, or when bare numbers are known to count through the show, it is not.",
        SplitPattern()
    );

    internal static readonly NameRule End = new(
        "episode.end-number",
        "A number at the end of the name, before the words of the release, is the episode.",
        "jellyfin, sonarr. Years are none, and a single digit only in a season's folder.",
        EndPattern()
    );

    internal static readonly NameRule Middle = new(
        "episode.middle-number",
        "A number between words is the episode in the name of a fansub release, or when it begins with 0.",
        "sonarr, guessit: [ACX]Show 01 Title, Show.05.Title.",
        MiddlePattern()
    );

    /// <summary>In the order they are tried.</summary>
    internal static readonly NameRule[] List = [SeasonDash, Leading, Bracket, Dash, Split, End, Middle];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    // an absolute number: 07, 1004, 12.5, 03v2
    private const string Number = @"(?<first>[0-9]{1,4}(?:\.[0-9](?![0-9]))?)(?:v[0-9])?";

    [GeneratedRegex(@"^(?<season>[1-9][0-9]?)-(?<first>[0-9]{1,3})(?=\s-\s|$)(?<title>.*)$", Options)]
    private static partial Regex SeasonDashPattern();

    [GeneratedRegex(
        @"^(?<first>[0-9]{1,4})(?:v[0-9])?(?:(?<dash>[-–])(?<next>[0-9]{1,4}))?(?:\s-\s|[-–.]\s?(?=[\p{L}]|[0-9]+\s\p{L})|\s+|$)(?<title>.*)$",
        Options
    )]
    private static partial Regex LeadingPattern();

    [GeneratedRegex(
        @"\[\s?(?:第\s?)?(?<first>[0-9]{1,4}(?:\.5)?)(?:(?<dash>[-–~])(?<next>[0-9]{1,4}))?\s?(?:v[0-9]|END|fin|完|集|話|话)?\s?\]",
        Options
    )]
    private static partial Regex BracketPattern();

    [GeneratedRegex(
        @"(?:(?<=\S)\s[-–]\s?|(?<=[\p{L}!?)])-(?=[0-9]{2})|_-_|\.-\.|:\s)"
            + Number
            + @"(?:\.[0-9])?(?:\s?(?<dash>[-–~])\s?(?<next>[0-9]{1,4}))?(?=\s*$|\s+[-–]\s|\s*[\[(]|\s+(?![0-9]+\s?[-–~])\S)",
        Options
    )]
    private static partial Regex DashPattern();

    [GeneratedRegex(
        @"(?<![\p{L}0-9])(?:(?<season>[1-9])(?<first>[0-9]{2})|(?<season>0[1-9]|1[0-8])(?<first>[0-9]{2}))(?![\p{L}0-9])",
        Options
    )]
    private static partial Regex SplitPattern();

    [GeneratedRegex(
        @"(?<=[^\s._-][\s._]{1,60})\(?" + Number + @"(?:\s?(?<dash>[-–~])\s?(?<next>[0-9]{1,4}))?\)?\s*$",
        Options
    )]
    private static partial Regex EndPattern();

    [GeneratedRegex(@"(?<=[^\s._-][\s._]{1,60})" + Number + @"(?=[\s._]+\S)", Options)]
    private static partial Regex MiddlePattern();
}
