using System.Data.Common;
using Dapper;

namespace Colophon.Server.Catalog.Shown;

/// <summary>
/// Covers for items that have none of their own: a season has that of its show and a track that of its album; an album has that of
/// its first track, and an artist that of the first album. Nothing of it is stored.
/// </summary>
internal static class BorrowedCovers
{
    private const string Itself = "case when p.cover_asset_id is not null then p.id end";

    private const string FirstTrack = """
        select c.id from items c where c.parent_id = p.id and c.missing_since is null and c.cover_asset_id is not null
        order by c.index_number, c.id limit 1
        """;

    // In the order of the index: a collection of thousands of albums is not sorted for its one cover.
    private const string FirstAlbum = """
        select c.id from items c where c.parent_id = p.id and c.missing_since is null and c.cover_asset_id is not null
        order by c.id limit 1
        """;

    private const string FirstTrackOfAlbums = """
        select g.id from items c join items g on g.parent_id = c.id
        where c.parent_id = p.id and c.missing_since is null and g.missing_since is null and g.cover_asset_id is not null
        order by c.id, g.id limit 1
        """;

    /// <summary>By the item that has none of its own; those that find no lender are left out.</summary>
    public static async Task<IReadOnlyDictionary<long, LentCover>> FindAsync(
        DbConnection connection,
        IReadOnlyList<ShownItemRow> items
    )
    {
        var covers = new Dictionary<long, LentCover>();
        await LendAsync(connection, covers, Of(ItemKinds.Album), FirstTrack);
        await LendAsync(connection, covers, Of(ItemKinds.Artist), FirstAlbum);
        await LendAsync(connection, covers, Of(ItemKinds.Artist), FirstTrackOfAlbums);
        var inside = items.Where(item => item.Kind is ItemKinds.Season or ItemKinds.Track).ToList();
        var parents = new Dictionary<long, LentCover>();
        var around = inside.Select(item => item.ParentId).OfType<long>().Distinct().ToList();
        await LendAsync(connection, parents, around, Itself);
        await LendAsync(connection, parents, around, FirstTrack);
        foreach (var item in inside)
            if (item.ParentId is { } parent && parents.TryGetValue(parent, out var cover))
                covers[item.Id] = cover;
        return covers;

        IReadOnlyList<long> Of(string kind) => [.. items.Where(item => item.Kind == kind).Select(item => item.Id)];
    }

    /// <param name="lender">Selects the id of the item that lends its cover to <c>p</c>.</param>
    private static async Task LendAsync(
        DbConnection connection,
        Dictionary<long, LentCover> covers,
        IReadOnlyList<long> items,
        string lender
    )
    {
        var bare = items.Where(item => !covers.ContainsKey(item)).ToList();
        if (bare.Count == 0)
            return;
        var rows = await connection.QueryAsync<Row>(
            $"""
            select b.of_id as "Of", i.id, i.cover_asset_id as CoverAssetId, i.revision
            from (select p.id as of_id, ({lender}) as lender_id from items p where p.id in @bare) b
                join items i on i.id = b.lender_id
            """,
            new { bare }
        );
        foreach (var row in rows)
            covers[row.Of] = new LentCover(row.Id, row.CoverAssetId, row.Revision);
    }

    private sealed record Row
    {
        public long Of { get; init; }

        public long Id { get; init; }

        public long CoverAssetId { get; init; }

        public long Revision { get; init; }
    }
}

/// <summary>The cover of another item.</summary>
internal sealed record LentCover(long ItemId, long AssetId, long Revision)
{
    public string Url => CoverAddress.Of(ItemId, AssetId, Revision);
}
