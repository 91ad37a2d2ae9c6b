using System.Diagnostics;
using Colophon.Testing.Outside;

namespace Colophon.Server.Tests.Faults;

/// <summary>One scan of a library with a data folder of its own, killed at given instants and brought to its end.</summary>
internal sealed class ScanUnderFire(DirectoryInfo folder, string library)
{
    private const string Password = "fire-and-water";
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "colophon");
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly DirectoryInfo data = folder.CreateSubdirectory($"data-{Guid.NewGuid():N}");

    /// <summary>Runs the scan; each instant counts from the scan's start or from a start of the server after a kill.</summary>
    public async Task<ScanOutcome> RunAsync(IReadOnlyList<TimeSpan> kills, CancellationToken cancellationToken)
    {
        var elapsed = Stopwatch.StartNew();
        var jobId = 0L;
        var interrupted = 0;
        foreach (var instant in kills)
        {
            await using var server = await StartAsync(cancellationToken);
            using var api = await SignInAsync(server, cancellationToken);
            jobId = jobId == 0 ? await StartScanAsync(api, cancellationToken) : jobId;
            await Task.Delay(instant, TimeProvider.System, cancellationToken);
            var before = await new ScanWatch(api, Glance).ScanOfAsync(jobId, cancellationToken);
            await server.KillAsync(cancellationToken);
            interrupted += before?["completed_at"] is null ? 1 : 0;
        }
        await using var last = await StartAsync(cancellationToken);
        using var client = await SignInAsync(last, cancellationToken);
        elapsed.Restart();
        jobId = jobId == 0 ? await StartScanAsync(client, cancellationToken) : jobId;
        var scan = await new ScanWatch(client, Glance).UntilEndAsync(jobId, seen: null, cancellationToken);
        var duration = elapsed.Elapsed;
        return new(await CatalogState.ReadAsync(client, scan, cancellationToken), duration, interrupted);
    }

    private Task<ServerProcess> StartAsync(CancellationToken cancellationToken) =>
        ServerProcess.StartAsync(
            Program,
            data.FullName,
            ServerProcess.FreeAddress(),
            ServerOutput.Kept,
            cancellationToken
        );

    private static async Task<ApiClient> SignInAsync(ServerProcess server, CancellationToken cancellationToken)
    {
        var api = new ApiClient(server.Address);
        await api.SignInAsync("admin", Password, cancellationToken);
        return api;
    }

    private async Task<long> StartScanAsync(ApiClient api, CancellationToken cancellationToken)
    {
        var watch = new ScanWatch(api, Glance);
        var libraryId = await watch.MakeLibraryAsync("Books", library, cancellationToken);
        return await watch.StartAsync(libraryId, cancellationToken);
    }
}

/// <summary>What a scan left behind, how long its last stretch took, and how many of the kills met it running.</summary>
internal sealed record ScanOutcome(CatalogState State, TimeSpan Duration, int Interrupted);
