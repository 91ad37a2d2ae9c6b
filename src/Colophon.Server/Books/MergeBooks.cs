using Colophon.Jobs;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Items;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Books;

/// <summary>Body of POST /api/books/{id}/merge.</summary>
/// <param name="BookIds">At most 100 others of the same library.</param>
public sealed record MergeBooksRequest(IReadOnlyList<long> BookIds);

/// <summary>POST /api/books/{id}/merge: several books become one.</summary>
internal static class MergeBooks
{
    public const string Description =
        "All files of the others become files of this book, and stay there whatever a scan makes of them. This book's "
        + "edits, locks, cover and history stay; what was said of the others as a whole waits in the trash with them. "
        + "Undoing the change in the history of this book, or splitting the files off, brings them back.";

    private const int Most = 100;

    public static async Task<Results<Ok<BookDetail>, ApiError>> HandleAsync(
        long id,
        MergeBooksRequest request,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        EditItems edits,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var others = request.BookIds.Distinct().ToList();
        var place = await database.ReadAsync(
            async connection =>
            {
                var kept = await ItemPlace.OfItemAsync(connection, id, caller);
                if (others.Count is 0 or > Most || others.Contains(id))
                    throw ApiErrors
                        .Validation("book_ids", $"book_ids must name 1 to {Most} books that become this one.")
                        .AsException();
                foreach (var other in others)
                    Check(kept, await ItemPlace.OfNamedAsync(connection, other, "book_ids", caller));
                return kept;
            },
            cancellationToken
        );
        await edits.RegroupAsync(
            place,
            seen,
            caller,
            regrouping =>
            {
                regrouping.Merge(id, others);
                return true;
            },
            cancellationToken
        );
        return await ItemCalls.FindAsync<BookKind, BookDetail>(database, id, response, cancellationToken) is { } book
            ? TypedResults.Ok(book)
            : ApiErrors.NotFound();
    }

    private static void Check(ItemPlace kept, ItemPlace other)
    {
        if (other.LibraryId != kept.LibraryId || other.Kind != kept.Kind)
            throw ApiErrors.NotMergeable().AsException();
    }
}
