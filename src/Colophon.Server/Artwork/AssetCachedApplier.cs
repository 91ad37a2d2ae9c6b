using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Artwork;

/// <summary>Stores what is in the cache and chooses the covers of the items it belongs to.</summary>
internal sealed class AssetCachedApplier : IApplier<AssetCached>
{
    public void Apply(IReadOnlyList<Applied<AssetCached>> records, Commit commit) =>
        Store([.. records.Select(applied => applied.Record)], commit);

    /// <summary>The same outside a job: what a person waits for.</summary>
    public int Store(IReadOnlyList<AssetCached> cached, Commit commit)
    {
        var repainted = new HashSet<long>();
        foreach (var asset in cached)
        {
            if (Store(asset, commit))
                repainted.Add(asset.AssetId);
        }
        Covers.Choose(commit, cached.Select(asset => asset.ItemId), repainted);
        return repainted.Count;
    }

    /// <summary>Whether the row says something else than before. An asset that is gone by now has no row and needs none.</summary>
    private static bool Store(AssetCached cached, Commit commit) =>
        commit.Run(
            """
            update assets set sha256 = @sha256, size = @size, width = @width, height = @height, cache_path = @path,
                error = null, updated_at = @now
            where id = @id and (sha256 is null or sha256 <> @sha256 or size <> @size or cache_path is null
                or cache_path <> @path or error is not null)
            """,
            cached.Sha256,
            cached.Size,
            (long?)cached.Width,
            (long?)cached.Height,
            cached.CachePath,
            commit.Millis(),
            cached.AssetId
        ) > 0;
}
