using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Releases;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Shows;

/// <summary>Reads what stands around the mark of an episode: the show before it, the title behind it.</summary>
internal static partial class EpisodeTitle
{
    private const int Limit = 500;
    private const string Gaps = " ._-–—,:~";

    /// <summary>The show's title and year, for files that lie in no show's folder.</summary>
    public static void TakeShow(string text, EpisodeMark mark, ReleaseSplit split, EpisodeDraft draft)
    {
        int start = split.HeadStart <= mark.Start ? split.HeadStart : 0;
        int end = split.HeadEnd > start ? Math.Min(mark.Start, split.HeadEnd) : mark.Start;
        string head = text[start..end];
        if (SeasonRules.ShowSeason.Pattern!.Match(head) is { Success: true, Index: > 0 } season)
        {
            head = head[..season.Index]; // "Show - Temporada 2 [Cap.201]"
        }

        if (!head.Any(char.IsLetterOrDigit))
        {
            return;
        }

        (draft.Show, draft.ShowYear) = ShowTitle.Read(head, true, draft.Hits);
        if (draft.Show is not null)
        {
            draft.Hits.Fire(EpisodeRules.ShowText, text, head, $"show={draft.Show}, year={draft.ShowYear}");
        }
    }

    /// <summary>017 in "S01E05 - 017 - Title" and in "Show - 017 - S01E05"; gives the mark that holds both.</summary>
    public static EpisodeMark TakeAbsolute(string text, EpisodeMark mark, bool isFansub, EpisodeDraft draft)
    {
        NameRule rule = EpisodeRules.AbsoluteBeside;
        Match behind = rule.Pattern!.Match(text[mark.End..]);
        if (behind.Success && behind.Groups["first"].Success)
        {
            Store(behind, behind.Groups["first"].Value, draft);
            return mark with { End = mark.End + behind.Length };
        }

        string head = text[..mark.Start].Replace('_', ' ');
        Match before = rule.Pattern.Match(head);
        bool isBare = before.Groups["fansub"].Success;
        string number = before.Groups[isBare ? "fansub" : "before"].Value;
        bool isNumber = isFansub ? number.Length > 1 : number.Length > 2 && !isBare;
        if (!isNumber || before.Index == 0 || (number.Length == 4 && ShowWords.IsYear(ShowWords.Number(number) ?? 0)))
        {
            return mark;
        }

        Store(before, number, draft);
        return mark with { Start = before.Index };
    }

    /// <summary>The episode's title.</summary>
    public static string? Behind(string text, int from, ReleaseSplit split)
    {
        int start = PastBrackets(text, from, split);
        int end = split.Words.FirstOrDefault(word => word.Start >= start)?.Start ?? text.Length;
        string raw = BracketPattern().Replace(text[start..end], " ");
        if (split.Facts.Group is { } group && raw.EndsWith($"-{group}", StringComparison.Ordinal))
        {
            raw = raw[..^(group.Length + 1)];
        }

        string title = ReleaseText.Title(raw);
        if (EnclosedPattern().Match(title) is { Success: true } enclosed)
        {
            title = enclosed.Groups["text"].Value;
        }

        Match date = EpisodeRules.Date.Pattern!.Match(title);
        if (date is { Success: true, Index: 0 })
        {
            title = title[date.Length..].TrimStart(Gaps.ToCharArray());
        }

        return title.Any(char.IsLetterOrDigit) ? CleanText.LineOrNull(title, Limit) : null;
    }

    private static void Store(Match match, string first, EpisodeDraft draft)
    {
        double number = double.Parse(first, System.Globalization.CultureInfo.InvariantCulture);
        int? next = match.Groups["next"].Success ? ShowWords.Number(match.Groups["next"].Value) : null;
        draft.Absolute = next is { } last
            ? [.. EpisodeDraft.Numbers((int)number, [last], true).Select(value => (double)value)]
            : [number];
        draft.Hits.Fire(EpisodeRules.AbsoluteBeside, match.Value, match.Value, $"absolute={first}");
    }

    /// <summary>Brackets of remarks directly behind the mark, and parentheses with words of the release.</summary>
    private static int PastBrackets(string text, int from, ReleaseSplit split)
    {
        int at = from;
        while (true)
        {
            while (at < text.Length && (Gaps.Contains(text[at]) || text[at] is ']' or ')'))
            {
                at++;
            }

            int close = at < text.Length ? text.IndexOf(text[at] == '[' ? ']' : ')', at) : -1;
            bool isRemark =
                close > 0
                && (
                    text[at] == '['
                    || (text[at] == '(' && split.Words.Any(word => word.Start > at && word.End <= close))
                );
            if (!isRemark)
            {
                return at;
            }

            at = close + 1;
        }
    }

    [GeneratedRegex(@"\[[^\[\]]{0,200}\]?", RegexOptions.CultureInvariant)]
    private static partial Regex BracketPattern();

    [GeneratedRegex(@"^\((?<text>[^()]{1,200})\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex EnclosedPattern();
}
