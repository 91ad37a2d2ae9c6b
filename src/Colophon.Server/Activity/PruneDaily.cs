using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Activity;

/// <summary>Queues the prune job at start and every day; its key keeps a second one out while one waits.</summary>
internal sealed class PruneDaily(IDatabase database, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        do await database.WriteAsync(Queue, stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static long? Queue(Commit commit) =>
        commit.Insert([
            JobRequest.For(JobTypes.Prune, JobQueues.General, new LibraryJobData(null)) with
            {
                DedupeKey = JobTypes.Prune.Name,
            },
        ])[0];
}
