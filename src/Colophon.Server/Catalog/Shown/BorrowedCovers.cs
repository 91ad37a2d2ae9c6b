using System.Data.Common;
using Dapper;

namespace Colophon.Server.Catalog.Shown;

/// <summary>
/// Covers for items that have none of their own: a season has that of its show and a track that of its album; an album has that of
/// its first track, and an artist that of the first album. Nothing of it is stored.
/// </summary>
internal static class BorrowedCovers
{
    public static async Task<IReadOnlyDictionary<long, string>> FindAsync(
        DbConnection connection,
        IReadOnlyList<ShownItemRow> items
    )
    {
        var covers = new Dictionary<long, string>();
        var inside = items.Where(item => item.ParentId is not null && item.Kind is not ItemKinds.Episode).ToList();
        var parents = await OfItemsAsync(connection, [.. inside.Select(item => item.ParentId!.Value).Distinct()]);
        foreach (var item in inside)
            if (parents.TryGetValue(item.ParentId!.Value, out var cover))
                covers[item.Id] = cover;
        var music = items
            .Where(item => item.Kind is ItemKinds.Album or ItemKinds.Artist)
            .Select(item => item.Id)
            .ToList();
        foreach (var row in await InsideAsync(connection, music))
            covers.TryAdd(row.Of, CoverAddress.Of(row.Id, row.CoverAssetId, row.Revision));
        return covers;
    }

    private static async Task<Dictionary<long, string>> OfItemsAsync(
        DbConnection connection,
        IReadOnlyList<long> ids
    ) =>
        ids.Count == 0
            ? []
            : (
                await connection.QueryAsync<Row>(
                    """
                    select id as "Of", id, cover_asset_id as CoverAssetId, revision from items
                    where id in @ids and cover_asset_id is not null
                    """,
                    new { ids }
                )
            ).ToDictionary(row => row.Of, row => CoverAddress.Of(row.Id, row.CoverAssetId, row.Revision));

    /// <summary>Of what lies in them and in that, the nearest and first first.</summary>
    private static async Task<IEnumerable<Row>> InsideAsync(DbConnection connection, IReadOnlyList<long> ids) =>
        ids.Count == 0
            ? []
            : await connection.QueryAsync<Row>(
                """
                select c.parent_id as "Of", c.id, c.cover_asset_id as CoverAssetId, c.revision, 0 as depth, c.index_number as place
                from items c where c.parent_id in @ids and c.missing_since is null and c.cover_asset_id is not null
                union all
                select c.parent_id, g.id, g.cover_asset_id, g.revision, 1, g.index_number
                from items c join items g on g.parent_id = c.id
                where c.parent_id in @ids and c.missing_since is null and g.missing_since is null and g.cover_asset_id is not null
                order by depth, place, id
                """,
                new { ids }
            );

    private sealed record Row
    {
        public long Of { get; init; }

        public long Id { get; init; }

        public long CoverAssetId { get; init; }

        public long Revision { get; init; }
    }
}
