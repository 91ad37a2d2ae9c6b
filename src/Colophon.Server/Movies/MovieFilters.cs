using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Lists;
using Microsoft.AspNetCore.Mvc;

namespace Colophon.Server.Movies;

/// <summary>The filters of <c>GET /api/movies</c>, as they stand in the query.</summary>
public sealed record MovieFilters
{
    [FromQuery(Name = "library_id")]
    public long? LibraryId { get; init; }

    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>Somebody who took part in it, whatever the role.</summary>
    [FromQuery(Name = "person_id")]
    public long? PersonId { get; init; }

    [FromQuery(Name = "genre")]
    public string? Genre { get; init; }

    [FromQuery(Name = "tag")]
    public string? Tag { get; init; }

    [FromQuery(Name = "studio")]
    public string? Studio { get; init; }

    [FromQuery(Name = "country")]
    public string? Country { get; init; }

    [FromQuery(Name = "missing")]
    public bool? Missing { get; init; }

    [FromQuery(Name = "has_error")]
    public bool? HasError { get; init; }

    [FromQuery(Name = "needs_review")]
    public bool? NeedsReview { get; init; }

    [FromQuery(Name = "after")]
    public string? After { get; init; }

    /// <summary>Throws a validation error for an order that is not offered.</summary>
    internal ItemQuery ToQuery(IReadOnlyList<long> libraries)
    {
        var query = new ItemQuery(ItemKinds.Movie, ItemSort.Parse(Sort), ItemFilters.PresenceOf(Missing))
            .Saying(Q)
            .Named(TermTypes.Genre, Genre, libraries)
            .Named(TermTypes.Tag, Tag, libraries)
            .Named(TermTypes.Studio, Studio, libraries)
            .Named(TermTypes.Country, Country, libraries)
            .WithErrors(HasError)
            .ForReview(NeedsReview);
        return PersonId is { } person
            ? query.In("select item_id from item_people where person_id = @person", "person", person)
            : query;
    }
}
