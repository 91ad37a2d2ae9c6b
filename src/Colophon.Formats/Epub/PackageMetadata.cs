using Colophon.Formats.Books;

namespace Colophon.Formats.Epub;

/// <summary>What is to be written into a package document. Null and empty: nothing is to stand there.</summary>
/// <param name="Title">Null only when nobody knows one: a title that stands there is then kept, because a package must have one.</param>
/// <param name="Creators">In order, with MARC relator codes; <c>aut</c> and other codes of makers become creators, the rest contributors.</param>
/// <param name="Description">Clean HTML.</param>
/// <param name="Published"><c>2009</c>, <c>2009-05</c> or <c>2009-05-01</c>.</param>
/// <param name="Language">BCP 47; null keeps the one that stands there.</param>
public sealed record PackageMetadata(
    string? Title,
    string? SortTitle,
    string? Subtitle,
    IReadOnlyList<EpubCreator> Creators,
    IReadOnlyList<EpubSeries> Series,
    IReadOnlyList<string> Subjects,
    string? Description,
    string? Publisher,
    string? Imprint,
    string? Published,
    string? Language,
    IReadOnlyList<BookIdentifier> Identifiers
);
