using Colophon.Jobs;
using Colophon.Server.Metadata;
using Colophon.Server.Metadata.History;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Catalog.Editing;

/// <summary>
/// POST /api/changes/{id}/undo. What a person said is taken back to what was said by hand before; what a scan or a provider
/// changed becomes a person's word for the value of before. Undoing is a change of its own and can be undone.
/// </summary>
internal static class UndoChange
{
    public static async Task<Ok<UndoneChange>> HandleAsync(
        long id,
        Caller caller,
        IDatabase database,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await database.WriteAsync(commit => Undo(commit, clock, id, caller), cancellationToken));

    private static UndoneChange Undo(Commit commit, TimeProvider clock, long id, Caller caller)
    {
        var change = Find(commit, id) ?? throw ApiErrors.NotFound().AsException();
        if (caller.LibraryRefusal(change.LibraryId) is { } refusal)
            throw refusal.AsException();
        var author = new ChangeAuthor(caller.UserId, JobId: null);
        if (change.IsUndone)
            throw ChangedSince();
        var shown = change.FilesFrom is { } gathered
            ? new Regrouping(commit, clock, author).TakeBack(change.ItemId, FilesFrom.Parse(gathered))
            : TakeBackFields(commit, clock, change, author);
        commit.Run("update changes set undone_at = @now where id = @id", commit.Millis(), id);
        return shown;
    }

    private static UndoneChange TakeBackFields(Commit commit, TimeProvider clock, ChangeRow change, ChangeAuthor author)
    {
        var edit = ItemEdit.Open(commit, clock, new ItemTarget(change.ItemId, change.FileId), author);
        var fields = ChangeJson.Parse(change.Fields);
        if (fields.Any(field => !IsShown(edit.Before, field.Key, field.Value.After)))
            throw ChangedSince();
        foreach (var (field, was) in fields)
            TakeBack(edit, field, was);
        edit.Close();
        return new UndoneChange(change.ItemId, change.FileId);
    }

    internal static ApiErrorException ChangedSince() =>
        ApiErrors
            .Conflict("changed_since", "This was changed again since then; undo the later change first.")
            .AsException();

    private static bool IsShown(Merged shown, string field, FieldValue? value) =>
        Equals(shown.Values.GetValueOrDefault(field), value);

    private static void TakeBack(ItemEdit edit, string field, FieldChange was)
    {
        if (IsMadeFromAnother(edit, field))
            return;
        var wasSaidByHand = was.SourceAfter == Sources.Manual;
        if (wasSaidByHand && was.SourceBefore != Sources.Manual)
            edit.Unsay(field);
        else
            edit.Say(
                new Dictionary<string, FieldValue>(StringComparer.Ordinal)
                {
                    [field] = was.Before ?? ClearedValue.Instance,
                }
            );
    }

    /// <summary>A title to sort by that nobody said goes back with the title.</summary>
    private static bool IsMadeFromAnother(ItemEdit edit, string field) =>
        Fields.Find(edit.Kind, edit.Level, field)?.DerivedFrom is not null && !edit.Manual.Fields.ContainsKey(field);

    private static ChangeRow? Find(Commit commit, long id) =>
        commit
            .Query(
                """
                select c.item_id, c.file_id, i.library_id, c.fields, c.undone_at, c.files_from from changes c join items i on i.id = c.item_id
                    join libraries l on l.id = i.library_id
                where c.id = @id and i.missing_since is null and l.deleted_at is null
                """,
                row => new ChangeRow(
                    row.GetInt64(0),
                    row.LongOrNull(1),
                    row.GetInt64(2),
                    row.GetString(3),
                    row.LongOrNull(4) is not null,
                    row.IsDBNull(5) ? null : row.GetString(5)
                ),
                id
            )
            .SingleOrDefault();

    private sealed record ChangeRow(
        long ItemId,
        long? FileId,
        long LibraryId,
        string Fields,
        bool IsUndone,
        string? FilesFrom
    );
}

/// <summary>What went back to what it was.</summary>
/// <param name="ItemId">The item to look at: where its files went back to, when that left it without any.</param>
public sealed record UndoneChange(long ItemId, long? FileId);
