using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Activity;

/// <summary>
/// Queues what tidies up at start and every day, in the one process that leads: the prune job and the scrub of the cache. Their
/// keys keep a second one out while one waits.
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

    [LoggerMessage(LogLevel.Warning, "Tidying up was skipped: the database takes no writes")]
    private partial void LogSkipped(DbException trouble);

    private static int Queue(Commit commit)
    {
        commit.Insert([Daily(JobTypes.Prune)]);
        // It looks at every file of the cache: a server that is started again and again need not do so each time.
        if (!WasQueuedToday(commit, JobTypes.ScrubCache))
            commit.Insert([Daily(JobTypes.ScrubCache)]);
        return 0;
    }

    private static JobRequest Daily(JobType type) =>
        JobRequest.For(type, JobQueues.General, new LibraryJobData(null)) with
        {
            DedupeKey = type.Name,
        };

    private static bool WasQueuedToday(Commit commit, JobType type) =>
        commit.Number(
            "select count(*) from jobs where type = @type and created_at > @since",
            type.Name,
            (commit.Now - Period / 2).ToUnixTimeMilliseconds()
        ) > 0;
}
