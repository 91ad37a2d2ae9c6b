using System.Data.Common;
using Colophon.Server.Catalog;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment;

/// <inheritdoc/>
internal sealed class ProviderPaces(ProviderList providers) : IProviderPaces
{
    public ProviderPace? Of(DbConnection connection, DbTransaction? transaction, string provider)
    {
        if (providers.Find(provider)?.Facts is not { } facts)
            return null;
        var limit = ProviderAccount.Find(connection, transaction, provider).LimitOf(facts);
        return new ProviderPace(facts.Title, limit?.Times, (long?)limit?.Per.TotalSeconds);
    }
}
