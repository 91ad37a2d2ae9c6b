using Colophon.Formats.Naming;
using Colophon.Formats.Text;
using Colophon.Server.Scanning;

namespace Colophon.Server.Books;

/// <summary>Files of one unit that are one book.</summary>
internal sealed record GroupedBook(
    string IdentityKey,
    IReadOnlyList<BookFile> Files,
    IReadOnlyList<GroupingRole> Roles
);

/// <summary>
/// Which files of a unit are editions of one book, and by what the book is known again when none of its files is:
/// its folder; for files that share a folder with other books, folder, title and author; for comics folder and file name.
/// </summary>
internal static class BookIdentity
{
    public static IReadOnlyList<GroupedBook> Group(UnitToRead unit, IReadOnlyList<BookFile> files)
    {
        var groups = BookGrouping.Group(
            [
                .. files.Select(file => new GroupingFile(
                    file.Entry.Name,
                    file.Format,
                    file.Title,
                    file.Authors,
                    Number: null,
                    file.Disc,
                    file.Track
                )),
            ],
            unit.IsWholeFolder ? GroupingPlace.Folder : GroupingPlace.Root
        );
        return
        [
            .. groups.Select(group => new GroupedBook(
                unit.IsWholeFolder && groups.Count == 1 && !PathEvidence.IsComic(files[group.Files[0]].Entry.Name)
                    ? $"folder:{unit.Root.Id}:{unit.Sketch.RelativePath}"
                    : SharedKey(unit, files[group.Files[0]]),
                [.. group.Files.Select(index => files[index])],
                group.Roles
            )),
        ];
    }

    private static string SharedKey(UnitToRead unit, BookFile file)
    {
        // Issues of one series often have one title, and a folder with one issue today has two tomorrow.
        if (PathEvidence.IsComic(file.Entry.Name))
            return ComicKey(unit, file);
        var path = PathEvidence.Of(unit.PathOf(file.Entry), FolderKind.ManyBooks);
        var folder = unit.IsWholeFolder ? unit.Sketch.RelativePath : FolderSight.ParentOf(unit.PathOf(file.Entry));
        var title = file.Title ?? TitleOf(path) ?? file.Entry.Name;
        var author = file.Authors.Count > 0 ? file.Authors[0] : "";
        return $"shared:{unit.Root.Id}:{folder}|{TextKeys.SortKey(title)}|{TextKeys.NameKey(author)}";
    }

    private static string ComicKey(UnitToRead unit, BookFile file)
    {
        var folder = FolderSight.ParentOf(unit.PathOf(file.Entry));
        return $"comic:{unit.Root.Id}:{folder}|{TextKeys.NameKey(BookFolders.Stem(file.Entry.Name))}";
    }

    private static string? TitleOf(Metadata.EvidenceDocument document) =>
        document.Fields.GetValueOrDefault(Metadata.Fields.Title) is Metadata.TextValue title ? title.Text : null;
}
