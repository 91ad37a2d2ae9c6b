using System.Text.Json.Serialization;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Items;
using Colophon.Server.Scanning.Resync;

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
    IReadOnlyList<ItemFileShown> Files,
    string? CoverUrl,
    IReadOnlyDictionary<string, string> Sources,
    IReadOnlyList<string> Locks,
    string State,
    DateTime? MissingSince,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    [property: JsonIgnore] long Revision
);

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
) : IItemDetail
{
    public object Resynced(ResyncReport report) => new ResyncedBook(this, report);

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
