using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Shows;

/// <summary>
/// The one table of rules for the names of shows, seasons and episodes: those for folders (<see cref="SeasonRules"/>), for marks
/// in a file's name, and for numbers where there is no mark (<see cref="EpisodeNumberRules"/>).
/// </summary>
public static partial class EpisodeRules
{
    /// <summary>In the order they are tried.</summary>
    public static IReadOnlyList<NameRule> All => _all;

    internal static readonly NameRule SeasonEpisode = new(
        "episode.season-episode",
        "S01E02 and its kin: S01.E02, S1 E2, S01xE02, S01x02, S2009E02; more episodes follow as E03, -E03, -03.",
        "jellyfin, kodi, sonarr. A lone -03 must touch the mark and be greater, so that S05E23 11-59 and S01E01-720p stay one.",
        SeasonEpisodePattern()
    );

    internal static readonly NameRule Times = new(
        "episode.times",
        "1x02, 02x03-04, 1x01x02, 2009x02.",
        "jellyfin, kodi, sonarr. 1920x1080 and other sizes of pictures are none.",
        TimesPattern()
    );

    internal static readonly NameRule Chapter = new(
        "episode.cap",
        "Cap.201 is season 2, episode 1; Cap.111_120 several.",
        "Spanish releases; sonarr, guessit.",
        ChapterPattern()
    );

    internal static readonly NameRule SeasonText = new(
        "episode.season-text",
        "Season 3, Staffel 3 or S3 in the file's name, where an episode's number follows.",
        "jellyfin. sonarr takes Title S2 - 12 for a show Title S2; in a library it is the second season.",
        SeasonTextPattern()
    );

    internal static readonly NameRule EpisodeText = new(
        "episode.word",
        "Episode 16, ep02, E02, Folge 3, 第10話, 60.Bölüm and the like, in some thirty languages.",
        "jellyfin, kodi, sonarr. Without a season anywhere the number counts through the show.",
        EpisodeTextPattern()
    );

    internal static readonly NameRule EpisodeOf = new(
        "episode.of",
        "5of9 is episode 5.",
        "sonarr, guessit: series of few parts.",
        EpisodeOfPattern()
    );

    internal static readonly NameRule Date = new(
        "episode.date",
        "2018-03-24, 24.03.2018, 20180324 and 24 March 2018 are the day it was aired.",
        "jellyfin, kodi, sonarr. Of 03.04.2018 the first is the day, as kodi has it; sonarr takes none.",
        DatePattern()
    );

    internal static readonly NameRule Special = new(
        "episode.special",
        "SP01, OVA 2, OAD, NCOP and the word Special in a name without other numbers mark specials.",
        "sonarr; fansub groups.",
        SpecialPattern()
    );

    internal static readonly NameRule Part = new(
        "episode.part",
        "Part 2, Pt. II, Teil 2, Part Two: the episode of a series of few parts when nothing else says so, else a part's number.",
        "kodi, sonarr.",
        PartPattern()
    );

    internal static readonly NameRule AbsoluteBeside = new(
        "episode.absolute-beside",
        "S01E05 - 017 - Title and Show - 017 - S01E05: the number beside the mark counts through the show.",
        "sonarr. It has three digits, or begins with 0, so that S01E03 - 24 Hours keeps its title.",
        AbsoluteBesidePattern()
    );

    internal static readonly NameRule TitleBehind = new(
        "episode.title",
        "What stands behind the mark and before the words of the release is the episode's title.",
        "jellyfin, sonarr. Remarks in brackets are passed over."
    );

    internal static readonly NameRule ShowText = new(
        "episode.show-text",
        "What stands before the mark is the show's title when no folder bears it.",
        "jellyfin, sonarr."
    );

    private static readonly NameRule[] _all =
    [
        SeasonRules.Specials,
        SeasonRules.Word,
        SeasonRules.NumberWord,
        SeasonRules.Letter,
        SeasonRules.Number,
        SeasonRules.TitleBefore,
        SeasonRules.Shelf,
        SeasonRules.DiscFolder,
        SeasonRules.EpisodeFolder,
        SeasonRules.ShowFolder,
        SeasonRules.ShowSeason,
        SeasonRules.ShowYear,
        SeasonEpisode,
        Times,
        Chapter,
        Date,
        SeasonText,
        EpisodeText,
        EpisodeOf,
        Special,
        .. EpisodeNumberRules.List,
        Part,
        AbsoluteBeside,
        TitleBehind,
        ShowText,
    ];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    // not within a word, and not the end of a hash
    private const string Border = @"(?<![\p{L}0-9])";

    // what may stand between the numbers of several episodes
    private const string Joint = @"(?:\s?[-–~&+]\s?|[\s._](?:and|en|et|und|y|e)[\s._]|[\s._]|\s-\s)?";

    // not 720p, x264, 31st
    private const string NumberEnd = @"(?![0-9\p{L}]|\.[0-9]{1,2}(?:[^0-9]|$))";

    [GeneratedRegex(
        Border
            + @"S(?<season>[0-9]{1,4})(?:[\s._-]{0,2}x?E(?:P|pisode)?[\s._]?|x|[\s._-]{0,3}Ep[\s._]?)(?<first>[0-9]{1,5})(?![0-9])"
            + "(?:"
            + Joint
            + @"(?:S?\k<season>[\s._]?)?(?:x?Ep?|x(?!26[3-6]))\s?(?<next>[0-9]{1,5})(?![0-9pi])|(?<dash>[-–~])(?<next>[0-9]{1,4})"
            + NumberEnd
            + "){0,40}",
        Options
    )]
    private static partial Regex SeasonEpisodePattern();

    [GeneratedRegex(
        Border
            + @"(?<season>[0-9]{1,4})x(?<first>[0-9]{1,4})(?![0-9\p{L}-[x]]|x26[3-6])"
            + "(?:"
            + Joint
            + @"(?:\k<season>)?(?:x?E|x(?!26[3-6]))(?<next>[0-9]{1,4})(?![0-9pi])|(?<dash>[-–~])(?<next>[0-9]{1,4})"
            + NumberEnd
            + "){0,40}",
        Options
    )]
    private static partial Regex TimesPattern();

    [GeneratedRegex(
        @"\[?Cap\.?\s?(?<season>[0-9]{1,2})(?<first>[0-9]{2})(?:(?<dash>[_-])(?:\k<season>)?(?<next>[0-9]{2}))?(?![0-9])[^\]]{0,20}\]?",
        Options
    )]
    private static partial Regex ChapterPattern();

    [GeneratedRegex(
        @"(?:"
            + Border
            + "(?:"
            + ShowWords.Season
            + @")[\s._-]{0,3}(?<season>[0-9]{1,4})(?![0-9])|(?<=[^\s._\-\])][\s._\-]{1,3})(?:"
            + ShowWords.WeakSeason
            + @")[\s._](?<season>[0-9]{1,2})(?![0-9])|(?<=[\s._\-\])])S(?<season>[0-9]{1,2})(?![\p{L}0-9])|"
            + Border
            + @"(?<season>[0-9]{1,2})(?:st|nd|rd|th)[\s._]season(?!\p{L}))",
        Options
    )]
    private static partial Regex SeasonTextPattern();

    [GeneratedRegex(
        Border
            + @"(?:(?:"
            + ShowWords.Episode
            + @")(?:[\s._#:]{0,2}|\s?-\s?)(?<first>[0-9]{1,5})|E(?<first>[0-9]{2,5})(?=v[0-9]|e[0-9]|[^\p{L}0-9]|$))(?:v[0-9])?(?![0-9])(?:"
            + Joint
            + @"Ep?[\s.]?(?<next>[0-9]{1,5})(?![0-9pi])|(?<dash>[-–~])(?<next>[0-9]{1,5})"
            + NumberEnd
            + @"|\s?en\s(?<next>[0-9]{1,3})"
            + NumberEnd
            + @"){0,40}|第\s?(?<first>[0-9]{1,4})(?:(?<dash>[-–~])(?<next>[0-9]{1,4}))?\s?[话話集回期]|(?<![0-9.])(?<first>[0-9]{1,4})(?:(?<dash>[-–])(?<next>[0-9]{1,4}))?[\s._]{0,2}(?:"
            + ShowWords.EpisodeBehind
            + @")(?!\p{Ll})",
        Options
    )]
    private static partial Regex EpisodeTextPattern();

    [GeneratedRegex(Border + @"(?<first>[0-9]{1,3})[\s._]?of[\s._]?[0-9]{1,3}(?![\p{L}0-9])", Options)]
    private static partial Regex EpisodeOfPattern();

    [GeneratedRegex(
        @"[(\[]?(?<![0-9])(?:(?<year>(?:19|20)[0-9]{2})[\s._-](?<month>[0-9]{2})[\s._-](?<day>[0-9]{2})(?:[\s._T-][0-9]{2}[\s._-][0-9]{2}(?:[\s._-][0-9]{2})?)?"
            + @"|(?<day>[0-9]{2})[._-](?<month>[0-9]{2})[._-](?<year>(?:19|20)[0-9]{2})"
            + @"|(?<year>(?:19[3-9]|20[0-4])[0-9])(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12][0-9]|3[01])"
            + @"|(?<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?[\s._](?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[\s._](?<year>(?:19|20)[0-9]{2}))(?![0-9])[)\]]?",
        Options
    )]
    private static partial Regex DatePattern();

    [GeneratedRegex(
        Border
            + @"(?:(?:OVA|OAD|OVD)(?:[\s._-]{0,3}(?<first>[0-9]{1,3})(?![\p{L}0-9]))?|(?:SP|Specials?)[\s._-]{0,2}(?<first>[0-9]{1,3})(?![\p{L}0-9])|NC(?:OP|ED)[0-9]{0,2}|Specials?)(?![\p{L}0-9])",
        Options
    )]
    private static partial Regex SpecialPattern();

    [GeneratedRegex(
        Border
            + @"(?:part|pt|teil|partie|parte|deel|del)[\s._-]{0,2}(?<part>[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|viii|vii|vi|iv|ix|iii|ii|i|v|x)(?![\p{L}0-9])",
        Options
    )]
    private static partial Regex PartPattern();

    [GeneratedRegex(
        @"^[\s._-]{0,3}(?:\[(?<first>[0-9]{3,4})\]|\((?<first>[0-9]{3,4})\)|(?<first>0[0-9]{1,3}|[0-9]{3})(?:-(?<next>[0-9]{2,4}))?)(?=$|[\s._]?-|[._][\p{L}])"
            + @"|(?:\s-\s(?<before>[0-9]{2,4}(?:\.[0-9])?)(?:\s-)?|\s(?<fansub>[0-9]{3,4}))\s?[(\[]?$",
        Options
    )]
    private static partial Regex AbsoluteBesidePattern();
}
