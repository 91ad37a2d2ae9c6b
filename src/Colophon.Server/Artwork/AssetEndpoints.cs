using Colophon.Jobs;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Colophon.Server.Artwork;

/// <summary>The assets of an item: what there is, what a person chooses, gives and refuses.</summary>
internal static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/api/items/{id:long}/assets",
                async (long id, Caller caller, IDatabase database, CancellationToken cancellationToken) =>
                    TypedResults.Ok(
                        await database.ReadAsync(
                            async connection =>
                            {
                                await ItemPlace.OfItemAsync(connection, id, caller);
                                return await AssetRows.OfItemAsync(connection, id);
                            },
                            cancellationToken
                        )
                    )
            )
            .Named("listItemAssets", Permissions.ItemsRead);
        routes
            .MapPost(
                "/api/items/{id:long}/assets",
                (
                    long id,
                    [FromForm(Name = "type")] string type,
                    IFormFile file,
                    Caller caller,
                    UploadAsset upload,
                    CancellationToken cancellationToken
                ) => upload.HandleAsync(id, type, file, caller, cancellationToken)
            )
            .DisableAntiforgery() // the header X-Colophon is the proof here, as for every write
            .Named("uploadItemAsset", Permissions.ItemsWrite)
            .Refuses(413);
        routes
            .MapPost("/api/assets/{id:long}/select", ChooseAsset.SelectAsync)
            .Named("selectAsset", Permissions.ItemsWrite)
            .Refuses(409, 502);
        routes
            .MapPut("/api/assets/{id:long}/lock", ChooseAsset.LockAsync)
            .Named("lockAsset", Permissions.ItemsWrite)
            .Refuses(409, 502);
        routes
            .MapDelete("/api/assets/{id:long}/lock", ChooseAsset.UnlockAsync)
            .Named("unlockAsset", Permissions.ItemsWrite)
            .Refuses(409);
        routes
            .MapDelete("/api/assets/{id:long}", ChooseAsset.RejectAsync)
            .Named("rejectAsset", Permissions.ItemsWrite)
            .Refuses(409);
        routes
            .MapPost("/api/assets/{id:long}/restore", ChooseAsset.RestoreAsync)
            .Named("restoreAsset", Permissions.ItemsWrite)
            .Refuses(409);
        routes
            .MapGet(
                "/api/assets/{id:long}/image",
                (
                    long id,
                    int? width,
                    Caller caller,
                    ItemCovers covers,
                    HttpResponse response,
                    CancellationToken cancellationToken
                ) =>
                {
                    response.Headers.CacheControl = "private, no-cache";
                    return covers.ServeAssetAsync(id, width, caller, cancellationToken);
                }
            )
            .Named("getAssetImage", Permissions.ItemsRead)
            .ServesPictures("application/octet-stream"); // subtitles and music, to be saved
    }

    /// <param name="others">What else it may answer with.</param>
    public static RouteHandlerBuilder ServesPictures(this RouteHandlerBuilder builder, params string[] others) =>
        builder
            .Produces<Stream>(
                StatusCodes.Status200OK,
                "image/jpeg",
                ["image/png", "image/webp", "image/gif", "image/avif", .. others]
            )
            .Produces(StatusCodes.Status304NotModified);

    private static RouteHandlerBuilder Named(this RouteHandlerBuilder builder, string name, string permission) =>
        builder.WithName(name).WithTags("items").Requires(permission, LibraryCheck.Refuses);
}
