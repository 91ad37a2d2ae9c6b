using System.Diagnostics;
using System.Globalization;
using Colophon.Bench.Measures;
using Colophon.Jobs;

namespace Colophon.Bench.Queue;

/// <summary>
/// Durable no-op jobs on SQLite with synchronous FULL: each moves one counter row, every second one queues a child.
/// Then the same with 600,000 jobs for memory, and the latencies with a million waiting.
/// </summary>
internal static class QueueBench
{
    private const int MustPerSecond = 8_000;
    private const int AimPerSecond = 15_000;
    private const int SharedMustPerSecond = 3_000;
    private const int SharedAimPerSecond = 8_000;
    private const double MustMegabytes = 50;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        QueueBenchOptions options,
        CancellationToken cancellationToken
    )
    {
        var figures = new List<Figure>();
        if (options.Rounds > 0)
            await Throughput(options, figures, cancellationToken);
        if (options.MemoryJobs > 0)
            await Memory(options, figures, cancellationToken);
        if (options.Waiting > 0)
            await QueueLatencies.MeasureAsync(options, figures, cancellationToken);
        return figures;
    }

    /// <summary>The same on PostgreSQL, whose disk is waited for: one worker, four of them, and how soon another node begins.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureSharedAsync(
        QueueBenchOptions options,
        CancellationToken cancellationToken
    )
    {
        var shared = options with { Store = SqlDialect.Postgres };
        var one = await RatesAsync(shared, workers: 1, cancellationToken);
        var four = await RatesAsync(shared, workers: 4, cancellationToken);
        await using var host = await QueueBenchHost.OpenAsync(shared with { Readers = 0 }, cancellationToken);
        host.Join(readers: null);
        var latencies = await host.StartLatenciesAsync(50, TimeSpan.FromMilliseconds(200), cancellationToken);
        return
        [
            Drained("drained by one worker", one, Goal.AtLeast(SharedMustPerSecond, SharedAimPerSecond)),
            Drained("drained by four workers", four, Goal.AtLeast(one[one.Count / 2])),
            new Figure(
                "from one node's enqueue to the end of the job on another, idle",
                latencies[latencies.Count / 2],
                "ms",
                Goal.AtMost(50),
                string.Create(CultureInfo.InvariantCulture, $"max {latencies[^1]:0.0}")
            ),
        ];
    }

    private static async Task Throughput(
        QueueBenchOptions options,
        List<Figure> figures,
        CancellationToken cancellationToken
    ) =>
        figures.Add(
            Drained(
                "drained",
                await RatesAsync(options, workers: 1, cancellationToken),
                Goal.AtLeast(MustPerSecond, AimPerSecond)
            )
        );

    /// <summary>Jobs a second of each round, in order of size.</summary>
    private static async Task<List<double>> RatesAsync(
        QueueBenchOptions options,
        int workers,
        CancellationToken cancellationToken
    )
    {
        var rates = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            await using var host = await QueueBenchHost.OpenAsync(options, cancellationToken);
            for (var worker = 1; worker < workers; worker++)
                host.Join(options.Readers);
            await host.EnqueueAsync(options.Jobs, cancellationToken);
            rates.Add(await host.DrainAsync(options.Jobs + (options.Jobs / 2), cancellationToken));
        }
        rates.Sort();
        return rates;
    }

    private static Figure Drained(string what, List<double> rates, Goal goal) =>
        new(
            what,
            rates[rates.Count / 2],
            "jobs/s",
            goal,
            string.Create(CultureInfo.InvariantCulture, $"{rates[0]:N0} - {rates[^1]:N0}")
        );

    /// <summary>Memory after a tenth of the jobs against memory at the end: what grows with the jobs would show.</summary>
    private static async Task Memory(
        QueueBenchOptions options,
        List<Figure> figures,
        CancellationToken cancellationToken
    )
    {
        await using var host = await QueueBenchHost.OpenAsync(options, cancellationToken);
        var parents = options.MemoryJobs / 3 * 2;
        await host.EnqueueAsync(parents, cancellationToken);
        var samples = new List<double>();
        var rate = await host.DrainAsync(
            parents + (parents / 2),
            cancellationToken,
            () => samples.Add(Process.GetCurrentProcess().WorkingSet64 / 1048576.0)
        );
        var early = samples[..(samples.Count / 5)].Max();
        var late = samples[^(samples.Count / 5)..].Max();
        figures.Add(
            new Figure(
                $"drained of {options.MemoryJobs:N0}",
                rate,
                "jobs/s",
                Goal.AtLeast(MustPerSecond, AimPerSecond),
                ""
            )
        );
        figures.Add(
            new Figure("memory grown", late - early, "MB", Goal.AtMost(MustMegabytes), $"{early:N0} -> {late:N0} MB")
        );
    }
}
