using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming;

/// <summary>Works through the rules on the name that bears the title, from its outer marks to its core: series, number, author.</summary>
internal static class BookTitleRules
{
    public static void Apply(BookLayout layout, BookNameDraft draft)
    {
        bool atRoot = layout.Author is null;
        draft.Title = layout.Name;
        ReplaceSeparators(draft);
        BookMarkRules.TakeAsin(draft);
        BookReleaseRules.TakeScene(draft, atRoot);
        BookMarkRules.TakeNarrators(draft);
        BookMarkRules.TakeAuthorInBrackets(draft);
        BookMarkRules.TakeSeriesInParentheses(draft);
        bool isRelease = BookReleaseRules.DropMarks(draft);
        BookMarkRules.TakeYear(draft);
        BookMarkRules.DropTags(draft);
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

    private static bool TakeAuthorSeriesTitle(BookNameDraft draft, bool atRoot)
    {
        if (draft.Match(BookRules.AuthorSeriesTitle) is not { } match)
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
        draft.Rename(BookRules.AuthorSeriesTitle, match, $"authors={author}, series={draft.Series}");
        return true;
    }

    private static void TakeSeriesPrefix(BookNameDraft draft)
    {
        if (
            draft.Series is { Length: > 0 } series
            && draft.Match(BookRules.SeriesPrefix) is { } match
            && IsSameName(series, match.Groups["series"].Value)
        )
        {
            draft.SetNumber(match.Groups["number"].Value);
            draft.Rename(BookRules.SeriesPrefix, match, $"number={match.Groups["number"]}");
        }
    }

    private static void TakeSequence(BookNameDraft draft)
    {
        if (draft.Number is not null || draft.Match(BookRules.Sequence) is not { } match)
        {
            return;
        }

        string number = match.Groups["number"].Value;
        bool isDoubtful = !match.Groups["word"].Success && number.Contains('.') && draft.Series is null;
        if (!isDoubtful)
        {
            draft.SetNumber(number);
            draft.Rename(BookRules.Sequence, match, $"number={number}");
        }
    }

    private static void TakeYearPrefix(BookNameDraft draft, bool atRoot)
    {
        if (!atRoot && draft.Year is null && draft.Match(BookRules.YearPrefix) is { } match)
        {
            draft.Year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
            draft.Rename(BookRules.YearPrefix, match, $"year={draft.Year}");
        }
    }

    private static void DropAuthorColon(BookNameDraft draft)
    {
        if (
            draft.Match(BookRules.AuthorColon) is { } match
            && draft.Authors.Exists(author => IsSameName(author, match.Groups["author"].Value))
        )
        {
            draft.Rename(BookRules.AuthorColon, match, $"authors={match.Groups["author"]}");
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
        if (atRoot && draft.Authors.Count == 0 && draft.Match(BookRules.By) is { } match)
        {
            draft.Authors.AddRange(PersonList.Split(match.Groups["author"].Value, draft));
            draft.Rename(BookRules.By, match, $"authors={match.Groups["author"]}");
        }
    }

    private static void TakeSeriesAndNumber(BookNameDraft draft)
    {
        if (draft.Number is null && draft.Match(BookRules.SeriesAndNumber) is { } match)
        {
            draft.Series ??= match.Groups["series"].Value.Trim();
            draft.SetNumber(match.Groups["number"].Value);
            draft.Fire(BookRules.SeriesAndNumber, draft.Title, match.Value, $"series={draft.Series}");
        }
    }

    private static void MoveArticle(BookNameDraft draft)
    {
        if (draft.Match(BookRules.ArticleBehind) is { } match)
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
}
