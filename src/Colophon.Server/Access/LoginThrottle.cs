using Colophon.Server.Platform.Http;

namespace Colophon.Server.Access;

/// <summary>
/// Slows guessing: after some wrong passwords the same name from the same address, the same address, or the same name must wait,
/// twice as long after each further one. In memory: a restart forgives, and nothing an attacker does fills the database.
/// </summary>
internal sealed class LoginThrottle(TimeProvider clock)
{
    private const int FreeTriesOfPair = 5;
    private const int FreeTriesOfAddress = 20;
    private const int FreeTriesOfName = 50;
    private const int MostEntries = 20_000;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private readonly Dictionary<string, Failures> failures = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>The refusal for a try that comes too early, or null; a try that may go on counts as failed until it succeeds.</summary>
    public ApiError? Begin(string username, string address)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var wait = Keys(username, address).Max(key => Wait(key.Name, now));
            if (wait > TimeSpan.Zero)
                return ApiErrors.TooManyRequests(wait);
            if (failures.Count >= MostEntries)
                Forget(now);
            foreach (var (name, freeTries) in Keys(username, address))
                Count(name, freeTries, now);
            return null;
        }
    }

    public void Succeeded(string username, string address)
    {
        lock (gate)
        {
            var keys = Keys(username, address);
            failures.Remove(keys[0].Name);
            // The address and the name keep what others failed; only this try is taken back.
            foreach (var (name, _) in keys[1..])
                if (failures.TryGetValue(name, out var counted))
                    failures[name] = counted with { Count = counted.Count - 1, Until = DateTimeOffset.MinValue };
        }
    }

    private TimeSpan Wait(string key, DateTimeOffset now) =>
        failures.TryGetValue(key, out var counted) && counted.Until > now ? counted.Until - now : TimeSpan.Zero;

    private void Count(string key, int freeTries, DateTimeOffset now)
    {
        var known = failures.TryGetValue(key, out var counted) && now - counted.Last < LongestWait ? counted.Count : 0;
        var beyond = known + 1 - freeTries;
        var wait = beyond < 0 ? TimeSpan.Zero : FirstWait * Math.Pow(2, Math.Min(beyond, 10));
        failures[key] = new Failures(known + 1, now, now + (wait < LongestWait ? wait : LongestWait));
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (
            var key in failures
                .Where(entry => now - entry.Value.Last >= LongestWait)
                .Select(entry => entry.Key)
                .ToList()
        )
            failures.Remove(key);
        if (failures.Count >= MostEntries)
            failures.Clear();
    }

    private static (string Name, int FreeTries)[] Keys(string username, string address)
    {
        var key = Users.KeyOf(username);
        return
        [
            ($"{key} from {address}", FreeTriesOfPair),
            ($"from {address}", FreeTriesOfAddress),
            (key, FreeTriesOfName),
        ];
    }

    private sealed record Failures(int Count, DateTimeOffset Last, DateTimeOffset Until);
}
