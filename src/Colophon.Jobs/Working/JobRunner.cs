using System.Collections.Concurrent;
using Colophon.Jobs.Writing;
using Microsoft.Extensions.Logging;

namespace Colophon.Jobs.Working;

/// <summary>Runs claimed jobs, one after the other on a reader thread or beside the readers, and hands the results to the writer.</summary>
internal sealed partial class JobRunner(
    ReaderPool pool,
    IReadOnlyDictionary<string, HandlerRunner> handlers,
    IDatabase database,
    Action<JobResult> submit,
    TimeProvider clock,
    ILogger logger
)
{
    /// <summary>The store's own trouble costs no job a try; a job that meets it again and again must not run without a pause.</summary>
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<RunningJob, Task> beside = new();

    public void Loop(ReaderThread reader)
    {
        while (pool.Next() is { } running)
        {
            var began = clock.GetTimestamp();
            var effects = EffectsOf(running);
            // On this thread to the end: what continues after an await comes back to it.
            var ending = reader.Run(() => RunAsync(running, effects, running.Token));
            pool.Done(running, clock.GetElapsedTime(began));
            submit(new JobResult(running, ending, effects));
        }
    }

    /// <summary>Runs a job that waits for the network beside the readers.</summary>
    public void Start(RunningJob running)
    {
        var task = new Task<Task>(() => RunBesideAsync(running, running.Token));
        beside[running] = task.Unwrap();
        task.Start(TaskScheduler.Default);
    }

    /// <summary>Ends when no job runs beside the readers.</summary>
    public Task BesideEnded => Task.WhenAll(beside.Values);

    private async Task RunBesideAsync(RunningJob running, CancellationToken cancellationToken)
    {
        var effects = EffectsOf(running);
        var ending = await RunAsync(running, effects, cancellationToken);
        pool.Network.Free(running);
        submit(new JobResult(running, ending, effects));
        beside.TryRemove(running, out _);
    }

    private JobEffects EffectsOf(RunningJob running) =>
        new((e, cursor, token) => CheckpointAsync(running, e, cursor, token)) { Cursor = running.Job.Cursor };

    private async Task<Ending> RunAsync(RunningJob running, JobEffects effects, CancellationToken cancellationToken)
    {
        if (running.StopReason != StopReason.None)
            return AfterStop(running);
        if (!handlers.TryGetValue(running.Job.Type, out var handler))
            return new Ending.Said(JobOutcome.Dead(Unknown(running.Job.Type)));
        try
        {
            pool.Begin(running);
            var outcome = await handler.RunAsync(running.Job, effects, clock, cancellationToken);
            return running.Refused ? new Ending.Released() : new Ending.Said(outcome);
        }
        catch (OperationCanceledException) when (running.Refused || cancellationToken.IsCancellationRequested)
        {
            return AfterStop(running);
        }
        catch (Exception e) when (database.Diagnose(e) is { } trouble)
        {
            LogTroubled(logger, running.Job.Type, running.Job.Id, trouble.Message);
            return new Ending.Said(JobOutcome.Snooze(clock.GetUtcNow() + AfterTrouble));
        }
        catch (Exception e)
        {
            LogThrown(logger, e, running.Job.Type, running.Job.Id, running.Job.Attempt);
            return new Ending.Threw(new JobError(JobErrorCodes.Fault, e.Message));
        }
    }

    private static Ending AfterStop(RunningJob running) =>
        running is { Refused: false, StopReason: StopReason.Cancelled } ? new Ending.Stopped() : new Ending.Released();

    private async Task CheckpointAsync(
        RunningJob running,
        JobEffects effects,
        string cursor,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var stored = new TaskCompletionSource<CheckpointAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        submit(new JobResult(running, new Ending.Checkpoint(cursor, stored), effects));
        // Not cancellable from here on: the effects belong to the writer until it has answered.
        if (await stored.Task == CheckpointAnswer.Refused)
            throw new OperationCanceledException("The job is no longer this worker's.", running.Token);
        effects.Cursor = cursor;
        effects.Clear();
    }

    private static JobError Unknown(string type) =>
        new(JobErrorCodes.UnknownJobType, $"This version has no handler for jobs of type {type}.");

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Type} job {Id} runs again after trouble of the store: {Trouble}"
    )]
    private static partial void LogTroubled(ILogger logger, string type, long id, string trouble);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Type} job {Id}, try {Attempt}, threw")]
    private static partial void LogThrown(ILogger logger, Exception error, string type, long id, int attempt);
}
