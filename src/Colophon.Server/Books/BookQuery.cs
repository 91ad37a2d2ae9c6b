using System.Globalization;
using System.Text;
using Colophon.Formats.Text;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Mvc;

namespace Colophon.Server.Books;

/// <summary>What a list of books may be asked for. Ids come from an index in the order of the sort, then the page's rows.</summary>
public sealed class BookQuery
{
    private static readonly Dictionary<string, string> SortColumns = new(StringComparer.Ordinal)
    {
        ["title"] = "title_key",
        ["author"] = "author_key",
        ["series"] = "series_key",
        ["added"] = "added_at",
        ["updated"] = "updated_at",
        ["release_date"] = "release_date",
    };

    private readonly StringBuilder where = new();
    private readonly DynamicParameters parameters = new();

    private BookQuery(string order) => Order = order;

    /// <summary>The sorts that are offered; each has an index.</summary>
    public static IReadOnlyCollection<string> Sorts => SortColumns.Keys;

    public string Where => where.ToString();

    public string Order { get; }

    public DynamicParameters Parameters => parameters;

    /// <summary>Throws a validation error that names the field.</summary>
    public static BookQuery Of(BookFilters filters, Caller caller)
    {
        var query = new BookQuery(OrderOf(filters.Sort ?? "title"));
        query.And("i.kind = @kind", "kind", ItemKinds.Book);
        query.Libraries(filters.LibraryId, caller);
        query.where.Append(
            filters.Missing == true ? " and i.missing_since is not null" : " and i.missing_since is null"
        );
        query.Words(filters.Q);
        query.Links(filters);
        query.Files(filters);
        if (filters.NeedsReview is { } review)
            query.where.Append(review ? " and i.state = 'enrichment_failed'" : " and i.state <> 'enrichment_failed'");
        return query;
    }

    private static string OrderOf(string sort)
    {
        var descends = sort.StartsWith('-');
        if (!SortColumns.TryGetValue(descends ? sort[1..] : sort, out var column))
        {
            var text = $"must be one of {string.Join(", ", SortColumns.Keys)}, with - before it for descending";
            throw ApiErrors.Validation("sort", text).AsException();
        }
        return descends ? $"i.{column} desc, i.id desc" : $"i.{column}, i.id";
    }

    private void Libraries(long? libraryId, Caller caller)
    {
        if (libraryId is { } library)
        {
            if (!caller.Sees(library))
                throw ApiErrors.LibraryForbidden().AsException();
            And("i.library_id = @library", "library", library);
            return;
        }
        where.Append(" and i.library_id in (select id from libraries where deleted_at is null)");
        if (!caller.SeesAll)
            And("i.library_id in @libraries", "libraries", caller.Libraries!.ToArray());
    }

    private void Words(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (SearchIndex.Query(TextKeys.Tokens(text)) is { } words)
            And(SearchIndex.Matches, "words", words);
        else
            where.Append(" and 1 = 0");
    }

    private void Links(BookFilters filters)
    {
        if (filters.PersonId is { } person)
            And(
                "i.id in (select item_id from item_people where person_id = @person and role <> 'narrator')",
                "person",
                person
            );
        if (filters.NarratorId is { } narrator)
            And(
                "i.id in (select item_id from item_people where person_id = @narrator and role = 'narrator')",
                "narrator",
                narrator
            );
        if (filters.SeriesId is { } series)
            And("i.id in (select item_id from item_series where series_id = @series)", "series", series);
        Term(TermTypes.Genre, filters.Genre);
        Term(TermTypes.Tag, filters.Tag);
        Term(TermTypes.Publisher, filters.Publisher);
    }

    private void Term(string type, string? name)
    {
        if (name is null)
            return;
        And(
            $"""
            i.id in (select l.item_id from item_terms l join terms t on t.id = l.term_id
                     where t.type = '{type}' and t.name_key = @{type})
            """,
            type,
            TextKeys.NameKey(name)
        );
    }

    private void Files(BookFilters filters)
    {
        const string Any =
            "exists (select 1 from item_files l join files f on f.id = l.file_id where l.item_id = i.id and ";
        if (filters.Language is { } language)
            And("i.language = @language", "language", language);
        if (filters.Format is { } format)
            And(Any + "f.format = @format)", "format", format.ToLower(CultureInfo.InvariantCulture));
        if (filters.HasError is { } hasError)
            where.Append(hasError ? " and " : " and not ").Append(Any).Append("f.has_error = 1)");
    }

    private void And(string condition, string name, object value)
    {
        where.Append(where.Length == 0 ? "" : " and ").Append(condition);
        parameters.Add(name, value);
    }
}

/// <summary>The filters of <c>GET /api/books</c>, as they stand in the query.</summary>
public sealed record BookFilters(
    [property: FromQuery(Name = "library_id")] long? LibraryId,
    [property: FromQuery(Name = "q")] string? Q,
    [property: FromQuery(Name = "sort")] string? Sort,
    [property: FromQuery(Name = "person_id")] long? PersonId,
    [property: FromQuery(Name = "narrator_id")] long? NarratorId,
    [property: FromQuery(Name = "series_id")] long? SeriesId,
    [property: FromQuery(Name = "genre")] string? Genre,
    [property: FromQuery(Name = "tag")] string? Tag,
    [property: FromQuery(Name = "publisher")] string? Publisher,
    [property: FromQuery(Name = "language")] string? Language,
    [property: FromQuery(Name = "format")] string? Format,
    [property: FromQuery(Name = "missing")] bool? Missing,
    [property: FromQuery(Name = "has_error")] bool? HasError,
    [property: FromQuery(Name = "needs_review")] bool? NeedsReview
);
