using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Scanning;

/// <summary>Queues a cache-asset job for each asset that a reading of this commit met, when its scan asks for that.
/// A step of its own before the one that counts.</summary>
public sealed class QueueAssets : ICommitStep
{
    public void Run(Commit commit)
    {
        var found = commit.State<CatalogChanges>().Assets;
        if (found.Count == 0)
            return;
        commit.Insert([.. found.Where(asset => IsWanted(asset)).Select(Request)]);
    }

    private static bool IsWanted(AssetFound asset) =>
        asset.Step.Write == CatalogWrite.Keep && asset.Depth.HasFlag(UnitDepth.Cached);

    private static JobRequest Request(AssetFound asset)
    {
        var scan = asset.Step.Scan?.Value;
        var data = new CacheAssetData(
            scan,
            asset.Kind,
            asset.Item.Value,
            asset.Type,
            asset.SourcePath,
            asset.Language,
            asset.Embedded,
            asset.AssetId
        );
        return JobRequest.For(JobTypes.CacheAsset, JobQueues.OfLibrary(asset.Library.Value), data) with
        {
            DedupeKey = scan is null ? null : $"scan:{scan}:asset:{asset.AssetId}",
            LibraryId = asset.Library.Value,
            ScanId = scan,
            ParentId = asset.JobId,
        };
    }
}
