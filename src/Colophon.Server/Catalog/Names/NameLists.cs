using System.Data.Common;
using Colophon.Formats.Text;
using Colophon.Server.Catalog.Lists;
using Dapper;

namespace Colophon.Server.Catalog.Names;

/// <summary>Reads people, series and terms with the number of items that carry them.</summary>
internal sealed class NameLists(ListTotals totals)
{
    public async Task<(IReadOnlyList<NameShown> Names, long Total)> ReadAsync(
        DbConnection connection,
        NameQuery query,
        ListedLibraries libraries,
        int limit,
        int offset
    )
    {
        var parameters = new DynamicParameters(new { limit, offset });
        var from = query.From(libraries, parameters);
        var order = query.Order();
        if (totals.Find(query.Identity, libraries) is not { } total)
        {
            total = await connection.ExecuteScalarAsync<long>($"select count(*) {from}", parameters);
            totals.Keep(query.Identity, libraries, total);
        }
        var count = order.StartsWith("items_count", StringComparison.Ordinal)
            ? $", ({Count(query)}) as items_count"
            : "";
        var ids = (
            await connection.QueryAsync<long>(
                $"select id from (select n.id{count} {from} order by {order} limit @limit offset @offset) page",
                parameters
            )
        ).AsList();
        return (await LoadAsync(connection, query, ids), total);
    }

    /// <summary>The names that match best: called so, beginning so, then the rest.</summary>
    public static async Task<IReadOnlyList<NameShown>> BestAsync(
        DbConnection connection,
        NameQuery query,
        ListedLibraries libraries,
        int limit
    )
    {
        var key = TextKeys.NameKey(query.Words);
        var parameters = new DynamicParameters(
            new
            {
                limit,
                key,
                length = key.Length,
            }
        );
        var ids = await connection.QueryAsync<long>(
            $"""
            select n.id {query.From(libraries, parameters)}
            order by case when n.name_key = @key then 0 when substr(n.name_key, 1, @length) = @key then 1 else 2 end,
                n.sort_key, n.id
            limit @limit
            """,
            parameters
        );
        return await LoadAsync(connection, query, ids.AsList());
    }

    /// <summary>The names in the order of the ids.</summary>
    public static async Task<IReadOnlyList<NameShown>> LoadAsync(
        DbConnection connection,
        NameQuery query,
        IReadOnlyList<long> ids
    )
    {
        var kind = query.Kind;
        var cover = kind == NameKind.Series ? FirstCover("l.number, i.id") : "null";
        var rows = await connection.QueryAsync<Row>(
            $"""
            select n.id, n.library_id, {(kind.HasType ? "n.type" : "null")} as type, n.name,
                {(kind.HasSortName ? "n.sort_name" : "null")} as sort_name, ({Count(query)}) as items_count,
                {cover} as cover_item
            from {kind.Table} n join libraries b on b.id = n.library_id
            where n.id in @ids and b.deleted_at is null
            """,
            new { ids, role = query.Role }
        );
        var covers = await CoversAsync(connection, rows);
        var byId = rows.ToDictionary(row => row.Id);
        return [.. ids.Where(byId.ContainsKey).Select(id => byId[id].ToShown(covers))];
    }

    public static async Task<NameDetail?> FindAsync(DbConnection connection, NameKind kind, long id)
    {
        var found = await LoadAsync(connection, new NameQuery(kind), [id]);
        if (found.Count == 0)
            return null;
        var aliases = await connection.QueryAsync<string>(
            $"select name from {kind.Aliases} where {kind.Reference} = @id order by name_key",
            new { id }
        );
        var roles =
            kind == NameKind.People
                ? await connection.QueryAsync<RoleShown>(
                    """
                    select l.role, count(distinct l.item_id) as items_count
                    from item_people l join items i on i.id = l.item_id
                    where l.person_id = @id and i.missing_since is null group by l.role order by 2 desc, 1
                    """,
                    new { id }
                )
                : [];
        return NameDetail.Of(found[0], aliases.AsList(), roles.AsList());
    }

    private static string Count(NameQuery query) =>
        query.Present("n.id").Replace("select 1", "select count(distinct l.item_id)", StringComparison.Ordinal);

    private static string FirstCover(string order) =>
        $"""
            (select i.id from item_series l join items i on i.id = l.item_id
             where l.series_id = n.id and i.missing_since is null and i.cover_asset_id is not null
             order by {order} limit 1)
            """;

    private static async Task<IReadOnlyDictionary<long, string>> CoversAsync(
        DbConnection connection,
        IEnumerable<Row> rows
    )
    {
        var items = rows.Select(row => row.CoverItem).OfType<long>().ToList();
        var covers = await connection.QueryAsync<(long Id, long Asset, long Revision)>(
            "select id, cover_asset_id, revision from items where id in @items and cover_asset_id is not null",
            new { items }
        );
        return covers.ToDictionary(cover => cover.Id, cover => CoverAddress.Of(cover.Id, cover.Asset, cover.Revision));
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public long LibraryId { get; init; }

        public string? Type { get; init; }

        public string Name { get; init; } = "";

        public string? SortName { get; init; }

        public long ItemsCount { get; init; }

        public long? CoverItem { get; init; }

        public NameShown ToShown(IReadOnlyDictionary<long, string> covers) =>
            new(
                Id,
                LibraryId,
                Type,
                Name,
                SortName,
                ItemsCount,
                CoverItem is { } item ? covers.GetValueOrDefault(item) : null
            );
    }
}
