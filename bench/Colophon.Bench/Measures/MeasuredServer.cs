using System.Text.Json.Nodes;
using Colophon.Testing.Outside;

namespace Colophon.Bench.Measures;

/// <summary>The server with a fresh data folder.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private MeasuredServer(ServerProcess process)
    {
        Process = process;
        Api = new ApiClient(process.Address);
        Scans = new ScanWatch(Api, Glance);
    }

    public ServerProcess Process { get; }

    public ApiClient Api { get; }

    public ScanWatch Scans { get; }

    public static async Task<MeasuredServer> StartAsync(BenchSettings settings, CancellationToken cancellationToken)
    {
        var data = settings.Scratch.CreateSubdirectory($"data-{Guid.NewGuid():N}");
        var process = await ServerProcess.StartAsync(
            settings.Server,
            data.FullName,
            ServerProcess.FreeAddress(),
            ServerOutput.Kept,
            cancellationToken
        );
        var server = new MeasuredServer(process);
        await server.Api.SignInAsync("admin", "bench-password", cancellationToken);
        return server;
    }

    /// <summary>Scans to the end, and insists that it completes.</summary>
    public async Task<JsonNode> ScanAsync(long libraryId, CancellationToken cancellationToken)
    {
        var job = await Scans.StartAsync(libraryId, cancellationToken);
        var scan = await Scans.UntilEndAsync(job, seen: null, cancellationToken);
        return (string?)scan["status"] == "completed"
            ? scan
            : throw new InvalidOperationException($"The scan did not complete: {scan.ToJsonString()}");
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Process.DisposeAsync();
    }
}
