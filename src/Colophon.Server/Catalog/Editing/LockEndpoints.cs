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
    public static async Task<Ok<LockList>> LockItemAsync(
        long id,
        string field,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        EditItems edits,
        CancellationToken cancellationToken
    ) =>
        await TurnAsync(
            await OfItemAsync(database, id, caller, cancellationToken),
            field,
            seen,
            caller,
            edits,
            Lock,
            cancellationToken
        );

    public static async Task<Ok<LockList>> UnlockItemAsync(
        long id,
        string field,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        EditItems edits,
        CancellationToken cancellationToken
    ) =>
        await TurnAsync(
            await OfItemAsync(database, id, caller, cancellationToken),
            field,
            seen,
            caller,
            edits,
            Unlock,
            cancellationToken
        );

    public static async Task<Ok<LockList>> LockFileAsync(
        long id,
        string field,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        EditItems edits,
        CancellationToken cancellationToken
    ) =>
        await TurnAsync(
            await OfFileAsync(database, id, caller, cancellationToken),
            field,
            seen,
            caller,
            edits,
            Lock,
            cancellationToken
        );

    public static async Task<Ok<LockList>> UnlockFileAsync(
        long id,
        string field,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        EditItems edits,
        CancellationToken cancellationToken
    ) =>
        await TurnAsync(
            await OfFileAsync(database, id, caller, cancellationToken),
            field,
            seen,
            caller,
            edits,
            Unlock,
            cancellationToken
        );

    private static Action<ItemEdit> Lock(string field) => edit => edit.Lock(field);

    private static Action<ItemEdit> Unlock(string field) => edit => edit.Unlock(field);

    private static Task<ItemPlace> OfItemAsync(IDatabase database, long id, Caller caller, CancellationToken token) =>
        database.ReadAsync(connection => ItemPlace.OfItemAsync(connection, id, caller), token);

    private static Task<ItemPlace> OfFileAsync(IDatabase database, long id, Caller caller, CancellationToken token) =>
        database.ReadAsync(connection => ItemPlace.OfFileAsync(connection, id, caller), token);

    private static async Task<Ok<LockList>> TurnAsync(
        ItemPlace place,
        string field,
        IfMatch seen,
        Caller caller,
        EditItems edits,
        Func<string, Action<ItemEdit>> turn,
        CancellationToken cancellationToken
    )
    {
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
                turn(field)(edit);
                if (AssetTypes.Pictures.Contains(field))
                    edit.HoldPicture(field);
                locks = [.. edit.Locks.Fields.Keys];
            },
            cancellationToken
        );
        return TypedResults.Ok(new LockList(locks));
    }
}
