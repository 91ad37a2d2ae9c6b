using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog;

/// <summary>Files that were looked for at their path and are really not there.</summary>
public sealed record FilesGone(ScanStep Step, IReadOnlyList<GoneFile> Files);

/// <summary>A file and the path it was looked for at: when it has another one by now, it is not gone.</summary>
public sealed record GoneFile(FileId Id, long RootId, string RelativePath);

/// <summary>Sends files, and items that have no other, to the trash. Nothing is deleted: they revive when they return.</summary>
public sealed class FilesGoneApplier : IApplier<FilesGone>
{
    public void Apply(IReadOnlyList<Applied<FilesGone>> records, Commit commit)
    {
        foreach (var applied in records)
            Rehearsal.Run(commit, applied.Record.Step.Write, () => Store(applied.Record, applied.Job.Id, commit));
    }

    /// <summary>The same outside a job.</summary>
    public static void Store(FilesGone gone, long? jobId, Commit commit)
    {
        var marked = gone.Files.Where(file => Mark(commit, file)).Select(file => (object)file.Id.Value).ToArray();
        var items = CatalogLoad.LinksOfFiles(commit, marked).Select(link => link.ItemId).Distinct().Order().ToList();
        foreach (var item in items)
            MarkItem(commit, gone, jobId, item);
        ContainerPresence.Settle(commit, CatalogLoad.AroundItems(commit, items));
        foreach (var unit in CatalogLoad.FilesById(commit, marked).Select(file => file.UnitId).Distinct())
            commit.Run("update units set fingerprint = null, revision = revision + 1 where id = @id", unit);
    }

    private static bool Mark(Commit commit, GoneFile file) =>
        commit.Run(
            """
            update files set missing_since = @now, updated_at = @now
            where id = @id and root_id = @root and relative_path = @path and missing_since is null
            """,
            commit.Millis(),
            file.Id.Value,
            file.RootId,
            file.RelativePath
        ) > 0;

    private static void MarkItem(Commit commit, FilesGone gone, long? jobId, long itemId)
    {
        var marked = commit.Query(
            $"""
            update items set missing_since = @now, deleted_by = null, revision = revision + 1, updated_at = @now
            where id = @id and missing_since is null and not {ItemKinds.ContainerSql} and not exists (
                select 1 from item_files l join files f on f.id = l.file_id where l.item_id = @id and f.missing_since is null)
            returning library_id, kind, title
            """,
            row => (Library: row.GetInt64(0), Kind: row.GetString(1), Title: row.GetString(2)),
            commit.Millis(),
            itemId
        );
        if (marked.Count == 0)
        {
            commit.Run(
                "update items set revision = revision + 1, updated_at = @now where id = @id",
                commit.Millis(),
                itemId
            );
            ItemDuration.Recount(commit, itemId);
        }
        foreach (var item in marked)
        {
            commit
                .State<CatalogChanges>()
                .Items.Add(
                    new ItemChange(
                        gone.Step,
                        jobId,
                        new LibraryId(item.Library),
                        new ItemId(itemId),
                        item.Kind,
                        item.Title,
                        gone.Files[0].RelativePath,
                        ItemTouch.Missing
                    )
                );
        }
    }
}
