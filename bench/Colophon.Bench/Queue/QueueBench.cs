using System.Diagnostics;
using System.Globalization;
using Colophon.Bench.Measures;

namespace Colophon.Bench.Queue;

/// <summary>
/// Durable no-op jobs on SQLite with synchronous FULL: each moves one counter row, every second one queues a child.
/// Then the same with 600,000 jobs for memory, and the latencies with a million waiting.
/// </summary>
internal static class QueueBench
{
    private const int MustPerSecond = 8_000;
    private const int AimPerSecond = 15_000;
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

    private static async Task Throughput(
        QueueBenchOptions options,
        List<Figure> figures,
        CancellationToken cancellationToken
    )
    {
        var rates = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            await using var host = await QueueBenchHost.OpenAsync(options, cancellationToken);
            await host.EnqueueAsync(options.Jobs, cancellationToken);
            rates.Add(await host.DrainAsync(options.Jobs + (options.Jobs / 2), cancellationToken));
        }
        rates.Sort();
        var range = string.Create(CultureInfo.InvariantCulture, $"{rates[0]:N0} - {rates[^1]:N0}");
        figures.Add(
            new Figure("drained", rates[rates.Count / 2], "jobs/s", Goal.AtLeast(MustPerSecond, AimPerSecond), range)
        );
    }

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
