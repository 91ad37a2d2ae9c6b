using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Scanning.Resync;

namespace Colophon.Server.Scanning;

public static class ScanningFeature
{
    public static IServiceCollection AddScanning(this IServiceCollection services) =>
        services
            .AddSingleton<ScanSettingsCache>()
            .AddSingleton<MovedFiles>()
            .AddSingleton<UnitReading>()
            .AddSingleton<ItemReading>()
            .AddSingleton<ResyncItem>()
            .AddSingleton<ResyncChoice>()
            .AddJobHandler<ResyncItems, ResyncData>(JobTypes.Resync)
            .AddSingleton<ScanPace>()
            .AddSingleton<ScanAnnouncer>()
            .AddSingleton<IEndLibraryWork, EndLibraryScans>()
            .AddSingleton<ICommitStep, QueueAssets>()
            .AddSingleton<ICommitStep, AdvanceScans>()
            .AddJobHandler<DiscoverDirectories, ScanOptions>(JobTypes.Scan)
            .AddJobHandler<ReadDirectory, DirectoryScanData>(JobTypes.DirectoryScan)
            .AddJobHandler<ReconcileMissing, ReconcileData>(JobTypes.Reconcile)
            .AddApplier<DiscoveredApplier, Discovered>()
            .AddApplier<UnitEndedApplier, UnitEnded>()
            .AddApplier<UnitVanishedApplier, UnitVanished>()
            .AddApplier<ReconciledApplier, Reconciled>();
}
