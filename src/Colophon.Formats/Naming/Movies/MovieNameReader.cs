using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Releases;

namespace Colophon.Formats.Naming.Movies;

/// <summary>Whose name is read.</summary>
internal enum MovieNamePart
{
    /// <summary>A folder's, or a text without an extension.</summary>
    Folder,

    /// <summary>A file's stem: it may have the number of a part and the suffix of an extra.</summary>
    File,
}

/// <summary>Works through the rules on one name, from its marks to its title.</summary>
internal static class MovieNameReader
{
    public static MovieNameDraft Read(string name, MovieNamePart part)
    {
        var draft = new MovieNameDraft();
        (draft.Ids, string text) = NameIds.Take(name, draft.Hits);
        text = TakeEditionMark(text.Length == 0 ? name : text, draft);
        if (part == MovieNamePart.File)
        {
            text = TakePart(TakeExtraSuffix(text, draft), draft);
        }

        (int yearStart, int yearEnd) = FindYear(text, draft);
        ReleaseSplit split = ReleaseName.Split(text, draft.Year is null ? null : yearEnd);
        draft.Release = split.Facts;
        draft.HasReleaseWords = split.Words.Count > 0;
        draft.Hits.AddRange(split.Rules);
        draft.Edition ??= split.Facts.Edition;
        ReadTitle(text, split, yearStart, yearEnd, draft);
        return draft;
    }

    private static string TakeEditionMark(string text, MovieNameDraft draft)
    {
        if (MovieRules.EditionMark.Pattern!.Match(text) is not { Success: true } match)
        {
            return text;
        }

        draft.Edition = ReleaseText.Title(match.Groups["edition"].Value);
        draft.Fire(MovieRules.EditionMark, text, match.Value, $"edition={draft.Edition}");
        return MovieNameDraft.Without(text, match);
    }

    private static string TakeExtraSuffix(string text, MovieNameDraft draft)
    {
        if (MovieRules.ExtraSuffix.Pattern!.Match(text) is not { Success: true } match)
        {
            return text;
        }

        draft.Fire(MovieRules.ExtraSuffix, text, match.Value, $"extra={match.Groups["kind"].Value}");
        return MovieNameDraft.Without(text, match);
    }

    private static string TakePart(string text, MovieNameDraft draft)
    {
        Match match = MovieRules.Part.Pattern!.Match(text);
        if (!match.Success)
        {
            return text;
        }

        string rest = text[..match.Index];
        bool isDisc = match.Groups["word"].Value[0] is 'c' or 'C' or 'd' or 'D';
        bool isBehindMarks =
            MovieRules.Year.Pattern!.IsMatch(rest)
            || ReleaseWords.In(rest).Any(word => word.Trust == ReleaseWordTrust.Sure);
        if (!isDisc && !isBehindMarks)
        {
            return text;
        }

        draft.Part = PartNumber(match);
        draft.Fire(MovieRules.Part, text, match.Value, $"part={draft.Part}");
        return rest;
    }

    internal static int PartNumber(Match match) =>
        match.Groups["number"] is { Success: true } number
            ? int.Parse(number.Value, CultureInfo.InvariantCulture)
            : char.ToLowerInvariant(match.Groups["letter"].Value[0]) - 'a' + 1;

    /// <summary>Where the year stands, with its brackets; the text's length when there is none.</summary>
    private static (int Start, int End) FindYear(string text, MovieNameDraft draft)
    {
        MatchCollection brackets = MovieRules.Year.Pattern!.Matches(text);
        Match? found = brackets.FirstOrDefault(match => match.Index > 0) ?? brackets.FirstOrDefault();
        draft.IsYearSure = found is not null;
        found ??= BareYear(text);
        if (found is null || (found.Length == text.Length && !draft.IsYearSure))
        {
            return (text.Length, text.Length);
        }

        draft.Year = int.Parse(found.Groups["year"].Value, CultureInfo.InvariantCulture);
        draft.Fire(MovieRules.Year, text, found.Value, $"year={draft.Year}");
        return (found.Index, found.Index + found.Length);
    }

    private static Match? BareYear(string text)
    {
        var years = MovieRules.BareYearPattern().Matches(text).Where(match => HasText(text, match.Index)).ToList();
        if (years.Count == 0)
        {
            return null;
        }

        int release = ReleaseName.Split(text).HeadEnd;
        Match last = years.LastOrDefault(match => match.Index < release) ?? years[0];
        return years.Find(match => match.Value == last.Value); // said twice, it ends the title where it is said first
    }

    private static bool HasText(string text, int end) => text.AsSpan(0, end).IndexOfAnyExcept(" -_.([{") >= 0;

    private static void ReadTitle(string text, ReleaseSplit split, int yearStart, int yearEnd, MovieNameDraft draft)
    {
        bool isYearFirst = draft.Year is not null && !HasText(text, yearStart);
        int start = isYearFirst ? Math.Max(yearEnd, split.HeadStart) : split.HeadStart;
        int end = yearStart >= start && yearStart < split.HeadEnd ? yearStart : split.HeadEnd;
        end = BeforeEdition(text, start, end, draft);
        string head = start < end ? text[start..end] : text;
        head = TakeEpisodeMark(TakeTags(head, draft), split, draft);
        string title = ReleaseText.Title(head);
        if (title.Length == 0)
        {
            title = ReleaseText.Title(text) is { Length: > 0 } whole ? whole : text.Trim();
        }

        draft.Title = TurnArticle(TakeAka(title, draft), draft);
    }

    /// <summary>Words for an edition that stand between title and year, and in front of them languages in capitals.</summary>
    private static int BeforeEdition(string text, int start, int end, MovieNameDraft draft)
    {
        if (draft.Year is null)
        {
            return end;
        }

        List<NameToken> tokens = NameTokens.Of(text[..end]);
        List<ReleaseWord> words = ReleaseWords.In(text[..end], tokens, int.MaxValue);
        int behind = tokens.Count;
        int cut = words.Count;
        int first = tokens.FindIndex(token => token.Start >= start);
        while (
            cut > 0
            && words[cut - 1].Tokens.Behind == behind
            && NameTokens.IsTitle(tokens, first, words[cut - 1].Tokens.First)
        )
        {
            bool isEdition = words[cut - 1].Kind == ReleaseWordKind.Edition;
            if (!isEdition && (behind == tokens.Count || words[cut - 1].Kind != ReleaseWordKind.Language))
            {
                break;
            }

            behind = words[--cut].Tokens.First;
        }

        if (cut == words.Count)
        {
            return end;
        }

        string edition = string.Join(
            ' ',
            words[cut..].Where(word => word.Kind == ReleaseWordKind.Edition).Select(word => word.Value)
        );
        draft.Fire(MovieRules.EditionBeforeYear, text, text[words[cut].Start..end], $"edition={edition}");
        draft.Edition = draft.Edition is null ? edition : $"{edition} {draft.Edition}";
        return words[cut].Start;
    }

    private static string TakeTags(string head, MovieNameDraft draft)
    {
        string rest = head.TrimEnd(' ', '-', '.', '_', '(', '[');
        while (MovieRules.Tags.Pattern!.Match(rest) is { Success: true } match)
        {
            draft.Fire(MovieRules.Tags, rest, match.Value, "dropped");
            rest = rest[..match.Index];
        }

        return rest.Length == 0 || rest.Length == head.TrimEnd(' ', '-', '.', '_', '(', '[').Length ? head : rest;
    }

    private static string TakeEpisodeMark(string head, ReleaseSplit split, MovieNameDraft draft)
    {
        string text = head.TrimEnd(' ', '-', '.', '_', '(', '[');
        Match match = MovieRules.EpisodeMark.Pattern!.Match(text);
        bool isMeant = match.Success && match.Index > 0 && split.HeadStart > 0;
        if (!isMeant)
        {
            return head;
        }

        draft.Fire(MovieRules.EpisodeMark, text, match.Value, "dropped");
        return text[..match.Index];
    }

    private static string TakeAka(string title, MovieNameDraft draft)
    {
        string[] titles = MovieRules.Aka.Pattern!.Split(title);
        if (titles.Length < 2 || titles.Length > 6)
        {
            return title;
        }

        string matched = MovieRules.Aka.Pattern.Match(title).Value;
        draft.OtherTitles.AddRange(titles[1..].Select(other => ReleaseText.Title(Balanced(other))));
        draft.Fire(MovieRules.Aka, title, matched, $"titles={string.Join(" | ", draft.OtherTitles)}");
        return ReleaseText.Title(titles[0]);
    }

    /// <summary>"(aka Title)" leaves a bracket behind.</summary>
    private static string Balanced(string text) => text.Contains('(') ? text : text.TrimEnd(')', ' ');

    private static string TurnArticle(string title, MovieNameDraft draft)
    {
        if (BookRules.ArticleBehind.Pattern!.Match(title) is not { Success: true } match)
        {
            return title;
        }

        string turned = $"{match.Groups["article"]} {match.Groups["title"]}";
        draft.Fire(BookRules.ArticleBehind, title, match.Groups["article"].Value, $"title={turned}");
        return turned;
    }
}
