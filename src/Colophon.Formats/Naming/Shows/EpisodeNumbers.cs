using System.Globalization;
using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Shows;

/// <summary>Finds the number of an episode where neither a word nor a letter marks it.</summary>
/// <param name="hasSeason">The number counts within a season, by the folder or the name.</param>
/// <param name="isFansub">The name begins with a group in brackets: such names count through the show.</param>
/// <param name="numbering">What is known about the library.</param>
internal sealed class EpisodeNumbers(bool hasSeason, bool isFansub, EpisodeNumbering numbering)
{
    /// <summary>Looks for the number.</summary>
    /// <param name="text">A name without its release's words, its group and the show's title.</param>
    /// <param name="from">Where to begin to look: behind the show's title.</param>
    /// <param name="draft">Is given the numbers.</param>
    public EpisodeMark? Take(string text, int from, EpisodeDraft draft)
    {
        foreach (NameRule rule in EpisodeNumberRules.List)
        {
            foreach (Match match in rule.Pattern!.Matches(text, from))
            {
                if (IsMeant(rule, match, text, draft))
                {
                    Store(rule, match, text, draft);
                    int length = match.Length - match.Groups["title"].Length;
                    return new EpisodeMark(match.Index, match.Index + length);
                }
            }
        }

        return null;
    }

    private bool IsMeant(NameRule rule, Match match, string text, EpisodeDraft draft)
    {
        string first = match.Groups["first"].Value;
        bool isYear = first.Length == 4 && ShowWords.IsYear(ShowWords.Number(first) ?? 0);
        if (isYear && !(isFansub && rule != EpisodeNumberRules.Bracket))
        {
            return false;
        }

        return rule.Id switch
        {
            "episode.season-dash" => !hasSeason,
            "episode.leading-number" or "episode.bracket-number" => !(hasSeason && IsOwnHundred(first, draft)),
            "episode.split-number" => IsSplit(match, text, draft),
            "episode.end-number" => hasSeason || isFansub || first.Length > 1 || match.Groups["dash"].Success,
            "episode.middle-number" => (isFansub && first.Length is 2 or 3) || (first.Length > 1 && first[0] == '0'),
            _ => true,
        };
    }

    /// <summary>101 in season 1, unless bare numbers are known to count through the show.</summary>
    private bool IsOwnHundred(string first, EpisodeDraft draft) =>
        first.Length == 3
        && first[0] != '0'
        && numbering == EpisodeNumbering.Unknown
        && !isFansub
        && (ShowWords.Number(first) ?? 0) / 100 == draft.Season;

    /// <summary>In a season's folder only its own hundred: 103 in season 1.</summary>
    private bool IsSplit(Match match, string text, EpisodeDraft draft)
    {
        int season = ShowWords.Number(match.Groups["season"].Value) ?? 0;
        bool isBehindDash = text.AsSpan(0, match.Index).TrimEnd().EndsWith("-");
        bool isHundred = match.Groups["first"].ValueSpan is "00" && !hasSeason;
        return numbering == EpisodeNumbering.Unknown
            && !isFansub
            && !isHundred
            && (hasSeason ? draft.Season == season && !isBehindDash : true);
    }

    private void Store(NameRule rule, Match match, string text, EpisodeDraft draft)
    {
        string first = match.Groups["first"].Value;
        if (first.Contains('.'))
        {
            draft.Absolute = [double.Parse(first, CultureInfo.InvariantCulture)];
            draft.IsSpecial = true;
            draft.Hits.Fire(rule, text, match.Value, $"absolute={first}, special");
            return;
        }

        List<int> numbers = EpisodeMarks.Numbers(match);
        if (match.Groups["season"].Success)
        {
            draft.Season = ShowWords.Number(match.Groups["season"].Value);
            numbers = numbers[..1];
        }
        else if (!match.Groups["dash"].Success)
        {
            numbers = numbers[..1];
        }

        EpisodeMarks.AddNumbers(numbers, draft);
        string kind = draft.Season is null ? "absolute" : $"season={draft.Season}, episodes";
        draft.Hits.Fire(rule, text, match.Value, $"{kind}={string.Join('+', numbers)}");
    }
}
