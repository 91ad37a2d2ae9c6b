using System.Diagnostics;
using Colophon.Bench.Make;

namespace Colophon.Bench.Measures;

/// <summary>
/// CPU of first scans with covers cached, against the bare loop over the same files. Both go twice over all kinds of the
/// library in one process, the server with a catalog and cache emptied between; compared are the second runs, which
/// neither has to compile for.
/// </summary>
internal static class FirstScan
{
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        var library = await LibraryAsync(settings, cancellationToken);
        var folders = KindsIn(library).Select(kind => Path.Combine(library, kind)).ToList();
        List<TimeSpan> Limits() => [.. folders.Select(folder => RunLimit(settings, folder, cancellationToken))];
        var (firstLimits, limits) = (Limits(), Limits());
        await using var server = await MeasuredServer.StartAsync(settings, cancellationToken);
        var firstScans = await ScanAllAsync(server, folders, cancellationToken);
        var scans = await ScanAllAsync(server, folders, cancellationToken);
        return
        [
            .. folders.Select(
                (folder, i) =>
                    new Figure(
                        $"first scan of {scans[i].Items:N0} {Path.GetFileName(folder)}, CPU of the process tree / bare loop",
                        scans[i].Cpu / limits[i],
                        "x",
                        Goal.AtMost(2.5, 1.5),
                        $"{Text(scans[i], limits[i])}; the first runs: {firstScans[i].Cpu / firstLimits[i]:0.00} x, {Text(firstScans[i], firstLimits[i])}"
                    )
            ),
        ];
    }

    /// <summary>The folders of a made library whose kind has a bare reader.</summary>
    public static IReadOnlyList<string> KindsIn(string library) =>
        [.. BareReaders.ByKind.Keys.Where(kind => new DirectoryInfo(Path.Combine(library, kind)).Exists)];

    private static string Text(ScanCost scan, TimeSpan limit) =>
        $"{scan.Cpu.TotalSeconds:0.00} s of CPU in {scan.Elapsed.TotalSeconds:0.00} s, bare loop {limit.TotalSeconds:0.00} s of CPU";

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

    private static async Task<IReadOnlyList<ScanCost>> ScanAllAsync(
        MeasuredServer server,
        IEnumerable<string> folders,
        CancellationToken cancellationToken
    )
    {
        var costs = new List<ScanCost>();
        foreach (var folder in folders)
            costs.Add(await ScanOnceAsync(server, folder, cancellationToken));
        return costs;
    }

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

    private sealed record ScanCost(TimeSpan Cpu, TimeSpan Elapsed, long Items);
}
