using System.Globalization;
using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming;

/// <summary>Names as releases of audio bear them: the author first, marks of format, rate and group behind.</summary>
internal static partial class BookReleaseRules
{
    internal static readonly NameRule Release = new(
        "book.release",
        "A name that ends in the marks of an audio release (MP3, FLAC, 192 kbps, 2CD, year, group) is Author - Title; the marks are dropped.",
        "readarr. Such releases put the author first, calibre's Title - Author bears no such marks.",
        ReleaseMarksPattern()
    );

    internal static readonly NameRule SceneRelease = new(
        "book.scene-release",
        "Author-Title-MARKS-Year-GROUP, with no spaces around the dashes.",
        "readarr. One of author and title must have a space, so that the-state-of-things-2019-Report stays whole.",
        SceneReleasePattern()
    );

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private const string AudioFormat = @"(?:mp3|m4[ab]|flac|alac|aac|ape|ogg|opus|wav|wma|[0-9]{2,3}\s?kbps)";

    /// <summary>"Author-Title-2CD-2016-GROUP".</summary>
    public static void TakeScene(BookNameDraft draft, bool atRoot)
    {
        Match match = SceneRelease.Pattern!.Match(draft.Title);
        string author = match.Groups["author"].Value;
        if (!match.Success || !(atRoot || BookTitleRules.IsAuthor(author, draft)))
        {
            return;
        }

        string input = draft.Title;
        draft.Title = match.Groups["title"].Value;
        draft.Year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        draft.Fire(SceneRelease, input, match.Value, $"title={draft.Title}, authors={author}, year={draft.Year}");
        AddAuthor(author, draft);
    }

    /// <summary>Takes the marks off the end of the name and, with them, genre and medium off its beginning.</summary>
    /// <returns>Whether it was the name of a release.</returns>
    public static bool DropMarks(BookNameDraft draft)
    {
        string input = draft.Title;
        Match marks = Release.Pattern!.Match(input);
        if (!marks.Success || AudioMark().Match(input, marks.Index) is not { Success: true })
        {
            return false;
        }

        string rest = ReleasePrefix().Replace(input[..marks.Index], "").Trim(' ', '-', '–', ',');
        if (rest.Length == 0)
        {
            return false;
        }

        draft.Title = rest;
        if (LoneYear().Match(marks.Value) is { Success: true } year)
        {
            draft.Year = int.Parse(year.ValueSpan, CultureInfo.InvariantCulture);
        }

        draft.Fire(Release, input, marks.Value, $"name={rest}, year={draft.Year}");
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
        draft.Fire(Release, input, left, $"title={right}, authors={left}");
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
    [GeneratedRegex(
        @"(?<![0-9]|[0-9]\s?-\s?)(?:19|20)[0-9]{2}(?![0-9]|\s?-\s?[0-9]{4})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LoneYear();

    // from the first mark to the end: brackets, remarks in parentheses, formats and bit rates, discs, groups, years
    [GeneratedRegex(
        @"(?:[\s,]*(?:\[[^\[\]]{0,100}\]|[({](?:[^(){}\[\]]{0,60}[^\p{L}0-9(){}\[\]])?(?:"
            + AudioFormat
            + @"|edition|remaster(?:ed)?|unabridged|abridged|retail|image|tracks|[0-9]{1,3}\s?(?:books|releases|cds?))(?!\p{L})[^(){}\[\]]{0,60}[)}]"
            + @"|[({](?:19|20)[0-9]{2}[)}]|(?<=[\s,])(?:mp3|flac|lossless|(?-i:RIP)|[0-9]{2,3}\s?kbps|[0-9]{1,2}\s?cds?)(?![^\s,(\[])"
            + @"|(?<=[)\]]\s)(?:128|192|256|320)(?!\w)|(?<=[)\]])-\w{2,15}|[-–]\s(?:19|20)[0-9]{2}(?:\s?-\s?(?:19|20)[0-9]{2})?"
            + @"|(?<=[\s,])(?:19|20)[0-9]{2}(?:\s?-\s?(?:19|20)[0-9]{2})?(?=,\s|\s(?:[0-9]{1,2}\s?cds?|mp3|flac|[0-9]{2,3}\s?kbps)\b)))+\s*$",
        Options
    )]
    private static partial Regex ReleaseMarksPattern();

    /// <summary>The marks that make a release of a name's tail; years, groups and brackets alone do not.</summary>
    [GeneratedRegex(@"(?<![\p{L}0-9])" + AudioFormat + @"(?!\p{L})|[)\]]\s(?:128|192|256|320)$", Options)]
    internal static partial Regex AudioMark();

    /// <summary>Genre and medium, which trackers put before the author.</summary>
    [GeneratedRegex(@"^\([^()]{2,60}\)\s*(?:\[[^\[\]]{2,12}\]\s*)?(?=\S)", Options)]
    private static partial Regex ReleasePrefix();

    [GeneratedRegex(
        @"^(?=[^-]*-?[^-]*\s)(?<author>[^-\s][^-]{0,98}[^-\s])-(?<title>[^-\s][^-]{0,198}[^-\s])(?:-\(?(?:[\w .]{0,20}edition|unabridged|retail|web|flac|mp3|m4b|[0-9]{0,2}cd|(?-i:[A-Z]{2,5}))\)?){0,6}-(?<year>(?:19|20)[0-9]{2})-(?<group>(?-i:(?=\w*\p{Lu})\w{2,15}))$",
        Options
    )]
    private static partial Regex SceneReleasePattern();
}
