using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog;

/// <summary>Why an item goes to the trash.</summary>
public enum TrashReason
{
    /// <summary>Its files are gone; it revives when they return.</summary>
    FilesGone,

    /// <summary>A person deleted it; its files are still there, and the next scan brings it back.</summary>
    Deleted,

    /// <summary>A person wants no scan to bring it back.</summary>
    Excluded,

    /// <summary>Its files belong to another item now, by a merge; undoing that brings it back.</summary>
    Merged,
}

/// <summary>Where items wait that are not shown any more. Media files are never touched.</summary>
public static class Trash
{
    /// <summary>False when it waits there already.</summary>
    /// <param name="userId">Who deleted it; null when its files are gone.</param>
    public static bool Put(Commit commit, long itemId, TrashReason reason, long? userId)
    {
        var gone = commit.Query(
            """
            update items set missing_since = @now, excluded = @excluded, deleted_by = @user, revision = revision + 1, updated_at = @now
            where id = @id and missing_since is null returning library_id, kind
            """,
            row => (Library: row.GetInt64(0), Kind: row.GetString(1)),
            commit.Millis(),
            reason == TrashReason.Excluded ? 1L : 0L,
            userId,
            itemId
        );
        if (gone.Count == 0)
            return false;
        commit.Run(
            """
            update files set missing_since = @now where missing_since is null
                and id in (select file_id from item_files where item_id = @id)
            """,
            commit.Millis(),
            itemId
        );
        ForgetUnits(commit, itemId);
        Tell(commit, gone[0].Library, itemId, gone[0].Kind, ItemTouch.Missing);
        return true;
    }

    /// <summary>One file of an item; with its last one the item goes too. False when it waits there already.</summary>
    public static bool PutFile(Commit commit, long itemId, long fileId, long? userId)
    {
        var others = commit.Number(
            """
            select count(*) from item_files l join files f on f.id = l.file_id
            where l.item_id = @item and f.missing_since is null and f.id <> @file
            """,
            itemId,
            fileId
        );
        if (others == 0)
            return Put(commit, itemId, TrashReason.Deleted, userId);
        ForgetUnits(commit, itemId);
        commit.Run(
            "update items set revision = revision + 1, updated_at = @now where id = @id",
            commit.Millis(),
            itemId
        );
        var isPut =
            commit.Run(
                "update files set missing_since = @now where id = @id and missing_since is null",
                commit.Millis(),
                fileId
            ) > 0;
        ItemDuration.Recount(commit, itemId);
        return isPut;
    }

    /// <summary>Takes an item out again with those of its files that are on disk.</summary>
    public static void Restore(Commit commit, long itemId, IReadOnlyList<long> filesOnDisk)
    {
        var back = commit.Query(
            """
            update items set missing_since = null, excluded = 0, deleted_by = null, revision = revision + 1, updated_at = @now
            where id = @id and missing_since is not null returning library_id, kind
            """,
            row => (Library: row.GetInt64(0), Kind: row.GetString(1)),
            commit.Millis(),
            itemId
        );
        foreach (var file in filesOnDisk)
            commit.Run("update files set missing_since = null where id = @id", file);
        ItemDuration.Recount(commit, itemId);
        ForgetUnits(commit, itemId);
        foreach (var (library, kind) in back)
            Tell(commit, library, itemId, kind, ItemTouch.Added);
    }

    /// <summary>What is stored of these units is no longer what a scan would make of them: it is to read them again.</summary>
    private static void ForgetUnits(Commit commit, long itemId) =>
        commit.Run(
            """
            update units set fingerprint = null, revision = revision + 1
            where id in (select f.unit_id from files f join item_files l on l.file_id = f.id where l.item_id = @id)
            """,
            itemId
        );

    private static void Tell(Commit commit, long libraryId, long itemId, string kind, ItemTouch touch) =>
        commit
            .State<CatalogChanges>()
            .Edited.Add(new ItemEdited(new LibraryId(libraryId), new ItemId(itemId), kind, touch));
}
