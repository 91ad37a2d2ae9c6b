using Colophon.Formats.Naming;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning;

namespace Colophon.Server.Books;

/// <summary>
/// The chapters of an audiobook in several files are those of its parts, one after the other. A part without any is one chapter,
/// called as its track is, else as the file.
/// </summary>
internal static class PartChapters
{
    /// <summary>Parts that have no chapter, by their place in the list.</summary>
    public static IReadOnlyList<int> Without(UnitToRead unit, List<BookFile> files)
    {
        var books = BookIdentity.Group(unit, files.FindAll(file => file.Read is not null));
        return [.. books.SelectMany(PartsOf).Where(part => !part.HasChapters).Select(part => files.IndexOf(part))];
    }

    /// <summary>The part as a chapter; as it is when it was not read.</summary>
    public static BookFile AsChapter(BookFile part)
    {
        var named = part.Read!.Documents?.FirstOrDefault(document => NameIn(document) is not null);
        if (named is null)
            return part;
        var chapter = new Chapter(NameIn(named)!, StartMs: 0, Page: null, Href: null, Children: []);
        var withChapter = named with { Document = named.Document.With(Fields.Chapters, new ChaptersValue([chapter])) };
        IEnumerable<DocumentRead> documents = part.Read.Documents!;
        return part with
        {
            HasChapters = true,
            Read = part.Read with
            {
                Documents = [.. documents.Select(document => document == named ? withChapter : document)],
            },
        };
    }

    private static IEnumerable<BookFile> PartsOf(GroupedBook book)
    {
        var placed = book.Files.Zip(book.Roles).ToList();
        var divided = placed.Where(file => file.Second == GroupingRole.Part).Select(file => file.First.Format).ToList();
        return placed
            .Where(file => file.Second is GroupingRole.Main or GroupingRole.Part && divided.Contains(file.First.Format))
            .Select(file => file.First);
    }

    private static string? NameIn(DocumentRead document) =>
        (document.Document.Fields.GetValueOrDefault(Fields.Name) as TextValue)?.Text;
}
