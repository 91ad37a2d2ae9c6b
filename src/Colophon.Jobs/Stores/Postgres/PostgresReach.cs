using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Colophon.Jobs.Stores.Postgres;

/// <summary>
/// Which queues a worker leaves to others: those it declines and another living one does not. Each tells in its row what it
/// declines, now and then, beside its heartbeat, which must not wait for a disk that hangs.
/// </summary>
internal sealed partial class PostgresReach(
    NpgsqlDataSource source,
    PostgresNodes nodes,
    IWorkerLink worker,
    ILogger logger
)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    private readonly string ofOthers = $"""
        select w.declines from workers w
        where w.process_id <> $1 and w.readers > 0 and {nodes.Lives}
        """;

    /// <summary>Tells and asks, until the worker leaves.</summary>
    public async Task KeepAsync(string processId, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Between);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                try
                {
                    await SettleAsync(processId, cancellationToken);
                }
                catch (Exception e) when (e is NpgsqlException or IOException)
                {
                    LogUnsettled(logger, e);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The worker leaves.
        }
    }

    public async Task SettleAsync(string processId, CancellationToken cancellationToken)
    {
        var declined = await worker.DeclinedAsync(cancellationToken);
        await using (var tell = source.CreateCommand("update workers set declines = $2 where process_id = $1"))
        {
            tell.Parameters.Add(new NpgsqlParameter { Value = processId });
            tell.Parameters.Add(
                new NpgsqlParameter { Value = JsonSerializer.Serialize(declined.Order(StringComparer.Ordinal)) }
            );
            await tell.ExecuteNonQueryAsync(cancellationToken);
        }
        if (declined.Count == 0)
        {
            worker.LeaveToOthers(declined);
            return;
        }
        var others = await OthersAsync(processId, cancellationToken);
        worker.LeaveToOthers(
            declined.Where(queue => others.Exists(other => !other.Contains(queue))).ToFrozenSet(StringComparer.Ordinal)
        );
    }

    private async Task<List<HashSet<string>>> OthersAsync(string processId, CancellationToken cancellationToken)
    {
        await using var ask = source.CreateCommand(ofOthers);
        ask.Parameters.Add(new NpgsqlParameter { Value = processId });
        await using var row = await ask.ExecuteReaderAsync(cancellationToken);
        var others = new List<HashSet<string>>();
        while (await row.ReadAsync(cancellationToken))
            others.Add(JsonSerializer.Deserialize<HashSet<string>>(row.GetString(0))!);
        return others;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "What this worker cannot do is not settled with the others; it is tried again"
    )]
    private static partial void LogUnsettled(ILogger logger, Exception error);
}
