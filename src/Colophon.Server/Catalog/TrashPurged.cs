using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog;

/// <summary>Items and files in the trash that go for good.</summary>
public sealed record TrashPurged(IReadOnlyList<long> Items, IReadOnlyList<long> Files);

/// <summary>Deletes what waits in the trash: its rows, never a media file. What has come back by now stays.</summary>
public sealed class TrashPurgedApplier(TimeProvider clock) : IApplier<TrashPurged>
{
    public void Apply(IReadOnlyList<Applied<TrashPurged>> records, Commit commit)
    {
        foreach (var applied in records)
            Purge(applied.Record, commit);
    }

    /// <summary>The same outside a job; how many items went.</summary>
    public int Purge(TrashPurged purged, Commit commit)
    {
        var items = purged.Items.Count(item => PurgeItem(commit, item));
        foreach (var file in purged.Files)
            PurgeFile(commit, file);
        return items;
    }

    private static bool PurgeItem(Commit commit, long itemId)
    {
        var files = commit.Query("select file_id from item_files where item_id = @id", row => row.GetInt64(0), itemId);
        // A container stays while something lies in it, or while a unit that is there speaks of it.
        var went = commit.Run(
            $"""
            delete from items where id = @id and missing_since is not null and excluded = 0
                and not exists (select 1 from items c where c.parent_id = items.id)
                and (not {ItemKinds.ContainerSql} or deleted_by is not null
                    or not exists (select 1 from evidence e where e.item_id = items.id and e.unit_id is not null))
            """,
            itemId
        );
        if (went == 0)
            return false;
        commit.ForgetWords(itemId);
        foreach (var file in files)
            commit.Run(
                "delete from files where id = @id and not exists (select 1 from item_files where file_id = @id)",
                file
            );
        return true;
    }

    /// <summary>A file of an item that has others: what it said goes with it, and the item is merged again.</summary>
    private void PurgeFile(Commit commit, long fileId)
    {
        var items = commit.Query(
            "select item_id from item_files where file_id = @id order by item_id",
            row => row.GetInt64(0),
            fileId
        );
        if (commit.Run("delete from files where id = @id and missing_since is not null", fileId) == 0)
            return;
        foreach (var item in items)
        {
            var files = new FileStage(commit);
            var stage = new ItemStage(commit, clock);
            if (stage.Open(item, files) is not null)
                stage.Write(files);
        }
    }
}
