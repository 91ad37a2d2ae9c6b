using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Dapper;

namespace Colophon.Server.Scanning;

/// <summary>Takes back what the end of a failed or cancelled unit did to its scan, so that its next end counts once.</summary>
public static class RetriedUnit
{
    /// <summary>False when the scan has ended: what is counted then stays counted.</summary>
    public static bool TakeBack(Commit commit, Job job, long scanId)
    {
        var scan = ScanRow.Load(commit.Connection, commit.Transaction, scanId);
        if (scan is null || ScanStatus.HasEnded(scan.Status) || scan.CancelledAt is not null)
            return false;
        var now = commit.Now.ToUnixTimeMilliseconds();
        var resolved = Resolve(commit, job, scanId, now);
        commit.Connection.Execute(
            """
            update scans set directories_scanned = @DirectoriesScanned, directories_failed = @DirectoriesFailed,
                assets_cached = @AssetsCached, assets_failed = @AssetsFailed, assets_by_type = @AssetsByType,
                reconciled_at = @ReconciledAt, errors_count = @ErrorsCount, updated_at = @UpdatedAt
            where id = @Id
            """,
            Without(scan, job) with
            {
                ErrorsCount = scan.ErrorsCount - resolved,
                UpdatedAt = now,
            },
            commit.Transaction
        );
        commit.State<ScansTouched>().Ids.Add(scanId);
        return true;
    }

    /// <summary>Takes back what a failed job says in the list of errors of a scan, which may have ended.</summary>
    public static void TakeBackError(Commit commit, Job job, long scanId)
    {
        var now = commit.Now.ToUnixTimeMilliseconds();
        var resolved = Resolve(commit, job, scanId, now);
        commit.Connection.Execute(
            "update scans set errors_count = errors_count - @resolved, updated_at = @now where id = @scanId",
            new
            {
                resolved,
                now,
                scanId,
            },
            commit.Transaction
        );
        commit.State<ScansTouched>().Ids.Add(scanId);
    }

    private static int Resolve(Commit commit, Job job, long scanId, long now) =>
        commit.Connection.Execute(
            "update scan_errors set resolved_at = @now where scan_id = @scanId and job_id = @job and resolved_at is null",
            new
            {
                now,
                scanId,
                job = job.Id,
            },
            commit.Transaction
        );

    private static ScanRow Without(ScanRow scan, Job job)
    {
        var failed = job.Status == JobStatus.Failed ? 1 : 0;
        if (job.Type == JobTypes.DirectoryScan.Name)
            return scan with
            {
                DirectoriesScanned = scan.DirectoriesScanned - 1,
                DirectoriesFailed = scan.DirectoriesFailed - failed,
            };
        if (job.Type == JobTypes.Reconcile.Name)
            return scan with { ReconciledAt = null };
        if (job.Type == JobTypes.CacheAsset.Name)
            return scan with
            {
                AssetsCached = scan.AssetsCached - 1,
                AssetsFailed = scan.AssetsFailed - failed,
                AssetsByType = WithoutOne(scan.AssetsByType, job),
            };
        throw new ArgumentException($"A {job.Type} job is none of a unit.", nameof(job));
    }

    private static string WithoutOne(string assetsByType, Job job)
    {
        var counts = AssetCounts.Read(assetsByType);
        var type = JsonSerializer.Deserialize<CacheAssetData>(job.Payload, JobJson.Options)?.AssetType ?? "";
        if (counts.TryGetValue(type, out var counted))
            counts[type] = counted with { Cached = counted.Cached - 1 };
        return AssetCounts.Write(counts);
    }
}
