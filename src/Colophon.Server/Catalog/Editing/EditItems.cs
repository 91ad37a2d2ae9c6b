using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Catalog.Editing;

/// <summary>Edits by hand: what a person says, checked against the field table.</summary>
public sealed class EditItems(IDatabase database, TimeProvider clock)
{
    /// <summary>One edit of an item or a file.</summary>
    /// <exception cref="ApiErrorException">400 with the fields that are wrong, 404, 412.</exception>
    public Task<bool> EditAsync(
        ItemPlace place,
        JsonElement body,
        IfMatch seen,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var level = place.FileId is null ? FieldLevel.Item : FieldLevel.File;
        var reading = FieldJson.ReadEdit(place.Kind, level, body);
        if (reading.Errors.Count > 0)
            throw ApiErrors.Validation(reading.Errors).AsException();
        return ChangeAsync(place, seen, caller, edit => edit.Say(reading.Values), cancellationToken);
    }

    /// <summary>Opens the item in one write transaction, has it changed, merges and stores it.</summary>
    internal Task<bool> ChangeAsync(
        ItemPlace place,
        IfMatch seen,
        Caller caller,
        Action<ItemEdit> change,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            commit =>
            {
                seen.Check(CurrentRevision.Of(commit, place.ItemId));
                var edit = ItemEdit.Open(commit, clock, place.Target, new ChangeAuthor(caller.UserId, JobId: null));
                change(edit);
                edit.Close();
                return true;
            },
            cancellationToken
        );

    /// <summary>Moves files between items in one write transaction.</summary>
    internal Task<T> RegroupAsync<T>(
        ItemPlace place,
        IfMatch seen,
        Caller caller,
        Func<Regrouping, T> change,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            commit =>
            {
                seen.Check(CurrentRevision.Of(commit, place.ItemId));
                return change(new Regrouping(commit, clock, new ChangeAuthor(caller.UserId, JobId: null)));
            },
            cancellationToken
        );
}
