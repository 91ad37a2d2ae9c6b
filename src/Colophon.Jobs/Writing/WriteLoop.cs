using Colophon.Jobs.Stores;
using Microsoft.Extensions.Logging;

namespace Colophon.Jobs.Writing;

/// <summary>The thread that owns the writing connection. A user's write goes before everything else.</summary>
internal sealed partial class WriteLoop
{
    private const int MostTries = 3;

    private static readonly TimeSpan IdleBeforeTidy = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly Queue<Action> users = new();
    private readonly AutoResetEvent signal = new(false);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly JobSession session;
    private readonly IJobStore store;
    private readonly ILogger logger;
    private volatile IWriterWork? work;
    private volatile bool stopped;
    private bool dirty;

    public WriteLoop(JobSession session, IJobStore store, ILogger logger)
    {
        (this.session, this.store, this.logger) = (session, store, logger);
        new Thread(Loop) { Name = "database writer", IsBackground = true }.Start();
    }

    public void Attach(IWriterWork newWork)
    {
        work = newWork;
        signal.Set();
    }

    public void Signal() => signal.Set();

    public Task<T> WriteAsync<T>(Func<Commit, T> change, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopped, this);
            users.Enqueue(() => Write(change, done, cancellationToken));
        }
        signal.Set();
        return done.Task;
    }

    /// <summary>Ends the thread after the writes that wait.</summary>
    public Task StopAsync()
    {
        lock (gate)
            stopped = true;
        signal.Set();
        return ended.Task;
    }

    private void Loop()
    {
        while (true)
        {
            if (NextUser() is { } user)
            {
                user();
                dirty = true;
                continue;
            }
            if (stopped)
                break;
            var due = work?.Due() ?? Timeout.InfiniteTimeSpan;
            if (due == TimeSpan.Zero)
            {
                work!.Run(session);
                dirty = true;
            }
            else
            {
                Sleep(due);
            }
        }
        session.Dispose();
        ended.SetResult();
    }

    private Action? NextUser()
    {
        lock (gate)
            return users.TryDequeue(out var user) ? user : null;
    }

    private void Sleep(TimeSpan due)
    {
        var idle = dirty && (due == Timeout.InfiniteTimeSpan || due > IdleBeforeTidy);
        if (signal.WaitOne(idle ? IdleBeforeTidy : due) || !idle)
            return;
        dirty = false;
        try
        {
            session.Tidy();
        }
        catch (Exception e) when (store.Diagnose(e) is not null)
        {
            LogUntidy(logger, e);
        }
    }

    private void Write<T>(Func<Commit, T> change, TaskCompletionSource<T> done, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            done.SetCanceled(cancellationToken);
            return;
        }
        for (var again = MostTries - 1; ; again--)
        {
            try
            {
                done.SetResult(Write(change));
                return;
            }
            catch (Exception e) when (again > 0 && store.IsContention(e))
            {
                // Another node wrote the same rows first: on what it left the change is made again.
            }
            catch (Exception e)
            {
                if (store.Diagnose(e) is { } trouble)
                    store.TroubleState.Set(trouble);
                done.SetException(e);
                return;
            }
        }
    }

    private T Write<T>(Func<Commit, T> change)
    {
        using var transaction = session.Begin();
        var commit = new JobCommit(session, transaction, session.Now);
        var answer = change(commit);
        work?.BeforeCommit(commit);
        session.Flush();
        transaction.Commit();
        work?.AfterCommit(commit);
        commit.AnnounceDurable(logger);
        return answer;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not be tidied up")]
    private static partial void LogUntidy(ILogger logger, Exception error);
}
