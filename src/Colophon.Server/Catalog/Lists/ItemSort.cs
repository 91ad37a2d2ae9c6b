using Colophon.Server.Platform.Http;

namespace Colophon.Server.Catalog.Lists;

/// <summary>An order of items: a key column with an index of its own, then the id.</summary>
public sealed record ItemSort(string Name, string Column, SortKeyType Type, SortDirection Direction)
{
    private static readonly ItemSort[] Offered =
    [
        new("title", "title_key", SortKeyType.Text, SortDirection.Ascending),
        new("author", "author_key", SortKeyType.Text, SortDirection.Ascending),
        new("series", "series_key", SortKeyType.Text, SortDirection.Ascending),
        new("added", "added_at", SortKeyType.Number, SortDirection.Ascending),
        new("updated", "updated_at", SortKeyType.Number, SortDirection.Ascending),
        new("release_date", "release_key", SortKeyType.Text, SortDirection.Ascending),
    ];

    /// <summary>The sorts that are offered, ascending; with <c>-</c> before the name they descend.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Offered.Select(sort => sort.Name)];

    /// <summary>Throws a validation error for an order that is not offered.</summary>
    public static ItemSort Parse(string? text)
    {
        var name = text ?? "title";
        var direction = name.StartsWith('-') ? SortDirection.Descending : SortDirection.Ascending;
        var sort = Array.Find(
            Offered,
            offered => offered.Name == (direction == SortDirection.Descending ? name[1..] : name)
        );
        if (sort is null)
        {
            var refusal = $"must be one of {string.Join(", ", Names)}, with - before it for descending";
            throw ApiErrors.Validation("sort", refusal).AsException();
        }
        return sort with { Name = name, Direction = direction };
    }

    public ItemSort Reversed() =>
        this with
        {
            Direction = Direction == SortDirection.Ascending ? SortDirection.Descending : SortDirection.Ascending,
        };
}

public enum SortKeyType
{
    Text,
    Number,
}

public enum SortDirection
{
    Ascending,
    Descending,
}
