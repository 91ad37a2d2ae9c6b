using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Companions;

/// <summary>The one table of rules for the names of subtitles and sound tracks beside a video.</summary>
public static partial class CompanionRules
{
    /// <summary>In the order they are tried.</summary>
    public static IReadOnlyList<NameRule> All => _all;

    internal static readonly NameRule SubtitleFolder = new(
        "companion.subs-folder",
        "A folder called Subs or Subtitles belongs to the videos beside it; a folder in it that is called as a video, to that one.",
        "Releases are packed so; jellyfin and kodi pass such folders over, and their users move the files by hand.",
        SubtitleFolderPattern()
    );

    internal static readonly NameRule SameName = new(
        "companion.same-name",
        "Video.words.srt belongs to Video; of several the one with the longest name.",
        "jellyfin, kodi. A dot must follow, so that Video Sequel.srt is not taken."
    );

    internal static readonly NameRule OtherSeparator = new(
        "companion.other-separator",
        "Video-en.srt, Video_English.srt and Video [en].srt belong to Video when all that follows is a language or a flag.",
        "guessit; players take them too.",
        OtherSeparatorPattern()
    );

    internal static readonly NameRule SameEpisode = new(
        "companion.same-episode",
        "A subtitle of season 1, episode 2 belongs to the only video of that episode, whatever else their names say.",
        "Subtitles are named after another release of the same episode; sonarr renames them by the numbers."
    );

    internal static readonly NameRule OnlyVideo = new(
        "companion.only-video",
        "English.srt and all of a folder Subs belong to the only video there is.",
        "Releases: 2_English.srt. A name with words of its own beside the video is left alone, it may be of another film."
    );

    internal static readonly NameRule Forced = new(
        "companion.forced",
        "forced and foreign: lines to show even without subtitles.",
        "jellyfin, sonarr."
    );

    internal static readonly NameRule Default = new(
        "companion.default",
        "default: the track to begin with.",
        "jellyfin."
    );

    internal static readonly NameRule HearingImpaired = new(
        "companion.hearing-impaired",
        "sdh, cc and hi: for people who hear badly.",
        "jellyfin. hi alone is Hindi; beside another language it is the flag."
    );

    internal static readonly NameRule Language = new(
        "companion.language",
        "The last word that is a language is the language: a code, a name, a tag such as pt-BR.",
        "jellyfin; in My.Video.fr.en.srt it is English. Two letters with words on both sides are a word (This.is.it.srt)."
    );

    internal static readonly NameRule LanguageAndTitle = new(
        "companion.language-title",
        "ru-something-else: a language, then a title.",
        "sonarr.",
        LanguageAndTitlePattern()
    );

    internal static readonly NameRule CopyNumber = new(
        "companion.number",
        "A number of its own, before the language or behind the title, only tells several files apart.",
        "Releases: 2_English.srt; sonarr: mytitle - 1.en.ass.",
        CopyNumberPattern()
    );

    internal static readonly NameRule Title = new("companion.title", "What is left is the title.", "jellyfin, sonarr.");

    private static readonly NameRule[] _all =
    [
        SubtitleFolder,
        SameName,
        OtherSeparator,
        SameEpisode,
        OnlyVideo,
        Forced,
        Default,
        HearingImpaired,
        Language,
        LanguageAndTitle,
        CopyNumber,
        Title,
    ];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^(?:subs?|subtitles?|vobsubs?|untertitel|sous-titres|subtitulos)$", Options)]
    private static partial Regex SubtitleFolderPattern();

    [GeneratedRegex(@"^(?:\s?[-_\s]\s?|\s*(?=[\[(]))(?<words>[^-_\s].{0,100})$", Options)]
    private static partial Regex OtherSeparatorPattern();

    [GeneratedRegex(@"^(?<language>[a-z]{2,3})-(?<title>[\p{L}0-9].{0,200})$", Options)]
    private static partial Regex LanguageAndTitlePattern();

    [GeneratedRegex(@"^[0-9]{1,3}[_\s.-]\s?(?=\S)|\s+-\s+[0-9]{1,2}$|\([0-9]{1,2}\)$|^[0-9]{1,3}$", Options)]
    private static partial Regex CopyNumberPattern();
}
