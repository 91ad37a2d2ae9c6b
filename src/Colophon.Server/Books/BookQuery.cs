using System.Globalization;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Lists;

namespace Colophon.Server.Books;

/// <summary>What a list of books may be asked for, as conditions that indexes answer.</summary>
internal static class BookQuery
{
    /// <summary>Throws a validation error for an order that is not offered.</summary>
    public static ItemQuery Of(BookFilters filters, IReadOnlyList<long> libraries)
    {
        var presence = ItemFilters.PresenceOf(filters.Missing);
        var query = new ItemQuery(ItemKinds.Book, ItemSort.Parse(filters.Sort), presence).Saying(filters.Q);
        query.LinkedTo(filters);
        query
            .Named(TermTypes.Genre, filters.Genre, libraries)
            .Named(TermTypes.Tag, filters.Tag, libraries)
            .Named(TermTypes.Publisher, filters.Publisher, libraries)
            .Named(TermTypes.Imprint, filters.Imprint, libraries)
            .WithErrors(filters.HasError)
            .ForReview(filters.NeedsReview);
        query.Files(filters, libraries);
        return query;
    }

    private static void LinkedTo(this ItemQuery query, BookFilters filters)
    {
        if (filters.PersonId is { } person)
            query.In(
                "select item_id from item_people where person_id = @person and role <> 'narrator'",
                "person",
                person
            );
        if (filters.NarratorId is { } narrator)
            query.In(
                "select item_id from item_people where person_id = @narrator and role = 'narrator'",
                "narrator",
                narrator
            );
        if (filters.SeriesId is { } series)
            query.In("select item_id from item_series where series_id = @series", "series", series);
    }

    private static void Files(this ItemQuery query, BookFilters filters, IReadOnlyList<long> libraries)
    {
        if (filters.Language is { } language)
            // Hidden from the planner on a walk: it would read a whole language to sort a page of it.
            query.Where("coalesce(i.language, '') = @language", "i.language = @language", "language", language);
        if (filters.Format is { } format)
            query.Where(
                """
                exists (select 1 from item_files l join files f on f.id = l.file_id
                        where l.item_id = i.id and f.format = @format)
                """,
                $"""
                i.id in (select l.item_id from files f join item_files l on l.file_id = f.id
                         where {LibraryIds.In("f.library_id", libraries)} and f.format = @format)
                """,
                "format",
                format.ToLower(CultureInfo.InvariantCulture)
            );
    }
}
