using System.Diagnostics;

namespace Colophon.Jobs.Writing;

/// <summary>The engine's own trouble, and when to try again.</summary>
internal sealed class TroubleState(TimeProvider clock, TimeSpan retryAfter)
{
    private volatile EngineTrouble? current;
    private long since;

    public EngineTrouble? Current => current;

    /// <summary>How long the engine still waits; zero when it may try.</summary>
    public TimeSpan Wait
    {
        get
        {
            if (current is null)
                return TimeSpan.Zero;
            // Real time: the disk does not turn with the clock of a test.
            var left = retryAfter - Stopwatch.GetElapsedTime(Volatile.Read(ref since));
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public void Set(TroubleKind kind)
    {
        Volatile.Write(ref since, Stopwatch.GetTimestamp());
        current = new EngineTrouble(kind.Code, kind.Message, current?.Since ?? clock.GetUtcNow());
    }

    public void Clear() => current = null;
}
