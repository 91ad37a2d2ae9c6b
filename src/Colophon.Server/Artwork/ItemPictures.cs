using Colophon.Jobs;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Artwork;

/// <summary>The cover where it is of the type, and what <see cref="UsedPictures"/> says of the others.</summary>
internal sealed class ItemPictures : IPicturesInUse
{
    public IReadOnlyList<long> Of(Commit commit, long itemId, string type) =>
        [
            .. commit.Query(
                "select a.id from assets a join items i on i.cover_asset_id = a.id where i.id = @item and a.type = @type",
                row => row.GetInt64(0),
                itemId,
                type
            ),
            .. UsedPictures.Of(
                commit.Query(
                    """
                    select id, type, source, selected + locked, rejected, picked, score from assets
                    where item_id = @item and type = @type and cache_path is not null order by id
                    """,
                    row => new KnownPicture(
                        row.GetInt64(0),
                        row.GetString(1),
                        row.GetString(2),
                        CoverStandings.Of(row.GetInt64(3) != 0, row.GetInt64(4) != 0, row.GetInt64(5) != 0),
                        row.DoubleOrNull(6) ?? 0
                    ),
                    itemId,
                    type
                )
            ),
        ];
}
