namespace Colophon.Bench.Measures;

/// <summary>What the server costs while nobody asks for anything, and how soon it answers.</summary>
internal static class Idle
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        await using var server = await MeasuredServer.StartAsync(settings, cancellationToken);
        await Task.Delay(Rest, clock, cancellationToken);
        return
        [
            new(
                "memory, idle",
                ProcessTree.ResidentBytes(server.Process.Id) / 1e6,
                "MB",
                120,
                90,
                Better.Lower,
                "resident"
            ),
            new(
                "from start to ready",
                server.Process.TimeToReady.TotalSeconds,
                "s",
                1.5,
                1,
                Better.Lower,
                "with a fresh data folder"
            ),
        ];
    }
}
