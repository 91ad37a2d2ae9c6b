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
    /// <summary>An item with all that lies in it. False when it waits there already.</summary>
    /// <param name="userId">Who deleted it; null when its files are gone.</param>
    public static bool Put(Commit commit, long itemId, TrashReason reason, long? userId)
    {
        var isPut = false;
        foreach (var id in ItemTree.Inside(commit, itemId))
            isPut = PutOne(commit, id, reason, userId);
        Settle(commit, [itemId]);
        return isPut;
    }

    private static bool PutOne(Commit commit, long itemId, TrashReason reason, long? userId)
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

    /// <summary>Takes items out again with those of their files that are on disk, and the containers they lie in.</summary>
    /// <param name="itemId">Of the item, or the container, that a person wants back.</param>
    public static void Restore(Commit commit, long itemId, IReadOnlyList<RestoredItem> items)
    {
        // A container comes back with what lies in it, unless it was to stay away.
        commit.Run(
            $"{ItemTree.With} update items set excluded = 0, deleted_by = null where id in (select id from inside)",
            itemId
        );
        foreach (var item in items)
            RestoreOne(commit, item);
        Settle(commit, [.. items.Select(item => item.Id)]);
    }

    private static void RestoreOne(Commit commit, RestoredItem item)
    {
        var back = commit.Query(
            """
            update items set missing_since = null, revision = revision + 1, updated_at = @now
            where id = @id and missing_since is not null returning library_id, kind
            """,
            row => (Library: row.GetInt64(0), Kind: row.GetString(1)),
            commit.Millis(),
            item.Id
        );
        foreach (var file in item.FilesOnDisk)
            commit.Run("update files set missing_since = null where id = @id", file);
        ItemDuration.Recount(commit, item.Id);
        ForgetUnits(commit, item.Id);
        foreach (var (library, kind) in back)
            Tell(commit, library, item.Id, kind, ItemTouch.Added);
    }

    private static void Settle(Commit commit, IReadOnlyList<long> itemIds) =>
        commit
            .State<CatalogChanges>()
            .Edited.AddRange(ContainerPresence.Settle(commit, CatalogLoad.AroundItems(commit, itemIds)));

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

/// <summary>An item that comes out of the trash.</summary>
public sealed record RestoredItem(long Id, IReadOnlyList<long> FilesOnDisk);
