using System.Net;
using System.Net.Sockets;

namespace Colophon.Testing.Outside;

/// <summary>
/// A way to a server of this machine that can fall silent, as a network does whose cable is pulled: connections stay open, and
/// nothing comes through or is heard of them until it is released.
/// </summary>
public sealed class TcpForwarder : IAsyncDisposable
{
    private readonly CancellationTokenSource ending = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint target;
    private readonly Task accepting;
    private volatile TaskCompletionSource passage = Opened();

    public TcpForwarder(IPEndPoint target)
    {
        this.target = target;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Hold() => passage = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => passage.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await accepting;
        ending.Dispose();
    }

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync(ending.Token);
                connections.Add(ConnectAsync(near));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ConnectAsync(TcpClient near)
    {
        using var far = new TcpClient { NoDelay = true };
        using (near)
        {
            near.NoDelay = true;
            try
            {
                await passage.Task.WaitAsync(ending.Token);
                await far.ConnectAsync(target, ending.Token);
                // Either end that closes ends both, when it is heard.
                await await Task.WhenAny(PumpAsync(near, far), PumpAsync(far, near));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The connection is at its end.
            }
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, ending.Token) is > 0 and var read)
            {
                await passage.Task.WaitAsync(ending.Token);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), ending.Token);
            }
        }
        finally
        {
            await passage.Task.WaitAsync(ending.Token);
        }
    }
}
