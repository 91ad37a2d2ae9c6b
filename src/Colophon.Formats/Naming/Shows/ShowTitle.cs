using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Releases;

namespace Colophon.Formats.Naming.Shows;

/// <summary>Reads a show's title and year out of the beginning of a name.</summary>
internal static partial class ShowTitle
{
    /// <summary>Reads what stands before the first word of a release or the mark of a season or an episode.</summary>
    /// <param name="text">As it is written.</param>
    /// <param name="isCut">Whether something was cut off behind it, so that a bare year at its end is one.</param>
    /// <param name="hits">Told when a year is found.</param>
    public static (string? Title, int? Year) Read(string text, bool isCut, RuleHitList hits)
    {
        string head = WithoutBrackets(text).TrimEnd(' ', '[', '(', '{');
        (head, int? year) = TakeYear(head, isCut, hits);
        if (isCut && RangePattern().Match(head) is { Success: true, Index: > 0 } range)
        {
            head = head[..range.Index];
        }

        string title = ReleaseText.Title(head).TrimStart('\u300A', '(').Trim();
        return (title.Length == 0 ? null : title, year);
    }

    /// <summary>Without groups and remarks in brackets, unless nothing else is there.</summary>
    public static string WithoutBrackets(string text)
    {
        string bare = BracketPattern().Replace(text, " ").Trim();
        if (bare.Any(char.IsLetterOrDigit))
        {
            return bare;
        }

        return InBracketsPattern().Match(text) is { Success: true } first ? first.Groups["text"].Value : text;
    }

    private static (string Head, int? Year) TakeYear(string head, bool isCut, RuleHitList hits)
    {
        Match match = SeasonRules.ShowYear.Pattern!.Match(head);
        if (!match.Success && isCut)
        {
            match = BareYearPattern().Match(head);
        }

        if (!match.Success)
        {
            return (head, null);
        }

        string before = head[..match.Index];
        string rest = before.Any(char.IsLetterOrDigit) ? before : head[(match.Index + match.Length)..];
        if (!rest.Any(char.IsLetterOrDigit))
        {
            return (head, null);
        }

        int year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        hits.Fire(SeasonRules.ShowYear, head, match.Value, $"year={year}");
        return (rest, year);
    }

    [GeneratedRegex(@"\[[^\[\]]{0,200}\]", RegexOptions.CultureInvariant)]
    private static partial Regex BracketPattern();

    // "[Group][Title][2019]": the first that is no group
    [GeneratedRegex(
        @"^\s*(?:\[[^\[\]]{1,60}\]\s*(?=\[[^\[\]]*\p{L}))?\[(?<text>[^\[\]]{1,200})\]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex InBracketsPattern();

    [GeneratedRegex(
        @"(?<=[\p{L}0-9!?.)])[\s._](?<year>(?:19[3-9]|20[0-4])[0-9])[\s._-]*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BareYearPattern();

    // "Foo - 01 - 12": the episodes of a pack
    [GeneratedRegex(@"\s-\s[0-9]{1,4}(?:\s?[-~]\s?[0-9]{1,4})?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex RangePattern();
}
