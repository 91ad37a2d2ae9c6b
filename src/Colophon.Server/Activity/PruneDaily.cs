using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Activity;

/// <summary>
/// Queues the prune job at start and every day, in the one process that leads; its key keeps a second one out while one waits.
/// </summary>
internal sealed partial class PruneDaily(IDatabase database, TimeProvider clock, ILogger<PruneDaily> log)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        do await QueueAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task QueueAsync(CancellationToken cancellationToken)
    {
        if (!database.Upkeep.Leads)
            return;
        try
        {
            await database.WriteAsync(Queue, cancellationToken);
        }
        catch (DbException trouble)
        {
            // A full disk is told by /health/ready; it must not end the server, and tomorrow is soon enough.
            LogSkipped(trouble);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Pruning was skipped: the database takes no writes")]
    private partial void LogSkipped(DbException trouble);

    private static long? Queue(Commit commit) =>
        commit.Insert([
            JobRequest.For(JobTypes.Prune, JobQueues.General, new LibraryJobData(null)) with
            {
                DedupeKey = JobTypes.Prune.Name,
            },
        ])[0];
}
