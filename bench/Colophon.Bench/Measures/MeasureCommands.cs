using System.CommandLine;
using Colophon.Bench.Queue;

namespace Colophon.Bench.Measures;

/// <summary>A verb for each thing that is measured, and <c>all</c>.</summary>
internal static class MeasureCommands
{
    private const string SharedQueue = "shared-queue";
    private const string Workers = "workers";

    private static readonly Option<string> Server = new("--server")
    {
        Description = "The published server",
        DefaultValueFactory = _ => "out/colophon",
    };

    private static readonly Option<string> Folder = new("--folder")
    {
        Description = "Where made libraries and data go",
        DefaultValueFactory = _ => ".bench",
    };

    private static readonly Option<string?> Library = new("--library")
    {
        Description = "A library with manifest.json to measure instead of a made one",
    };

    private static readonly Option<string?> Record = new("--record")
    {
        Description = "Write the table to this file too",
    };

    private static readonly Measure[] Measures =
    [
        new("scan", "A first scan against the bare loop.", FirstScan.MeasureAsync),
        new("small-movies", "A first scan of a few small movies.", SmallMovies.MeasureAsync),
        new("rescan", "Memory of a scan of many folders; unchanged rescans against find.", Rescan.MeasureAsync),
        new(
            "idle",
            "Memory at rest and time to ready.",
            (settings, token) => Idle.MeasureAsync(settings, TimeProvider.System, token)
        ),
        new("lists", "Pages and searches of 100,000 books; the start on them.", Lists.MeasureAsync),
        new("queue", "The job queue: throughput, memory, latencies.", MeasureQueueAsync),
        new(SharedQueue, "The job queue on PostgreSQL.", MeasureSharedQueueAsync),
        new(Workers, "Two workers on PostgreSQL against one.", MeasureWorkersAsync),
        new("resync", "A resync of one book.", Resync.MeasureAsync),
        new(
            "audiobooks",
            "One long audiobook.",
            (settings, token) => Task.FromResult(LongAudiobook.Measure(settings, token))
        ),
        new("accuracy", "The catalog against the library's manifest.", Accuracy.MeasureAsync),
    ];

    private static readonly Measure Growth = new(
        "queue-growth",
        "How large the table of jobs grows on PostgreSQL, over millions of them.",
        MeasureGrowthAsync
    );

    private static readonly Measure Enriching = new(
        "enrich",
        "Films enriched from a provider on loopback, with and without a limit.",
        Enrichment.MeasureAsync
    );

    public static IEnumerable<Command> Create()
    {
        foreach (var measure in Measures)
            yield return Create(measure.Name, measure.Description, [measure]);
        yield return Create(Enriching.Name, Enriching.Description, [Enriching]);
        yield return Create(Growth.Name, Growth.Description, [Growth]);
        yield return Create(
            "postgres",
            "What is measured on PostgreSQL.",
            [.. Measures.Where(measure => measure.Name is SharedQueue or Workers), Growth]
        );
        yield return Create("all", "Everything but what takes a quarter of an hour by itself, as one table.", Measures);
        yield return CreateLimit();
    }

    private static Command Create(string name, string description, IReadOnlyList<Measure> measures)
    {
        var command = new Command(name, description) { Server, Folder, Library, Record };
        command.SetAction(
            (parsed, cancellationToken) =>
                InScratchAsync(
                    parsed,
                    async settings =>
                    {
                        var figures = new List<Figure>();
                        foreach (var measure in measures)
                        {
                            Console.WriteLine($"{measure.Name}: {measure.Description}");
                            figures.AddRange(await measure.RunAsync(settings, cancellationToken));
                        }
                        await TellAsync(name, figures, parsed.GetValue(Record), cancellationToken);
                        return figures.Exists(figure => figure.Verdict is Verdict.Missed) ? 1 : 0;
                    }
                )
        );
        return command;
    }

    private static Command CreateLimit()
    {
        var command = new Command("limit", "The bare loops alone, the second of two runs of each.")
        {
            Server,
            Folder,
            Library,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                InScratchAsync(
                    parsed,
                    async settings =>
                    {
                        var library = await FirstScan.LibraryAsync(settings, cancellationToken);
                        foreach (var line in FirstScan.RunLimits(settings, library, cancellationToken))
                            Console.WriteLine(line);
                        return 0;
                    }
                )
        );
        return command;
    }

    private static async Task<IReadOnlyList<Figure>> MeasureQueueAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        var options = new QueueBenchOptions { Folder = settings.Scratch.FullName };
        return Named("queue: ", await QueueBench.MeasureAsync(options, cancellationToken));
    }

    private static async Task<IReadOnlyList<Figure>> MeasureSharedQueueAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        var options = new QueueBenchOptions { Folder = settings.Scratch.FullName };
        return Named("PostgreSQL: ", await QueueBench.MeasureSharedAsync(options, cancellationToken));
    }

    private static async Task<IReadOnlyList<Figure>> MeasureGrowthAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        var options = new QueueBenchOptions { Folder = settings.Scratch.FullName };
        return Named("PostgreSQL: ", await QueueGrowth.MeasureAsync(options, cancellationToken));
    }

    private static async Task<IReadOnlyList<Figure>> MeasureWorkersAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    ) => Named("PostgreSQL: ", await TwoWorkers.MeasureAsync(settings, cancellationToken));

    private static IReadOnlyList<Figure> Named(string prefix, IReadOnlyList<Figure> figures) =>
        [.. figures.Select(figure => figure with { What = prefix + figure.What })];

    private static async Task<int> InScratchAsync(ParseResult parsed, Func<BenchSettings, Task<int>> work)
    {
        var folder = Directory.CreateDirectory(parsed.GetRequiredValue(Folder));
        var library = parsed.GetValue(Library);
        var settings = new BenchSettings(
            Path.GetFullPath(parsed.GetRequiredValue(Server)),
            folder.FullName,
            folder.CreateSubdirectory($"run-{Guid.NewGuid():N}"),
            library is null ? null : Path.GetFullPath(library)
        );
        try
        {
            return await work(settings);
        }
        finally
        {
            settings.Scratch.Delete(recursive: true);
        }
    }

    private static async Task TellAsync(
        string name,
        IReadOnlyList<Figure> figures,
        string? file,
        CancellationToken cancellationToken
    )
    {
        var table = FigureTable.Render(figures);
        var origin = await FigureTable.OriginAsync(TimeProvider.System, cancellationToken);
        Console.WriteLine($"\n{table}\n({origin})");
        if (file is null)
            return;
        var page = new FileInfo(file).Exists ? await File.ReadAllTextAsync(file, cancellationToken) : "";
        await File.WriteAllTextAsync(
            file,
            MeasuredPage.With(page, $"`./run bench {name}`", table, origin),
            cancellationToken
        );
    }

    private sealed record Measure(
        string Name,
        string Description,
        Func<BenchSettings, CancellationToken, Task<IReadOnlyList<Figure>>> RunAsync
    );
}
