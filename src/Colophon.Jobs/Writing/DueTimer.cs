namespace Colophon.Jobs.Writing;

/// <summary>Wakes the engine when the next scheduled job is due.</summary>
internal sealed class DueTimer(TimeProvider clock) : IDisposable
{
    private ITimer? timer;

    /// <summary>Forgets what it was set to before; null leaves it as it is.</summary>
    public void WakeAt(DateTimeOffset? next, Action wake)
    {
        if (next is not { } due)
            return;
        var wait = due - clock.GetUtcNow();
        timer ??= clock.CreateTimer(_ => wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => timer?.Dispose();
}
