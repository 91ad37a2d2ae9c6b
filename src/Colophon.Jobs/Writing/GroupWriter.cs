using Colophon.Jobs.Stores;
using Colophon.Jobs.Working;

namespace Colophon.Jobs.Writing;

/// <summary>
/// Writes a group of results into one transaction: rows are closed under the fence, and only for those really closed
/// records, children and log lines follow.
/// </summary>
internal sealed class GroupWriter(Appliers appliers, Backoff backoff)
{
    /// <summary>
    /// Writes the results but those refused; the answer is what became of each checkpoint. Throws <see cref="RecordRefusedException"/>
    /// when an applier refused a record: the transaction is then of no use, the group is to be redone with that job released.
    /// </summary>
    public List<(Ending.Checkpoint Checkpoint, CheckpointAnswer Answer)> Write(
        IReadOnlyList<JobResult> group,
        IReadOnlySet<RunningJob> refused,
        JobCommit commit
    )
    {
        var answers = new List<(Ending.Checkpoint, CheckpointAnswer)>();
        var records = new List<(Job, object)>();
        var effective = new List<JobResult>();
        foreach (var result in group)
        {
            var applied = !refused.Contains(result.Running) && End(result, commit, records, effective);
            if (result.Ending is Ending.Checkpoint checkpoint)
                answers.Add(
                    (
                        checkpoint,
                        applied || StoredBefore(result, checkpoint, commit)
                            ? CheckpointAnswer.Stored
                            : CheckpointAnswer.Refused
                    )
                );
            else if (!applied && refused.Contains(result.Running))
                Release(result.Running, commit);
        }
        var refusedNow = appliers.Apply(records, commit);
        if (refusedNow.Count > 0)
            throw new RecordRefusedException([
                .. effective.Select(r => r.Running).Where(r => refusedNow.Contains(r.Job.Id)),
            ]);
        foreach (var result in effective)
            commit.Insert(Children(result));
        return answers;
    }

    /// <summary>Ends the try of a job whose result could not be stored.</summary>
    public void WriteFault(RunningJob running, JobError error, JobCommit commit)
    {
        if (!RetryOrFail(running, error, commit))
            CloseCancelled(running, commit);
    }

    /// <summary>Gives a job back with its attempt, to run again at once.</summary>
    public static void Release(RunningJob running, JobCommit commit)
    {
        var job = running.Job;
        var again = new Requeue(job.RunAt, Schedule.Now, job.Attempt - 1, job.Error);
        if (commit.Session.Requeue(running.Fence, again, commit.Now))
            commit.Queued = Queued.Some;
        else
            CloseCancelled(running, commit);
    }

    /// <summary>Brings the row where the ending says. True when its effects are to be applied.</summary>
    private bool End(JobResult result, JobCommit commit, List<(Job, object)> records, List<JobResult> effective)
    {
        var row = Closed(result, commit);
        if (row is null)
            return false;
        foreach (var record in result.Effects.Records)
            records.Add((row, record));
        if (result.Effects.Children.Count > 0 || result.Effects.Records.Count > 0)
            effective.Add(result);
        commit.Log(row.Id, result.Effects.Logs);
        return true;
    }

    /// <summary>The row as it stands after the ending, or null when the effects do not count.</summary>
    private Job? Closed(JobResult result, JobCommit commit)
    {
        var running = result.Running;
        switch (result.Ending)
        {
            case Ending.Said { Outcome: JobOutcome.DoneOutcome }:
                return Finish(result, JobStatus.Completed, error: null, commit);
            case Ending.Said { Outcome: JobOutcome.DeadOutcome dead }:
                return Finish(result, JobStatus.Failed, dead.Error, commit);
            case Ending.Said { Outcome: JobOutcome.RetryOutcome retry } when LastTry(running.Job):
                return Finish(result, JobStatus.Failed, retry.Error, commit);
            case Ending.Said { Outcome: JobOutcome.ParkedOutcome }:
                if (commit.Session.Park(running.Fence, commit.Now))
                    return Current(result) with { ProcessId = null, UpdatedAt = commit.Now };
                CloseCancelled(result, commit);
                return null;
            case Ending.Checkpoint checkpoint:
                return Checkpointed(result, checkpoint, commit)
                    ? running.Job with
                    {
                        Cursor = checkpoint.Cursor,
                        CrashCount = 0,
                        UpdatedAt = commit.Now,
                    }
                    : null;
            default:
                GoBack(result, commit);
                return null;
        }
    }

    private static bool Checkpointed(JobResult result, Ending.Checkpoint checkpoint, JobCommit commit)
    {
        var stored = commit.Session.Checkpoint(
            result.Running.Fence,
            checkpoint.Cursor,
            result.PerhapsStoredAt,
            commit.Now
        );
        result.WrittenAt = stored ? commit.Now : null;
        return stored;
    }

    /// <summary>The try before was committed after all, and only the answer was lost.</summary>
    private static bool StoredBefore(JobResult result, Ending.Checkpoint checkpoint, JobCommit commit) =>
        result.PerhapsStoredAt is { } perhaps
        && commit.Session.Stands(result.Running.Fence, checkpoint.Cursor, perhaps);

    /// <summary>Endings after which the job runs again or is cancelled: of the effects only the log is kept.</summary>
    private void GoBack(JobResult result, JobCommit commit)
    {
        var running = result.Running;
        switch (result.Ending)
        {
            case Ending.Said { Outcome: JobOutcome.RetryOutcome retry }:
                KeepLog(result, commit, RetryOrFail(running, retry.Error, commit));
                break;
            case Ending.Threw threw:
                KeepLog(result, commit, RetryOrFail(running, threw.Error, commit));
                break;
            case Ending.Said { Outcome: JobOutcome.SnoozeOutcome snooze }:
                KeepLog(result, commit, Snooze(running, snooze.Until, commit));
                break;
            case Ending.Released:
                Release(running, commit);
                break;
            default:
                CloseCancelled(result, commit);
                break;
        }
    }

    private static Job? Finish(JobResult result, JobStatus status, JobError? error, JobCommit commit)
    {
        if (!commit.Session.Close(result.Running.Fence, status, error, commit.Now))
        {
            CloseCancelled(result, commit);
            return null;
        }
        var row = commit.AsEnded(Current(result), status, error);
        if (error is not null)
            commit.LogFailure(row, error);
        commit.NoteClosed(row);
        return row;
    }

    private bool RetryOrFail(RunningJob running, JobError error, JobCommit commit)
    {
        var job = running.Job;
        if (LastTry(job))
        {
            if (!commit.Session.Close(running.Fence, JobStatus.Failed, error, commit.Now))
                return false;
            commit.NoteClosed(commit.AsEnded(job, JobStatus.Failed, error));
        }
        else
        {
            var runAt = commit.Now + backoff.Before(job);
            if (
                !commit.Session.Requeue(
                    running.Fence,
                    new Requeue(runAt, Schedule.Later, job.Attempt, error),
                    commit.Now
                )
            )
                return false;
            commit.Queued = Queued.Some;
        }
        commit.LogFailure(job, error);
        return true;
    }

    private static bool Snooze(RunningJob running, DateTimeOffset until, JobCommit commit)
    {
        var job = running.Job;
        var again = new Requeue(until, until > commit.Now ? Schedule.Later : Schedule.Now, job.Attempt - 1, job.Error);
        commit.Queued = Queued.Some;
        return commit.Session.Requeue(running.Fence, again, commit.Now);
    }

    private static void KeepLog(JobResult result, JobCommit commit, bool owned)
    {
        if (owned)
            commit.Log(result.Running.Job.Id, result.Effects.Logs);
        else
            CloseCancelled(result, commit);
    }

    private static void CloseCancelled(JobResult result, JobCommit commit)
    {
        if (CloseCancelled(result.Running, commit))
            commit.Log(result.Running.Job.Id, result.Effects.Logs);
    }

    /// <summary>The end of a job whose cancellation was asked for; nothing when it is lost to another owner.</summary>
    private static bool CloseCancelled(RunningJob running, JobCommit commit)
    {
        var row = commit.Find(running.Job.Id);
        if (
            row?.CancelRequestedAt is null
            || !commit.Session.Close(running.Fence, JobStatus.Cancelled, error: null, commit.Now)
        )
            return false;
        commit.NoteClosed(commit.AsEnded(row, JobStatus.Cancelled, error: null));
        return true;
    }

    private static IReadOnlyList<JobRequest> Children(JobResult result) =>
        [.. result.Effects.Children.Select(c => c.ParentId is null ? c with { ParentId = result.Running.Job.Id } : c)];

    private static Job Current(JobResult result) => result.Running.Job with { Cursor = result.Effects.Cursor };

    private static bool LastTry(Job job) => job.Attempt >= job.MaxAttempts;
}

/// <summary>An applier refused records of these jobs.</summary>
internal sealed class RecordRefusedException(IReadOnlyList<RunningJob> jobs)
    : Exception("The world changed under a record.")
{
    public IReadOnlyList<RunningJob> Jobs { get; } = jobs;
}
