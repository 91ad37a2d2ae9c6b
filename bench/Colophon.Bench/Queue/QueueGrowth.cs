using System.Globalization;
using Colophon.Bench.Measures;
using Colophon.Jobs;

namespace Colophon.Bench.Queue;

/// <summary>
/// Millions of jobs through one table of PostgreSQL, in waves. A wave stands for a day: at its end what ended before it is pruned
/// and the database is kept well, as the daily job does. Told is how large the table grows with its indexes.
/// </summary>
internal static class QueueGrowth
{
    private const int Jobs = 5_000_000;
    private const int ParentsOfAWave = 100_000;
    private const int Workers = 4;

    /// <summary>From here on the table holds what it always holds: the wave that runs and the one before.</summary>
    private const int SettledAfter = 3;

    private const double Megabyte = 1024 * 1024;
    private const double MostGrown = 1.25;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        QueueBenchOptions options,
        CancellationToken cancellationToken
    )
    {
        await using var host = await QueueBenchHost.OpenAsync(
            options with
            {
                Store = SqlDialect.Postgres,
            },
            cancellationToken
        );
        for (var worker = 1; worker < Workers; worker++)
            host.Join(options.Readers);
        await host.StartAsync(cancellationToken);
        var sizes = new List<(double Table, double ClaimIndex)>();
        for (var parents = 0; host.Closed < Jobs; parents += ParentsOfAWave)
        {
            var began = TimeProvider.System.GetUtcNow();
            await host.EnqueueAsync(parents, ParentsOfAWave, cancellationToken);
            await host.UntilIdleAsync(cancellationToken);
            sizes.Add(
                (
                    await SizeAsync(host, "jobs", cancellationToken),
                    await SizeAsync(host, "jobs_claim", cancellationToken)
                )
            );
            Console.WriteLine(
                $"  {host.Closed:N0} jobs: {sizes[^1].Table:N0} MB, claim index {sizes[^1].ClaimIndex:N1} MB"
            );
            var ended = new PruneFilter(JobStatus.Completed) { EndedBefore = began };
            await host.Database.PruneAsync(ended, cancellationToken);
            await host.Database.Upkeep.RunAsync(cancellationToken);
        }
        await host.StopAsync(cancellationToken);
        return
        [
            Grown($"table of jobs with its indexes, over {host.Closed:N0} jobs", [.. sizes.Select(size => size.Table)]),
            Grown($"index of the claims, over {host.Closed:N0} jobs", [.. sizes.Select(size => size.ClaimIndex)]),
        ];
    }

    private static async Task<double> SizeAsync(
        QueueBenchHost host,
        string relation,
        CancellationToken cancellationToken
    ) => await host.NumberAsync($"select pg_total_relation_size('{relation}')", cancellationToken) / Megabyte;

    /// <summary>The largest of all against the largest of the first waves.</summary>
    private static Figure Grown(string what, List<double> sizes) =>
        new(
            what,
            sizes.Max() / sizes.Take(SettledAfter).Max(),
            "x",
            Goal.AtMost(MostGrown),
            string.Create(
                CultureInfo.InvariantCulture,
                $"largest {sizes.Max():0.0} MB; after {SettledAfter} waves {sizes.Take(SettledAfter).Max():0.0} MB, at the end {sizes[^1]:0.0} MB; what ended before a wave is pruned after it"
            )
        );
}
