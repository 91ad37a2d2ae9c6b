using Colophon.Jobs;

namespace Colophon.Server.Catalog;

public static class CatalogFeature
{
    public static IServiceCollection AddCatalog(this IServiceCollection services) =>
        services.AddApplier<UnitReadApplier, UnitRead>().AddApplier<FilesGoneApplier, FilesGone>();
}
