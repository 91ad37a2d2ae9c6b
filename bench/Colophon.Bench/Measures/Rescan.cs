using System.Diagnostics;
using Colophon.Bench.Make;

namespace Colophon.Bench.Measures;

/// <summary>A first scan of many folders (its memory), then scans in which nothing changed, against <c>find</c> over the same tree.</summary>
internal static class Rescan
{
    private const int Rounds = 5;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        var library = Path.Combine(settings.Folder, "directories");
        await GeneratedLibrary.EnsureAsync(
            library,
            new(Books: BenchSettings.Directories),
            PictureSize.Tiny,
            cancellationToken
        );
        var folder = Path.Combine(library, "books");

        await using var server = await MeasuredServer.StartAsync(settings, cancellationToken);
        var libraryId = await server.Scans.MakeLibraryAsync("Bench", folder, cancellationToken);
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
                $"unchanged rescan of {BenchSettings.Directories:N0} directories, CPU / find",
                scan.Cpu / find.Cpu,
                "x",
                Goal.AtMost(4, 2),
                $"{scan.Cpu.TotalMilliseconds:N0} ms, find {find.Cpu.TotalMilliseconds:N0} ms"
            ),
            new(
                "the same, time / find",
                scan.Elapsed / find.Elapsed,
                "x",
                Goal.AtMost(4, 2),
                $"{scan.Elapsed.TotalMilliseconds:N0} ms, find {find.Elapsed.TotalMilliseconds:N0} ms"
            ),
            new(
                $"peak memory of the process tree, first scan of {BenchSettings.Directories:N0} books",
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
}
