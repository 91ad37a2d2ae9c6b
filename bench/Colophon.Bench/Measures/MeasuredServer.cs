using System.Diagnostics;
using System.Text.Json.Nodes;
using Colophon.Testing.Outside;

namespace Colophon.Bench.Measures;

/// <summary>The server with a fresh data folder.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

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

    /// <summary>Makes a library, scans it and deletes it with all that was stored of it; answers what the scan took.</summary>
    public async Task<ScanCost> ScanOnceAsync(string libraryType, string folder, CancellationToken cancellationToken)
    {
        var libraryId = await Scans.MakeLibraryAsync("Bench", libraryType, folder, cancellationToken);
        var before = ProcessTree.Cpu(Process.Id);
        var elapsed = Stopwatch.StartNew();
        var scan = await ScanAsync(libraryId, cancellationToken);
        var cost = new ScanCost(ProcessTree.Cpu(Process.Id) - before, elapsed.Elapsed, (long)scan["items_found"]!);
        await DeleteLibraryAsync(libraryId, cancellationToken);
        return cost;
    }

    /// <summary>Deletes a library with all that was stored of it, and takes its pictures out of the cache.</summary>
    private async Task DeleteLibraryAsync(long libraryId, CancellationToken cancellationToken)
    {
        await Scans.DeleteLibraryAsync(libraryId, cancellationToken);
        var cache = Path.Combine(dataFolder, "cache");
        if (new DirectoryInfo(cache) is { Exists: true } kept)
        {
            kept.MoveTo($"{cache}-of-{libraryId}");
            Scratch.Empty(kept.FullName);
        }
        await SettleAsync(cancellationToken);
    }

    /// <summary>Waits until what follows a deletion (the log into the database, compiling) is over: it is not the next scan's.</summary>
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        var before = TimeSpan.MinValue;
        for (var now = ProcessTree.Cpu(Process.Id); now != before; now = ProcessTree.Cpu(Process.Id))
        {
            before = now;
            await Task.Delay(Rest, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Process.DisposeAsync();
    }
}

/// <param name="Cpu">Of the process tree.</param>
/// <param name="Items">How many it found.</param>
internal sealed record ScanCost(TimeSpan Cpu, TimeSpan Elapsed, long Items);
