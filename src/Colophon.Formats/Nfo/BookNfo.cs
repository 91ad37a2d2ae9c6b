namespace Colophon.Formats.Nfo;

/// <summary>What a text file beside an audiobook says. Null and empty: it does not say.</summary>
/// <param name="Description">Paragraphs, as they stand.</param>
/// <param name="Language">As it is written: <c>eng</c>, <c>German</c>.</param>
/// <param name="ReleaseDate">With the precision it is given in.</param>
public sealed record BookNfo(
    string? Title,
    string? Subtitle,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Narrators,
    string? Series,
    double? Number,
    IReadOnlyList<string> Genres,
    IReadOnlyList<string> Tags,
    string? Publisher,
    string? ReleaseDate,
    string? Language,
    string? Asin,
    string? Isbn,
    string? Description
);
