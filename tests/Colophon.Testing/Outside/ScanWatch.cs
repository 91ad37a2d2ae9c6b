using System.Text.Json.Nodes;

namespace Colophon.Testing.Outside;

/// <summary>Starts scans and follows them to their end, over HTTP.</summary>
public sealed class ScanWatch(ApiClient api, TimeSpan pollInterval)
{
    private static readonly string[] Ended = ["completed", "failed", "cancelled"];

    /// <summary>Makes a book library over a folder, without scanning it; answers its id.</summary>
    public Task<long> MakeLibraryAsync(string name, string folder, CancellationToken cancellationToken) =>
        MakeLibraryAsync(name, "book", folder, cancellationToken);

    /// <summary>The same of any type.</summary>
    public async Task<long> MakeLibraryAsync(
        string name,
        string type,
        string folder,
        CancellationToken cancellationToken
    )
    {
        // Sidecars off: the folder is measured and compared, nothing may be written into it.
        var body = new
        {
            name,
            type,
            paths = new[] { folder },
            options = new { write_sidecars = false },
            scan = false,
        };
        return (long)(await api.PostAsync("/api/libraries", body, cancellationToken))["id"]!;
    }

    /// <summary>Deletes a library, and waits until all that was stored of it is gone.</summary>
    public async Task DeleteLibraryAsync(long libraryId, CancellationToken cancellationToken)
    {
        await api.DeleteAsync($"/api/libraries/{libraryId}", cancellationToken);
        using var timer = new PeriodicTimer(pollInterval);
        while ((string?)(await DeletionAsync(cancellationToken))["status"] != "completed")
            await timer.WaitForNextTickAsync(cancellationToken);
    }

    private async Task<JsonNode> DeletionAsync(CancellationToken cancellationToken) =>
        (await api.GetAsync("/api/jobs?type=delete-library&limit=1", cancellationToken))["jobs"]![0]!;

    /// <summary>Asks for a scan; answers the job's id.</summary>
    public async Task<long> StartAsync(long libraryId, CancellationToken cancellationToken)
    {
        var body = new
        {
            type = "scan",
            library_id = libraryId,
            data = new { },
        };
        return (long)(await api.PostAsync("/api/jobs", body, cancellationToken))["id"]!;
    }

    /// <summary>Looks at the scan of a job at every interval until it has ended; answers its last state.</summary>
    public Task<JsonNode> UntilEndAsync(long jobId, Action<JsonNode>? seen, CancellationToken cancellationToken) =>
        UntilAsync(
            jobId,
            scan =>
            {
                seen?.Invoke(scan);
                return Ended.Contains((string?)scan["status"]);
            },
            cancellationToken
        );

    /// <summary>The same until it is as one wants it.</summary>
    public async Task<JsonNode> UntilAsync(
        long jobId,
        Predicate<JsonNode> condition,
        CancellationToken cancellationToken
    )
    {
        using var timer = new PeriodicTimer(pollInterval);
        while (true)
        {
            if (await ScanOfAsync(jobId, cancellationToken) is { } scan && condition(scan))
                return scan;
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>The scan of a job, or null while the job waits. A job that ended without a scan is an error.</summary>
    public async Task<JsonNode?> ScanOfAsync(long jobId, CancellationToken cancellationToken)
    {
        var job = await api.GetAsync($"/api/jobs/{jobId}", cancellationToken);
        if (job["scan_ids"]?.AsArray() is [{ } scanId, ..])
            return await api.GetAsync($"/api/scans/{(long)scanId}", cancellationToken);
        return Ended.Contains((string?)job["status"])
            ? throw new InvalidOperationException($"The scan job ended without a scan: {job.ToJsonString()}")
            : null;
    }
}
