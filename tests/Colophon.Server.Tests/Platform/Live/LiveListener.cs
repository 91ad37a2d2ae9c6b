using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Colophon.Server.Tests.Platform.Live;

/// <summary>A browser's ear: connects to the hub and keeps what it is told, in order.</summary>
internal sealed class LiveListener : IAsyncDisposable
{
    private static readonly string[] Names =
    [
        "scan:progress",
        "scan:phase",
        "scan:completed",
        "library:ready",
        "job:changed",
        "job:log",
        "item:changed",
        "library:changed",
    ];

    private readonly HubConnection hub;
    private readonly Channel<Heard> heard = Channel.CreateUnbounded<Heard>();
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LiveListener(HubConnection hub)
    {
        this.hub = hub;
        hub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        foreach (var name in Names)
            hub.On<JsonElement>(name, payload => heard.Writer.TryWrite(new Heard(name, payload)));
    }

    /// <summary>Ends when the server has closed the connection.</summary>
    public Task Closed => closed.Task;

    public static async Task<LiveListener> ConnectAsync(
        Uri server,
        IReadOnlyDictionary<string, string> headers,
        CancellationToken cancellationToken
    )
    {
        var address = new UriBuilder(server) { Scheme = "ws", Path = "/api/live" }.Uri;
        var connection = new HubConnection(
            new SocketConnectionFactory(headers),
            new JsonHubProtocol(),
            new UriEndPoint(address),
            new ServiceCollection().BuildServiceProvider(),
            NullLoggerFactory.Instance
        );
        var listener = new LiveListener(connection);
        await connection.StartAsync(cancellationToken);
        await listener.UntilTakenInAsync(cancellationToken);
        return listener;
    }

    /// <summary>The server shakes hands before it takes a connection in, but answers, with whatever it may be, only after.</summary>
    private async Task UntilTakenInAsync(CancellationToken cancellationToken)
    {
        try
        {
            await UnwatchAsync(0, cancellationToken);
        }
        catch (HubException)
        {
            // A user who may not watch jobs is answered too.
        }
    }

    public Task WatchAsync(long jobId, CancellationToken cancellationToken) =>
        hub.InvokeAsync("WatchJob", jobId, cancellationToken);

    public Task UnwatchAsync(long jobId, CancellationToken cancellationToken) =>
        hub.InvokeAsync("UnwatchJob", jobId, cancellationToken);

    /// <summary>The next event that fits; those before it are dropped.</summary>
    public async Task<Heard> NextAsync(Func<Heard, bool> fits, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = await heard.Reader.ReadAsync(cancellationToken);
            if (fits(next))
                return next;
        }
    }

    public Task<Heard> NextAsync(string name, CancellationToken cancellationToken) =>
        NextAsync(next => next.Name == name, cancellationToken);

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}

/// <summary>An event as the client method got it.</summary>
internal sealed record Heard(string Name, JsonElement Payload)
{
    public long Seq => Payload.GetProperty("seq").GetInt64();
}
