using System.Collections.Frozen;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming;

/// <summary>Reads series, volume, chapter, year and title of a comic out of where it lies. Never throws, and says why.</summary>
public static class ComicPath
{
    private const int SegmentLimit = 500;
    private const int MaxSegments = 64;

    private static readonly FrozenSet<string> _extensions = new[]
    {
        "cbz",
        "cbr",
        "cb7",
        "zip",
        "rar",
        "7z",
        "epub",
        "pdf",
        "jpg",
        "jpeg",
        "png",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Explains the path of a comic's file.</summary>
    /// <param name="relativePath">From the library's root, with the file's name; both kinds of slashes.</param>
    public static ComicPathExplanation Explain(string relativePath)
    {
        string[] segments =
        [
            .. relativePath
                .Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries)
                .Select(segment => CleanText.Line(segment, SegmentLimit))
                .Where(segment => segment.Length > 0)
                .TakeLast(MaxSegments),
        ];
        if (segments.Length == 0)
        {
            return new ComicPathExplanation(new ComicNameDraft().ToName(), []);
        }

        string stem = Stem(segments[^1]);
        ComicNameDraft draft = ComicNameRules.ReadFile(stem);
        ReadFolders(segments[..^1], stem, draft);
        if (draft.Series is null && draft.Title is null)
        {
            draft.Title = ComicNameRules.Trimmed(stem.Replace('_', ' ')) ?? stem;
        }

        return new ComicPathExplanation(draft.ToName(), draft.Hits);
    }

    /// <summary>From the file upwards: marks that the file lacks, then the first folder that has a name.</summary>
    private static void ReadFolders(string[] folders, string stem, ComicNameDraft draft)
    {
        for (int i = folders.Length - 1; i >= 0; i--)
        {
            if (ComicRules.SpecialsFolder.Pattern!.IsMatch(folders[i]))
            {
                draft.Fire(ComicRules.SpecialsFolder, folders[i], folders[i], "passed over");
                continue;
            }

            ComicNameDraft folder = ComicNameRules.ReadFolder(folders[i]);
            TakeMarks(folders[i], folder, draft);
            if (folder.Series is { } name)
            {
                TakeSeries(folders[i], name, stem, draft);
                return;
            }
        }

        if (draft.IsBare && draft.Title is not null)
        {
            draft.Chapter = null; // a number before a title says nothing without a series
        }
    }

    private static void TakeMarks(string name, ComicNameDraft folder, ComicNameDraft draft)
    {
        bool isMeant = !folder.IsBare && folder.HasNumber && (folder.Series is null || draft.IsBare);
        bool gives =
            (folder.Volume is not null && draft.Volume is null)
            || (folder.Chapter is not null && (draft.Chapter is null || draft.IsBare));
        if (!isMeant || !gives)
        {
            return;
        }

        draft.Volume ??= folder.Volume;
        if (folder.Chapter is not null && (draft.Chapter is null || draft.IsBare))
        {
            draft.Chapter = folder.Chapter;
            draft.IsBare = false;
        }

        draft.Fire(ComicRules.MarkFolder, name, name, $"volume={draft.Volume?.Start}, chapter={draft.Chapter?.Start}");
    }

    private static void TakeSeries(string folder, string series, string stem, ComicNameDraft draft)
    {
        bool standsAlone =
            !draft.HasNumber && !draft.IsSpecial && TextKeys.SortKey(draft.Title) == TextKeys.SortKey(series);
        if (standsAlone)
        {
            draft.Fire(ComicRules.OneShot, folder, stem, $"title={draft.Title}");
            return;
        }

        if (draft.Series is null || draft.IsSpecial)
        {
            if (draft.IsSpecial && draft.Title is null)
            {
                draft.Title = ComicNameRules.Trimmed(stem);
            }

            draft.Series = series;
            draft.Fire(ComicRules.SeriesFolder, folder, folder, $"series={series}");
        }
    }

    private static string Stem(string file)
    {
        int dot = file.LastIndexOf('.');
        return dot > 0 && _extensions.Contains(file[(dot + 1)..]) ? file[..dot] : file;
    }
}
