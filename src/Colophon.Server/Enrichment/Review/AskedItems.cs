using Colophon.Jobs;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Platform.Http;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment.Review;

/// <summary>An item and a provider that a person wants to ask about it, while they wait.</summary>
internal sealed class AskedItems(IDatabase database, ProviderList providers, ProviderSessions sessions)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="ApiErrorException">404: it is not there, or there is no such provider; 409: that is switched off.</exception>
    public async Task<(EnrichedItem Item, ProviderSession Session)> OpenAsync(
        long itemId,
        string provider,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (item, account) = await database.ReadAsync(
            async connection =>
            {
                await ItemPlace.OfItemAsync(connection, itemId, caller);
                return (
                    await EnrichedItem.FindAsync(connection, itemId),
                    await ProviderAccount.FindAsync(connection, provider)
                );
            },
            cancellationToken
        );
        if (item is null || providers.Find(provider) is not { } found)
            throw ApiErrors.NotFound().AsException();
        if (!account.IsUsable(found.Facts))
            throw ApiErrors
                .WrongState($"{found.Facts.Title} is switched off or has no key. See Settings, Providers.")
                .AsException();
        var options = item.Library.Options;
        return (
            item,
            sessions.Open(
                found,
                account,
                new SessionWishes
                {
                    Languages = options.Languages,
                    Country = options.Country,
                    Patience = Patience,
                }
            )
        );
    }
}
