using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Platform.Http;
using Colophon.Server.Scanning.Resync;

namespace Colophon.Server.Scanning;

public static class ScanningFeature
{
    public static IServiceCollection AddScanning(this IServiceCollection services) =>
        services
            .AddSingleton<ScanSettingsCache>()
            .AddSingleton<UnitReading>()
            .AddSingleton<ItemReading>()
            .AddSingleton<ResyncItem>()
            .AddSingleton<ResyncElsewhere>()
            .AddSingleton<IInlineResync>(services =>
                services.GetRequiredService<ServerOptions>().Role is NodeRole.Pages
                    ? services.GetRequiredService<ResyncElsewhere>()
                    : services.GetRequiredService<ResyncItem>()
            )
            .AddSingleton<ResyncChoice>()
            .AddJobHandler<ResyncItems, ResyncData>(JobTypes.Resync)
            .AddJobHandler<ResyncOneItem, ResyncTarget>(JobTypes.ResyncItem)
            .AddSingleton<ExplainPath>()
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
            .AddApplier<ReconciledApplier, Reconciled>()
            .AddApplier<EnrichmentDeferredApplier, EnrichmentDeferred>();

    public static void MapScanning(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/paths/explain", ExplainPath.HandleAsync)
            .WithName("explainPath")
            .WithTags("Libraries")
            .Requires(Permissions.LibrariesRead, LibraryCheck.Refuses);
}
