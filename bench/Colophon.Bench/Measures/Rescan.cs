using System.Diagnostics;
using Colophon.Bench.Make;

namespace Colophon.Bench.Measures;

/// <summary>A first scan of many folders (its memory), then scans in which nothing changed, against <c>find</c> over the same tree.</summary>
internal static class Rescan
{
    private const int Rounds = 5;

    private static readonly Tree[] Trees =
    [
        new("books", "books", "book", "directories", new(Books: BenchSettings.Directories)),
        new("movies", "movies", "movie", "directories-of-movies", new(Movies: BenchSettings.Directories)),
    ];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        var figures = new List<Figure>();
        foreach (var tree in Trees)
            figures.AddRange(await MeasureAsync(settings, tree, cancellationToken));
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        Tree tree,
        CancellationToken cancellationToken
    )
    {
        var library = Path.Combine(settings.Folder, tree.Library);
        await GeneratedLibrary.EnsureAsync(library, tree.Contents, PictureSize.Tiny, cancellationToken);
        var folder = Path.Combine(library, tree.Folder);

        await using var server = await MeasuredServer.StartAsync(settings, cancellationToken);
        var libraryId = await server.Scans.MakeLibraryAsync("Bench", tree.LibraryType, folder, cancellationToken);
        await using var memory = new PeakMemory(server.Process.Id);
        await server.ScanAsync(libraryId, cancellationToken);
        var peak = memory.Megabytes;

        await server.ScanAsync(libraryId, cancellationToken);
        var scan = await AverageAsync(
            () => ProcessTree.Cpu(server.Process.Id),
            () => server.ScanAsync(libraryId, cancellationToken)
        );
        var find = await AverageAsync(
            () => ProcessTree.CpuOfEndedChildren(Environment.ProcessId),
            () => FindAsync(folder, cancellationToken)
        );
        return
        [
            new(
                $"unchanged rescan of {BenchSettings.Directories:N0} directories of {tree.Kind}, CPU / find",
                scan.Cpu / find.Cpu,
                "x",
                Goal.AtMost(4, 2),
                $"{scan.Cpu.TotalMilliseconds:N0} ms, find {find.Cpu.TotalMilliseconds:N0} ms"
            ),
            new(
                $"the same of {tree.Kind}, time / find",
                scan.Elapsed / find.Elapsed,
                "x",
                Goal.AtMost(4, 2),
                $"{scan.Elapsed.TotalMilliseconds:N0} ms, find {find.Elapsed.TotalMilliseconds:N0} ms"
            ),
            new(
                $"peak memory of the process tree, first scan of {BenchSettings.Directories:N0} {tree.Kind}",
                peak,
                "MB",
                Goal.AtMost(300, 200),
                "resident, looked at every 50 ms"
            ),
        ];
    }

    private static async Task<(TimeSpan Cpu, TimeSpan Elapsed)> AverageAsync(Func<TimeSpan> cpu, Func<Task> work)
    {
        var before = cpu();
        var elapsed = Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round++)
            await work();
        return ((cpu() - before) / Rounds, elapsed.Elapsed / Rounds);
    }

    private static async Task FindAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("find", [folder, "-printf", "%s %T@ %p\\n"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var find = Process.Start(start)!;
        await find.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        await find.WaitForExitAsync(cancellationToken);
    }

    /// <param name="Folder">Below the made library.</param>
    /// <param name="Library">Its name in the bench's folder.</param>
    private sealed record Tree(
        string Kind,
        string Folder,
        string LibraryType,
        string Library,
        LibraryContents Contents
    );
}
