using System.Text.Json.Nodes;
using Colophon.Testing.Outside;

namespace Colophon.Bench.Measures;

/// <summary>The server with a fresh data folder.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly string dataFolder;

    private MeasuredServer(ServerProcess process, string dataFolder)
    {
        this.dataFolder = dataFolder;
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
        var server = new MeasuredServer(process, data.FullName);
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

    /// <summary>Deletes a library with all that was stored of it, and takes its pictures out of the cache.</summary>
    public async Task DeleteLibraryAsync(long libraryId, CancellationToken cancellationToken)
    {
        await Api.DeleteAsync($"/api/libraries/{libraryId}", cancellationToken);
        while ((string?)(await DeletionAsync(cancellationToken))["status"] != "completed")
            await Task.Delay(Glance, cancellationToken);
        var cache = Path.Combine(dataFolder, "cache");
        // Moved, not deleted: making files right after many were deleted costs the file system more.
        Directory.Move(cache, $"{cache}-of-{libraryId}");
    }

    private async Task<JsonNode> DeletionAsync(CancellationToken cancellationToken) =>
        (await Api.GetAsync("/api/jobs?type=delete-library&limit=1", cancellationToken))["jobs"]![0]!;

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Process.DisposeAsync();
    }
}
