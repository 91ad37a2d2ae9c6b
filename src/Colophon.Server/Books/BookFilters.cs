using Microsoft.AspNetCore.Mvc;

namespace Colophon.Server.Books;

/// <summary>The filters of <c>GET /api/books</c>, as they stand in the query.</summary>
public sealed record BookFilters
{
    [FromQuery(Name = "library_id")]
    public long? LibraryId { get; init; }

    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    [FromQuery(Name = "person_id")]
    public long? PersonId { get; init; }

    [FromQuery(Name = "narrator_id")]
    public long? NarratorId { get; init; }

    [FromQuery(Name = "series_id")]
    public long? SeriesId { get; init; }

    [FromQuery(Name = "genre")]
    public string? Genre { get; init; }

    [FromQuery(Name = "tag")]
    public string? Tag { get; init; }

    [FromQuery(Name = "publisher")]
    public string? Publisher { get; init; }

    [FromQuery(Name = "imprint")]
    public string? Imprint { get; init; }

    [FromQuery(Name = "language")]
    public string? Language { get; init; }

    [FromQuery(Name = "format")]
    public string? Format { get; init; }

    [FromQuery(Name = "missing")]
    public bool? Missing { get; init; }

    [FromQuery(Name = "has_error")]
    public bool? HasError { get; init; }

    [FromQuery(Name = "needs_review")]
    public bool? NeedsReview { get; init; }

    [FromQuery(Name = "after")]
    public string? After { get; init; }
}
