using System.Diagnostics;
using Colophon.Bench.Make;

namespace Colophon.Bench.Measures;

/// <summary>CPU of a first scan with covers cached, against the bare loop over the same files; the second of two runs each.</summary>
internal static class FirstScan
{
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        var library = await LibraryAsync(settings, cancellationToken);
        RunLimit(settings, library, cancellationToken);
        var limit = RunLimit(settings, library, cancellationToken);
        await RunScanAsync(settings, library, cancellationToken);
        var scan = await RunScanAsync(settings, library, cancellationToken);
        return
        [
            new(
                $"first scan of {scan.Items:N0} EPUBs, CPU of the process tree / bare loop",
                scan.Cpu / limit,
                "x",
                Goal.AtMost(2.5, 1.5),
                $"{scan.Cpu.TotalSeconds:0.00} s of CPU in {scan.Elapsed.TotalSeconds:0.00} s; bare loop {limit.TotalSeconds:0.00} s of CPU"
            ),
        ];
    }

    /// <summary>The given library, or a made one.</summary>
    public static async Task<string> LibraryAsync(BenchSettings settings, CancellationToken cancellationToken)
    {
        var library = settings.Library ?? Path.Combine(settings.Folder, "library");
        await GeneratedLibrary.EnsureAsync(library, BenchSettings.Books, CoverSize.Real, cancellationToken);
        return library;
    }

    public static TimeSpan RunLimit(BenchSettings settings, string library, CancellationToken cancellationToken)
    {
        var cache = settings.Scratch.CreateSubdirectory($"limit-{Guid.NewGuid():N}");
        return new BareLoop(GeneratedLibrary.BooksFolder(library), cache.FullName).Run(cancellationToken);
    }

    private static async Task<ScanCost> RunScanAsync(
        BenchSettings settings,
        string library,
        CancellationToken cancellationToken
    )
    {
        await using var server = await MeasuredServer.StartAsync(settings, cancellationToken);
        var folder = GeneratedLibrary.BooksFolder(library);
        var libraryId = await server.Scans.MakeLibraryAsync("Bench", folder, cancellationToken);
        var before = ProcessTree.Cpu(server.Process.Id);
        var elapsed = Stopwatch.StartNew();
        var scan = await server.ScanAsync(libraryId, cancellationToken);
        return new(ProcessTree.Cpu(server.Process.Id) - before, elapsed.Elapsed, (long)scan["items_found"]!);
    }

    private sealed record ScanCost(TimeSpan Cpu, TimeSpan Elapsed, long Items);
}
