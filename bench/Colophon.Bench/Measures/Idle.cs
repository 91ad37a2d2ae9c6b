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
                Goal.AtMost(120, 90),
                "resident"
            ),
            new(
                "from start to ready",
                server.Process.TimeToReady.TotalSeconds,
                "s",
                Goal.AtMost(1.5, 1),
                "with a fresh data folder"
            ),
        ];
    }
}
