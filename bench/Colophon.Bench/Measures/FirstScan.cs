using System.Diagnostics;
using Colophon.Bench.Make;

namespace Colophon.Bench.Measures;

/// <summary>
/// CPU of first scans with covers cached, against the bare loop over the same files. Both first go over as many items of each
/// kind as there are books, to have their code compiled. Then, kind by kind, the bare loop and the server take turns, the server with a catalog and cache
/// emptied between: a machine whose speed drifts drifts for both. Told is the turn in the middle.
/// </summary>
internal static class FirstScan
{
    private const int Turns = 9;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        var library = await LibraryAsync(settings, cancellationToken);
        var folders = KindsIn(library).Select(kind => Path.Combine(library, kind)).ToList();
        await using var server = await MeasuredServer.StartAsync(settings, cancellationToken);
        foreach (var folder in folders)
            await WarmUpAsync(settings, server, folder, cancellationToken);
        var figures = new List<Figure>();
        foreach (var folder in folders)
            figures.Add(await MeasureAsync(settings, server, folder, cancellationToken));
        return figures;
    }

    private static async Task WarmUpAsync(
        BenchSettings settings,
        MeasuredServer server,
        string folder,
        CancellationToken cancellationToken
    )
    {
        for (var items = 0L; items < BenchSettings.Books; )
            items += (await TakeTurnAsync(settings, server, folder, cancellationToken)).Scan.Items;
    }

    private static async Task<Figure> MeasureAsync(
        BenchSettings settings,
        MeasuredServer server,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var turns = new List<Turn>();
        while (turns.Count < Turns)
            turns.Add(await TakeTurnAsync(settings, server, folder, cancellationToken));
        turns.Sort((one, other) => one.Ratio.CompareTo(other.Ratio));
        var middle = turns[Turns / 2];
        return new Figure(
            $"first scan of {middle.Scan.Items:N0} {Path.GetFileName(folder)}, CPU of the process tree / bare loop",
            middle.Ratio,
            "x",
            Goal.AtMost(2.5, 1.5),
            $"{middle.Scan.Cpu.TotalSeconds:0.00} s of CPU in {middle.Scan.Elapsed.TotalSeconds:0.00} s, bare loop "
                + $"{middle.Limit.TotalSeconds:0.00} s of CPU; of {Turns} turns: {turns[0].Ratio:0.00} to {turns[^1].Ratio:0.00} x"
        );
    }

    /// <summary>The folders of a made library whose kind has a bare reader.</summary>
    public static IReadOnlyList<string> KindsIn(string library) =>
        [.. BareReaders.ByKind.Keys.Where(kind => new DirectoryInfo(Path.Combine(library, kind)).Exists)];

    /// <summary>The given library, or a made one.</summary>
    public static async Task<string> LibraryAsync(BenchSettings settings, CancellationToken cancellationToken)
    {
        var library = settings.Library ?? Path.Combine(settings.Folder, "library");
        await GeneratedLibrary.EnsureAsync(library, BenchSettings.Books, CoverSize.Real, cancellationToken);
        return library;
    }

    public static TimeSpan RunLimit(BenchSettings settings, string folder, CancellationToken cancellationToken)
    {
        var cache = settings.Scratch.CreateSubdirectory($"limit-{Guid.NewGuid():N}");
        var reader = BareReaders.ByKind[Path.GetFileName(folder)];
        return new BareLoop(folder, cache.FullName, reader).Run(cancellationToken);
    }

    private static async Task<Turn> TakeTurnAsync(
        BenchSettings settings,
        MeasuredServer server,
        string folder,
        CancellationToken cancellationToken
    ) => new(RunLimit(settings, folder, cancellationToken), await ScanOnceAsync(server, folder, cancellationToken));

    /// <summary>Makes the library, scans it and deletes it with all that was stored of it.</summary>
    private static async Task<ScanCost> ScanOnceAsync(
        MeasuredServer server,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var libraryId = await server.Scans.MakeLibraryAsync("Bench", folder, cancellationToken);
        var before = ProcessTree.Cpu(server.Process.Id);
        var elapsed = Stopwatch.StartNew();
        var scan = await server.ScanAsync(libraryId, cancellationToken);
        var cost = new ScanCost(
            ProcessTree.Cpu(server.Process.Id) - before,
            elapsed.Elapsed,
            (long)scan["items_found"]!
        );
        await server.DeleteLibraryAsync(libraryId, cancellationToken);
        return cost;
    }

    private sealed record Turn(TimeSpan Limit, ScanCost Scan)
    {
        public double Ratio => Scan.Cpu / Limit;
    }

    private sealed record ScanCost(TimeSpan Cpu, TimeSpan Elapsed, long Items);
}
