using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Colophon.Testing.Outside;

/// <summary>Where the output of a server process goes.</summary>
public enum ServerOutput
{
    /// <summary>Kept, and told when the server does not start.</summary>
    Kept,

    /// <summary>To the terminal, with everything else.</summary>
    Shown,
}

/// <summary>The real program, started as a user starts it: <c>colophon serve</c>.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private const int Stop = 19;
    private const int Continue = 18;
    private const int KeptLines = 200;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    private readonly Process process;
    private readonly Queue<string> output = new();

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>From the start of the process until it was ready.</summary>
    public TimeSpan TimeToReady { get; private set; }

    /// <summary>Starts the program and waits until it says that it is ready.</summary>
    public static Task<ServerProcess> StartAsync(
        string program,
        string dataFolder,
        Uri address,
        ServerOutput output,
        CancellationToken cancellationToken
    ) => StartAsync(program, ["serve", "--data", dataFolder], address, output, cancellationToken);

    /// <summary>The same for any verb that serves at least the probes; the address is added to the arguments.</summary>
    public static async Task<ServerProcess> StartAsync(
        string program,
        IReadOnlyList<string> arguments,
        Uri address,
        ServerOutput output,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var start = Stopwatch.StartNew();
        var info = StartInfo(program, arguments, address, output);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            info.Environment[name] = value;
        var server = new ServerProcess(Process.Start(info)!, address);
        if (output is ServerOutput.Kept)
            server.KeepOutput();
        try
        {
            await server.UntilReadyAsync(cancellationToken);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
        server.TimeToReady = start.Elapsed;
        return server;
    }

    /// <summary>An address on this machine that nobody listens on at the moment.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>kill -9: nothing of the process runs any more, nothing is flushed.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Nothing of it runs until <see cref="Thaw"/>; what it holds it keeps.</summary>
    public void Freeze() => _ = Kill(process.Id, Stop);

    public void Thaw() => _ = Kill(process.Id, Continue);

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<int> UntilExitAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>Asks it to stop, as a service manager does, and waits until it has.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            _ = Kill(process.Id, Terminate);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await process.WaitForExitAsync(patience.Token);
        }
        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(
        string program,
        IReadOnlyList<string> arguments,
        Uri address,
        ServerOutput output
    ) =>
        new(program, [.. arguments, "--urls", address.GetLeftPart(UriPartial.Authority)])
        {
            RedirectStandardOutput = output is ServerOutput.Kept,
            RedirectStandardError = output is ServerOutput.Kept,
        };

    private void KeepOutput()
    {
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (output)
        {
            output.Enqueue(line);
            if (output.Count > KeptLines)
                output.Dequeue();
        }
    }

    private async Task UntilReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var timer = new PeriodicTimer(PollInterval);
        do
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The server ended with {process.ExitCode}:\n{Output()}");
            if (await IsReadyAsync(http, cancellationToken))
                return;
        } while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready", cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The last it said, when it is kept.</summary>
    public string Output()
    {
        lock (output)
            return string.Join('\n', output);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
