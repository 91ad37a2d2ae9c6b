using System.Data;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Colophon.Jobs.Stores.Postgres;

/// <summary>
/// What makes a worker one of many: a connection that holds its lock, listens, and beats once a second; with each beat it looks
/// for work, for cancellations and for what dead workers left, so that a notification that is lost costs a second.
/// </summary>
internal sealed partial class PostgresMembership(
    NpgsqlDataSource source,
    PostgresNodes nodes,
    WorkerCard card,
    IWorkerLink worker,
    ILogger logger
) : IAsyncDisposable
{
    private const string Topic = "colophon_jobs";
    private const int MostSecondsToSignOff = 1;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenNews = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource leaving = new();
    private readonly Channel<StoreNews> news = Channel.CreateBounded<StoreNews>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private NpgsqlConnection? connection;
    private Task beating = Task.CompletedTask;
    private Task telling = Task.CompletedTask;
    private Task reaching = Task.CompletedTask;
    private long id;
    private volatile bool leads;

    /// <summary>Registers; throws when the database cannot be reached.</summary>
    public async Task JoinAsync(CancellationToken cancellationToken)
    {
        await ConnectAsync(cancellationToken);
        await RunAsync(PostgresNodes.ForgetDead, [], cancellationToken);
        var reach = new PostgresReach(source, nodes, worker, logger);
        // Before the first claim, or jobs were taken that this worker cannot do.
        await reach.SettleAsync(card.ProcessId, cancellationToken);
        reaching = Task.Run(() => reach.KeepAsync(card.ProcessId, leaving.Token), CancellationToken.None);
        beating = Task.Run(() => BeatAsync(leaving.Token), CancellationToken.None);
        telling = Task.Run(() => TellAsync(leaving.Token), CancellationToken.None);
    }

    public string ProcessId => card.ProcessId;

    /// <summary>Whether this process alone holds the lock of the leader.</summary>
    public bool Leads => leads;

    public void Tell(StoreNews what) => news.Writer.TryWrite(what);

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await Task.WhenAll(beating, telling, reaching);
        if (connection is not null)
        {
            await SignOffAsync(CancellationToken.None);
            await connection.DisposeAsync();
        }
        leaving.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        connection = await source.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, _) => worker.Wake();
        id = await ScalarAsync(
            $"""
            insert into workers (process_id, host, version, readers, started_at, heartbeat_at)
            values ($1, $2, $3, $4, {PostgresNodes.Now}, {PostgresNodes.Now})
            on conflict (process_id) do update set heartbeat_at = excluded.heartbeat_at returning id
            """,
            [card.ProcessId, card.Host, card.Version, (long)card.Readers],
            cancellationToken
        );
        await RunAsync($"select pg_advisory_lock({WorkerLocks.Kind}, $1::int)", [id], cancellationToken);
        await RunAsync($"listen {Topic}", [], cancellationToken);
        await TakeLeadAsync(cancellationToken);
    }

    private async Task TakeLeadAsync(CancellationToken cancellationToken)
    {
        await using var command = Command($"select pg_try_advisory_lock({WorkerLocks.Leader}, 0)", []);
        leads = (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Who stops in good order is not shown among the dead.</summary>
    private async Task SignOffAsync(CancellationToken cancellationToken)
    {
        if (connection!.State is not ConnectionState.Open)
            return;
        try
        {
            await using var command = Command("delete from workers where id = $1", [id]);
            command.CommandTimeout = MostSecondsToSignOff;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (Exception e) when (e is NpgsqlException or IOException)
        {
            LogLeftBehind(logger, e);
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (connection is null)
                    await ConnectAsync(cancellationToken);
                await BeatOnceAsync(cancellationToken);
                await connection!.WaitAsync(Beat, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException)
            {
                // Without its lock the others hold this worker for dead and take its jobs: what it still stores of them is refused.
                LogLost(logger, e);
                leads = false;
                if (connection is not null)
                    await connection.DisposeAsync();
                connection = null;
                await Task.Delay(Beat, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task BeatOnceAsync(CancellationToken cancellationToken)
    {
        await RunAsync(
            $"update workers set heartbeat_at = {PostgresNodes.Now}, running = $2 where id = $1",
            [id, (long)worker.Running],
            cancellationToken
        );
        if (!leads)
            await TakeLeadAsync(cancellationToken);
        foreach (var job in await CancelledAsync(cancellationToken))
            worker.Cancel(job);
        worker.Recover();
        worker.Wake();
    }

    private async Task<List<long>> CancelledAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(
            "select id from jobs where status = 1 and process_id = $1 and cancel_requested_at is not null",
            [card.ProcessId]
        );
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var jobs = new List<long>();
        while (await rows.ReadAsync(cancellationToken))
            jobs.Add(rows.GetInt64(0));
        return jobs;
    }

    /// <summary>On a connection of its own and after the commit: a notification inside a transaction makes all others wait for it.</summary>
    private async Task TellAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in news.Reader.ReadAllAsync(cancellationToken))
            {
                try
                {
                    await using var command = source.CreateCommand($"notify {Topic}");
                    await command.ExecuteNonQueryAsync(cancellationToken);
                }
                catch (Exception e) when (e is NpgsqlException or IOException)
                {
                    LogUntold(logger, e);
                }
                await Task.Delay(BetweenNews, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The worker leaves.
        }
    }

    private async Task<long> ScalarAsync(string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, values);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task RunAsync(string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The connection that shows this worker to be alive is lost; it is opened again"
    )]
    private static partial void LogLost(ILogger logger, Exception error);

    [LoggerMessage(
        Level = LogLevel.Debug,
        Message = "Other workers could not be told of news; they find it by themselves"
    )]
    private static partial void LogUntold(ILogger logger, Exception error);

    [LoggerMessage(
        Level = LogLevel.Debug,
        Message = "The row of this worker could not be removed; the others show it as gone for a day"
    )]
    private static partial void LogLeftBehind(ILogger logger, Exception error);
}
