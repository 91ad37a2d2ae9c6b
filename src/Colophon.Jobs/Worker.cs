using System.Collections.Frozen;
using Colophon.Jobs.Stores;
using Colophon.Jobs.Working;
using Colophon.Jobs.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Colophon.Jobs;

/// <summary>
/// Claims jobs, runs their handlers on threads of its own and hands the results to the one writer. Started and stopped by the host.
/// </summary>
public sealed class Worker : IHostedService, IWorkerLink, IDisposable
{
    private readonly IJobStore store;
    private readonly QueueGates gates;
    private readonly IQueueReach? reach;
    private readonly ReaderPool pool;
    private readonly Claims claims;
    private readonly Engine engine;
    private readonly JobRunner runner;
    private readonly TimeSpan stopWithin;
    private readonly WorkerCard card;
    private Task readers = Task.CompletedTask;

    /// <summary>Made by the container: see <see cref="JobsRegistration.AddJobs"/>.</summary>
    public Worker(IServiceProvider services)
    {
        var options = services.GetRequiredService<JobsOptions>();
        var clock = services.GetRequiredService<TimeProvider>();
        var logger = services.GetRequiredService<ILogger<Worker>>();
        var handlers = services.GetServices<HandlerRunner>().ToDictionary(h => h.Type.Name, StringComparer.Ordinal);
        store = (IJobStore)services.GetRequiredService<IDatabase>();
        gates = services.GetRequiredService<QueueGates>();
        reach = services.GetService<IQueueReach>();
        stopWithin = options.StopWithin;
        card = new WorkerCard(ProcessId, Environment.MachineName, options.Version, options.ReaderCount);
        pool = new ReaderPool(options.ReaderCount, store.StartMarks);
        claims = new Claims(pool, gates, ProcessId);
        var types = handlers.Values.ToDictionary(h => h.Type.Name, h => h.Type, StringComparer.Ordinal);
        var writer = new GroupWriter(
            new Appliers(services.GetServices<RecordBatch>()),
            new Backoff(types, options.Random)
        );
        var lengths = types.Values.ToDictionary(t => t.Name, t => t.Length, StringComparer.Ordinal);
        var parts = new EngineParts(store, writer, claims, pool, lengths, ProcessId);
        engine = new Engine(parts, [.. services.GetServices<ICommitStep>()], clock, logger);
        runner = new JobRunner(pool, handlers, store, engine.Submit, clock, logger);
        pool.Network.Start = runner.Start;
    }

    /// <summary>What stands in <c>process_id</c> of the jobs this worker owns; another one each start.</summary>
    public string ProcessId { get; } = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}"[..^24];

    /// <summary>Takes back what the last process left, then begins to claim.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        gates.Opened += WakeEngine;
        // Before the first claim: under the lock of the database nobody else can own a job.
        engine.Hold();
        store.Attach(engine);
        await store.WriteAsync(commit => TakeBack((JobCommit)commit), cancellationToken);
        await store.JoinAsync(card, this, cancellationToken);
        readers = Task.WhenAll(
            Enumerable.Range(1, pool.Readers).Select(n => ReaderThread.Start($"reader {n}", runner.Loop))
        );
        engine.Release();
    }

    /// <summary>Lets handlers end, gives the jobs of those that do not back with their attempt, and stores what is done.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        gates.Opened -= WakeEngine;
        claims.Stop();
        pool.Close();
        var patience = Task.Delay(stopWithin, cancellationToken);
        await Task.WhenAny(Task.WhenAll(readers, runner.BesideEnded), patience);
        await Task.WhenAny(engine.FlushedAsync(), patience);
        var left = pool.Abandon();
        if (left.Count > 0 && store.Trouble is null)
            await store.WriteAsync(commit => GiveBack((JobCommit)commit, left), CancellationToken.None);
        await store.LeaveAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public void Dispose() => engine.Dispose();

    int IWorkerLink.Running => pool.Running;

    async Task<IReadOnlySet<string>> IWorkerLink.DeclinedAsync(CancellationToken cancellationToken) =>
        reach is null ? FrozenSet<string>.Empty : await reach.DeclinedAsync(cancellationToken);

    void IWorkerLink.LeaveToOthers(IReadOnlySet<string> queues) => gates.LeaveToOthers(queues);

    void IWorkerLink.Wake() => engine.Wake();

    void IWorkerLink.Cancel(long jobId) => pool.Cancel(jobId);

    void IWorkerLink.Recover() => engine.Recover(commit => TakeBack(commit));

    private int TakeBack(JobCommit commit) => Recovery.Run(commit, ProcessId, store.StartMarks);

    private void WakeEngine(object? sender, EventArgs e) => engine.Wake();

    private static int GiveBack(JobCommit commit, IReadOnlyList<RunningJob> jobs)
    {
        foreach (var job in jobs)
            GroupWriter.Release(job, commit);
        return jobs.Count;
    }
}
