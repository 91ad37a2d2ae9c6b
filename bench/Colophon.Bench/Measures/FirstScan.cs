using System.Diagnostics;
using System.Globalization;
using Colophon.Bench.Make;
using Colophon.Bench.Measures.Kinds;

namespace Colophon.Bench.Measures;

/// <summary>
/// CPU of first scans with covers cached, against the bare loop over the same files. Each turn starts a server and a process for
/// the bare loops; both go over every kind twice, the server with a catalog and cache emptied between, and the second time
/// counts: nothing was compiled for either before the turn. Told is the turn in the middle; of films, episodes and tracks what
/// the three cost together, as one library of media that is no book's.
/// </summary>
internal static class FirstScan
{
    private const int Turns = 7;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        var library = await LibraryAsync(settings, cancellationToken);
        var kinds = KindsIn(library);
        var turns = new List<IReadOnlyDictionary<string, Cost>>();
        while (turns.Count < Turns)
            turns.Add(await TakeTurnAsync(settings, library, kinds, cancellationToken));
        return
        [
            .. kinds
                .ToLookup(kind => kind.LibraryType == "book" ? kind.Name : "media")
                .Select(together => Describe([.. together.Select(kind => kind.Name)], turns)),
        ];
    }

    /// <summary>The folders of a made library whose kind has a bare reader.</summary>
    public static IReadOnlyList<MeasuredKind> KindsIn(string library) =>
        [
            .. MeasuredKinds.All.Where(kind =>
                kind.IsScanned && new DirectoryInfo(Path.Combine(library, kind.Folder)).Exists
            ),
        ];

    /// <summary>The given library, or a made one.</summary>
    public static async Task<string> LibraryAsync(BenchSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Library is { } given)
            return given;
        var library = Path.Combine(settings.Folder, "library");
        await GeneratedLibrary.EnsureAsync(library, BenchSettings.Contents, PictureSize.Real, cancellationToken);
        return library;
    }

    /// <summary>The CPU of the bare loop over each kind, the second time, a line each: what <see cref="LimitsAsync"/> reads.</summary>
    public static IEnumerable<string> RunLimits(
        BenchSettings settings,
        string library,
        CancellationToken cancellationToken
    )
    {
        foreach (var kind in KindsIn(library))
        {
            RunLimit(settings, library, kind, cancellationToken);
            var cpu = RunLimit(settings, library, kind, cancellationToken);
            yield return string.Create(CultureInfo.InvariantCulture, $"{kind.Name} {cpu.TotalMilliseconds} ms of CPU");
        }
    }

    private static TimeSpan RunLimit(
        BenchSettings settings,
        string library,
        MeasuredKind kind,
        CancellationToken cancellationToken
    )
    {
        var cache = settings.Scratch.CreateSubdirectory($"limit-{Guid.NewGuid():N}");
        var folder = Path.Combine(library, kind.Folder);
        var cpu = new BareLoop(folder, cache.FullName).Run(cancellationToken);
        Scratch.Empty(cache.FullName);
        return cpu;
    }

    private static async Task<IReadOnlyDictionary<string, Cost>> TakeTurnAsync(
        BenchSettings settings,
        string library,
        IReadOnlyList<MeasuredKind> kinds,
        CancellationToken cancellationToken
    )
    {
        var limits = await LimitsAsync(settings, library, cancellationToken);
        await using var server = await MeasuredServer.StartAsync(settings, cancellationToken);
        var costs = new Dictionary<string, Cost>(StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            var folder = Path.Combine(library, kind.Folder);
            await server.ScanOnceAsync(kind.LibraryType, folder, cancellationToken);
            var scan = await server.ScanOnceAsync(kind.LibraryType, folder, cancellationToken);
            costs[kind.Name] = new Cost(limits[kind.Name], scan);
        }
        return costs;
    }

    /// <summary>The bare loops in a process of their own, as fresh as the server's.</summary>
    private static async Task<IReadOnlyDictionary<string, TimeSpan>> LimitsAsync(
        BenchSettings settings,
        string library,
        CancellationToken cancellationToken
    )
    {
        string[] arguments = ["limit", "--library", library, "--folder", settings.Scratch.FullName];
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var lines = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The bare loops ended with code {process.ExitCode}.");
        return lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .ToDictionary(
                words => words[0],
                words => TimeSpan.FromMilliseconds(double.Parse(words[1], CultureInfo.InvariantCulture)),
                StringComparer.Ordinal
            );
    }

    private static Figure Describe(string[] kinds, List<IReadOnlyDictionary<string, Cost>> turns)
    {
        var costs = turns
            .Select(turn => Cost.Sum([.. kinds.Select(kind => turn[kind])]))
            .OrderBy(cost => cost.Ratio)
            .ToList();
        var middle = costs[Turns / 2];
        var each =
            kinds.Length == 1 ? "" : $"; by itself {string.Join(", ", kinds.Select(kind => Alone(kind, turns)))}";
        return new Figure(
            $"first scan of {string.Join(" and ", kinds.Select(kind => $"{turns[0][kind].Scan.Items:N0} {kind}"))}, CPU of the process tree / bare loop",
            middle.Ratio,
            "x",
            Goal.AtMost(2.5, 1.5),
            $"{middle.Scan.Cpu.TotalSeconds:0.00} s of CPU in {middle.Scan.Elapsed.TotalSeconds:0.00} s, bare loop "
                + $"{middle.Limit.TotalSeconds:0.00} s of CPU; of {Turns} turns: {costs[0].Ratio:0.00} to {costs[^1].Ratio:0.00} x{each}"
        );
    }

    private static string Alone(string kind, List<IReadOnlyDictionary<string, Cost>> turns)
    {
        var ratios = turns.Select(turn => turn[kind].Ratio).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{kind} {ratios[Turns / 2]:0.00} x");
    }

    private sealed record Cost(TimeSpan Limit, ScanCost Scan)
    {
        public double Ratio => Scan.Cpu / Limit;

        public static Cost Sum(IReadOnlyList<Cost> costs) =>
            new(
                Total(costs.Select(cost => cost.Limit)),
                new ScanCost(
                    Total(costs.Select(cost => cost.Scan.Cpu)),
                    Total(costs.Select(cost => cost.Scan.Elapsed)),
                    costs.Sum(cost => cost.Scan.Items)
                )
            );

        private static TimeSpan Total(IEnumerable<TimeSpan> times) =>
            times.Aggregate(TimeSpan.Zero, (sum, time) => sum + time);
    }
}
