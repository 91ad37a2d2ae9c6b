using Colophon.Server.Catalog.Names;
using Colophon.Server.Catalog.Shown;

namespace Colophon.Server.Search;

/// <summary>What is found for some words: items of every kind the caller may read, best first, and names that match by themselves.</summary>
/// <param name="Total">Items that match.</param>
/// <param name="People">The ten best.</param>
/// <param name="Series">The ten best.</param>
public sealed record SearchResults(
    IReadOnlyList<FoundItem> Items,
    long Total,
    IReadOnlyList<NameShown> People,
    IReadOnlyList<NameShown> Series
);

/// <param name="Around">Titles of what it lies in, the outermost first.</param>
public sealed record FoundItem(
    long Id,
    string Kind,
    long LibraryId,
    string Title,
    string? Subtitle,
    IReadOnlyList<CreditShown> Authors,
    IReadOnlyList<SeriesShown> Series,
    IReadOnlyList<string> Around,
    long? Year,
    string? CoverUrl
);
