using System.Globalization;
using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming;

/// <summary>Works through the rules on what stands in brackets, braces and parentheses around a title.</summary>
internal static class BookMarkRules
{
    /// <summary>A folder's name without what releases and tools put behind it.</summary>
    public static string WithoutRemarks(string name)
    {
        string plain = BookRules.Tags.Pattern!.Replace(BookRules.Narrators.Pattern!.Replace(name, ""), "").Trim();
        return plain.Length == 0 ? name : plain;
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

    public static void TakeAsin(BookNameDraft draft)
    {
        if (draft.Match(BookRules.Asin) is { } match)
        {
            draft.Asin = match.Groups["asin"].Value.ToUpperInvariant();
            draft.Take(BookRules.Asin, match, $"asin={draft.Asin}");
        }
    }

    public static void TakeNarrators(BookNameDraft draft)
    {
        if (draft.Match(BookRules.Narrators) is not { } match)
        {
            return;
        }

        string names = match.Groups["names"].Value;
        if (BookReleaseRules.AudioMark().IsMatch(names))
        {
            return; // {FLAC}
        }

        bool isId = names.Contains('=') || names.Contains("asin", StringComparison.OrdinalIgnoreCase);
        if (!isId)
        {
            draft.Narrators.AddRange(PersonList.Split(names, draft));
        }

        draft.Take(BookRules.Narrators, match, isId ? "dropped" : $"narrators={names}");
    }

    public static void TakeAuthorInBrackets(BookNameDraft draft)
    {
        if (draft.Match(BookRules.AuthorInBrackets) is not { } match)
        {
            return;
        }

        string names = match.Groups["names"].Value;
        draft.Authors.Clear(); // nearer to the title than a folder
        draft.Authors.AddRange(PersonList.Split(names, draft));
        draft.Take(BookRules.AuthorInBrackets, match, $"authors={names}");
    }

    public static void TakeSeriesInParentheses(BookNameDraft draft)
    {
        if (draft.Match(BookRules.SeriesInParentheses) is { } match)
        {
            draft.Series = match.Groups["series"].Value.Trim();
            draft.SetNumber(match.Groups["number"].Value);
            draft.Rename(
                BookRules.SeriesInParentheses,
                match,
                $"series={draft.Series}, number={match.Groups["number"]}"
            );
        }
    }

    public static void TakeYear(BookNameDraft draft)
    {
        // the last one: in "1984 (1949)" and "Title (2001) (2018)" it is the edition's
        Match? match = BookRules.Year.Pattern!.Matches(draft.Title).LastOrDefault();
        if (match is not null && match.Length < draft.Title.Length)
        {
            draft.Year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
            draft.Take(BookRules.Year, match, $"year={draft.Year}");
        }
    }

    public static void DropTags(BookNameDraft draft)
    {
        while (draft.Match(BookRules.Tags) is { } match && match.Length < draft.Title.Length)
        {
            draft.Take(BookRules.Tags, match, "dropped");
        }
    }
}
