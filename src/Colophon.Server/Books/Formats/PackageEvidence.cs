using Colophon.Formats.Epub;
using Colophon.Server.Metadata;
using Colophon.Server.Metadata.Packages;

namespace Colophon.Server.Books.Formats;

/// <summary>The words of a package document, inside an EPUB or beside a book, as evidence.</summary>
internal static class PackageEvidence
{
    private const string Author = "author";

    public static EvidenceDocument Of(EpubBook book) =>
        new EvidenceDraft()
            .Text(Fields.Title, book.Title)
            .Text(Fields.SortTitle, book.SortTitle)
            .Text(Fields.Subtitle, book.Subtitle)
            .Text(Fields.Description, book.Description)
            .People(Fields.Authors, Credits(book, role => role == Author))
            .People(Fields.Contributors, Credits(book, role => role is not (Author or Narrator)))
            .People(Fields.Narrators, Credits(book, role => role == Narrator))
            .Set(
                Fields.Series,
                new SeriesValue([.. book.Series.Select(series => new SeriesEntry(series.Name, series.Number))])
            )
            .Names(Fields.Genres, book.Subjects)
            .Text(Fields.Publisher, book.Publisher)
            .Text(Fields.Imprint, book.Imprint)
            .Date(Fields.ReleaseDate, book.Published)
            .Text(Fields.Language, book.Language)
            .Set(
                Fields.Identifiers,
                new IdentifiersValue([
                    .. book.Identifiers.Select(identifier => new Identifier(identifier.Type, identifier.Value)),
                ])
            )
            .Set(Fields.Chapters, new ChaptersValue([.. book.Chapters.Select(Chapter)]))
            .ToDocument();

    private const string Narrator = "narrator";

    private static List<Credit> Credits(EpubBook book, Func<string, bool> isWanted) =>
        [
            .. book
                .Creators.Select(creator => new Credit(creator.Name, Relators.RoleOf(creator.Role), creator.FileAs))
                .Where(credit => isWanted(credit.Role)),
        ];

    private static Chapter Chapter(EpubChapter chapter) =>
        new(chapter.Title, StartMs: null, Page: null, chapter.Href, [.. chapter.Children.Select(Chapter)]);
}
