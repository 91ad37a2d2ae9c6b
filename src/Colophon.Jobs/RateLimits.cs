using System.Runtime.InteropServices;

namespace Colophon.Jobs;

/// <summary>How often something may be done at most.</summary>
public sealed record RateLimit
{
    /// <param name="times">At most so many, at least one, within any span of <paramref name="per"/>.</param>
    public RateLimit(int times, TimeSpan per)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(per, TimeSpan.Zero);
        (Times, Per) = (times, per);
    }

    public int Times { get; }

    public TimeSpan Per { get; }
}

/// <summary>The answer to who asks for a turn.</summary>
public enum RateAnswer
{
    /// <summary>The turn is theirs, at its time and not much later.</summary>
    Granted,

    /// <summary>Nothing was reserved; it is not worth asking before that time.</summary>
    AskLater,
}

/// <param name="At">When the turn is, or when to ask again; a granted one is at most the asker's patience away.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RateTurn(RateAnswer Answer, DateTimeOffset At);

/// <summary>
/// Limits of what others let us do (requests to a provider), kept by all processes that share the database together: a bucket
/// each, in one row. A fifth of the limit may go at once, the rest at even distances, so that no span of the limit's length, wherever
/// it begins, holds more turns than allowed. Each turn is one small transaction.
/// </summary>
public sealed class RateLimits(IDatabase database)
{
    private const int BurstShare = 5;

    /// <summary>Reserves the next turn if it is near.</summary>
    /// <param name="bucket">What is limited: the name of a provider.</param>
    /// <param name="patience">How long the asker would wait for it.</param>
    public Task<RateTurn> TakeAsync(
        string bucket,
        RateLimit limit,
        TimeSpan patience,
        CancellationToken cancellationToken
    ) => database.WriteAsync(commit => Take(commit, bucket, limit, patience), cancellationToken);

    /// <summary>No turns before this time: the other side said to wait (429, Retry-After). A longer pause stays.</summary>
    public Task PauseAsync(string bucket, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(
            commit =>
            {
                Ensure(commit, bucket);
                return commit.Run(
                    "update rate_limits set paused_until = @until where bucket = @bucket and paused_until < @until",
                    Micros(until),
                    bucket
                );
            },
            cancellationToken
        );

    private static RateTurn Take(Commit commit, string bucket, RateLimit limit, TimeSpan patience)
    {
        Ensure(commit, bucket);
        var now = Micros(commit.Now);
        // Locked by the first of the two: nobody else moves the bucket before this transaction ends.
        var due = commit.Number($"select due from rate_limits where bucket = @bucket{commit.ForUpdate}", bucket)!.Value;
        var paused = commit.Number("select paused_until from rate_limits where bucket = @bucket", bucket)!.Value;
        var burst = Math.Max(1, limit.Times / BurstShare);
        // Of a limit of one a span, the next is a span later; of more, what is not in the burst comes at even distances.
        var distance = MicrosOf(limit.Per) / Math.Max(1, limit.Times - burst);
        due = Math.Max(due, now);
        var at = Math.Max(Math.Max(now, due - ((burst - 1) * distance)), paused);
        if (at - now > MicrosOf(patience))
            return new RateTurn(RateAnswer.AskLater, Time(at));
        // After a pause the bucket begins anew, full.
        commit.Run(
            "update rate_limits set due = @due where bucket = @bucket",
            Math.Max(due, paused) + distance,
            bucket
        );
        return new RateTurn(RateAnswer.Granted, Time(at));
    }

    private static void Ensure(Commit commit, string bucket) =>
        commit.Run(
            "insert into rate_limits (bucket, due, paused_until) values (@bucket, 0, 0) on conflict (bucket) do nothing",
            bucket
        );

    private static long Micros(DateTimeOffset time) => MicrosOf(time - DateTimeOffset.UnixEpoch);

    private static long MicrosOf(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    private static DateTimeOffset Time(long micros) =>
        DateTimeOffset.UnixEpoch + TimeSpan.FromTicks(micros * TimeSpan.TicksPerMicrosecond);
}
