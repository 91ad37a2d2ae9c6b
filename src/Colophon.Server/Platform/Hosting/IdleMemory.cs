using Colophon.Server.Platform.Native;

namespace Colophon.Server.Platform.Hosting;

/// <summary>
/// Gives memory back to the system when nothing happens. The collector keeps what a scan or a busy hour made it take, as long as nobody
/// allocates; on a small machine that runs other things beside Colophon that memory is missing elsewhere.
/// </summary>
internal sealed class IdleMemory(TimeProvider clock) : BackgroundService
{
    // Less than this between two looks is an idle process: a poll of the pages, a probe.
    private const long QuietBytes = 4 * 1024 * 1024;

    // Less than this since the last time is not worth the pause.
    private const long WorthwhileBytes = 8 * 1024 * 1024;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        // What starting took is given back in any case.
        var (lookedAt, trimmedAt) = (0L, -WorthwhileBytes);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var allocated = GC.GetTotalAllocatedBytes();
            if (allocated - lookedAt < QuietBytes && allocated - trimmedAt > WorthwhileBytes)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                Libc.TrimHeap();
                trimmedAt = allocated;
            }
            lookedAt = allocated;
        }
    }
}
