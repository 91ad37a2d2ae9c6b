using System.Collections.Concurrent;

namespace Colophon.Server.Providers.Http;

/// <summary>Tokens that keys were exchanged for, by provider, address and key; in this process only.</summary>
internal sealed class ProviderTokens
{
    private readonly ConcurrentDictionary<string, string> tokens = new(StringComparer.Ordinal);
    private readonly KeyedLocks renewing = new();

    public async Task<string> TakeAsync(
        ProviderSession session,
        Func<CancellationToken, Task<string>> renew,
        CancellationToken cancellationToken
    )
    {
        var name = NameOf(session);
        if (tokens.TryGetValue(name, out var known))
            return known;
        using (await renewing.TakeAsync(name, cancellationToken))
            return tokens.TryGetValue(name, out known) ? known : tokens[name] = await renew(cancellationToken);
    }

    /// <summary>
    /// The token that the session asked with was refused. False when it had none: a new one would be no better. Another's request may
    /// have been refused before, and there is a newer one already: that stays.
    /// </summary>
    public bool Forget(ProviderSession session)
    {
        if (session.Token is not { } refused)
            return false;
        tokens.TryRemove(KeyValuePair.Create(NameOf(session), refused));
        session.Token = null;
        return true;
    }

    private static string NameOf(ProviderSession session) => $"{session.Account.Name} {session.Address} {session.Key}";
}
