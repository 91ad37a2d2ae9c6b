using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Releases;

/// <summary>Finds the group at the end of a release's name.</summary>
internal static partial class ReleaseGroups
{
    /// <summary>The group and what made it be seen; null when no word of a release is in the name.</summary>
    public static (string Group, string Matched)? In(string name, IReadOnlyList<ReleaseWord> words)
    {
        string bare = WithoutTails(name);
        return words.Count == 0 ? null : BehindDash(bare, words) ?? InBrackets(bare, words);
    }

    private static string WithoutTails(string name)
    {
        string bare = name;
        for (int i = 0; i < 4 && TailPattern().Match(bare) is { Success: true } tail; i++)
        {
            bare = bare[..tail.Index];
        }

        return bare;
    }

    private static (string, string)? BehindDash(string name, IReadOnlyList<ReleaseWord> words)
    {
        if (TwoPartPattern().Match(name) is { Success: true } known)
        {
            return (known.Groups["group"].Value, known.Value);
        }

        Match match = ReleaseRules.Group.Pattern!.Match(name);
        if (!match.Success)
        {
            return null;
        }

        Group group = match.Groups["group"];
        bool isWord = words.Any(word => word.Start < group.Index + group.Length && word.End > group.Index);
        bool isBehindWord = words.Any(word => word.End <= match.Index);
        bool isNumber = group.Value.Length < 3 && group.Value.All(char.IsAsciiDigit);
        return isWord || !isBehindWord || isNumber ? null : (group.Value, match.Value);
    }

    private static (string, string)? InBrackets(string name, IReadOnlyList<ReleaseWord> words)
    {
        Match match = BracketPattern().Match(name);
        if (!match.Success)
        {
            return null;
        }

        Group group = match.Groups["group"];
        bool isWord =
            words.Any(word => word.Start < group.Index + group.Length && word.End > group.Index)
            || YearPattern().IsMatch(group.Value);
        bool isBehindWord = words.Any(word => word.End <= group.Index);
        return isWord || !isBehindWord || group.Value.All(char.IsAsciiDigit) ? null : (group.Value, match.Value);
    }

    // hung behind the name by indexers and posters
    [GeneratedRegex(
        @"[-.](?:postbot|xpost|rakuv[a-z0-9]{0,12}|obfuscated|obfuscation|scrambled|sample|pre|rp|asrequested|alternativetorequested|gerov|z0ids3n|chamele0n|4p|4planet|altezachen|repackpost|nzbgeek|buymore|whiterev)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex TailPattern();

    // groups with a dash or dots of their own
    [GeneratedRegex(
        @"(?:(?<=[-. ])(?<group>D-Z0N3|Blu-bits)|(?<=-)(?<group>E\.N\.D)|\[(?<group>YTS\.(?:MX|LT|AG|AM))\]|softsubs\s\((?<group>[^()\s]{2,30})\)\]?)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex TwoPartPattern();

    // "[GROUP]", "(1080p BluRay x265 GROUP)", "(...) GROUP"
    [GeneratedRegex(
        @"(?:\[(?<group>[^\s\[\](){}]{2,30})\]|(?<=[\s.])(?<group>[^\s.\[\](){}]{2,30})\)|(?<=\)\s)(?<group>[^\s\[\](){}]{2,30}))$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BracketPattern();

    [GeneratedRegex("^(?:18|19|20)[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex YearPattern();
}
