using System.Globalization;
using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Shows;

/// <summary>Finds the marks that say which episode a name is about: S01E02, 1x02, words, dates, specials.</summary>
internal static class EpisodeMarks
{
    /// <summary>Season and episode at once, so that the name of a folder can be trusted with it too.</summary>
    public static EpisodeMark? TakeStrong(string text, EpisodeDraft draft)
    {
        EpisodeMark? mark =
            TakeSeasonEpisode(text, EpisodeRules.SeasonEpisode, draft)
            ?? TakeSeasonEpisode(text, EpisodeRules.Times, draft)
            ?? TakeSeasonEpisode(text, EpisodeRules.Chapter, draft);
        EpisodeMark? date = TakeDate(text, mark, draft);
        return mark is { } found && date is { } day && day.Start < found.Start ? found.With(day) : mark ?? date;
    }

    /// <summary>Season and episode as words, or one of them.</summary>
    public static EpisodeMark? TakeWords(string text, EpisodeDraft draft)
    {
        EpisodeMark? episode = TakeEpisodeText(text, draft);
        return TakeSeasonText(text, episode, draft) is { } season && episode is { } mark ? season.With(mark) : episode;
    }

    /// <summary>The season in a name whose episode is a bare number behind it.</summary>
    public static EpisodeMark? TakeSeasonText(string text, EpisodeMark? episode, EpisodeDraft draft)
    {
        NameRule rule = EpisodeRules.SeasonText;
        Match match = rule.Pattern!.Match(text);
        int? number = match.Success ? ShowWords.Number(match.Groups["season"].Value) : null;
        bool isBefore = episode is { } mark ? match.Index <= mark.Start : HasNumberBehind(text, match);
        if (number is null || !isBefore)
        {
            return null;
        }

        draft.Season = number;
        draft.Hits.Fire(rule, text, match.Value, $"season={number}");
        return new EpisodeMark(match.Index, match.Index + match.Length);
    }

    /// <summary>OVA 2 and SP01.</summary>
    public static EpisodeMark? TakeNumberedSpecial(string text, EpisodeDraft draft)
    {
        NameRule rule = EpisodeRules.Special;
        foreach (Match match in rule.Pattern!.Matches(text))
        {
            if (match.Groups["first"].Success)
            {
                draft.IsSpecial = true;
                draft.Season = 0;
                draft.Episodes = [int.Parse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture)];
                draft.Hits.Fire(rule, text, match.Value, $"season=0, episodes={draft.Episodes[0]}");
                return new EpisodeMark(match.Index, match.Index + match.Length);
            }
        }

        return null;
    }

    /// <summary>OVA and NCOP beside a number or without one; the word Special only without.</summary>
    public static EpisodeMark? TakeSpecial(string text, bool hasNumber, EpisodeDraft draft)
    {
        NameRule rule = EpisodeRules.Special;
        Match match = rule.Pattern!.Match(text);
        bool isWord = match.Value.StartsWith("special", StringComparison.OrdinalIgnoreCase);
        if (!match.Success || match.Index == 0 || (isWord && hasNumber))
        {
            return null;
        }

        draft.IsSpecial = true;
        draft.Hits.Fire(rule, text, match.Value, "special");
        return new EpisodeMark(match.Index, match.Index + match.Length);
    }

    /// <summary>Part 2, as the number of an episode.</summary>
    public static EpisodeMark? TakePart(string text, EpisodeDraft draft)
    {
        NameRule rule = EpisodeRules.Part;
        Match match = rule.Pattern!.Match(text);
        if (!match.Success || ShowWords.Number(match.Groups["part"].Value) is not { } number)
        {
            return null;
        }

        draft.Part = number;
        AddNumbers([number], draft);
        draft.Hits.Fire(rule, text, match.Value, $"episode={number}");
        return new EpisodeMark(match.Index, match.Index + match.Length);
    }

    /// <summary>Numbers are those of the season where one is known, else they count through the show.</summary>
    public static void AddNumbers(List<int> numbers, EpisodeDraft draft)
    {
        if (draft.Season is null)
        {
            draft.Absolute = [.. numbers.Select(number => (double)number)];
        }
        else
        {
            draft.Episodes = numbers;
        }
    }

    public static List<int> Numbers(Match match)
    {
        List<int> next = [.. match.Groups["next"].Captures.Select(capture => ShowWords.Number(capture.Value) ?? 0)];
        int first = ShowWords.Number(match.Groups["first"].Value) ?? 0;
        bool isRange = match.Groups["dash"].Success || match.Value.AsSpan().ContainsAny('-', '–', '~');
        return EpisodeDraft.Numbers(first, next, isRange);
    }

    private static EpisodeMark? TakeSeasonEpisode(string text, NameRule rule, EpisodeDraft draft)
    {
        for (Match match = rule.Pattern!.Match(text); match.Success; match = match.NextMatch())
        {
            int season = ShowWords.Number(match.Groups["season"].Value) ?? 0;
            if (rule == EpisodeRules.Times && IsSize(season, match.Groups["first"].Value))
            {
                continue;
            }

            draft.Season = season;
            draft.Episodes = Numbers(match);
            draft.Hits.Fire(rule, text, match.Value, $"season={season}, episodes={string.Join('+', draft.Episodes)}");
            return new EpisodeMark(match.Index, match.Index + match.Length);
        }

        return null;
    }

    /// <summary>1920x1080 and 848x480; but 2009x02.</summary>
    private static bool IsSize(int season, string first) =>
        season is >= 200 and < 1928 or > 2500 || (season >= 100 && first.Length > 3);

    private static EpisodeMark? TakeDate(string text, EpisodeMark? mark, EpisodeDraft draft)
    {
        NameRule rule = EpisodeRules.Date;
        for (Match match = rule.Pattern!.Match(text); match.Success; match = match.NextMatch())
        {
            bool isInMark = mark is { } taken && match.Index < taken.End && match.Index + match.Length > taken.Start;
            if (!isInMark && DateOf(match) is { } date)
            {
                draft.AirDate = date;
                draft.Hits.Fire(rule, text, match.Value, $"aired={date:yyyy-MM-dd}");
                return new EpisodeMark(match.Index, match.Index + match.Length);
            }
        }

        return null;
    }

    private static DateOnly? DateOf(Match match)
    {
        int year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        int day = int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);
        int month = match.Groups["name"].Success
            ? MonthOf(match.Groups["name"].Value)
            : int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
        if (month > 12 && day <= 12)
        {
            (day, month) = (month, day);
        }

        bool isDate = year > 1900 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return isDate ? new DateOnly(year, month, day) : null;
    }

    private static int MonthOf(string name) =>
        Array.FindIndex(
            CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames,
            month => month.Equals(name, StringComparison.OrdinalIgnoreCase)
        ) + 1;

    /// <summary>Episode 3, E03 and 5of9, of a season that stands elsewhere or nowhere.</summary>
    public static EpisodeMark? TakeEpisodeText(string text, EpisodeDraft draft)
    {
        foreach (NameRule rule in (ReadOnlySpan<NameRule>)[EpisodeRules.EpisodeText, EpisodeRules.EpisodeOf])
        {
            Match match = rule.Pattern!.Match(text);
            if (match.Success)
            {
                draft.Episodes = Numbers(match);
                draft.Hits.Fire(rule, text, match.Value, $"episodes={string.Join('+', draft.Episodes)}");
                return new EpisodeMark(match.Index, match.Index + match.Length);
            }
        }

        return null;
    }

    private static bool HasNumberBehind(string text, Match match) =>
        match.Success && text.AsSpan(match.Index + match.Length).ContainsAnyInRange('0', '9');
}
