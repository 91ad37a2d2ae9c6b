using System.Diagnostics;
using Colophon.Jobs.Stores;
using Colophon.Jobs.Working;
using Microsoft.Extensions.Logging;

namespace Colophon.Jobs.Writing;

/// <summary>
/// The writer's work between user writes: groups of results, claims and sweeps. A group that fails is redone one job at a time,
/// so that the bad one fails alone; trouble of the store itself costs no job anything.
/// </summary>
internal sealed class Engine(EngineParts parts, IReadOnlyList<ICommitStep> steps, TimeProvider clock, ILogger logger)
    : IWriterWork,
        IDisposable
{
    private readonly GroupWriter writer = parts.Writer;
    private readonly Claims claims = parts.Claims;
    private readonly ReaderPool pool = parts.Pool;
    private readonly ResultQueue results = new();
    private readonly Sweeper sweeper = new();
    private readonly DueTimer timer = new(clock);
    private readonly IJobStore store = parts.Store;
    private List<JobResult> carried = [];
    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(10);
    private long counted;
    private volatile bool held;
    private bool stuck;
    private bool unsure;
    private volatile TaskCompletionSource? flushed;
    private Action<JobCommit>? recovery;

    /// <summary>Takes a result from a reader.</summary>
    public void Submit(JobResult result)
    {
        results.Add(result);
        store.Signal();
    }

    /// <summary>No work until <see cref="Release"/>: the steps of users' writes run already.</summary>
    public void Hold() => held = true;

    public void Release()
    {
        held = false;
        store.Signal();
    }

    /// <summary>Has the jobs of dead workers taken back, soon.</summary>
    public void Recover(Action<JobCommit> takeBack)
    {
        Volatile.Write(ref recovery, takeBack);
        store.Signal();
    }

    /// <summary>Jobs may have become claimable.</summary>
    public void Wake()
    {
        claims.Wake();
        store.Signal();
    }

    /// <summary>Ends when every result handed over so far is stored.</summary>
    public Task FlushedAsync()
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        flushed = waiter;
        store.Signal();
        return waiter.Task;
    }

    public TimeSpan Due()
    {
        if (held)
            return Timeout.InfiniteTimeSpan;
        var pause = store.TroubleState.Wait;
        if (pause > TimeSpan.Zero)
            return pause;
        if (Volatile.Read(ref recovery) is not null)
            return TimeSpan.Zero;
        if (carried.Count > 0 || claims.Wanted || sweeper.Wanted || flushed is not null || store.Trouble is not null)
            return TimeSpan.Zero;
        if (results.ClosesIn() is not { } left)
            return Timeout.InfiniteTimeSpan;
        // Nobody is left who could add to the group.
        return pool.Active == 0 ? TimeSpan.Zero : left;
    }

    public void Run(JobSession session)
    {
        var group = carried.Count > 0 ? carried : results.Take();
        carried = [];
        stuck = false;
        group.RemoveAll(r => r.Running.Lost);
        try
        {
            Commit(session, group, claim: ClaimMost);
        }
        catch (Exception e)
        {
            Mend(session, group, e);
            stuck = store.Trouble is not null;
        }
        if (!stuck)
            KeepHouse(session, results: group.Count);
        if (carried.Count == 0 && results.Count == 0 && flushed is { } waiter)
        {
            flushed = null;
            waiter.SetResult();
        }
    }

    public void BeforeCommit(JobCommit commit) => commit.RunSteps(steps);

    public void AfterCommit(JobCommit commit)
    {
        JobMetrics.Committed(commit);
        foreach (var id in commit.ToStop)
            pool.Cancel(id);
        if (commit.Queued == Queued.Some)
        {
            claims.Wake();
            store.Tell(StoreNews.Queued);
        }
        if (commit.ToStop.Count > 0)
            store.Tell(StoreNews.Cancelled);
        if (commit.Sweeping == SweepState.Started)
            sweeper.Wake();
        // A write to other tables does not tell that the trouble is over.
        if (!stuck)
            store.TroubleState.Clear();
    }

    public void Dispose() => timer.Dispose();

    private const int ClaimMost = 128;
    private const int MostContentions = 5;

    /// <summary>One transaction: the group, then claims. Applied again without the jobs an applier refuses, until none is.</summary>
    private void Commit(JobSession session, List<JobResult> group, int claim)
    {
        var refused = new HashSet<RunningJob>();
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                var answers = new List<(Ending.Checkpoint Checkpoint, CheckpointAnswer Answer)>();
                Transaction(
                    session,
                    commit =>
                    {
                        answers = writer.Write(group, refused, commit);
                        if (claim > 0)
                            claims.Claim(commit, claim);
                    },
                    commit => Settle(group, refused, commit)
                );
                foreach (var (checkpoint, answer) in answers)
                    checkpoint.Stored.SetResult(answer);
                if (group.Count > 0)
                    JobMetrics.Stored(group.Count, began);
                return;
            }
            catch (RecordRefusedException e)
            {
                refused.UnionWith(e.Jobs);
            }
        }
    }

    /// <summary>After the commit: what has ended is forgotten, what was claimed goes to the readers.</summary>
    private void Settle(List<JobResult> group, HashSet<RunningJob> refused, JobCommit commit)
    {
        foreach (var result in group)
        {
            if (result.Ending is not Ending.Checkpoint)
                pool.Forget(result.Running);
            else if (refused.Contains(result.Running))
                result.Running.Refuse();
        }
        pool.Add([.. commit.Started.Select(job => new RunningJob(job))], parts.Lengths);
        timer.WakeAt(claims.NextDue, Wake);
    }

    private void Transaction(
        JobSession session,
        Action<JobCommit> work,
        Action<JobCommit> settle,
        IReadOnlyList<ICommitStep>? stepsToRun = null
    )
    {
        using var transaction = session.Begin();
        var commit = new JobCommit(session, transaction, session.Now);
        work(commit);
        commit.RunSteps(stepsToRun ?? steps);
        session.Flush();
        transaction.Commit();
        AfterCommit(commit);
        settle(commit);
        commit.AnnounceDurable(logger);
    }

    private void KeepHouse(JobSession session, int results)
    {
        if (unsure)
            unsure = !Keep(session, commit => Recovery.ReleaseUnknown(commit, parts.ProcessId, pool));
        if (results == 0 && sweeper.Wanted)
            Keep(session, sweeper.Sweep);
        if (Interlocked.Exchange(ref recovery, null) is { } recover)
            Keep(session, recover);
        CountNowAndThen(session);
    }

    /// <summary>What the engine does of its own accord; when a step throws over it, it is done without its consequences.</summary>
    private bool Keep(JobSession session, Action<JobCommit> work)
    {
        try
        {
            Transaction(session, work, Nothing);
            return true;
        }
        catch (Exception e) when (IsTrouble(e))
        {
            // The store is in trouble and says so itself; the same is tried again when it is over.
            return false;
        }
        catch (Exception e)
        {
            logger.BadKeeping(e);
            return Guarded(() => Transaction(session, work, Nothing, stepsToRun: []));
        }
    }

    private static void Nothing(JobCommit commit) { }

    private void CountNowAndThen(JobSession session)
    {
        if (Stopwatch.GetElapsedTime(counted) < CountEvery)
            return;
        counted = Stopwatch.GetTimestamp();
        Guarded(() =>
        {
            // Begun like all else, as the connection may have been lost a moment ago.
            using var transaction = session.Begin();
            JobMetrics.Counted(session.CountWaiting());
        });
    }

    private void Mend(JobSession session, List<JobResult> group, Exception error)
    {
        claims.Wake();
        if (IsTrouble(error))
            Carry(group);
        else if (group.Count > 0)
            OneByOne(session, group);
        else
            ClaimAlone(session, error);
    }

    /// <summary>Stored when the trouble is over, unless it turns out to have been stored already.</summary>
    private void Carry(List<JobResult> group)
    {
        foreach (var result in group)
            result.MarkUnsure();
        carried = group;
    }

    private void OneByOne(JobSession session, List<JobResult> group)
    {
        for (var i = 0; i < group.Count; i++)
        {
            try
            {
                CommitAlone(session, group[i]);
            }
            catch (Exception e) when (IsTrouble(e))
            {
                Carry(group[i..]);
                return;
            }
            catch (Exception e)
            {
                logger.BadResult(e, group[i].Running.Job.Type, group[i].Running.Job.Id);
                if (!Fault(session, group[i], e))
                {
                    Carry(group[i..]);
                    return;
                }
            }
        }
    }

    /// <summary>Another node may write the same rows at the same time: on what it left the result is applied again.</summary>
    private void CommitAlone(JobSession session, JobResult result)
    {
        for (var again = MostContentions; ; again--)
        {
            try
            {
                Commit(session, [result], claim: 0);
                return;
            }
            catch (Exception e) when (again > 0 && store.IsContention(e))
            {
                logger.Contention(result.Running.Job.Type, result.Running.Job.Id, e.Message);
            }
        }
    }

    /// <summary>The job whose result cannot be stored fails alone. False when the store is in trouble.</summary>
    private bool Fault(JobSession session, JobResult result, Exception error)
    {
        if (result.Ending is Ending.Checkpoint checkpoint)
        {
            // The handler is still running: it learns of it where it waits, and its try ends like any that threw.
            checkpoint.Stored.SetException(new InvalidOperationException(error.Message, error));
            return true;
        }
        var jobError = new JobError(JobErrorCodes.Fault, error.Message);
        var failed = result with { Ending = new Ending.Threw(jobError), Effects = result.Effects.LogOnly() };
        try
        {
            Commit(session, [failed], claim: 0);
            return true;
        }
        catch (Exception e) when (IsTrouble(e))
        {
            return false;
        }
        catch (Exception e)
        {
            // Even the failure cannot be stored with its steps: without them the job at least does not hang.
            logger.BadStep(e, result.Running.Job.Type, result.Running.Job.Id);
            return Guarded(() => WithoutSteps(session, result.Running, jobError));
        }
    }

    /// <summary>A step that throws at the start of a job: the jobs are claimed one at a time, and the bad one fails.</summary>
    private void ClaimAlone(JobSession session, Exception error)
    {
        try
        {
            Commit(session, [], claim: 1);
        }
        catch (Exception e) when (IsTrouble(e))
        {
            // The store is in trouble and says so itself; the same is tried again when it is over.
        }
        catch (Exception e)
        {
            logger.BadStart(e);
            claims.Wake();
            Guarded(() => FailFirst(session, new JobError(JobErrorCodes.Fault, error.Message)));
        }
    }

    private void FailFirst(JobSession session, JobError error) =>
        Transaction(
            session,
            commit =>
            {
                claims.Claim(commit, 1);
                foreach (var job in commit.Started)
                    writer.WriteFault(new RunningJob(job), error, commit);
            },
            Nothing,
            stepsToRun: []
        );

    private void WithoutSteps(JobSession session, RunningJob running, JobError error) =>
        Transaction(
            session,
            commit => writer.WriteFault(running, error, commit),
            _ => pool.Forget(running),
            stepsToRun: []
        );

    private bool Guarded(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception e) when (IsTrouble(e))
        {
            return false;
        }
    }

    private bool IsTrouble(Exception error)
    {
        if (store.Diagnose(error) is not { } kind)
            return false;
        unsure = true;
        store.TroubleState.Set(kind);
        logger.Trouble(kind.Code, kind.Message, error);
        return true;
    }
}
