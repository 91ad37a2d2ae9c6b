using Colophon.Jobs;
using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Platform.Http;
using Colophon.Server.Scanning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Books.Pages;

/// <summary>Body of POST /api/books/files/{id}/cover-page.</summary>
/// <param name="Page">From 0, in reading order.</param>
public sealed record CoverPageRequest(int Page);

/// <summary>A person makes a page of a comic its cover.</summary>
internal static class ChooseCoverPage
{
    public static async Task<Results<Ok<FileDetail>, ApiError>> HandleAsync(
        long id,
        CoverPageRequest request,
        Caller caller,
        IDatabase database,
        ComicPageSource source,
        UploadAsset upload,
        CancellationToken cancellationToken
    )
    {
        var place = await database.ReadAsync(
            connection => ItemPlace.OfFileAsync(connection, id, caller),
            cancellationToken
        );
        var (file, refusal) = await PagedFile.OpenAsync(database, id, caller, cancellationToken);
        using (file)
        {
            if (file is null)
                return refusal!;
            var reading = await source.ReadAsync(file, cancellationToken);
            if (reading.Value is not { } comic || reading.Fatal is not null)
                return ApiErrors.ParseFailed(
                    $"{FileTrouble.FailedToParse} {file.Format.ToUpperInvariant()}: {reading.Fatal?.Message}"
                );
            if (request.Page < 0 || request.Page >= comic.Pages.Count)
                return ApiErrors.Validation("page", $"page must be from 0 to {comic.Pages.Count - 1}.");
            var page = comic.Pages[request.Page];
            var (picture, trouble) = await source.TakeAsync(file, comic, page, width: null, cancellationToken);
            if (picture is null)
                return trouble!;
            await using (picture.Content)
                await upload.KeepAsync(
                    place,
                    id,
                    AssetTypes.Cover,
                    $"page:{request.Page}",
                    picture.Content,
                    cancellationToken
                );
        }
        var after = await database.ReadAsync(connection => FileRows.FindAsync(connection, id), cancellationToken);
        return after is null ? ApiErrors.NotFound() : TypedResults.Ok(after);
    }
}
