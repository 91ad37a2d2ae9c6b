using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Books;

/// <summary>DELETE of a file of a book: into the trash, and with the last one its book.</summary>
internal static class DeleteFile
{
    public static async Task<NoContent> HandleAsync(
        long id,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var place = await database.ReadAsync(
            connection => ItemPlace.OfFileAsync(connection, id, caller),
            cancellationToken
        );
        await database.WriteAsync(
            commit =>
            {
                seen.Check(CurrentRevision.Of(commit, place.ItemId));
                return Trash.PutFile(commit, place.ItemId, id, caller.UserId);
            },
            cancellationToken
        );
        return TypedResults.NoContent();
    }
}
