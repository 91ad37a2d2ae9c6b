using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Colophon.Server.Tests.Platform.Live;

/// <summary>Lets the real SignalR client talk through a web socket without negotiation, as a browser may.</summary>
internal sealed class SocketConnectionFactory(IReadOnlyDictionary<string, string> headers) : IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(
        EndPoint endpoint,
        CancellationToken cancellationToken = default
    )
    {
        var socket = new ClientWebSocket();
        foreach (var (name, value) in headers)
            socket.Options.SetRequestHeader(name, value);
        await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
        return new SocketConnection(socket);
    }

    private sealed class SocketConnection : ConnectionContext
    {
        private readonly ClientWebSocket socket;
        private readonly CancellationTokenSource closed = new();
        private readonly Pipe incoming = new();
        private readonly Pipe outgoing = new();
        private readonly Task receiving;
        private readonly Task sending;

        public SocketConnection(ClientWebSocket socket)
        {
            this.socket = socket;
            Transport = new Duplex(incoming.Reader, outgoing.Writer);
            receiving = ReceiveAsync();
            sending = SendAsync();
        }

        public override string ConnectionId { get; set; } = Guid.NewGuid().ToString();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

        public override IDuplexPipe Transport { get; set; }

        public override async ValueTask DisposeAsync()
        {
            await outgoing.Writer.CompleteAsync();
            await sending;
            await closed.CancelAsync();
            await receiving;
            socket.Dispose();
            closed.Dispose();
        }

        private async Task ReceiveAsync()
        {
            try
            {
                while (true)
                {
                    var got = await socket.ReceiveAsync(incoming.Writer.GetMemory(4096), closed.Token);
                    if (got.MessageType == WebSocketMessageType.Close)
                        break;
                    incoming.Writer.Advance(got.Count);
                    await incoming.Writer.FlushAsync(closed.Token);
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
            {
                // Either side has gone; the reader is told by the end of the pipe.
            }
            await incoming.Writer.CompleteAsync();
        }

        private async Task SendAsync()
        {
            while (true)
            {
                var read = await outgoing.Reader.ReadAsync(closed.Token);
                if (!read.Buffer.IsEmpty && socket.State == WebSocketState.Open)
                    await socket.SendAsync(
                        read.Buffer.ToArray(),
                        WebSocketMessageType.Text,
                        endOfMessage: true,
                        closed.Token
                    );
                outgoing.Reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    return;
            }
        }
    }

    private sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
