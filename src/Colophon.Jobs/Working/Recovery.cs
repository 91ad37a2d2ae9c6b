using Colophon.Jobs.Stores;
using Colophon.Jobs.Writing;

namespace Colophon.Jobs.Working;

/// <summary>Takes back the jobs of a process that died. Parked jobs have no owner and stay as they are.</summary>
internal static class Recovery
{
    /// <summary>So often may the owner of a job die before the job is held to be the cause.</summary>
    private const int MostCrashes = 3;

    private const int Suspicious = 2;
    private static readonly TimeSpan StandBack = TimeSpan.FromSeconds(5);

    public static int Run(JobCommit commit, string processId, IStartMarks marks)
    {
        var orphans = commit.Session.Orphans(processId);
        foreach (var orphan in orphans)
        {
            var fence = new Fence(orphan.Id, orphan.Attempt, orphan.ProcessId!);
            // A job that only waited for a reader has nothing to do with the death, and its try never was.
            var job = marks.HadBegun(orphan)
                ? orphan with
                {
                    CrashCount = orphan.CrashCount + 1,
                }
                : orphan with
                {
                    Attempt = orphan.Attempt - 1,
                };
            Recover(commit, fence, job);
        }
        return orphans.Count;
    }

    /// <summary>A commit whose answer was lost may have claimed jobs that no reader of this process was ever given.</summary>
    public static void ReleaseUnknown(JobCommit commit, string processId, ReaderPool pool)
    {
        foreach (var job in commit.Session.OwnedBy(processId).Where(job => !pool.Holds(job.Id)))
            GroupWriter.Release(new RunningJob(job), commit);
    }

    private static void Recover(JobCommit commit, Fence fence, Job job)
    {
        if (job.CancelRequestedAt is not null)
        {
            Close(commit, fence, job, JobStatus.Cancelled, error: null);
        }
        else if (job.CrashCount >= MostCrashes)
        {
            var lost = new JobError(
                JobErrorCodes.WorkerLost,
                "The process that ran this job died three times; it is not tried again."
            );
            commit.LogFailure(job, lost);
            Close(commit, fence, job, JobStatus.Failed, lost);
        }
        else
        {
            // Twice is suspicious: it stands back, so that the third death is not held against it only because it always runs first.
            var runAt = job.CrashCount < Suspicious ? job.RunAt : commit.Now + StandBack;
            commit.Session.Recover(job, runAt, runAt > commit.Now ? Schedule.Later : Schedule.Now, commit.Now);
            commit.Queued = Queued.Some;
        }
    }

    private static void Close(JobCommit commit, Fence fence, Job job, JobStatus status, JobError? error)
    {
        commit.Session.Close(fence, status, error, commit.Now);
        commit.NoteClosed(commit.AsEnded(job, status, error));
    }
}
