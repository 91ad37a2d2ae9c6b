using Colophon.Jobs;

namespace Colophon.Server.Catalog;

/// <summary>
/// Every kind of job there is. They stand together, below every feature, because their priorities only mean something
/// beside each other and because the job list shows them all.
/// </summary>
public static class JobTypes
{
    /// <summary>Somebody waits for it.</summary>
    public static readonly JobType ResyncItem = new("resync-item", 1, 1);
    public static readonly JobType Scan = new("scan", 4, 1, JobLength.Long);
    public static readonly JobType Export = new("export", 5, 1, JobLength.Long);
    public static readonly JobType Resync = new("resync", 5, 1, JobLength.Long);
    public static readonly JobType DirectoryScan = new("directory-scan", 6, 3);
    public static readonly JobType Reconcile = new("reconcile", 6, 3, JobLength.Long);
    public static readonly JobType CacheAsset = new("cache-asset", 7, 4);
    public static readonly JobType WriteSidecar = new("write-sidecar", 7, 3);
    public static readonly JobType FetchProviderAssets = Provider("fetch-provider-assets");
    public static readonly JobType EnrichMetadata = Provider("enrich-metadata");
    public static readonly JobType SelectAssets = new("select-assets", 8, 3, JobLength.Network);
    public static readonly JobType Publish = new("publish", 9, 3, JobLength.Long);
    public static readonly JobType DeleteLibrary = new("delete-library", 9, 3, JobLength.Long);
    public static readonly JobType ReMerge = new("re-merge", 9, 3, JobLength.Long);
    public static readonly JobType Prune = new("prune", 9, 3, JobLength.Long);
    public static readonly JobType ScrubCache = new("scrub-cache", 9, 3, JobLength.Long);

    /// <summary>In the order of their priorities.</summary>
    public static IReadOnlyList<JobType> All { get; } =
    [
        ResyncItem,
        Scan,
        Export,
        Resync,
        DirectoryScan,
        Reconcile,
        CacheAsset,
        WriteSidecar,
        FetchProviderAssets,
        EnrichMetadata,
        SelectAssets,
        Publish,
        DeleteLibrary,
        ReMerge,
        Prune,
        ScrubCache,
    ];

    /// <summary>What a person starts; a job list without a filter shows these only.</summary>
    public static IReadOnlyList<JobType> TopLevel { get; } = [Scan, Export, Resync];

    /// <summary>The steps of enrichment, which the counters of a scan take together.</summary>
    public static bool IsEnrichment(string name) =>
        name == EnrichMetadata.Name || name == FetchProviderAssets.Name || name == SelectAssets.Name;

    public static bool IsTopLevel(string name) => TopLevel.Any(type => type.Name == name);

    private static JobType Provider(string name) =>
        new(name, 8, 5, JobLength.Network) { BackoffBase = TimeSpan.FromSeconds(5) };
}
