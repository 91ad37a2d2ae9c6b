using Microsoft.AspNetCore.Mvc;

namespace Colophon.Server.Books;

/// <summary>The filters of <c>GET /api/books</c>, as they stand in the query.</summary>
public sealed record BookFilters(
    [property: FromQuery(Name = "library_id")] long? LibraryId = null,
    [property: FromQuery(Name = "q")] string? Q = null,
    [property: FromQuery(Name = "sort")] string? Sort = null,
    [property: FromQuery(Name = "person_id")] long? PersonId = null,
    [property: FromQuery(Name = "narrator_id")] long? NarratorId = null,
    [property: FromQuery(Name = "series_id")] long? SeriesId = null,
    [property: FromQuery(Name = "genre")] string? Genre = null,
    [property: FromQuery(Name = "tag")] string? Tag = null,
    [property: FromQuery(Name = "publisher")] string? Publisher = null,
    [property: FromQuery(Name = "imprint")] string? Imprint = null,
    [property: FromQuery(Name = "language")] string? Language = null,
    [property: FromQuery(Name = "format")] string? Format = null,
    [property: FromQuery(Name = "missing")] bool? Missing = null,
    [property: FromQuery(Name = "has_error")] bool? HasError = null,
    [property: FromQuery(Name = "needs_review")] bool? NeedsReview = null,
    [property: FromQuery(Name = "after")] string? After = null
);
