using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Scanning;
using Dapper;

namespace Colophon.Server.Activity;

/// <summary>The commit step that tells of top-level jobs that began, moved or ended, and of new lines in watched logs.</summary>
internal sealed class AnnounceJobs(JobAnnouncer announcer) : ICommitStep
{
    // Of running scan jobs, what was told last: a commit that moves no whole percent is not worth an event.
    private readonly Dictionary<long, int> told = [];

    public void Run(Commit commit)
    {
        var changed = commit
            .Inserted.Concat(commit.Started)
            .Concat(commit.Closed)
            .Where(job => JobTypes.IsTopLevel(job.Type))
            .Select(job => job.Id)
            .ToHashSet();
        foreach (var ended in commit.Closed)
            told.Remove(ended.Id);
        changed.UnionWith(MovedScanJobs(commit));
        foreach (var jobId in changed.Order())
            announcer.Changed(commit, jobId);
        announcer.Logged(commit);
    }

    private IEnumerable<long> MovedScanJobs(Commit commit)
    {
        var scans = commit.State<ScansTouched>().Ids.Union(commit.State<ScanDeltas>().ByScan.Keys).ToList();
        if (scans.Count == 0)
            return [];
        var jobs = commit
            .Connection.Query<long>(
                "select distinct job_id from scans where id in @scans and completed_at is null",
                new { scans },
                commit.Transaction
            )
            .AsList();
        return JobQueries
            .ScansOf(commit.Connection, commit.Transaction, jobs)
            .GroupBy(scan => scan.JobId)
            .Where(job => Moves(commit, job.Key, JobProgress.OfScans([.. job])))
            .Select(job => job.Key)
            .ToList();
    }

    private bool Moves(Commit commit, long jobId, int progress)
    {
        if (told.TryGetValue(jobId, out var before) && before == progress)
            return false;
        commit.AfterCommit(() => told[jobId] = progress);
        return true;
    }
}
