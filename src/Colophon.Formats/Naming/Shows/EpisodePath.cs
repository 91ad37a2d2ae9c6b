using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Releases;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Shows;

/// <summary>Reads show, season, episodes, date and title of an episode out of where it lies. Never throws, and says why.</summary>
public static partial class EpisodePath
{
    private const int SegmentLimit = 500;
    private const int MaxSegments = 64;

    /// <summary>Explains the path of an episode's file.</summary>
    /// <param name="relativePath">From the library's root, with the file's name; both kinds of slashes.</param>
    /// <param name="numbering">What is known about the library.</param>
    public static EpisodePathExplanation Explain(
        string relativePath,
        EpisodeNumbering numbering = EpisodeNumbering.Unknown
    )
    {
        string[] segments =
        [
            .. relativePath
                .Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries)
                .Select(segment => CleanText.Line(segment, SegmentLimit))
                .Where(segment => segment.Length > 0)
                .TakeLast(MaxSegments),
        ];
        var draft = new EpisodeDraft();
        if (segments.Length > 0)
        {
            ShowLayout layout = ShowLayout.Of(segments[..^1], draft.Hits);
            Read(ShowWords.Plain(Stem(segments[^1])), layout, numbering, draft);
        }

        return new EpisodePathExplanation(draft.ToName(), draft.Hits.All);
    }

    /// <summary>Whether a folder of this name holds one episode: <c>Show.S01E02.1080p-GROUP</c>.</summary>
    public static bool IsEpisodeFolder(string name)
    {
        var draft = new EpisodeDraft();
        return EpisodeMarks.TakeStrong(name, draft) is not null && draft.Episodes.Count > 0;
    }

    private static void Read(string stem, ShowLayout layout, EpisodeNumbering numbering, EpisodeDraft draft)
    {
        draft.Ids = draft.Hits.TakeIds(stem, out string text);
        ReleaseSplit split = ReleaseName.Split(text);
        draft.Hits.AddAll(split.Rules);
        Match group = GroupPattern().Match(text);
        bool isFansub = group.Success || split.Facts.Hash is not null;
        EpisodeMark? found = EpisodeMarks.TakeStrong(text, draft);
        if (found is null && layout.EpisodeFolder is { } folder)
        {
            (text, split) = (folder, ReleaseName.Split(folder));
            found = EpisodeMarks.TakeStrong(text, draft);
            group = GroupPattern().Match(text);
        }

        draft.Release =
            group.Success && group.Length < text.Length
                ? split.Facts with
                {
                    Group = group.Groups["group"].Value.Trim(),
                }
                : split.Facts;

        if (found is { } strong)
        {
            found =
                draft.Episodes.Count > 0
                    ? EpisodeTitle.TakeAbsolute(text, strong, isFansub, draft)
                    : EpisodeMarks.TakeEpisodeText(text, draft)?.With(strong) ?? strong;
        }

        found ??= TakeWeak(text, split, layout, isFansub, numbering, draft);
        Place(layout, draft);
        Name(text, found, split, layout, draft);
    }

    /// <summary>Words, then specials that have a number, then bare numbers, then what is left.</summary>
    private static EpisodeMark? TakeWeak(
        string text,
        ReleaseSplit split,
        ShowLayout layout,
        bool isFansub,
        EpisodeNumbering numbering,
        EpisodeDraft draft
    )
    {
        if (EpisodeMarks.TakeWords(text, draft) is { } words)
        {
            return words;
        }

        if (EpisodeMarks.TakeNumberedSpecial(text, draft) is { } special)
        {
            return special;
        }

        EpisodeMark? season = EpisodeMarks.TakeSeasonText(text, null, draft);
        draft.Season ??= layout.Season;
        EpisodeMark? number = TakeNumber(
            text,
            split,
            layout,
            season,
            new(draft.Season is not null, isFansub, numbering),
            draft
        );
        EpisodeMark? mark = number is { } taken ? season?.With(taken) ?? taken : season;
        return EpisodeMarks.TakeSpecial(text, number is not null, draft) is { } word
            ? mark?.With(word) ?? word
            : mark ?? (draft.Season is null ? EpisodeMarks.TakePart(text, draft) : null);
    }

    private static EpisodeMark? TakeNumber(
        string text,
        ReleaseSplit split,
        ShowLayout layout,
        EpisodeMark? season,
        EpisodeNumbers numbers,
        EpisodeDraft draft
    )
    {
        int start = split.HeadStart;
        if (start == 0 && GroupPattern().Match(text) is { Success: true } group && group.Length < text.Length)
        {
            start = group.Length;
        }

        string core = RemarkPattern()
            .Replace(text[start..Math.Max(start, split.HeadEnd)], remark => new string(' ', remark.Length))
            .Replace('_', ' ')
            .TrimEnd(' ', '[', '(', '-', '.');
        core = core.Contains(' ') ? core : core.Replace('.', ' ');
        int from = season is { } before
            ? Math.Max(0, before.End - start)
            : TitlePrefix.Length(core, layout.Show?.Title);
        return numbers.Take(core, Math.Min(from, core.Length), draft) is { } mark
            ? new EpisodeMark(mark.Start + start, mark.End + start)
            : null;
    }

    /// <summary>The folder's season is that of numbers that have none of their own; without any they count through the show.</summary>
    private static void Place(ShowLayout layout, EpisodeDraft draft)
    {
        draft.Season ??= layout.Season;
        if (draft.Season is null && draft.Episodes.Count > 0)
        {
            draft.Absolute = [.. draft.Episodes.Select(number => (double)number)];
            draft.Episodes = [];
        }
    }

    private static void Name(string text, EpisodeMark? found, ReleaseSplit split, ShowLayout layout, EpisodeDraft draft)
    {
        EpisodeMark mark = found ?? new EpisodeMark(split.HeadEnd, split.HeadEnd);
        if (layout.Show is { Title: { } title } show)
        {
            (draft.Show, draft.ShowYear, draft.ShowIds) = (title, show.Year, show.Ids);
        }
        else if (found is not null)
        {
            EpisodeTitle.TakeShow(text, mark, split, draft);
            draft.Show ??= layout.Shelf;
        }

        draft.Title = found is null
            ? CleanText.LineOrNull(split.Title, SegmentLimit)
            : EpisodeTitle.Behind(text, mark.End, split) ?? OfFolder(layout.EpisodeFolder);
        if (draft.Title is null)
        {
            return;
        }

        draft.Hits.Fire(EpisodeRules.TitleBehind, text, draft.Title, $"title={draft.Title}");
        if (draft.Part is null && EpisodeRules.Part.Pattern!.Match(draft.Title) is { Success: true } part)
        {
            draft.Part = ShowWords.Number(part.Groups["part"].Value);
            draft.Hits.Fire(EpisodeRules.Part, draft.Title, part.Value, $"part={draft.Part}");
        }
    }

    /// <summary>The folder of one episode bears its title when the file does not.</summary>
    private static string? OfFolder(string? folder) =>
        folder is not null && EpisodeMarks.TakeStrong(folder, new EpisodeDraft()) is { } mark
            ? EpisodeTitle.Behind(folder, mark.End, ReleaseName.Split(folder))
            : null;

    private static string Stem(string file) =>
        ExtensionPattern().Match(file) is { Success: true, Index: > 0 } extension ? file[..extension.Index] : file;

    // not the end of "Show.E02", "Show.S01"
    [GeneratedRegex(
        @"\.(?!(?:s|e|x|ep)?[0-9]+$)(?:[a-z0-9]{2,5}|[A-Z0-9]{2,5}|dvr-ms)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ExtensionPattern();

    // "(English Dub)": keeps its length, so that places stay
    [GeneratedRegex(
        @"[\[(](?!\s?(?:第\s?)?[0-9]{1,4}(?:[-–~.][0-9]{1,4})?\s?(?:v[0-9]|end|fin|完|集|話|话)?\s?[\])])[^\[\]()]{0,100}[\])]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex RemarkPattern();

    // "[Group] ", but not "[07]" and not the address of a site
    [GeneratedRegex(
        @"^\[(?![0-9]{1,4}\]|\s?www\.|[a-z0-9-]{2,60}(?:\.[a-z]{2,3}){1,2}\])(?<group>[^\[\]]{1,60})\][\s._-]{0,3}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex GroupPattern();
}
