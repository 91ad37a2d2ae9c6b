using System.Data.Common;
using Dapper;

namespace Colophon.Server.Catalog.Shown;

/// <summary>Reads items of one kind for the pages, one query a table.</summary>
internal static class ShownItems
{
    /// <summary>In the order of the ids.</summary>
    public static async Task<IReadOnlyList<ShownItem>> LoadAsync(
        DbConnection connection,
        IReadOnlyList<long> ids,
        string kind
    )
    {
        if (ids.Count == 0)
            return [];
        var rows = (await ItemParts.ItemsAsync(connection, ids, kind)).ToDictionary(row => row.Id);
        var people = await ItemParts.PeopleAsync(connection, ids);
        var terms = await ItemParts.TermsAsync(connection, ids);
        var covers = await BorrowedCovers.FindAsync(connection, [.. rows.Values.Where(row => row.CoverUrl is null)]);
        return
        [
            .. ids.Where(rows.ContainsKey)
                .Select(id => new ShownItem(
                    rows[id],
                    [.. people[id]],
                    [.. terms[id]],
                    rows[id].CoverUrl ?? covers.GetValueOrDefault(id)?.Url
                )),
        ];
    }

    /// <summary>Null when it is not there or waits in the trash.</summary>
    public static async Task<ShownItem?> FindAsync(DbConnection connection, long id, string kind) =>
        await LoadAsync(connection, [id], kind) is [{ Row.MissingSince: null } item] ? item : null;

    /// <summary>What lies in containers, in its order there.</summary>
    public static async Task<ChildPage> ChildrenAsync(DbConnection connection, long parentId, int limit, int offset)
    {
        var values = new
        {
            parentId,
            limit,
            offset,
        };
        var ids = await connection.QueryAsync<long>(
            """
            select id from items where parent_id = @parentId and missing_since is null
            order by case when index_number is null then 1 else 0 end, index_number, coalesce(release_date, ''), title_key, id
            limit @limit offset @offset
            """,
            values
        );
        var total = await connection.ExecuteScalarAsync<long>(
            "select count(*) from items where parent_id = @parentId and missing_since is null",
            values
        );
        return new ChildPage(ids.AsList(), total);
    }

    /// <summary>How many items lie in each container, and in the containers in it.</summary>
    public static async Task<Func<ShownItem, ItemsInside>> InsideAsync(
        DbConnection connection,
        IReadOnlyList<ShownItem> items
    )
    {
        var counts = (
            await connection.QueryAsync<ItemsInside>(
                """
                select c.parent_id as Id, count(*) as Children,
                    sum((select count(*) from items g where g.parent_id = c.id and g.missing_since is null)) as Grandchildren
                from items c where c.parent_id in @ids and c.missing_since is null group by c.parent_id
                """,
                new { ids = items.Select(item => item.Row.Id) }
            )
        ).ToDictionary(row => row.Id);
        return item => counts.GetValueOrDefault(item.Row.Id, ItemsInside.None);
    }

    /// <summary>The container of each item, as far as pages name it.</summary>
    public static async Task<Func<ShownItem, ParentShown?>> ParentsAsync(
        DbConnection connection,
        IReadOnlyList<ShownItem> items
    )
    {
        var parents = (
            await connection.QueryAsync<ParentShown>(
                """
                select p.id, p.parent_id as ParentId, p.title, p.index_number as IndexNumber, o.title as ParentTitle
                from items p left join items o on o.id = p.parent_id where p.id in @ids
                """,
                new { ids = items.Select(item => item.Row.ParentId).OfType<long>().Distinct().ToList() }
            )
        ).ToDictionary(row => row.Id);
        return item => item.Row.ParentId is { } id ? parents.GetValueOrDefault(id) : null;
    }
}

internal sealed record ChildPage(IReadOnlyList<long> Ids, long Total);

internal sealed record ItemsInside
{
    public long Id { get; init; }

    public long Children { get; init; }

    public long Grandchildren { get; init; }

    public static ItemsInside None { get; } = new();
}

internal sealed record ParentShown
{
    public long Id { get; init; }

    public long? ParentId { get; init; }

    public string Title { get; init; } = "";

    public double? IndexNumber { get; init; }

    /// <summary>Of what it lies in itself.</summary>
    public string? ParentTitle { get; init; }
}
