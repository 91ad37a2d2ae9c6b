using Colophon.Jobs;
using Colophon.Server.Artwork.Scrub;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Platform.Http;
using Colophon.Server.Platform.Native;

namespace Colophon.Server.Artwork;

/// <summary>Keeping pictures and serving them.</summary>
public static class ArtworkEndpoints
{
    public static IServiceCollection AddArtwork(this IServiceCollection services)
    {
        services.AddSingleton(ProbeOptions.Default);
        services.AddSingleton<Probe>();
        services.AddSingleton<ForeignArchives>();
        services.AddSingleton(provider => new CacheStore(provider.GetRequiredService<ServerOptions>().DataFolder));
        services.AddSingleton<Thumbnails>();
        services.AddSingleton<ItemCovers>();
        services.AddSingleton<IPicturesInUse, ItemPictures>();
        services.AddSingleton<UploadAsset>();
        services.AddSingleton<ISystemCheck, VipsCheck>();
        services.AddJobHandler<CacheAsset, CacheAssetData>(JobTypes.CacheAsset);
        services.AddJobHandler<ScrubCache, LibraryJobData>(JobTypes.ScrubCache);
        services.AddApplier<AssetCachedApplier, AssetCached>();
        services.AddApplier<AssetLostApplier, AssetLost>();
        services.AddSingleton<ICommitStep, ChooseChangedCovers>();
        return services;
    }

    public static void MapArtwork(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        routes
            .MapGet(
                "/api/items/{id}/cover",
                (
                    long id,
                    int? width,
                    Caller caller,
                    ItemCovers covers,
                    HttpResponse response,
                    CancellationToken cancellationToken
                ) =>
                {
                    // Asked again each time, because a resync may change it; the tag makes the answer short.
                    response.Headers.CacheControl = "private, no-cache";
                    return covers.ServeAsync(id, width, caller, cancellationToken);
                }
            )
            .Requires(Permissions.ItemsRead, LibraryCheck.Refuses)
            .ServesPictures()
            .WithName("getItemCover")
            .WithTags("Items");
    }
}
