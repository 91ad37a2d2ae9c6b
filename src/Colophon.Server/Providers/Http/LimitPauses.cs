using System.Collections.Concurrent;

namespace Colophon.Server.Providers.Http;

/// <summary>
/// Until when a provider is left alone that was asked too often: as long as it says, at most a day. Where it does not say, ten seconds,
/// each time in a row for twice as long, at most an hour: a spent daily quota looks like a burst. Each node counts for itself.
/// </summary>
internal sealed class LimitPauses(TimeProvider clock)
{
    private const int MostDoublings = 12;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestUnsaid = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Pause> pauses = new(StringComparer.Ordinal);

    /// <param name="said">When the provider wants to be asked again; a time that is past says nothing.</param>
    public DateTimeOffset Next(string provider, DateTimeOffset? said)
    {
        var now = clock.GetUtcNow();
        return said is { } until && until > now
            ? Earlier(until, now + Longest)
            : pauses
                .AddOrUpdate(
                    provider,
                    _ => new Pause(1, now + First),
                    // What was on its way when the pause began is refused as well and says nothing new.
                    (_, last) => last.Until > now ? last : new Pause(last.Refusals + 1, now + After(last.Refusals))
                )
                .Until;
    }

    /// <summary>It answered.</summary>
    public void End(string provider)
    {
        if (!pauses.IsEmpty)
            pauses.TryRemove(provider, out _);
    }

    private static TimeSpan After(int refusals)
    {
        var span = First * Math.Pow(2, Math.Min(refusals, MostDoublings));
        return span > LongestUnsaid ? LongestUnsaid : span;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private sealed record Pause(int Refusals, DateTimeOffset Until);
}
