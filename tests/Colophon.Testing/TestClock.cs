namespace Colophon.Testing;

/// <summary>A clock that stands until a test turns it. Timers fire on the thread that turns it, in the order they are due.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now;

    public TestClock()
        : this(new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero)) { }

    public TestClock(DateTimeOffset start) => now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    public void Advance(TimeSpan span)
    {
        var end = GetUtcNow() + span;
        while (NextDue(end) is { } alarm)
            alarm.Ring();
        // Another thread may have turned it further meanwhile: time never goes back.
        lock (gate)
            now = end > now ? end : now;
    }

    /// <summary>
    /// As for a machine that slept: it is the later time before anything notices. Nothing happens at an instant between, as it may
    /// with <see cref="Advance"/>, where other threads work while the alarms ring one after the other.
    /// </summary>
    public void Leap(TimeSpan span)
    {
        lock (gate)
            now += span;
        Advance(TimeSpan.Zero);
    }

    private Alarm? NextDue(DateTimeOffset end)
    {
        lock (gate)
        {
            var next = alarms.Where(alarm => alarm.Due <= end).MinBy(alarm => alarm.Due);
            if (next is null)
                return null;
            if (next.Due > now)
                now = next.Due.Value;
            next.Rearm();
            return next;
        }
    }

    private sealed class Alarm(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;

        public DateTimeOffset? Due { get; private set; }

        public void Ring() => callback(state);

        /// <summary>As with a real timer, what was slept through rings once.</summary>
        public void Rearm() =>
            Due =
                period <= TimeSpan.Zero ? null
                : Due + period > clock.now ? Due + period
                : clock.now + period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                this.period = period;
                Due = dueTime < TimeSpan.Zero ? null : clock.now + dueTime;
                clock.alarms.Remove(this);
                clock.alarms.Add(this);
            }
            // As with a real timer: nothing to wait for means at once.
            if (dueTime == TimeSpan.Zero)
                clock.Advance(TimeSpan.Zero);
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
