using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Books;

/// <summary>DELETE of a book: into the trash. Its files stay, and the next scan brings it back unless that is excluded.</summary>
internal static class DeleteBook
{
    public static async Task<NoContent> HandleAsync(
        long id,
        bool? exclude,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        await database.ReadAsync(connection => ItemPlace.OfItemAsync(connection, id, caller), cancellationToken);
        await database.WriteAsync(
            commit =>
            {
                seen.Check(CurrentRevision.Of(commit, id));
                var reason = exclude == true ? TrashReason.Excluded : TrashReason.Deleted;
                return Trash.Put(commit, id, reason, caller.UserId);
            },
            cancellationToken
        );
        return TypedResults.NoContent();
    }

    /// <summary>The same of one file; with the last one its book goes too.</summary>
    public static async Task<NoContent> OfFileAsync(
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
