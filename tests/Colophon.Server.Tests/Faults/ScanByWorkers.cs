using System.Diagnostics;
using System.Globalization;
using Colophon.Testing.Outside;
using Colophon.Testing.Postgres;
using Npgsql;

namespace Colophon.Server.Tests.Faults;

/// <summary>What goes wrong while a scan runs; true when it met the scan in the midst of its work.</summary>
internal delegate Task<bool> Disturbance(CancellationToken cancellationToken);

/// <summary>One scan on a shared database by a node that only serves and four workers, which a test may disturb.</summary>
internal sealed class ScanByWorkers(DirectoryInfo folder, string library, string database)
{
    public const int Workers = 4;
    private const string Password = "fire-and-water";
    private const int Unavailable = 503;

    /// <summary>How long a worker may be silent: long enough for one that waits for a processor.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "colophon");
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly Dictionary<string, string> ShortLease = new(StringComparer.Ordinal)
    {
        ["COLOPHON_LEASE"] = Lease.TotalSeconds.ToString(CultureInfo.InvariantCulture),
    };

    private readonly string data = folder.CreateSubdirectory($"data-{Guid.NewGuid():N}").FullName;
    private readonly ServerProcess?[] workers = new ServerProcess?[Workers];
    private ScanWatch? watch;
    private long jobId;

    public string Database => database;

    /// <summary>The address by which the first worker reaches the database, if not the same as the others.</summary>
    public string? Detour { get; set; }

    /// <summary>Runs the scan to its end, past whatever goes wrong from its start on.</summary>
    public async Task<ScanOutcome> RunAsync(Disturbance disturbance, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        await using var pages = await StartAsync(["serve", "--no-work"], database, patience.Token);
        using var api = new ApiClient(pages.Address);
        await api.SignInAsync("admin", Password, patience.Token);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Workers).Select(n => StartWorkerAsync(n, patience.Token)));
            return await ScanAsync(api, disturbance, patience.Token);
        }
        catch (HttpRequestException gone)
        {
            throw new InvalidOperationException($"The node that serves is gone. It said:\n{pages.Output()}", gone);
        }
        finally
        {
            await StopWorkersAsync();
        }
    }

    public ServerProcess Worker(int n) => workers[n]!;

    public Task<bool> IsRunningAsync(CancellationToken cancellationToken) =>
        PatientlyAsync(
            async () => (await watch!.ScanOfAsync(jobId, cancellationToken))?["completed_at"] is null,
            cancellationToken
        );

    /// <summary>Kills a worker with signal 9 and starts another in its place.</summary>
    public async Task ReplaceAsync(int n, CancellationToken cancellationToken)
    {
        await Worker(n).KillAsync(cancellationToken);
        await StartWorkerAsync(n, cancellationToken);
    }

    /// <summary>How many jobs a worker owns, as the database knows it.</summary>
    public Task<long> OwnedAsync(int n, CancellationToken cancellationToken) =>
        NumberAsync($"select count(*) from jobs where status = 1 and {IsOf([Worker(n).Id])}", cancellationToken);

    /// <summary>Waits until the others have taken the jobs of a worker.</summary>
    public Task UntilOwnsNothingAsync(int n, CancellationToken cancellationToken) =>
        UntilAsync(async () => await OwnedAsync(n, cancellationToken) == 0, cancellationToken);

    private async Task<ScanOutcome> ScanAsync(
        ApiClient api,
        Disturbance disturbance,
        CancellationToken cancellationToken
    )
    {
        watch = new ScanWatch(api, Glance);
        var libraryId = await watch.MakeLibraryAsync("Books", library, cancellationToken);
        var elapsed = Stopwatch.StartNew();
        jobId = await watch.StartAsync(libraryId, cancellationToken);
        var met = await disturbance(cancellationToken);
        var scan = await PatientlyAsync(
            () => watch.UntilEndAsync(jobId, seen: null, cancellationToken),
            cancellationToken
        );
        var duration = elapsed.Elapsed;
        await UntilIdleAsync(cancellationToken);
        await StopWorkersAsync();
        return new(await CatalogState.ReadAsync(api, scan, cancellationToken), duration, met ? 1 : 0);
    }

    /// <summary>What a worker still wanted to store comes after the scan's end: it must have been tried before anybody looks.</summary>
    private async Task UntilIdleAsync(CancellationToken cancellationToken)
    {
        const string now = "(extract(epoch from clock_timestamp()) * 1000)::bigint";
        var ended = await NumberAsync($"select {now}", cancellationToken);
        var idle =
            $"select count(*) from workers where running = 0 and heartbeat_at > {ended} and {IsOf(workers.Select(w => w!.Id))}";
        await UntilAsync(async () => await NumberAsync(idle, cancellationToken) == Workers, cancellationToken);
    }

    /// <summary>A node says so while its database is away, and goes on by itself.</summary>
    private static async Task<T> PatientlyAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Glance);
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (ApiRefusedException refused) when (refused.Status == Unavailable)
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Glance);
        while (!await condition())
            await timer.WaitForNextTickAsync(cancellationToken);
    }

    /// <summary>The id of a worker is made of its machine, its process and a chance number.</summary>
    private static string IsOf(IEnumerable<int> processes) =>
        $"split_part(process_id, ':', 2) in ({string.Join(", ", processes.Select(id => $"'{id}'"))})";

    private async Task<long> NumberAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(PostgresCluster.ConnectionString(database));
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task StartWorkerAsync(int n, CancellationToken cancellationToken) =>
        workers[n] = await StartAsync(
            ["worker", "--readers", "2"],
            (n == 0 ? Detour : null) ?? database,
            cancellationToken
        );

    private async Task StopWorkersAsync()
    {
        foreach (var worker in workers)
            if (worker is not null)
                await worker.DisposeAsync();
        Array.Clear(workers);
    }

    private Task<ServerProcess> StartAsync(string[] command, string address, CancellationToken cancellationToken) =>
        ServerProcess.StartAsync(
            Program,
            [.. command, "--data", data, "--database", address],
            ServerProcess.FreeAddress(),
            ServerOutput.Kept,
            cancellationToken,
            ShortLease
        );
}
