using Colophon.Jobs;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Catalog.Lists;

namespace Colophon.Server.Catalog;

public static class CatalogFeature
{
    public static IServiceCollection AddCatalog(this IServiceCollection services) =>
        services
            .AddSingleton<ListTotals>()
            .AddSingleton<ItemLists>()
            .AddApplier<UnitReadApplier, UnitRead>()
            .AddApplier<FilesGoneApplier, FilesGone>()
            .AddApplier<TrashPurgedApplier, TrashPurged>()
            .AddApplier<FilesWrittenApplier, FilesWritten>()
            .AddSingleton<EditItems>()
            .AddSingleton<ICommitStep, AnnounceItems>();
}
