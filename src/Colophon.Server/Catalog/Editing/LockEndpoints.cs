using Colophon.Jobs;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Catalog.Editing;

/// <summary>The locks of an item or a file.</summary>
public sealed record LockList(IReadOnlyList<string> Locks);

/// <summary>PUT and DELETE .../locks/{field}: a person's word that nothing automatic may change a field.</summary>
internal static class LockEndpoints
{
    public static Task<Ok<LockList>> LockAsync<TPlace>(
        long id,
        string field,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        EditItems edits,
        IPicturesInUse pictures,
        CancellationToken cancellationToken
    )
        where TPlace : IPlaceOf =>
        TurnAsync<TPlace>(
            id,
            field,
            seen,
            caller,
            database,
            edits,
            pictures,
            edit => edit.Lock(field),
            cancellationToken
        );

    public static Task<Ok<LockList>> UnlockAsync<TPlace>(
        long id,
        string field,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        EditItems edits,
        IPicturesInUse pictures,
        CancellationToken cancellationToken
    )
        where TPlace : IPlaceOf =>
        TurnAsync<TPlace>(
            id,
            field,
            seen,
            caller,
            database,
            edits,
            pictures,
            edit => edit.Unlock(field),
            cancellationToken
        );

    private static async Task<Ok<LockList>> TurnAsync<TPlace>(
        long id,
        string field,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        EditItems edits,
        IPicturesInUse pictures,
        Action<ItemEdit> turn,
        CancellationToken cancellationToken
    )
        where TPlace : IPlaceOf
    {
        var place = await database.ReadAsync(connection => TPlace.FindAsync(connection, id, caller), cancellationToken);
        var level = place.FileId is null ? FieldLevel.Item : FieldLevel.File;
        if (Fields.Find(place.Kind, level, field) is null && !AssetTypes.Pictures.Contains(field))
            throw ApiErrors.Validation("field", $"There is no field {field} here.").AsException();
        IReadOnlyList<string> locks = [];
        await edits.ChangeAsync(
            place,
            seen,
            caller,
            edit =>
            {
                turn(edit);
                if (AssetTypes.Pictures.Contains(field))
                    edit.HoldPictures(field, pictures);
                locks = [.. edit.Locks.Fields.Keys];
            },
            cancellationToken
        );
        return TypedResults.Ok(new LockList(locks));
    }
}
