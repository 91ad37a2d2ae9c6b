using Colophon.Jobs;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Colophon.Server.Books.Pages;

/// <summary>Pages of comics, for whoever reads them in the browser.</summary>
public static class PageEndpoints
{
    private const int WidestQuestion = 10_000;

    internal static void MapPages(this RouteGroupBuilder books)
    {
        books
            .MapPost("/files/{id:long}/cover-page", ChooseCoverPage.HandleAsync)
            .WithName("chooseCoverPage")
            .Requires(Permissions.BooksWrite, LibraryCheck.Refuses)
            .Refuses(422);
        books
            .MapGet("/files/{id:long}/pages", ListAsync)
            .WithName("listPages")
            .Requires(Permissions.BooksRead, LibraryCheck.Refuses);
        books
            .MapGet("/files/{id:long}/pages/{index:int}", GetAsync)
            .WithName("getPage")
            .Requires(Permissions.BooksRead, LibraryCheck.Refuses)
            .Produces<Stream>(
                StatusCodes.Status200OK,
                "image/jpeg",
                "image/png",
                "image/webp",
                "image/gif",
                "image/avif"
            )
            .Produces(StatusCodes.Status304NotModified);
    }

    private static async Task<Results<Ok<PageList>, ApiError>> ListAsync(
        long id,
        Caller caller,
        IDatabase database,
        ComicPageSource source,
        CancellationToken cancellationToken
    )
    {
        var (file, refusal) = await PagedFile.OpenAsync(database, id, caller, cancellationToken);
        using (file)
        {
            if (file is null)
                return refusal!;
            var reading = await source.ReadAsync(file, cancellationToken);
            return reading.Fatal is { } fatal
                ? ApiErrors.ParseFailed($"Failed to parse {file.Format.ToUpperInvariant()}: {fatal.Message}")
                : TypedResults.Ok(PagesShown.Of(reading.Value!, file.Version));
        }
    }

    /// <summary>With the version of the list in <paramref name="v"/> the answer never changes and may be kept for ever.</summary>
    private static async Task<Results<FileStreamHttpResult, StatusCodeHttpResult, ApiError>> GetAsync(
        long id,
        int index,
        int? width,
        string? v,
        Caller caller,
        IDatabase database,
        ComicPageSource source,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (width is <= 0 or > WidestQuestion)
            return ApiErrors.Validation("width", $"The width must be from 1 to {WidestQuestion}.");
        var (file, refusal) = await PagedFile.OpenAsync(database, id, caller, cancellationToken);
        using (file)
        {
            if (file is null)
                return refusal!;
            var made = ComicPageSource.Snap(width);
            var tag = new EntityTagHeaderValue($"\"{file.Version}-{index}-{made}\"");
            var isKnown = context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, false));
            var (picture, trouble) = isKnown
                ? (null, null)
                : await TakeAsync(source, file, index, made, cancellationToken);
            if (trouble is not null)
                return trouble;
            // An address without a version may show another file tomorrow, so it is asked for again each time.
            context.Response.Headers.CacheControl =
                v == file.Version ? "private, max-age=31536000, immutable" : "private, no-cache";
            context.Response.GetTypedHeaders().ETag = tag;
            return picture is null
                ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
                : TypedResults.File(picture.Content, picture.MediaType, entityTag: tag);
        }
    }

    private static async Task<(PagePicture? Picture, ApiError? Refusal)> TakeAsync(
        ComicPageSource source,
        PagedFile file,
        int index,
        int? width,
        CancellationToken cancellationToken
    )
    {
        var reading = await source.ReadAsync(file, cancellationToken);
        if (reading.Fatal is { } fatal)
            return (null, ApiErrors.ParseFailed($"Failed to parse {file.Format.ToUpperInvariant()}: {fatal.Message}"));
        var pages = reading.Value!.Pages;
        return index >= 0 && index < pages.Count
            ? await source.TakeAsync(file, reading.Value, pages[index], width, cancellationToken)
            : (null, ApiErrors.NotFound($"It has {pages.Count} pages, from 0."));
    }
}
