using System.Text;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Colophon.Jobs.Stores.Postgres;

/// <summary>Messages by <c>notify</c>: each in a short statement of its own, never inside a transaction that others wait for.</summary>
internal sealed partial class PostgresMessages(NpgsqlDataSource source, ILogger logger) : INodeMessages
{
    private const string Topic = "colophon_nodes";
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    public async Task SendAsync(string message, CancellationToken cancellationToken)
    {
        if (Encoding.UTF8.GetByteCount(message) > INodeMessages.MostBytes)
            throw new ArgumentException($"A message has at most {INodeMessages.MostBytes} bytes.", nameof(message));
        await using var command = source.CreateCommand($"select pg_notify('{Topic}', $1)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = message });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task ListenAsync(Action<string> received, Action reconnected, CancellationToken cancellationToken)
    {
        for (var first = true; !cancellationToken.IsCancellationRequested; first = false)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                connection.Notification += (_, notification) => received(notification.Payload);
                await using (var listen = new NpgsqlCommand($"listen {Topic}", connection))
                    await listen.ExecuteNonQueryAsync(cancellationToken);
                if (!first)
                    reconnected();
                while (true)
                    await connection.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException)
            {
                LogDeaf(logger, e);
                await Task.Delay(BetweenTries, cancellationToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "What other nodes tell is not heard until the database answers again"
    )]
    private static partial void LogDeaf(ILogger logger, Exception error);
}
