using System.Text.Json.Serialization;
using Colophon.Server.Metadata;

namespace Colophon.Server.Books;

/// <summary>A book as the API shows it; in lists its files hold no more than they need.</summary>
public sealed record BookShown(
    long Id,
    long LibraryId,
    string Title,
    string SortTitle,
    string? Subtitle,
    string? Description,
    IReadOnlyList<CreditShown> Authors,
    IReadOnlyList<CreditShown> Contributors,
    IReadOnlyList<SeriesShown> Series,
    IReadOnlyList<string> Genres,
    IReadOnlyList<string> Tags,
    IReadOnlyList<BookFileShown> Files,
    string? CoverUrl,
    IReadOnlyDictionary<string, string> Sources,
    IReadOnlyList<string> Locks,
    string State,
    DateTime? MissingSince,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    [property: JsonIgnore] long Revision
);

public sealed record CreditShown(long PersonId, string Name, string SortName, string Role);

public sealed record SeriesShown(long SeriesId, string Name, double? Number, double? NumberEnd, string? Unit);

/// <summary>A file of a book in a list.</summary>
public sealed record BookFileShown(long Id, string Filepath, string FileType, string Role, long FilesizeBytes);

/// <param name="Next">What <c>after</c> takes to go on behind this page; null at the end of the list.</param>
public sealed record BookList(IReadOnlyList<BookShown> Books, long Total, string? Next);

/// <summary>A book with all there is to say about its files.</summary>
public record BookDetail(
    long Id,
    long LibraryId,
    string Title,
    string SortTitle,
    string? Subtitle,
    string? Description,
    IReadOnlyList<CreditShown> Authors,
    IReadOnlyList<CreditShown> Contributors,
    IReadOnlyList<SeriesShown> Series,
    IReadOnlyList<string> Genres,
    IReadOnlyList<string> Tags,
    IReadOnlyList<FileDetail> Files,
    string? CoverUrl,
    IReadOnlyDictionary<string, string> Sources,
    IReadOnlyList<string> Locks,
    string State,
    DateTime? MissingSince,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    [property: JsonIgnore] long Revision
)
{
    internal static BookDetail Of(BookShown book, IReadOnlyList<FileDetail> files) =>
        new(
            book.Id,
            book.LibraryId,
            book.Title,
            book.SortTitle,
            book.Subtitle,
            book.Description,
            book.Authors,
            book.Contributors,
            book.Series,
            book.Genres,
            book.Tags,
            files,
            book.CoverUrl,
            book.Sources,
            book.Locks,
            book.State,
            book.MissingSince,
            book.CreatedAt,
            book.UpdatedAt,
            book.Revision
        );
}

/// <summary>A file with all there is to say about it.</summary>
public sealed record FileDetail(
    long Id,
    long BookId,
    long LibraryId,
    string Filepath,
    string FileType,
    long FilesizeBytes,
    string Role,
    string? Name,
    IReadOnlyList<NarratorShown> Narrators,
    string? Publisher,
    string? Imprint,
    string? ReleaseDate,
    string? Language,
    IReadOnlyList<IdentifierShown> Identifiers,
    IReadOnlyList<ChapterShown> Chapters,
    double? DurationS,
    long? PageCount,
    string? CoverUrl,
    IReadOnlyDictionary<string, string> Sources,
    IReadOnlyList<string> Locks,
    FindingShown? Error,
    IReadOnlyList<FindingShown> Warnings,
    DateTime? MissingSince,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    [property: JsonIgnore] long Revision
);

public sealed record NarratorShown(long PersonId, string Name);

public sealed record IdentifierShown(string Type, string Value);

public sealed record ChapterShown(
    string Title,
    long? StartMs,
    int? Page,
    string? Href,
    IReadOnlyList<ChapterShown> Children
)
{
    internal static ChapterShown Of(Chapter chapter) =>
        new(chapter.Title, chapter.StartMs, chapter.Page, chapter.Href, [.. chapter.Children.Select(Of)]);
}

public sealed record FindingShown(string Code, string Message);
