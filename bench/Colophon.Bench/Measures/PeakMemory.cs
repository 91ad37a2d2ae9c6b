namespace Colophon.Bench.Measures;

/// <summary>Looks at the memory of a process tree until it is disposed of.</summary>
internal sealed class PeakMemory : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource stop = new();
    private readonly Task sampling;
    private long bytes;

    public PeakMemory(int process) => sampling = SampleAsync(process, stop.Token);

    /// <summary>The most seen so far, in MB.</summary>
    public double Megabytes => Interlocked.Read(ref bytes) / 1e6;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await sampling;
        stop.Dispose();
    }

    private async Task SampleAsync(int process, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (!cancellationToken.IsCancellationRequested)
        {
            Interlocked.Exchange(ref bytes, Math.Max(bytes, ProcessTree.ResidentBytes(process)));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
