namespace Colophon.Server.Catalog;

/// <summary>Data of a directory-scan job.</summary>
/// <param name="DirectoryPath">Absolute path of the unit.</param>
public sealed record DirectoryScanData(long ScanId, long LibraryId, string DirectoryPath, string LibraryType);

/// <summary>Data of a reconcile job.</summary>
public sealed record ReconcileData(long ScanId, long LibraryId);

/// <summary>Data of a cache-asset job.</summary>
/// <param name="ScanId">Null outside a scan: it moves no counters then.</param>
/// <param name="EntityType">The item's kind.</param>
/// <param name="Embedded">Where the picture lies inside <paramref name="SourcePath"/>; null when that file is the picture.</param>
public sealed record CacheAssetData(
    long? ScanId,
    string EntityType,
    long EntityId,
    string AssetType,
    string SourcePath,
    string? Language = null,
    Colophon.Formats.Pictures.EmbeddedPicture? Embedded = null,
    long? AssetId = null
);

/// <summary>Data of a write-sidecar job.</summary>
public sealed record WriteSidecarData(long ItemId);

/// <summary>Data of a publish job.</summary>
/// <param name="ItemId">Null: the whole library.</param>
/// <param name="UndoRunId">Instead of publishing, takes back what this run did.</param>
public sealed record PublishData(long LibraryId, long? ItemId = null, long? UndoRunId = null);

/// <summary>
/// Data of enrich-metadata, fetch-provider-assets and select-assets jobs: the steps of one item's enrichment, of which each queues the next.
/// </summary>
/// <param name="ScanId">Null outside a scan: it moves no counters then.</param>
/// <param name="EntityType">The item's kind.</param>
/// <param name="Provider">Empty for select-assets, which is no provider's.</param>
/// <param name="ProviderId">As far as it was known when the job was queued.</param>
/// <param name="Before">What became of the steps before.</param>
public sealed record EnrichmentData(
    long? ScanId,
    string EntityType,
    long EntityId,
    string Provider = "",
    string? ProviderId = null,
    EnrichmentMarks Before = EnrichmentMarks.None
)
{
    /// <summary>Providers that failed or were put off: the steps of this enrichment that are left pass them over.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];
}

/// <summary>
/// A step of an item's enrichment left its scan, to be done when its provider can be asked. Handed over once an item.
/// </summary>
/// <param name="Provider">For people.</param>
public sealed record EnrichmentDeferred(long ScanId, string Provider);

/// <summary>What became of steps of an enrichment, so that an item counts once.</summary>
[Flags]
public enum EnrichmentMarks
{
    None = 0,

    /// <summary>A provider has told about it.</summary>
    Told = 1,

    /// <summary>A step was put off until its provider can be asked.</summary>
    Deferred = 2,

    /// <summary>A step failed for good.</summary>
    Failed = 4,
}

/// <summary>Data of delete-library, re-merge, prune and scrub-cache jobs; null = all libraries.</summary>
public sealed record LibraryJobData(long? LibraryId);
