using Colophon.Jobs;
using Colophon.Server.Items;
using Colophon.Server.Platform.Http;
using Colophon.Server.Scanning.Resync;
using Dapper;

namespace Colophon.Server.Books;

/// <summary>The file was gone from disk.</summary>
/// <param name="BookDeleted">It was the book's last one.</param>
public sealed record FileGone(bool BookDeleted, bool Deleted = true);

/// <summary>POST .../resync of one file of a book: while the caller waits.</summary>
internal static class ResyncFile
{
    public static async Task<IResult> HandleAsync(
        long id,
        ResyncRequest? request,
        IfMatch seen,
        Caller caller,
        IInlineResync resync,
        IDatabase database,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var file = await database.ReadAsync(connection => FileRows.FindAsync(connection, id), cancellationToken);
        if (file is null)
            return ApiErrors.NotFound();
        if (caller.LibraryRefusal(file.LibraryId) is { } refusal)
            return refusal;
        var report = await ResyncCalls.RunAsync(resync, file.BookId, id, request, seen, caller, cancellationToken);
        if (request?.DryRun == true)
            return TypedResults.Ok(ResyncPreview.Of(report));
        if (report.Failed.Count > 0)
            return ResyncCalls.Unreadable(report);
        var after = await database.ReadAsync(connection => FileRows.FindAsync(connection, id), cancellationToken);
        if (after is null)
            return TypedResults.Ok(new FileGone(await IsGoneAsync(database, file.BookId, cancellationToken)));
        IfMatch.Tag(response, after.Revision);
        return TypedResults.Ok(after);
    }

    private static async Task<bool> IsGoneAsync(IDatabase database, long bookId, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            connection =>
                connection.ExecuteScalarAsync<long>(
                    "select count(*) from items where id = @bookId and missing_since is null",
                    new { bookId }
                ),
            cancellationToken
        ) == 0;
}
