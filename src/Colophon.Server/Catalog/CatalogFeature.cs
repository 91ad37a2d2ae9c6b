using Colophon.Jobs;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Catalog.Lists;
using Colophon.Server.Catalog.Names;

namespace Colophon.Server.Catalog;

public static class CatalogFeature
{
    public static IServiceCollection AddCatalog(this IServiceCollection services) =>
        services
            .AddSingleton<ListTotals>()
            .AddSingleton<ItemLists>()
            .AddSingleton<KindLists>()
            .AddNames()
            .AddApplier<UnitReadApplier, UnitRead>()
            .AddApplier<FilesGoneApplier, FilesGone>()
            .AddApplier<TrashPurgedApplier, TrashPurged>()
            .AddApplier<FilesWrittenApplier, FilesWritten>()
            .AddJobHandler<ReMergeLibrary, LibraryJobData>(JobTypes.ReMerge)
            .AddApplier<ItemsToMergeApplier, ItemsToMerge>()
            .AddApplier<FilesLeftApplier, FilesLeft>()
            .AddSingleton<EditItems>()
            .AddSingleton<ICommitStep, AnnounceItems>()
            .AddSingleton<ICommitStep, CountGrowth>();

    public static void MapCatalog(this IEndpointRouteBuilder routes) => routes.MapNames();
}
