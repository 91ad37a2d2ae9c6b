using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming;

/// <summary>Works through the rules on the name that bears the title, from its outer marks to its core.</summary>
internal static class BookTitleRules
{
    public static void Apply(BookLayout layout, BookNameDraft draft)
    {
        bool atRoot = layout.Author is null;
        draft.Title = layout.Name;
        ReplaceSeparators(draft);
        TakeAsin(draft);
        BookReleaseRules.TakeScene(draft, atRoot);
        TakeNarrators(draft);
        TakeAuthorInBrackets(draft);
        TakeSeriesInParentheses(draft);
        bool isRelease = BookReleaseRules.DropMarks(draft);
        TakeYear(draft);
        DropTags(draft);
        if (!TakeAuthorSeriesTitle(draft, atRoot))
        {
            TakeSeriesPrefix(draft);
            TakeSequence(draft);
            TakeYearPrefix(draft, atRoot);
            DropAuthorColon(draft);
            if (!isRelease || !BookReleaseRules.TakeAuthor(draft, atRoot))
            {
                TakeTitleAuthor(draft, atRoot);
            }
        }

        TakeBy(draft, atRoot);
        TakeSeriesAndNumber(draft);
        MoveArticle(draft);
        draft.Title = CleanText.Line(draft.Title.Trim(' ', '-', '_', '–'), 500);
        if (draft.Title.Length == 0)
        {
            draft.Title = layout.Name; // a name of nothing but marks is still a name
        }
    }

    /// <summary>A folder's name without what releases and tools put behind it.</summary>
    public static string WithoutRemarks(string name)
    {
        string plain = BookRules.Tags.Pattern!.Replace(BookRules.Narrators.Pattern!.Replace(name, ""), "").Trim();
        return plain.Length == 0 ? name : plain;
    }

    private static void ReplaceSeparators(BookNameDraft draft)
    {
        string title = draft.Title;
        if (title.Contains(' '))
        {
            return;
        }

        bool dots = title.Count(c => c == '.') >= 2 && !title.Contains("..", StringComparison.Ordinal);
        string spaced = dots ? title.Replace('.', ' ').Replace('_', ' ') : title.Replace('_', ' ');
        if (spaced != title && !string.IsNullOrWhiteSpace(spaced))
        {
            draft.Fire(BookRules.Separators, title, title, $"name={spaced}");
            draft.Title = spaced.Trim();
        }
    }

    /// <summary>Of a file whose folder bears the title.</summary>
    public static void LookForAsin(string name, BookNameDraft draft)
    {
        if (draft.Asin is null && BookRules.Asin.Pattern!.Match(name) is { Success: true } match)
        {
            draft.Asin = match.Groups["asin"].Value.ToUpperInvariant();
            draft.Fire(BookRules.Asin, name, match.Value, $"asin={draft.Asin}");
        }
    }

    private static void TakeAsin(BookNameDraft draft)
    {
        if (Match(BookRules.Asin, draft) is { } match)
        {
            draft.Asin = match.Groups["asin"].Value.ToUpperInvariant();
            Take(BookRules.Asin, match, draft, $"asin={draft.Asin}");
        }
    }

    private static void TakeNarrators(BookNameDraft draft)
    {
        if (Match(BookRules.Narrators, draft) is not { } match)
        {
            return;
        }

        string names = match.Groups["names"].Value;
        if (BookRules.AudioMark().IsMatch(names))
        {
            return; // {FLAC}
        }

        bool isId = names.Contains('=') || names.Contains("asin", StringComparison.OrdinalIgnoreCase);
        if (!isId)
        {
            draft.Narrators.AddRange(PersonList.Split(names, draft));
        }

        Take(BookRules.Narrators, match, draft, isId ? "dropped" : $"narrators={names}");
    }

    private static void TakeAuthorInBrackets(BookNameDraft draft)
    {
        if (Match(BookRules.AuthorInBrackets, draft) is not { } match)
        {
            return;
        }

        string names = match.Groups["names"].Value;
        draft.Authors.Clear(); // nearer to the title than a folder
        draft.Authors.AddRange(PersonList.Split(names, draft));
        Take(BookRules.AuthorInBrackets, match, draft, $"authors={names}");
    }

    private static void TakeSeriesInParentheses(BookNameDraft draft)
    {
        if (Match(BookRules.SeriesInParentheses, draft) is { } match)
        {
            draft.Series = match.Groups["series"].Value.Trim();
            draft.SetNumber(match.Groups["number"].Value);
            Rename(
                BookRules.SeriesInParentheses,
                match,
                draft,
                $"series={draft.Series}, number={match.Groups["number"]}"
            );
        }
    }

    private static void TakeYear(BookNameDraft draft)
    {
        // the last one: in "1984 (1949)" and "Title (2001) (2018)" it is the edition's
        Match? match = BookRules.Year.Pattern!.Matches(draft.Title).LastOrDefault();
        if (match is not null && match.Length < draft.Title.Length)
        {
            draft.Year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
            Take(BookRules.Year, match, draft, $"year={draft.Year}");
        }
    }

    private static void DropTags(BookNameDraft draft)
    {
        while (Match(BookRules.Tags, draft) is { } match && match.Length < draft.Title.Length)
        {
            Take(BookRules.Tags, match, draft, "dropped");
        }
    }

    private static bool TakeAuthorSeriesTitle(BookNameDraft draft, bool atRoot)
    {
        if (Match(BookRules.AuthorSeriesTitle, draft) is not { } match)
        {
            return false;
        }

        string author = match.Groups["author"].Value;
        if (!atRoot && !draft.Authors.Any(known => IsSameName(known, author)))
        {
            return false;
        }

        if (draft.Authors.Count == 0)
        {
            draft.Authors.AddRange(PersonList.Split(author, draft));
        }

        draft.Series ??= match.Groups["series"].Value.Trim();
        draft.SetNumber(match.Groups["number"].Value);
        Rename(BookRules.AuthorSeriesTitle, match, draft, $"authors={author}, series={draft.Series}");
        return true;
    }

    private static void TakeSeriesPrefix(BookNameDraft draft)
    {
        if (
            draft.Series is { Length: > 0 } series
            && Match(BookRules.SeriesPrefix, draft) is { } match
            && IsSameName(series, match.Groups["series"].Value)
        )
        {
            draft.SetNumber(match.Groups["number"].Value);
            Rename(BookRules.SeriesPrefix, match, draft, $"number={match.Groups["number"]}");
        }
    }

    private static void TakeSequence(BookNameDraft draft)
    {
        if (draft.Number is not null || Match(BookRules.Sequence, draft) is not { } match)
        {
            return;
        }

        string number = match.Groups["number"].Value;
        bool isDoubtful = !match.Groups["word"].Success && number.Contains('.') && draft.Series is null;
        if (!isDoubtful)
        {
            draft.SetNumber(number);
            Rename(BookRules.Sequence, match, draft, $"number={number}");
        }
    }

    private static void TakeYearPrefix(BookNameDraft draft, bool atRoot)
    {
        if (!atRoot && draft.Year is null && Match(BookRules.YearPrefix, draft) is { } match)
        {
            draft.Year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
            Rename(BookRules.YearPrefix, match, draft, $"year={draft.Year}");
        }
    }

    private static void DropAuthorColon(BookNameDraft draft)
    {
        if (
            Match(BookRules.AuthorColon, draft) is { } match
            && draft.Authors.Exists(author => IsSameName(author, match.Groups["author"].Value))
        )
        {
            Rename(BookRules.AuthorColon, match, draft, $"authors={match.Groups["author"]}");
        }
    }

    private static void TakeTitleAuthor(BookNameDraft draft, bool atRoot)
    {
        Match? dash = BookRules.TitleAuthor.Pattern!.Matches(draft.Title).LastOrDefault();
        if (dash is null)
        {
            return;
        }

        string input = draft.Title;
        string left = input[..dash.Index].Trim();
        string right = input[(dash.Index + dash.Length)..].Trim();
        bool isLeft = IsAuthor(left, draft) || (atRoot && PersonList.IsInverted(left) && !PersonList.IsInverted(right));
        bool isRight = IsAuthor(right, draft) || (atRoot && draft.Authors.Count == 0);
        if (left.Length == 0 || right.Length == 0 || !(isLeft || isRight))
        {
            return;
        }

        string author = isLeft ? left : right;
        draft.Title = isLeft ? right : left;
        draft.Fire(BookRules.TitleAuthor, input, author, $"title={draft.Title}, authors={author}");
        if (draft.Authors.Count == 0)
        {
            draft.Authors.AddRange(PersonList.Split(author, draft));
        }
    }

    private static void TakeBy(BookNameDraft draft, bool atRoot)
    {
        if (atRoot && draft.Authors.Count == 0 && Match(BookRules.By, draft) is { } match)
        {
            draft.Authors.AddRange(PersonList.Split(match.Groups["author"].Value, draft));
            Rename(BookRules.By, match, draft, $"authors={match.Groups["author"]}");
        }
    }

    private static void TakeSeriesAndNumber(BookNameDraft draft)
    {
        if (draft.Number is null && Match(BookRules.SeriesAndNumber, draft) is { } match)
        {
            draft.Series ??= match.Groups["series"].Value.Trim();
            draft.SetNumber(match.Groups["number"].Value);
            draft.Fire(BookRules.SeriesAndNumber, draft.Title, match.Value, $"series={draft.Series}");
        }
    }

    private static void MoveArticle(BookNameDraft draft)
    {
        if (Match(BookRules.ArticleBehind, draft) is { } match)
        {
            string input = draft.Title;
            draft.Title = $"{match.Groups["article"]} {match.Groups["title"]}";
            draft.Fire(BookRules.ArticleBehind, input, match.Groups["article"].Value, $"title={draft.Title}");
        }
    }

    internal static bool IsAuthor(string text, BookNameDraft draft) =>
        draft.Authors.Any(author => IsSameName(author, text))
        || (
            draft.Authors.Count > 0
            && PersonList.Split(text).Any(name => draft.Authors.Any(author => IsSameName(author, name)))
        );

    private static bool IsSameName(string left, string right) => TextKeys.NameKey(left) == TextKeys.NameKey(right);

    private static Match? Match(NameRule rule, BookNameDraft draft) =>
        rule.Pattern!.Match(draft.Title) is { Success: true } match ? match : null;

    private static void Rename(NameRule rule, Match match, BookNameDraft draft, string result)
    {
        string input = draft.Title;
        draft.Title = match.Groups["title"].Value.Trim();
        draft.Fire(rule, input, match.Value, $"title={draft.Title}, {result}");
    }

    private static void Take(NameRule rule, Match match, BookNameDraft draft, string result)
    {
        string input = draft.Title;
        string rest = $"{input.AsSpan(0, match.Index)} {input.AsSpan(match.Index + match.Length)}".Trim();
        draft.Title = rest.Length == 0 ? input : CleanText.Line(rest, 500);
        draft.Fire(rule, input, match.Value, result);
    }
}
