using System.Collections.Concurrent;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Access;

/// <summary>
/// Remembers for a few seconds who a token belongs to. Whatever changes access clears it, and an answer read from the database
/// before that change is not kept: a revocation holds at once here, and on other nodes as soon as they hear of it.
/// </summary>
internal sealed class SignInCache(TimeProvider clock, IEnumerable<IAccessListener> listeners) : IAccessMemory
{
    private const int MostEntries = 10_000;
    private static readonly TimeSpan KeepFor = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly Lock change = new();
    private long generation;

    /// <summary>Take it before reading the database, give it to <see cref="Keep"/>.</summary>
    public long Generation => Interlocked.Read(ref generation);

    public SignIn? Find(string tokenHash) =>
        entries.TryGetValue(tokenHash, out var entry) && clock.GetUtcNow() < entry.Until ? entry.SignIn : null;

    public void Keep(string tokenHash, SignIn signIn, DateTimeOffset expires, long readAt)
    {
        var until = clock.GetUtcNow() + KeepFor;
        lock (change)
        {
            if (readAt != generation)
                return;
            if (entries.Count >= MostEntries)
                entries.Clear();
            entries[tokenHash] = new Entry(signIn, until < expires ? until : expires);
        }
    }

    /// <summary>Call it after the commit that changed what a user may do.</summary>
    public void Forget(long userId) => Forget(userId, AccessNews.MadeHere);

    public void Forget(long userId, AccessNews news)
    {
        lock (change)
        {
            generation++;
            entries.Clear();
        }
        foreach (var listener in listeners)
            listener.AccessChanged(userId, news);
    }

    private sealed record Entry(SignIn SignIn, DateTimeOffset Until);
}
