using System.Data.Common;
using Colophon.Server.Platform.Http;
using Dapper;

namespace Colophon.Server.Catalog.Lists;

/// <summary>Reads the ids of a page of items.</summary>
public sealed class ItemLists(ListTotals totals)
{
    /// <summary>So few items are gathered and sorted faster than found on a walk through all.</summary>
    private const int FewItems = 2_000;

    /// <param name="after">The cursor of a page before; <see cref="Paging.Offset"/> then counts from there.</param>
    public async Task<ItemPage> ReadAsync(
        DbConnection connection,
        ItemQuery query,
        ListedLibraries libraries,
        Paging paging,
        string? after
    )
    {
        var cursor = ListCursor.Parse(after, query.Sort);
        if (libraries.Ids.Count == 0)
            return new ItemPage([], 0, Next: null);
        var total = await TotalAsync(connection, query, libraries);
        var places = cursor is null
            ? await PageAsync(connection, query, libraries.Ids, paging, total)
            : await WalkAsync(
                connection,
                query,
                query.WalkSql(libraries.Ids, query.Sort, cursor.Condition(query.Sort, query.Parameters)),
                paging.Limit,
                paging.Offset
            );
        var isFull = places.Count == paging.Limit && (cursor is not null || paging.Offset + places.Count < total);
        return new ItemPage(
            [.. places.Select(place => place.Id)],
            total,
            isFull ? ListCursor.After(query.Sort, places[^1]).Write() : null
        );
    }

    private async Task<long> TotalAsync(DbConnection connection, ItemQuery query, ListedLibraries libraries)
    {
        if (totals.Find(query.Identity, libraries) is { } known)
            return known;
        var total = await connection.ExecuteScalarAsync<long>(query.CountSql(libraries.Ids), query.Parameters);
        totals.Keep(query.Identity, libraries, total);
        return total;
    }

    /// <summary>From the nearer end: the last page of a long list costs what the first one does.</summary>
    private static async Task<IReadOnlyList<ItemPlace>> PageAsync(
        DbConnection connection,
        ItemQuery query,
        IReadOnlyList<long> libraries,
        Paging paging,
        long total
    )
    {
        var length = (int)Math.Min(paging.Limit, total - paging.Offset);
        if (length <= 0)
            return [];
        if (total <= FewItems && query.GatherSql(libraries, query.Sort) is { } gather)
            return await WalkAsync(connection, query, gather, length, paging.Offset);
        var fromEnd = total - paging.Offset - length;
        if (fromEnd >= paging.Offset)
            return await WalkAsync(
                connection,
                query,
                query.WalkSql(libraries, query.Sort, after: null),
                length,
                paging.Offset
            );
        var backwards = query.WalkSql(libraries, query.Sort.Reversed(), after: null);
        var places = await WalkAsync(connection, query, backwards, length, (int)fromEnd);
        return [.. places.Reverse()];
    }

    private static async Task<IReadOnlyList<ItemPlace>> WalkAsync(
        DbConnection connection,
        ItemQuery query,
        string sql,
        int limit,
        int offset
    )
    {
        query.Parameters.Add("limit", limit);
        query.Parameters.Add("offset", offset);
        using var reader = await connection.ExecuteReaderAsync(sql, query.Parameters);
        var places = new List<ItemPlace>(limit);
        while (await reader.ReadAsync())
            places.Add(new ItemPlace(reader.GetInt64(0), reader.GetValue(1)));
        return places;
    }
}

/// <summary>An item and the key it stands at.</summary>
internal sealed record ItemPlace(long Id, object SortKey);

/// <param name="Next">The cursor behind the page; null at the end of the list.</param>
public sealed record ItemPage(IReadOnlyList<long> Ids, long Total, string? Next);
