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

/// <summary>Data of fetch-provider-assets and enrich-metadata jobs.</summary>
public sealed record ProviderJobData(
    long? ScanId,
    string EntityType,
    long EntityId,
    string Provider,
    string ProviderId
);

/// <summary>Data of a select-assets job.</summary>
public sealed record SelectAssetsData(long? ScanId, string EntityType, long EntityId);

/// <summary>Data of delete-library, re-merge, prune and scrub-cache jobs; null = all libraries.</summary>
public sealed record LibraryJobData(long? LibraryId);
