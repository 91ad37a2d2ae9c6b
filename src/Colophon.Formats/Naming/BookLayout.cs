using System.Collections.Frozen;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming;

/// <summary>Which part of a path bears author, series and title.</summary>
/// <param name="Name">The folder's or the file's name (without extension) that bears the title.</param>
internal sealed record BookLayout(string? Author, string? Series, string Name)
{
    private static readonly FrozenSet<string> _audio = new[]
    {
        "mp3",
        "m4a",
        "m4b",
        "flac",
        "ogg",
        "opus",
        "aac",
        "wma",
        "wav",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static BookLayout Of(string[] folders, string file, FolderKind kind, BookNameDraft draft)
    {
        string stem = Stem(file);
        bool isAudio = _audio.Contains(Path.GetExtension(file).TrimStart('.'));
        folders = WithoutDiscs(folders, isAudio, draft);
        if (isAudio)
        {
            Remark(stem, folders, draft);
        }

        if (folders.Length == 0)
        {
            draft.Fire(BookPlaceRules.TitleFile, stem, stem, $"name={stem}");
            return new BookLayout(null, null, stem);
        }

        bool folderBearsTitle = kind switch
        {
            FolderKind.OneBook => true,
            FolderKind.ManyBooks => false,
            _ => isAudio || BearsTitle(folders, stem),
        };
        string[] above = folderBearsTitle ? folders[..^1] : folders;
        string name = folderBearsTitle ? folders[^1] : stem;
        draft.Fire(
            folderBearsTitle ? BookPlaceRules.TitleFolder : BookPlaceRules.TitleFile,
            name,
            name,
            $"name={name}"
        );
        if (!folderBearsTitle && above.Length >= 2 && kind == FolderKind.Unknown)
        {
            draft.Fire(BookPlaceRules.NumberedFile, stem, above[^1], $"series={above[^1]}");
        }

        if (above.Length > 2)
        {
            draft.Fire(BookPlaceRules.Shelf, string.Join('/', above), string.Join('/', above[..^2]), "shelves");
        }

        return new BookLayout(
            above.Length == 0 ? null : above[Math.Max(0, above.Length - 2)],
            above.Length < 2 ? null : above[^1],
            name
        );
    }

    /// <summary>
    /// A lone folder is the author unless it has the file's name or the marks of a title; below an author a folder is the
    /// title unless the file has a number of its own.
    /// </summary>
    private static bool BearsTitle(string[] folders, string stem)
    {
        string folder = folders[^1];
        if (folders.Length > 1 && IsNumberedIn(folder, stem))
        {
            return false;
        }

        if (BookRules.AuthorInBrackets.Pattern!.IsMatch(folder) || IsSameTitle(folder, stem))
        {
            return true;
        }

        if (folders.Length == 1)
        {
            return BookRules.Year.Pattern!.IsMatch(folder);
        }

        bool isNumbered = BookRules.Sequence.Pattern!.IsMatch(stem) || IsNumberedIn(folder, stem);
        return !isNumbered || BookRules.Sequence.Pattern.IsMatch(folder) || BookRules.Year.Pattern!.IsMatch(folder);
    }

    private static bool IsSameTitle(string folder, string stem)
    {
        string title = TitleKey(folder);
        string other = TitleKey(stem);
        return title.Length > 0
            && (title == other || other.StartsWith(title + " ", StringComparison.Ordinal) && IsAuthorBehind(stem));
    }

    /// <summary>"Discworld 08 - Guards! Guards!" in "Discworld".</summary>
    private static bool IsNumberedIn(string folder, string stem) =>
        BookRules.SeriesPrefix.Pattern!.Match(stem) is { Success: true } match
        && TextKeys.NameKey(match.Groups["series"].Value) == TextKeys.NameKey(folder);

    private static bool IsAuthorBehind(string stem) => BookRules.TitleAuthor.Pattern!.IsMatch(stem);

    private static string TitleKey(string name)
    {
        var draft = new BookNameDraft();
        BookTitleRules.Apply(new BookLayout("", "", name), draft);
        return TextKeys.SortKey(draft.Title);
    }

    private static string[] WithoutDiscs(string[] folders, bool isAudio, BookNameDraft draft)
    {
        while (isAudio && folders.Length > 1 && BookPlaceRules.DiscFolder.Pattern!.IsMatch(folders[^1]))
        {
            draft.Fire(BookPlaceRules.DiscFolder, folders[^1], folders[^1], "part of the folder above");
            folders = folders[..^1];
        }

        return folders;
    }

    /// <summary>What grouping makes of the name beside other audio files; the rules about title and people go their own way.</summary>
    private static void Remark(string stem, string[] folders, BookNameDraft draft)
    {
        if (folders.Length > 0 && BookPlaceRules.ExtraFile.Pattern!.Match(stem) is { Success: true } extra)
        {
            draft.Fire(BookPlaceRules.ExtraFile, stem, extra.Value, "role=extra beside an audiobook");
        }

        if (BookPlaceRules.AudioRemarks.Pattern!.Match(stem) is { Success: true } remarks)
        {
            string key = BookPlaceRules.AudioRemarks.Pattern.Replace(stem, "");
            draft.Fire(BookPlaceRules.AudioRemarks, stem, remarks.Value, $"book={key}");
        }
    }

    private static string Stem(string file)
    {
        string extension = Path.GetExtension(file);
        bool isExtension =
            extension.Length is > 1 and <= 6 && !extension.Contains(' ') && extension.Length < file.Length;
        return isExtension ? file[..^extension.Length] : file;
    }
}
