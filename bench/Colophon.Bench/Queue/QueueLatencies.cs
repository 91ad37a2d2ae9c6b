using System.Diagnostics;
using Colophon.Bench.Measures;
using Colophon.Jobs;

namespace Colophon.Bench.Queue;

/// <summary>What single operations cost while very many jobs wait.</summary>
internal static class QueueLatencies
{
    public static async Task MeasureAsync(
        QueueBenchOptions options,
        List<Figure> figures,
        CancellationToken cancellationToken
    )
    {
        await using var host = await QueueBenchHost.OpenAsync(options, cancellationToken);
        await host.EnqueueAsync(options.Waiting, cancellationToken);
        figures.Add(
            new Figure(
                "waiting",
                await host.NumberAsync("select count(*) from jobs where status = 0", cancellationToken),
                "jobs",
                Goal.AtLeast(options.Waiting),
                ""
            )
        );
        await Page(
            host,
            figures,
            "page of 50 by scan and status",
            "select * from jobs where scan_id = 3 and status = 0 order by id limit 50",
            cancellationToken
        );
        await Page(
            host,
            figures,
            "page of 50 of a scan, newest",
            "select * from jobs where scan_id = 3 order by id desc limit 50",
            cancellationToken
        );
        await Page(
            host,
            figures,
            "page of 50 newest, top level",
            "select * from jobs where scan_id is null order by created_at desc, id desc limit 50",
            cancellationToken
        );
        await Median(
            figures,
            "cancel one",
            5,
            50,
            n => host.Database.WriteAsync(c => c.RequestCancel(n + 1)!.Id, cancellationToken)
        );
        var started = await host.StartLatenciesAsync(200, TimeSpan.Zero, cancellationToken);
        figures.Add(
            new Figure(
                "enqueue to start of an urgent job",
                started[started.Count / 2],
                "ms",
                Goal.AtMost(20),
                $"max {started[^1]:0.0}"
            )
        );
        await Median(
            figures,
            "close a scan while others are swept",
            100,
            3,
            n => host.Database.WriteAsync(c => Close(c, n + 7), cancellationToken)
        );
    }

    private static long Close(Commit commit, int scan)
    {
        commit.CloseScan(scan, JobStatus.Cancelled, error: null);
        return scan;
    }

    private static Task Page(
        QueueBenchHost host,
        List<Figure> figures,
        string what,
        string sql,
        CancellationToken cancellationToken
    ) =>
        Median(
            figures,
            what,
            5,
            50,
            _ =>
                host.Database.ReadAsync(
                    async connection =>
                    {
                        await using var command = connection.CreateCommand();
                        command.CommandText = sql;
                        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                        long rows = 0;
                        while (await reader.ReadAsync(cancellationToken))
                            rows++;
                        return rows;
                    },
                    cancellationToken
                )
        );

    private static async Task Median(
        List<Figure> figures,
        string what,
        double most,
        int times,
        Func<int, Task<long>> work
    )
    {
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await work(i);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        took.Sort();
        figures.Add(new Figure(what, took[took.Count / 2], "ms", Goal.AtMost(most), $"max {took[^1]:0.0}"));
    }
}
