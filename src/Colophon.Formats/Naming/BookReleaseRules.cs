using System.Globalization;
using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming;

/// <summary>Names as releases of audio bear them: the author first, marks of format, rate and group behind.</summary>
internal static partial class BookReleaseRules
{
    /// <summary>"Author-Title-2CD-2016-GROUP".</summary>
    public static void TakeScene(BookNameDraft draft, bool atRoot)
    {
        Match match = BookRules.SceneRelease.Pattern!.Match(draft.Title);
        string author = match.Groups["author"].Value;
        if (!match.Success || !(atRoot || BookTitleRules.IsAuthor(author, draft)))
        {
            return;
        }

        string input = draft.Title;
        draft.Title = match.Groups["title"].Value;
        draft.Year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        draft.Fire(
            BookRules.SceneRelease,
            input,
            match.Value,
            $"title={draft.Title}, authors={author}, year={draft.Year}"
        );
        AddAuthor(author, draft);
    }

    /// <summary>Takes the marks off the end of the name and, with them, genre and medium off its beginning.</summary>
    /// <returns>Whether it was the name of a release.</returns>
    public static bool DropMarks(BookNameDraft draft)
    {
        string input = draft.Title;
        Match marks = BookRules.Release.Pattern!.Match(input);
        if (!marks.Success || BookRules.AudioMark().Match(input, marks.Index) is not { Success: true })
        {
            return false;
        }

        string rest = BookRules.ReleasePrefix().Replace(input[..marks.Index], "").Trim(' ', '-', '–', ',');
        if (rest.Length == 0)
        {
            return false;
        }

        draft.Title = rest;
        if (LoneYear().Match(marks.Value) is { Success: true } year)
        {
            draft.Year = int.Parse(year.ValueSpan, CultureInfo.InvariantCulture);
        }

        draft.Fire(BookRules.Release, input, marks.Value, $"name={rest}, year={draft.Year}");
        return true;
    }

    /// <summary>What stands before the first dash of a release at the root is the author.</summary>
    public static bool TakeAuthor(BookNameDraft draft, bool atRoot)
    {
        Match dash = BookRules.TitleAuthor.Pattern!.Match(draft.Title);
        if (!dash.Success || !atRoot || draft.Authors.Count > 0)
        {
            return false;
        }

        string input = draft.Title;
        string left = input[..dash.Index].Trim();
        string right = input[(dash.Index + dash.Length)..].Trim();
        bool isTitleFirst = PersonList.IsInverted(right) && !PersonList.IsInverted(left);
        if (isTitleFirst || right.Length == 0 || !left.Any(char.IsLetter))
        {
            return false;
        }

        draft.Title = right;
        draft.Fire(BookRules.Release, input, left, $"title={right}, authors={left}");
        AddAuthor(left, draft);
        return true;
    }

    private static void AddAuthor(string author, BookNameDraft draft)
    {
        if (draft.Authors.Count == 0)
        {
            draft.Authors.AddRange(PersonList.Split(author, draft));
        }
    }

    /// <summary>A year that is no end of a span.</summary>
    [GeneratedRegex(@"(?<![\d]|\d\s?-\s?)(?:19|20)\d{2}(?!\d|\s?-\s?\d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex LoneYear();
}
