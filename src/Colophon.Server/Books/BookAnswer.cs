using Colophon.Jobs;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Books;

/// <summary>The whole book, as it is answered to whoever changed it.</summary>
internal static class BookAnswer
{
    /// <summary>Sets its tag; null when it is not shown any more.</summary>
    public static async Task<BookDetail?> LoadAsync(
        IDatabase database,
        long id,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var book = await database.ReadAsync(connection => BookRows.FindAsync(connection, id), cancellationToken);
        if (book is not null)
            IfMatch.Tag(response, book.Revision);
        return book;
    }
}
