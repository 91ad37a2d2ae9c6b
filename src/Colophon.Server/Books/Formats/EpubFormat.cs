using Colophon.Formats;
using Colophon.Formats.Epub;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Books.Formats;

/// <summary>EPUB 2 and 3: the package document's words as evidence.</summary>
public sealed class EpubFormat : IBookFormat
{
    private const string Author = "author";

    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["aut"] = Author,
        ["trl"] = "translator",
        ["ill"] = "illustrator",
        ["edt"] = "editor",
        ["aui"] = "introduction_author",
        ["aft"] = "afterword_author",
        ["cov"] = "cover_artist",
        ["art"] = "artist",
        ["clr"] = "colorist",
        ["pht"] = "photographer",
        ["com"] = "compiler",
        ["adp"] = "adapter",
        ["ann"] = "annotator",
    };

    public string Name => "epub";

    public IReadOnlyList<string> Extensions { get; } = [".epub"];

    public int Version => 1;

    public BookFileContent Read(SafeFileHandle file, CancellationToken cancellationToken)
    {
        var reading = EpubReader.Read(file, cancellationToken);
        var document = reading.Value is { } book ? Document(book) : EvidenceDocument.Empty;
        var isSomethingElse = reading.Fatal?.Code is FindingCodes.EpubNotABook or FindingCodes.ZipNotAnArchive;
        return new BookFileContent(
            document,
            reading.Findings,
            MediaFacts.None,
            reading.Value?.Cover,
            isSomethingElse ? FileNature.SomethingElse : FileNature.Book
        );
    }

    private static EvidenceDocument Document(EpubBook book) =>
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
                .Creators.Select(creator => new Credit(creator.Name, RoleOf(creator.Role), creator.FileAs))
                .Where(credit => isWanted(credit.Role)),
        ];

    private static string RoleOf(string code) =>
        code == "nrt" ? Narrator : Roles.GetValueOrDefault(code, "contributor");

    private static Chapter Chapter(EpubChapter chapter) =>
        new(chapter.Title, StartMs: null, Page: null, chapter.Href, [.. chapter.Children.Select(Chapter)]);
}
