using Colophon.Formats.Pictures;
using Colophon.Formats.Text;

namespace Colophon.Formats.Comic;

/// <summary>Puts a comic together: pages in order, front cover, chapters.</summary>
internal sealed class ComicContents(IComicArchive archive, ComicMetadata metadata, FindingList findings)
{
    private const int ChapterLimit = 10_000;

    public ComicBook Assemble()
    {
        List<int> order =
        [
            .. Enumerable
                .Range(0, archive.Entries.Count)
                .Where(i => archive.Entries[i].Size != 0 && ComicPages.IsPage(archive.Entries[i].Name)),
        ];
        order.Sort((x, y) => ComicPages.Compare(archive.Entries[x].Name, archive.Entries[y].Name));
        ILookup<int, ComicPageNote> notes = metadata.Pages.ToLookup(note => note.Image);
        List<ComicPage> pages =
        [
            .. order.Select((entry, i) => Page(archive.Entries[entry], notes[i].FirstOrDefault())),
        ];
        Warn(order);
        int? cover = pages.Count == 0 ? null : CoverOf(pages);
        return new ComicBook(
            archive.Container,
            metadata,
            pages,
            cover,
            cover is { } front && !findings.IsFatal ? Picture(order[front]) : null,
            Chapters(pages)
        );
    }

    private static ComicPage Page(ComicEntry entry, ComicPageNote? note) =>
        new(entry.Name, entry.Size, note?.Width, note?.Height);

    private void Warn(List<int> order)
    {
        if (order.Count == 0)
        {
            findings.Warn(FindingCodes.ComicPagesMissing);
        }

        // an archive whose texts only are locked can still be shown
        if (archive.Entries.Any(entry => entry.IsEncrypted) && !order.Exists(i => !archive.Entries[i].IsEncrypted))
        {
            findings.Fail(FindingCodes.ArchiveEncrypted);
        }
    }

    private EmbeddedPicture? Picture(int entry)
    {
        EmbeddedPicture? picture = archive.Entries[entry].IsEncrypted ? null : archive.Picture(entry);
        if (picture is null)
        {
            findings.Warn(FindingCodes.ComicCoverMissing, CleanText.Line(archive.Entries[entry].Name, 200));
        }

        return picture;
    }

    /// <summary>What ComicInfo names the front cover, then its inner cover, then CoMet's, then a telling name, then the first page.</summary>
    private int CoverOf(List<ComicPage> pages)
    {
        foreach (string type in (ReadOnlySpan<string>)["FrontCover", "InnerCover"])
        {
            ComicPageNote? note = metadata.Pages.FirstOrDefault(note =>
                type.Equals(note.Type, StringComparison.OrdinalIgnoreCase)
            );
            if (note is not null && note.Image < pages.Count)
            {
                return note.Image;
            }

            if (note is not null)
            {
                findings.Warn(FindingCodes.ComicCoverMissing);
            }
        }

        int named = metadata.CoverEntry is { } entry
            ? pages.FindIndex(page => page.Name == entry || page.Entry == entry)
            : -1;
        named = named >= 0 ? named : pages.FindIndex(page => ComicPages.IsCoverName(page.Entry));
        return Math.Max(0, named);
    }

    private List<ComicChapter> Chapters(List<ComicPage> pages)
    {
        List<ComicChapter> bookmarks =
        [
            .. metadata
                .Pages.Where(note => note.Bookmark is not null && note.Image < pages.Count)
                .OrderBy(note => note.Image)
                .Select(note => new ComicChapter(note.Bookmark!, note.Image))
                .Take(ChapterLimit),
        ];
        return bookmarks.Count > 0 ? bookmarks : Folders(pages);
    }

    /// <summary>Volumes packed as a folder a chapter: each folder that pages lie in begins one.</summary>
    private static List<ComicChapter> Folders(List<ComicPage> pages)
    {
        var chapters = new List<ComicChapter>();
        string? last = null;
        for (int i = 0; i < pages.Count && chapters.Count < ChapterLimit; i++)
        {
            string folder = pages[i].Entry[..^pages[i].Name.Length].TrimEnd('/', '\\');
            if (folder.Length > 0 && folder != last)
            {
                string title = CleanText.Line(folder[(folder.LastIndexOfAny(['/', '\\']) + 1)..], ComicNames.TextLimit);
                chapters.Add(new ComicChapter(title.Length > 0 ? title : folder, i));
            }

            last = folder;
        }

        return chapters.Count > 1 ? chapters : [];
    }
}
