using System.Globalization;
using System.Text;
using Colophon.Testing;
using Colophon.Testing.Outside;
using Colophon.Testing.Postgres;

namespace Colophon.Bench.Measures;

/// <summary>
/// One worker against two, each pinned to a core of its own, on one PostgreSQL: first scans of books whose packages list
/// thousands of parts, so that a unit costs its reader over ten milliseconds. The scan is done again until the workers' code is
/// compiled. PostgreSQL and the node that serves run on the same cores; what they took is told beside.
/// </summary>
internal static class TwoWorkers
{
    private const int Turns = 3;
    private const int Books = 300;
    private const int WarmScansAWorker = 2;
    private const int PartsOfABook = 40_000;
    private const string Password = "bench-password";
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        PostgresCluster.Durability = Durability.Full;
        var books = Write(settings.Scratch.CreateSubdirectory("long"), cancellationToken);
        var turns = new List<(Turn One, Turn Two)>();
        while (turns.Count < Turns)
        {
            var one = await ScanAsync(settings, books, cores: [0], cancellationToken);
            var two = await ScanAsync(settings, books, cores: [0, 1], cancellationToken);
            turns.Add((one, two));
        }
        turns.Sort((a, b) => (a.One.Elapsed / a.Two.Elapsed).CompareTo(b.One.Elapsed / b.Two.Elapsed));
        var middle = turns[Turns / 2];
        return
        [
            new Figure(
                "two workers pinned to a core each / one",
                middle.One.Elapsed / middle.Two.Elapsed,
                "x",
                Goal.AtLeast(1.7),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Books} units in {middle.One.Elapsed.TotalSeconds:0.0} s and {middle.Two.Elapsed.TotalSeconds:0.0} s, {middle.One.Workers.TotalMilliseconds / Books:0.0} and {middle.Two.Workers.TotalMilliseconds / Books:0.0} ms of worker CPU a unit; PostgreSQL took {middle.Two.Database.TotalSeconds:0.0} s of CPU, {middle.Two.Database / (middle.Two.Database + middle.Two.Workers):P0} of the two's"
                )
            ),
        ];
    }

    private static string Write(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var parts = new StringBuilder();
        for (var part = 1; part <= PartsOfABook; part++)
            parts.Append(
                CultureInfo.InvariantCulture,
                $"<item id=\"part{part}\" href=\"parts/{part}.xhtml\" media-type=\"application/xhtml+xml\"/>\n"
            );
        for (var book = 1; book <= Books; book++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var made = EpubBuilder
                .Titled($"Collected letters {book}")
                .By($"Author {book % 50}")
                .Package(package => package.Replace("</manifest>", $"{parts}</manifest>", StringComparison.Ordinal));
            var home = folder.CreateSubdirectory($"Collected letters {book}");
            File.WriteAllBytes(Path.Combine(home.FullName, "letters.epub"), made.Build());
        }
        return folder.FullName;
    }

    /// <summary>Scans the library again and again as a new one; told is the last time.</summary>
    private static async Task<Turn> ScanAsync(
        BenchSettings settings,
        string library,
        IReadOnlyList<int> cores,
        CancellationToken cancellationToken
    )
    {
        var database = await PostgresCluster.CreateAsync("nodes", _ => Task.CompletedTask);
        var data = settings.Scratch.CreateSubdirectory($"data-{Guid.NewGuid():N}").FullName;
        string[] shared = ["--data", data, "--database", database];
        await using var pages = await StartAsync(settings.Server, ["serve", "--no-work", .. shared], cancellationToken);
        using var api = new ApiClient(pages.Address);
        await api.SignInAsync("admin", Password, cancellationToken);
        var watch = new ScanWatch(api, Glance);
        var workers = new List<ServerProcess>();
        try
        {
            foreach (var core in cores)
                workers.Add(
                    await StartAsync(
                        "taskset",
                        ["-c", core.ToString(CultureInfo.InvariantCulture), settings.Server, "worker", .. shared],
                        cancellationToken
                    )
                );
            var turn = new Turn(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
            for (var scan = 0; scan <= WarmScansAWorker * workers.Count; scan++)
                turn = await ScanAsync(watch, library, workers, cancellationToken);
            return turn;
        }
        finally
        {
            foreach (var worker in workers)
                await worker.DisposeAsync();
        }
    }

    private static async Task<Turn> ScanAsync(
        ScanWatch watch,
        string library,
        IReadOnlyList<ServerProcess> workers,
        CancellationToken cancellationToken
    )
    {
        var id = await watch.MakeLibraryAsync(Path.GetFileName(library), library, cancellationToken);
        var (ofWorkers, ofDatabase) = (Cpu(workers), ProcessTree.CpuOfAll("postgres"));
        var job = await watch.StartAsync(id, cancellationToken);
        var scan = await watch.UntilEndAsync(job, seen: null, cancellationToken);
        if ((string?)scan["status"] != "completed")
            throw new InvalidOperationException($"The scan did not complete: {scan.ToJsonString()}");
        var turn = new Turn(
            (DateTime)scan["completed_at"]! - (DateTime)scan["started_at"]!,
            Cpu(workers) - ofWorkers,
            ProcessTree.CpuOfAll("postgres") - ofDatabase
        );
        await watch.DeleteLibraryAsync(id, cancellationToken);
        return turn;
    }

    private static TimeSpan Cpu(IReadOnlyList<ServerProcess> workers) =>
        workers.Aggregate(TimeSpan.Zero, (sum, worker) => sum + ProcessTree.Cpu(worker.Id));

    private static Task<ServerProcess> StartAsync(
        string program,
        IReadOnlyList<string> arguments,
        CancellationToken cancellationToken
    ) =>
        ServerProcess.StartAsync(program, arguments, ServerProcess.FreeAddress(), ServerOutput.Kept, cancellationToken);

    private sealed record Turn(TimeSpan Elapsed, TimeSpan Workers, TimeSpan Database);
}
