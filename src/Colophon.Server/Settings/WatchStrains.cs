using System.Data.Common;
using Colophon.Jobs;

namespace Colophon.Server.Settings;

/// <summary>Writes into the log, every few minutes, what strains the database; the system page shows the same. Only the process that leads does.</summary>
internal sealed partial class WatchStrains(IDatabase database, TimeProvider clock, ILogger<WatchStrains> log)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await LookAsync(stoppingToken);
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        if (!database.Upkeep.Leads)
            return;
        try
        {
            foreach (var strain in await database.Upkeep.StrainsAsync(cancellationToken))
                LogStrain(strain);
        }
        catch (DbException unasked)
        {
            // What is wrong with the database itself is told by the engine.
            LogUnasked(unasked);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database is strained: {Strain}")]
    private partial void LogStrain(string strain);

    [LoggerMessage(LogLevel.Debug, "The database could not be asked what strains it")]
    private partial void LogUnasked(DbException unasked);
}
