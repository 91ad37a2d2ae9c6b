using Colophon.Jobs.Stores;
using Colophon.Jobs.Writing;

namespace Colophon.Jobs.Working;

/// <summary>Takes back the jobs of a process that died. Parked jobs have no owner and stay as they are.</summary>
internal static class Recovery
{
    /// <summary>So often may the owner of a job die before the job is held to be the cause.</summary>
    private const int MostCrashes = 3;

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
            commit.Session.Recover(job, commit.Now);
            commit.Queued = Queued.Some;
        }
    }

    private static void Close(JobCommit commit, Fence fence, Job job, JobStatus status, JobError? error)
    {
        commit.Session.Close(fence, status, error, commit.Now);
        commit.NoteClosed(commit.AsEnded(job, status, error));
    }
}
