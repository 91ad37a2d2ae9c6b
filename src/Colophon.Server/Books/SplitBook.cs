using Colophon.Jobs;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Items;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Books;

/// <summary>Body of POST /api/books/{id}/split.</summary>
/// <param name="FileIds">One file, or all parts of an audiobook; at least one other must stay.</param>
public sealed record SplitBookRequest(IReadOnlyList<long> FileIds);

/// <summary>POST /api/books/{id}/split: some files of a book become one of their own.</summary>
internal static class SplitBook
{
    public const string Description =
        "The files become a book of their own, which is answered, and stay so whatever a scan makes of them. Files that a merge "
        + "brought here go back to the book they came from while it waits in the trash.";

    public static async Task<Results<Created<BookDetail>, ApiError>> HandleAsync(
        long id,
        SplitBookRequest request,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        EditItems edits,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var place = await database.ReadAsync(
            connection => ItemPlace.OfItemAsync(connection, id, caller),
            cancellationToken
        );
        var files = request.FileIds.Distinct().ToList();
        if (files.Count == 0)
            return ApiErrors.Validation("file_ids", "file_ids must name files of this book.");
        var apart = await edits.RegroupAsync(
            place,
            seen,
            caller,
            regrouping => regrouping.Split(id, files),
            cancellationToken
        );
        return await ItemCalls.FindAsync<BookKind, BookDetail>(database, apart, response, cancellationToken) is { } book
            ? TypedResults.Created($"/api/books/{apart}", book)
            : ApiErrors.NotFound();
    }
}
