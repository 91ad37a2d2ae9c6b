using Colophon.Jobs;
using Colophon.Server.Catalog;
using Dapper;

namespace Colophon.Server.Scanning;

/// <summary>
/// Ends a scan job by a user's word, in one commit: its scans are marked, from then on none of their units is claimed and late
/// results are refused. The commit step that advances scans then closes them and the parked job.
/// </summary>
public static class CancelScan
{
    /// <summary>Cancels the scan job with all its open scans. Nothing happens to a job that has ended.</summary>
    public static Job? OfJob(Commit commit, long jobId)
    {
        var now = commit.Now.ToUnixTimeMilliseconds();
        var open = commit.Connection.Query<long>(
            """
            update scans set cancelled_at = @now, updated_at = @now
            where job_id = @jobId and completed_at is null and cancelled_at is null
            returning id
            """,
            new { jobId, now },
            commit.Transaction
        );
        foreach (var scanId in open.Order().ToList())
        {
            commit.CloseScan(scanId, JobStatus.Cancelled, null);
            commit.State<ScansTouched>().Ids.Add(scanId);
        }
        return commit.RequestCancel(jobId);
    }

    /// <summary>The library's scan job that has not ended, or null. A global one is not meant.</summary>
    public static long? ActiveOf(Commit commit, long libraryId) =>
        commit.Connection.QueryFirstOrDefault<long?>(
            "select id from jobs where type = @type and library_id = @libraryId and status in (0, 1) limit 1",
            new { type = JobTypes.Scan.Name, libraryId },
            commit.Transaction
        );
}

/// <summary>Of one commit: the scans whose row moved, for the step that evaluates phases and announces progress.</summary>
public sealed class ScansTouched
{
    public HashSet<long> Ids { get; } = [];
}
