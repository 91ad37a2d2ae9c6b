using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Scanning;

/// <summary>The statements that move a scan's row.</summary>
internal static class ScanCounters
{
    public static void Add(Commit commit, long scanId, ScanDelta delta)
    {
        foreach (var error in delta.Errors)
            AddError(commit, scanId, error);
        commit.Send(
            """
            update scans set directories_found = directories_found + @unchanged + @queued,
                directories_ignored = directories_ignored + @ignored, directories_unchanged = directories_unchanged + @unchanged,
                directories_queued = directories_queued + @queued, directories_scanned = directories_scanned + @scanned,
                directories_failed = directories_failed + @failed, items_found = items_found + @new + @updated,
                items_new = items_new + @new, items_updated = items_updated + @updated, items_missing = items_missing + @missing,
                assets_queued = assets_queued + @assets_queued, assets_cached = assets_cached + @assets_cached,
                assets_failed = assets_failed + @assets_failed, enrichment_queued = enrichment_queued + @enrichment_queued,
                enrichment_completed = enrichment_completed + @enriched, enrichment_failed = enrichment_failed + @not_enriched,
                enrichment_deferred = enrichment_deferred + @deferred,
                enrichment_provider = coalesce(@provider, enrichment_provider), current_operation = coalesce(@operation, current_operation),
                updated_at = @now
            where id = @id
            """,
            delta.Unchanged,
            delta.Queued,
            delta.Ignored,
            delta.Scanned,
            delta.Failed,
            delta.New,
            delta.Updated,
            delta.Missing,
            delta.AssetsQueued,
            delta.AssetsCached,
            delta.AssetsFailed,
            delta.EnrichmentQueued,
            delta.EnrichmentCompleted,
            delta.EnrichmentFailed,
            delta.EnrichmentDeferred,
            delta.Provider,
            delta.CurrentOperation,
            commit.Millis(),
            scanId
        );
        if (delta.Assets.Count > 0)
            AddAssetTypes(commit, scanId, delta);
        if (delta.Errors.Count > 0)
            CountErrors(commit, scanId, delta.Errors[^1].Message);
        PassMilestones(commit, scanId, delta);
    }

    public static bool NeedsReconcile(ScanRow scan) =>
        scan.DiscoveryCompletedAt is not null
        && scan.DirectoriesScanned >= scan.DirectoriesTotal
        && scan.ReconciledAt is null
        && !ScanStatus.HasEnded(scan.Status)
        && scan.CancelledAt is null;

    /// <summary>Takes a phase as entered, with the time at which the one before it ended.</summary>
    public static void Enter(Commit commit, long scanId, string phase)
    {
        var hasEnded = ScanStatus.HasEnded(phase);
        commit.Send(
            """
            update scans set status = @status,
                scanning_completed_at = case when @scanned = 1 then coalesce(scanning_completed_at, @now) else scanning_completed_at end,
                caching_completed_at = case when @cached = 1 then coalesce(caching_completed_at, @now) else caching_completed_at end,
                completed_at = case when @ended = 1 then @now else completed_at end,
                current_operation = case when @ended = 1 then null else current_operation end,
                updated_at = @now
            where id = @id
            """,
            phase,
            phase is ScanStatus.Caching ? 1L : 0L,
            commit.Millis(),
            phase is ScanStatus.Enriching ? 1L : 0L,
            hasEnded ? 1L : 0L,
            scanId
        );
    }

    public static void RememberItem(Commit commit, ScanId scan, ItemChange change) =>
        commit.Send(
            """
            insert into scan_items (scan_id, item_id, kind, title, path, change, job_id)
            values (@scan, @item, @kind, @title, @path, @change, @job)
            """,
            scan.Value,
            change.Item?.Value,
            change.Kind,
            change.Title,
            change.Path,
            ChangeName(change.Touch),
            change.JobId
        );

    public static JobError? FailureOf(ScanRow scan) =>
        scan.Failure is null ? null
        : JsonSerializer.Deserialize<ScanFailure>(scan.Failure, JobJson.Options) is { } failure
            ? new JobError(failure.Code, failure.Message)
        : null;

    private static string ChangeName(ItemTouch touch) =>
        touch switch
        {
            ItemTouch.Added => "added",
            ItemTouch.Updated => "updated",
            _ => "missing",
        };

    private static void AddError(Commit commit, long scanId, ScanError error) =>
        commit.Send(
            """
            insert into scan_errors (scan_id, job_id, job_type, item_id, path, code, message, attempts, created_at)
            values (@scan, @job, @type, @item, @path, @code, @message, @attempts, @now)
            """,
            scanId,
            error.JobId,
            error.JobType,
            error.Item?.Value,
            error.Path,
            error.Code,
            error.Message,
            error.Attempts,
            commit.Millis()
        );

    private static void CountErrors(Commit commit, long scanId, string lastError) =>
        commit.Send(
            """
            update scans set last_error = @error,
                errors_count = (select count(*) from scan_errors where scan_id = @id and resolved_at is null)
            where id = @id
            """,
            lastError,
            scanId
        );

    private static void AddAssetTypes(Commit commit, long scanId, ScanDelta delta)
    {
        var stored = commit.Query("select assets_by_type from scans where id = @id", row => row.GetString(0), scanId);
        if (stored.Count == 0)
            return;
        var counts = AssetCounts.Read(stored[0]);
        foreach (var (type, moved) in delta.Assets)
        {
            var before = counts.GetValueOrDefault(type) ?? new AssetCounts(0, 0);
            counts[type] = new AssetCounts(before.Cached + moved.Cached, before.Queued + moved.Queued);
        }
        commit.Send("update scans set assets_by_type = @counts where id = @id", AssetCounts.Write(counts), scanId);
    }

    private static void PassMilestones(Commit commit, long scanId, ScanDelta delta)
    {
        if (delta.Warnings.Count > 0)
        {
            var stored = commit.Query("select warnings from scans where id = @id", row => row.GetString(0), scanId);
            var all = JsonSerializer.Deserialize<List<ScanWarning>>(stored[0], JobJson.Options) ?? [];
            all.AddRange(delta.Warnings.Distinct().Where(warning => !all.Contains(warning)));
            commit.Send(
                "update scans set warnings = @all where id = @id",
                JsonSerializer.Serialize(all, JobJson.Options),
                scanId
            );
        }
        if (delta.Failure is { } failure)
        {
            var json = JsonSerializer.Serialize(failure, JobJson.Options);
            commit.Send(
                "update scans set failure = @failure, last_error = @error where id = @id",
                json,
                failure.Message,
                scanId
            );
        }
        if (delta.Milestone.HasFlag(ScanMilestone.DiscoverySealed))
        {
            commit.Send(
                """
                update scans set discovery_completed_at = coalesce(discovery_completed_at, @now), directories_total = directories_queued
                where id = @id
                """,
                commit.Millis(),
                scanId
            );
        }
        if (delta.Milestone.HasFlag(ScanMilestone.Reconciled))
            commit.Send(
                "update scans set reconciled_at = coalesce(reconciled_at, @now) where id = @id",
                commit.Millis(),
                scanId
            );
    }
}
