using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Artwork.Scrub;

/// <summary>A cache file is gone or is not what it was.</summary>
/// <param name="CachePath">What the row said when it was looked at.</param>
internal sealed record AssetLost(long AssetId, long ItemId, string CachePath);

/// <summary>
/// Takes the file out of the row, lets another picture be the cover until it is back, and has the next scan read the item's
/// folders again, should it not come back before.
/// </summary>
internal sealed class AssetLostApplier : IApplier<AssetLost>
{
    private static readonly HashSet<long> Nothing = [];

    public void Apply(IReadOnlyList<Applied<AssetLost>> records, Commit commit)
    {
        foreach (var (asset, item, path) in records.Select(applied => applied.Record))
        {
            commit.Run(
                "update assets set cache_path = null, updated_at = @now where id = @asset and cache_path = @path",
                commit.Millis(),
                asset,
                path
            );
            commit.Run(
                """
                update units set fingerprint = null where id in (
                    select unit_id from items where id = @item
                    union select f.unit_id from item_files l join files f on f.id = l.file_id where l.item_id = @item)
                """,
                item
            );
        }
        Covers.Choose(commit, records.Select(applied => applied.Record.ItemId), Nothing);
    }
}
