using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Scanning;

/// <summary>The end of a scan job: cancelled if it was cancelled, failed if one of its scans failed, else completed.</summary>
internal static class ScanEnd
{
    /// <summary>Closes the parked job when all its scans have ended.</summary>
    public static void CloseJob(Commit commit, long jobId)
    {
        var scans = commit.Query(
            """
            select s.status, s.failure, l.name from scans s join libraries l on l.id = s.library_id
            where s.job_id = @job order by s.id
            """,
            row => (Status: row.GetString(0), Failure: row.TextOrNull(1), Library: row.GetString(2)),
            jobId
        );
        if (scans.Any(scan => !ScanStatus.HasEnded(scan.Status)))
            return;
        // A scan that ended with its deleted library does not cancel a global job.
        if (commit.Find(jobId)?.CancelRequestedAt is not null)
        {
            commit.CloseParked(jobId, JobStatus.Cancelled, error: null);
            return;
        }
        var failed = scans.Where(scan => scan.Status == ScanStatus.Failed).ToList();
        if (failed.Count == 0)
        {
            commit.CloseParked(jobId, JobStatus.Completed, error: null);
            return;
        }
        var first = failed[0].Failure is { } json
            ? JsonSerializer.Deserialize<ScanFailure>(json, JobJson.Options)
            : null;
        var message = string.Join(" ", failed.Select(scan => $"{scan.Library}: {MessageOf(scan.Failure)}"));
        commit.CloseParked(jobId, JobStatus.Failed, new JobError(first?.Code ?? "fault", message));
    }

    /// <summary>Ends the open scans of a job that was closed before they ended; answers their ids.</summary>
    public static IReadOnlyList<long> EndOpen(Commit commit, Job job)
    {
        if (job.Status == JobStatus.Cancelled)
        {
            return commit.Query(
                "update scans set cancelled_at = coalesce(cancelled_at, @now) where job_id = @job and completed_at is null returning id",
                row => row.GetInt64(0),
                commit.Millis(),
                job.Id
            );
        }
        var failure = new ScanFailure(
            job.Error?.Code ?? "fault",
            job.Error?.Message ?? "The scan's job ended before its scan."
        );
        return commit.Query(
            """
            update scans set failure = coalesce(failure, @failure), last_error = @message, discovery_completed_at = null
            where job_id = @job and completed_at is null returning id
            """,
            row => row.GetInt64(0),
            JsonSerializer.Serialize(failure, JobJson.Options),
            failure.Message,
            job.Id
        );
    }

    private static string MessageOf(string? failure) =>
        failure is null
            ? "failed."
            : JsonSerializer.Deserialize<ScanFailure>(failure, JobJson.Options)?.Message ?? "failed.";
}
