using Colophon.Formats;
using Colophon.Formats.Pdf;
using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Native;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Books.Formats;

/// <summary>PDF: what poppler's programs say about it, as evidence. The cover is its first page.</summary>
public sealed class PdfFormat : IBookFormat
{
    private const string Author = "author";
    private static readonly Finding ToolMissing = new(
        FindingCodes.PdfToolMissing,
        FindingSeverity.Fatal,
        FindingCodes.Texts[FindingCodes.PdfToolMissing]
    );

    public string Name => "pdf";

    public IReadOnlyList<string> Extensions { get; } = [".pdf"];

    public int Version => 1;

    public BookFileContent Read(SafeFileHandle file, CancellationToken cancellationToken)
    {
        // The programs open the very file that was checked, whatever its path leads to by now.
        var path = $"/proc/{Environment.ProcessId}/fd/{file.DangerousGetHandle()}";
        var (end, information) = Poppler.Information(path, cancellationToken);
        if (end == ToolEnd.Missing)
            return Nothing(ToolMissing);
        if (end != ToolEnd.Ended)
            return Nothing(Make(FindingCodes.ReadTimeout, FindingSeverity.Fatal));
        var (metadataEnd, metadata) = HasMetadata(information)
            ? Poppler.Metadata(path, cancellationToken)
            : (ToolEnd.Ended, "");
        var (outlineEnd, outline) = HasPages(information)
            ? Poppler.Outline(path, cancellationToken)
            : (ToolEnd.Ended, "");
        var reading = PdfReader.Read(new PdfOutput(information, metadata, outline), cancellationToken);
        IReadOnlyList<Finding> findings =
            metadataEnd == ToolEnd.Ended && outlineEnd is ToolEnd.Ended or ToolEnd.Missing
                ? reading.Findings
                : [.. reading.Findings, Make(FindingCodes.ReadTimeout, FindingSeverity.Warning)];
        return reading.Value is { } book
            ? new BookFileContent(
                Document(book),
                findings,
                new MediaFacts(null, book.PageCount),
                PdfPicture.FirstPage,
                FileNature.Book
            )
            : Nothing([.. findings]);
    }

    private static Finding Make(string code, FindingSeverity severity) => new(code, severity, FindingCodes.Texts[code]);

    private static BookFileContent Nothing(params IReadOnlyList<Finding> findings) =>
        new(EvidenceDocument.Empty, findings, MediaFacts.None, Cover: null, FileNature.Book);

    private static bool HasMetadata(string information) =>
        information
            .Split('\n')
            .Any(line =>
                line.StartsWith("Metadata Stream:", StringComparison.Ordinal)
                && line.TrimEnd().EndsWith("yes", StringComparison.Ordinal)
            );

    private static bool HasPages(string information) => information.Contains("\nPages:", StringComparison.Ordinal);

    private static EvidenceDocument Document(PdfBook book)
    {
        var draft = new EvidenceDraft()
            .Text(Fields.Title, book.Title)
            .Text(Fields.Description, book.Description)
            .People(Fields.Authors, [.. book.Authors.Select(name => new Credit(name, Author))])
            .Names(Fields.Genres, book.Subjects)
            .Text(Fields.Publisher, book.Publisher)
            .Date(Fields.ReleaseDate, book.Published)
            .Text(Fields.Language, book.Language)
            .Set(
                Fields.Identifiers,
                new IdentifiersValue([
                    .. book.Identifiers.Select(identifier => new Identifier(identifier.Type, identifier.Value)),
                ])
            )
            .Set(Fields.Chapters, new ChaptersValue([.. book.Chapters.Select(Chapter)]));
        if (book.Series is { } series)
            draft.Set(Fields.Series, new SeriesValue([new SeriesEntry(series.Name, series.Number)]));
        return draft.ToDocument();
    }

    private static Chapter Chapter(PdfChapter chapter) =>
        new(chapter.Title, StartMs: null, chapter.Page, Href: null, [.. chapter.Children.Select(Chapter)]);
}
