using Microsoft.AspNetCore.Mvc;

namespace Colophon.Server.Catalog.Lists;

/// <summary>The filters of lists of films, shows and music, as they stand in the query. Each narrows; one that a kind has nothing for finds nothing.</summary>
public sealed record ListFilters
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

    [FromQuery(Name = "style")]
    public string? Style { get; init; }

    [FromQuery(Name = "mood")]
    public string? Mood { get; init; }

    /// <summary>What lies in this show or artist, also deeper down.</summary>
    [FromQuery(Name = "show_id")]
    public long? ShowId { get; init; }

    [FromQuery(Name = "season_id")]
    public long? SeasonId { get; init; }

    [FromQuery(Name = "artist_id")]
    public long? ArtistId { get; init; }

    [FromQuery(Name = "album_id")]
    public long? AlbumId { get; init; }

    [FromQuery(Name = "missing")]
    public bool? Missing { get; init; }

    [FromQuery(Name = "has_error")]
    public bool? HasError { get; init; }

    [FromQuery(Name = "needs_review")]
    public bool? NeedsReview { get; init; }

    [FromQuery(Name = "after")]
    public string? After { get; init; }

    /// <summary>Throws a validation error for an order that is not offered.</summary>
    internal ItemQuery ToQuery(string kind, IReadOnlyList<long> libraries)
    {
        var query = new ItemQuery(kind, ItemSort.Parse(Sort), ItemFilters.PresenceOf(Missing))
            .Saying(Q)
            .Named(TermTypes.Genre, Genre, libraries)
            .Named(TermTypes.Tag, Tag, libraries)
            .Named(TermTypes.Studio, Studio, libraries)
            .Named(TermTypes.Country, Country, libraries)
            .WithErrors(HasError)
            .ForReview(NeedsReview);
        query = query.Named(TermTypes.Style, Style, libraries).Named(TermTypes.Mood, Mood, libraries);
        query = Within(query, "outer", ShowId ?? ArtistId);
        query = Within(query, "inner", SeasonId ?? AlbumId);
        return PersonId is { } person
            ? query.In("select item_id from item_people where person_id = @person", "person", person)
            : query;
    }

    private static ItemQuery Within(ItemQuery query, string name, long? container) =>
        container is { } id
            ? query.In(
                $"""
                select id as item_id from items where parent_id = @{name}
                union all select g.id from items c join items g on g.parent_id = c.id where c.parent_id = @{name}
                """,
                name,
                id
            )
            : query;
}
