using System.Diagnostics;
using Colophon.Testing.Outside;

namespace Colophon.Server.Tests.Faults;

/// <summary>One scan on a shared database: a node that only serves, and workers of which some are killed and replaced.</summary>
internal sealed class ScanByWorkers(DirectoryInfo folder, string library, string database)
{
    private const int Workers = 4;
    private const string Password = "fire-and-water";
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "colophon");
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly string data = folder.CreateSubdirectory($"data-{Guid.NewGuid():N}").FullName;

    /// <summary>Runs the scan; each instant counts from the scan's start or from the kill before it.</summary>
    public async Task<ScanOutcome> RunAsync(
        IReadOnlyList<TimeSpan> kills,
        Random random,
        CancellationToken cancellationToken
    )
    {
        await using var pages = await StartAsync(["serve", "--no-work"], cancellationToken);
        using var api = new ApiClient(pages.Address);
        await api.SignInAsync("admin", Password, cancellationToken);
        var workers = new List<ServerProcess>();
        try
        {
            for (var n = 0; n < Workers; n++)
                workers.Add(await StartAsync(["worker", "--readers", "2"], cancellationToken));
            return await RunAsync(api, workers, kills, random, cancellationToken);
        }
        finally
        {
            foreach (var worker in workers)
                await worker.DisposeAsync();
        }
    }

    private async Task<ScanOutcome> RunAsync(
        ApiClient api,
        List<ServerProcess> workers,
        IReadOnlyList<TimeSpan> kills,
        Random random,
        CancellationToken cancellationToken
    )
    {
        var watch = new ScanWatch(api, Glance);
        var libraryId = await watch.MakeLibraryAsync("Books", library, cancellationToken);
        var elapsed = Stopwatch.StartNew();
        var jobId = await watch.StartAsync(libraryId, cancellationToken);
        var interrupted = 0;
        foreach (var instant in kills)
        {
            await Task.Delay(instant, TimeProvider.System, cancellationToken);
            var before = await watch.ScanOfAsync(jobId, cancellationToken);
            interrupted += before?["completed_at"] is null ? 1 : 0;
            var victim = random.Next(workers.Count);
            await workers[victim].KillAsync(cancellationToken);
            workers[victim] = await StartAsync(["worker", "--readers", "2"], cancellationToken);
        }
        var scan = await watch.UntilEndAsync(jobId, seen: null, cancellationToken);
        var duration = elapsed.Elapsed;
        return new(await CatalogState.ReadAsync(api, scan, cancellationToken), duration, interrupted);
    }

    private Task<ServerProcess> StartAsync(string[] command, CancellationToken cancellationToken) =>
        ServerProcess.StartAsync(
            Program,
            [.. command, "--data", data, "--database", database],
            ServerProcess.FreeAddress(),
            ServerOutput.Kept,
            cancellationToken
        );
}
