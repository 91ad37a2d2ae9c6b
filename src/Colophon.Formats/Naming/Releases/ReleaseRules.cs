using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Releases;

/// <summary>The rules for what releases put around a title, for movies and episodes alike.</summary>
public static partial class ReleaseRules
{
    /// <summary>In the order they are tried.</summary>
    public static IReadOnlyList<NameRule> All => _all;

    internal static readonly NameRule Id = new(
        "release.id",
        "Ids of providers stand in brackets: {tmdb-603}, [imdbid=tt0133093]; a bare tt and seven digits or more is IMDb's.",
        "jellyfin, plex, radarr. The first that is not blank counts, and brackets must match.",
        NameIds.MarkPattern()
    );

    internal static readonly NameRule Site = new(
        "release.site",
        "The address of a site before the name goes: www.site.org - Title.",
        "radarr.",
        SitePattern()
    );

    internal static readonly NameRule Hash = new(
        "release.hash",
        "Eight hexadecimal digits in brackets are the CRC-32 of the file.",
        "Fansub groups write it; sonarr, jellyfin.",
        HashPattern()
    );

    internal static readonly NameRule LeadingGroup = new(
        "release.leading-group",
        "[Group] before the title, in names that have words of a release.",
        "Fansub groups; sonarr, jellyfin. [REC] is a film, and without such words the brackets stay.",
        LeadingGroupPattern()
    );

    internal static readonly NameRule Words = new(
        "release.words",
        "From the first word on that only releases have (1080p, BluRay, x264) nothing is title; words that titles have too "
            + "count behind it, directly before it, and behind the year.",
        "radarr, jellyfin, guessit. radarr takes German for a language anywhere; here The Good German (2006) keeps its name."
    );

    internal static readonly NameRule Group = new(
        "release.group",
        "The group stands behind the last dash, or last in brackets: x264-GROUP, (1080p BluRay x265 GROUP), [GROUP].",
        "radarr, sonarr. What indexers hang behind it (-postbot, -xpost) is not the group.",
        GroupPattern()
    );

    private static readonly NameRule[] _all = [Id, Site, Hash, LeadingGroup, Words, Group];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"^\[?\s{0,5}(?:www\.[a-z0-9-]{1,60}(?:\.[a-z0-9-]{2,20}){1,3})\s{0,5}\]?\s{0,5}[-–]?\s{0,5}(?=\S)",
        Options
    )]
    private static partial Regex SitePattern();

    [GeneratedRegex(@"[\[(](?<hash>[0-9A-F]{8})[\])]", Options)]
    private static partial Regex HashPattern();

    [GeneratedRegex(@"^\[(?!rec\])(?<group>[^\[\]]{1,60})\][\s._-]{0,5}(?=[^\s._-])", Options)]
    private static partial Regex LeadingGroupPattern();

    // "- GROUP", "-GROUP[site]"; not the dash of WEB-DL, which is told by the words
    [GeneratedRegex(
        @"-\s?\[?(?<group>[\p{L}\p{N}\p{M}@$_.]{1,30}?)(?:\s?\[(?<site>[^\[\]]{1,30})\])?[\])]{0,2}\.?(?:\s(?:english|sub))?$",
        Options
    )]
    private static partial Regex GroupPattern();
}
