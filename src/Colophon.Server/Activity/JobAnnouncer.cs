using Colophon.Jobs;
using Colophon.Server.Platform.Http;
using Colophon.Server.Platform.Live;

namespace Colophon.Server.Activity;

/// <summary>Payload of <c>job:changed</c>.</summary>
public sealed record JobChanged(long JobId, string Type, JobStatus Status, long? LibraryId, int Progress);

/// <summary>Payload of <c>job:log</c>.</summary>
public sealed record JobLogged(long JobId, IReadOnlyList<JobLogAnswer> Logs);

/// <summary>Tells the pages what a commit did to jobs, once it is durable.</summary>
internal sealed class JobAnnouncer(LiveEvents live)
{
    public const string ChangedEvent = "job:changed";
    public const string LogEvent = "job:log";

    /// <summary>The job as its row stands at the end of the commit so far.</summary>
    public void Changed(Commit commit, long jobId)
    {
        if (JobQueries.Row(commit.Connection, commit.Transaction, jobId) is not { } row)
            return;
        var scans = JobQueries.ScansOf(commit.Connection, commit.Transaction, [jobId]);
        var payload = new JobChanged(
            row.Id,
            row.Type,
            (JobStatus)row.Status,
            row.LibraryId,
            JobProgress.Of(row, scans)
        );
        commit.AfterCommit(() =>
            live.Publish(new LiveEvent(ChangedEvent, payload.LibraryId, payload) { Permission = Permissions.JobsRead })
        );
    }

    /// <summary>Only of jobs that somebody looks at just now.</summary>
    public void Logged(Commit commit)
    {
        foreach (var lines in commit.Logged.Where(line => live.IsWatched(line.JobId)).GroupBy(line => line.JobId))
        {
            var payload = new JobLogged(lines.Key, [.. lines.Select(JobLogAnswer.Of)]);
            var told = new LiveEvent(LogEvent, null, payload)
            {
                Permission = Permissions.JobsRead,
                WatchedJobId = lines.Key,
            };
            commit.AfterCommit(() => live.Publish(told));
        }
    }
}
