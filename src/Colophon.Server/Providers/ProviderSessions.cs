using Colophon.Jobs;
using Colophon.Server.Platform.Protection;
using Colophon.Server.Providers.Http;

namespace Colophon.Server.Providers;

/// <summary>Opens sessions with providers, as the settings stand now.</summary>
public sealed class ProviderSessions
{
    private const string KeyPurpose = "provider key";

    private readonly ProviderClient client;
    private readonly IDatabase database;
    private readonly ProtectedText secrets;
    private readonly TimeProvider clock;

    internal ProviderSessions(ProviderClient client, IDatabase database, ProtectedText secrets, TimeProvider clock) =>
        (this.client, this.database, this.secrets, this.clock) = (client, database, secrets, clock);

    /// <summary>Whether it is switched on is not asked here.</summary>
    public async Task<ProviderSession> OpenAsync(
        IProvider provider,
        SessionWishes wishes,
        CancellationToken cancellationToken
    )
    {
        var account = await database.ReadAsync(
            connection => ProviderAccount.FindAsync(connection, provider.Facts.Name),
            cancellationToken
        );
        return Open(provider, account, wishes);
    }

    internal ProviderSession Open(IProvider provider, ProviderAccount account, SessionWishes wishes) =>
        new(client, provider, account, wishes)
        {
            Key = account.ProtectedKey is { } key ? secrets.Unprotect(KeyPurpose, key) : null,
            OpenedAt = clock.GetUtcNow(),
        };

    internal string Protect(string key) => secrets.Protect(KeyPurpose, key);
}
