using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Releases;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Shows;

/// <summary>Reads title, year and ids out of the name of a show's folder. Never throws, and says why.</summary>
public static class ShowFolder
{
    private const int NameLimit = 500;

    /// <summary>Explains a folder's name.</summary>
    public static ShowFolderExplanation Explain(string name)
    {
        var hits = new RuleHitList();
        return new ShowFolderExplanation(Read(name, hits), hits.All);
    }

    internal static ShowName Read(string name, RuleHitList hits)
    {
        string plain = ShowWords.Plain(CleanText.Line(name, NameLimit));
        IReadOnlyDictionary<string, string> ids = hits.TakeIds(plain, out string text);
        ReleaseSplit split = ReleaseName.Split(text);
        Match season = SeasonRules.ShowSeason.Pattern!.Match(text, Math.Min(split.HeadStart, text.Length));
        bool isSeason = season.Success && (season.Index <= split.HeadEnd || split.Words.Count == 0);
        int end = isSeason ? Math.Min(season.Index, split.HeadEnd) : split.HeadEnd;
        int? number = null;
        if (isSeason)
        {
            number = season.Groups["several"].Success ? null : ShowWords.Number(season.Groups["number"].Value);
            hits.Fire(SeasonRules.ShowSeason, text, season.Value, $"season={number}");
        }

        hits.AddAll(split.Rules);
        string head = end > split.HeadStart ? text[split.HeadStart..end] : text;
        (string? title, int? year) = ShowTitle.Read(head, end < text.Length, hits);
        return new ShowName(title ?? CleanText.LineOrNull(text, NameLimit), year, number, ids);
    }
}
