using Colophon.Formats.Text;

namespace Colophon.Formats.Naming;

/// <summary>Reads title, authors, series, number and year of a book out of where it lies. Never throws, and says why.</summary>
public static class BookPath
{
    private const int SegmentLimit = 500;
    private const int MaxSegments = 64;

    /// <summary>Explains the path of a book's main file.</summary>
    /// <param name="relativePath">From the library's root, with the file's name; both kinds of slashes.</param>
    /// <param name="folder">What is known about the folder the file lies in.</param>
    public static BookPathExplanation Explain(string relativePath, FolderKind folder = FolderKind.Unknown)
    {
        string[] segments =
        [
            .. relativePath
                .Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries)
                .Select(segment => CleanText.Line(segment, SegmentLimit))
                .Where(segment => segment.Length > 0)
                .TakeLast(MaxSegments),
        ];
        var draft = new BookNameDraft();
        if (segments.Length > 0)
        {
            BookLayout layout = BookLayout.Of(segments[..^1], segments[^1], folder, draft);
            Apply(layout, draft);
            BookMarkRules.LookForAsin(segments[^1], draft);
        }

        return new BookPathExplanation(draft.ToName(), draft.Hits);
    }

    /// <summary>Whether a folder of this name holds a disc of the audiobook in the folder above it: CD1, Disc 2, Part 3.</summary>
    public static bool IsDiscFolder(string name) => BookPlaceRules.DiscFolder.Pattern!.IsMatch(name);

    private static void Apply(BookLayout layout, BookNameDraft draft)
    {
        if (layout.Author is { } author)
        {
            string name = BookMarkRules.WithoutRemarks(author);
            draft.Fire(BookPlaceRules.AuthorFolder, author, author, $"authors={name}");
            draft.Authors.AddRange(PersonList.Split(name, draft));
        }

        if (layout.Series is { } series)
        {
            draft.Series = BookMarkRules.WithoutRemarks(series);
            draft.Fire(BookPlaceRules.SeriesFolder, series, series, $"series={draft.Series}");
        }

        BookTitleRules.Apply(layout, draft);
    }
}
