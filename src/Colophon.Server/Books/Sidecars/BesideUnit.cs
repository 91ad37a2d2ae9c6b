using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning;

namespace Colophon.Server.Books.Sidecars;

/// <summary>Puts what lies beside the files of a unit into its reading.</summary>
internal static class BesideUnit
{
    private static readonly string[] Ends = [".metadata.json", ".opf", ".nfo", "desc.txt", "reader.txt"];

    /// <summary>The items with it; the files are replaced in place.</summary>
    public static List<ItemRead> Read(
        UnitToRead unit,
        List<BookFile> files,
        List<ItemRead> items,
        CancellationToken cancellationToken
    )
    {
        // Nearly every folder: nothing to look for.
        if (
            !unit.Sketch.Files.Any(file => Ends.Any(end => file.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
        )
            return items;
        var beside = new BesideBook(unit, cancellationToken);
        return [.. items.Select(item => Read(unit, files, item, items.Count, beside))];
    }

    private static ItemRead Read(
        UnitToRead unit,
        List<BookFile> files,
        ItemRead item,
        int booksInUnit,
        BesideBook beside
    )
    {
        var first = files[item.Files[0].File];
        var folder = SidecarNames.OwnFolder(unit.Sketch.RelativePath, first.Read!.RelativePath, booksInUnit);
        var ofBook = beside.OfBook(folder, first.Entry.Name);
        foreach (var place in item.Files)
        {
            var file = files[place.File];
            var ofFile = beside.OfFile(file.Entry.Name);
            files[place.File] = file with
            {
                Read = file.Read! with
                {
                    Beside = [.. ofFile.Documents, .. Of(ofBook.Documents, FieldLevel.File)],
                    Edits = ofFile.Edits,
                    Findings =
                    [
                        .. file.Read.Findings,
                        .. ofFile.Findings,
                        .. ReferenceEquals(file, first) ? ofBook.Findings : [],
                    ],
                },
            };
        }
        return item with { Documents = [.. Of(ofBook.Documents, FieldLevel.Item)], Edits = ofBook.Edits };
    }

    /// <summary>The fields of one level: what is said beside a book is said of each of its files too (publisher, language).</summary>
    private static IEnumerable<DocumentRead> Of(IEnumerable<DocumentRead> documents, FieldLevel level) =>
        documents
            .Select(document =>
                document with
                {
                    Document = new EvidenceDocument
                    {
                        Fields = document
                            .Document.Fields.Where(field => Fields.Find(ItemKinds.Book, level, field.Key) is not null)
                            .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal),
                    },
                }
            )
            .Where(document => !document.Document.IsEmpty);
}
