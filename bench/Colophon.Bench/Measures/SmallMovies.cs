using Colophon.Bench.Make;

namespace Colophon.Bench.Measures;

/// <summary>
/// What a first scan of a small movie library costs in all, where the items count and not their pictures. As with the other
/// first scans the second one of a server counts, and of several servers the one in the middle.
/// </summary>
internal static class SmallMovies
{
    private const int Turns = 5;
    private const int Movies = 300;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        var library = Path.Combine(settings.Folder, "small-movies");
        await GeneratedLibrary.EnsureAsync(library, new(Movies: Movies), PictureSize.Tiny, cancellationToken);
        var turns = new List<(ScanCost First, ScanCost Second)>();
        while (turns.Count < Turns)
        {
            await using var server = await MeasuredServer.StartAsync(settings, cancellationToken);
            var folder = Path.Combine(library, "movies");
            var first = await server.ScanOnceAsync("movie", folder, cancellationToken);
            turns.Add((first, await server.ScanOnceAsync("movie", folder, cancellationToken)));
        }
        turns.Sort((one, other) => one.Second.Cpu.CompareTo(other.Second.Cpu));
        var middle = turns[Turns / 2];
        return
        [
            new(
                $"first scan of {Movies} small movies, CPU of the process tree",
                middle.Second.Cpu.TotalSeconds,
                "s",
                Goal.AtMost(1, 0.5),
                $"in {middle.Second.Elapsed.TotalSeconds:0.00} s; in a server just started {middle.First.Cpu.TotalSeconds:0.00} s of CPU"
            ),
        ];
    }
}
