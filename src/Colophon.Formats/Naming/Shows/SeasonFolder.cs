using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Shows;

/// <summary>Reads the number of a season out of the name of its folder. Never throws, and says why.</summary>
public static class SeasonFolder
{
    private const int NameLimit = 500;

    // in the order they are tried; the last needs a show above
    private static readonly NameRule[] _rules =
    [
        SeasonRules.Specials,
        SeasonRules.Word,
        SeasonRules.NumberWord,
        SeasonRules.Letter,
        SeasonRules.Number,
    ];

    /// <summary>Explains a folder's name.</summary>
    /// <param name="name">The folder's name.</param>
    /// <param name="parentName">Of the folder it lies in; null at the root. There and on a shelf a bare number is no season.</param>
    public static SeasonFolderExplanation Explain(string name, string? parentName)
    {
        var hits = new RuleHitList();
        return new SeasonFolderExplanation(Read(name, parentName, hits), hits.All);
    }

    /// <summary>Whether a folder of this name is a season of the folder above it.</summary>
    public static bool IsSeasonFolder(string name, string? parentName) =>
        Read(name, parentName, new RuleHitList()).Number is not null;

    internal static SeasonName Read(string name, string? parentName, RuleHitList hits)
    {
        string plain = ShowWords.Plain(CleanText.Line(name, NameLimit));
        IReadOnlyDictionary<string, string> ids = hits.TakeIds(plain, out string text);
        bool isInShow = parentName is not null && !SeasonRules.Shelf.Pattern!.IsMatch(parentName);
        if (Match(text, isInShow, hits) is { } season)
        {
            return season with { Ids = ids };
        }

        return WithoutTitle(text, parentName, hits) is { Length: > 0 } rest && Match(rest, false, hits) is { } behind
            ? behind with
            {
                Ids = ids,
            }
            : new SeasonName(null, null, ids);
    }

    private static SeasonName? Match(string text, bool isNumberMeant, RuleHitList hits)
    {
        foreach (NameRule rule in isNumberMeant ? _rules : _rules[..^1])
        {
            Match match = rule.Pattern!.Match(text);
            int? number =
                !match.Success ? null
                : match.Groups["number"].Success ? ShowWords.Number(match.Groups["number"].Value)
                : 0;
            if (number is { } season)
            {
                string? title = TitleOf(match.Groups["title"].Value);
                hits.Fire(rule, text, match.Groups["number"].Success ? Matched(match) : text, $"season={season}");
                return new SeasonName(season, title, FrozenDictionary<string, string>.Empty);
            }
        }

        return null;
    }

    private static string Matched(Match match) => match.Value[..(match.Value.Length - match.Groups["title"].Length)];

    /// <summary>What stands behind the number, but for years, releases and remarks.</summary>
    private static string? TitleOf(string text)
    {
        var hits = new RuleHitList();
        bool isTitle = text.Length > 0 && char.IsLetterOrDigit(text[0]);
        return !isTitle || Releases.ReleaseName.Split($"S - {text}").Words.Count > 0
            ? null
            : ShowTitle.Read(text, false, hits).Title;
    }

    /// <summary>What follows the title of the show above and its year; null when the name does not begin with it.</summary>
    private static string? WithoutTitle(string text, string? parentName, RuleHitList hits)
    {
        if (parentName is null)
        {
            return null;
        }

        string? title = ShowFolder.Read(parentName, new RuleHitList()).Title;
        int length = TitlePrefix.Length(text, title);
        if (length == 0)
        {
            return null;
        }

        string rest = SeasonRules.ShowYear.Pattern!.Replace(text[length..], "", 1);
        hits.Fire(SeasonRules.TitleBefore, text, text[..length], $"name={rest.Trim()}");
        return rest.Trim(' ', '.', '_', '-', '–', ',', ':');
    }
}
