using Colophon.Jobs;
using Colophon.Server.Artwork;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment.Pictures;

/// <summary>A candidate that a person chose is taken into the cache while they wait.</summary>
internal sealed class FetchedCandidate(
    CandidateDownload download,
    IDatabase database,
    ProviderList providers,
    ProviderSessions sessions,
    AssetCachedApplier cached
) : ICandidateFetch
{
    public async Task<bool> FetchAsync(long assetId, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection =>
                Task.FromResult(
                    connection.Rows(
                        """
                        select a.source, a.url, a.type, i.id, i.kind from assets a join items i on i.id = a.item_id
                        where a.id = @id and a.cache_path is null and a.url is not null
                        """,
                        row =>
                            (
                                Source: row.GetString(0),
                                Url: row.GetString(1),
                                Type: row.GetString(2),
                                ItemId: row.GetInt64(3),
                                Kind: row.GetString(4)
                            ),
                        assetId
                    )
                ),
            cancellationToken
        );
        if (rows is not [var row] || providers.Find(row.Source) is not { } provider)
            return false;
        var session = await sessions.OpenAsync(provider, new SessionWishes(), cancellationToken);
        if (!session.Account.IsUsable(provider.Facts))
            throw ApiErrors
                .WrongState($"{provider.Facts.Title} is switched off or has no key. See Settings, Providers.")
                .AsException();
        var slot = new CacheSlot(row.Kind, row.ItemId, row.Type, Random.Shared.NextInt64(), Attempt: 1);
        try
        {
            var kept = await download.TakeAsync(assetId, new Uri(row.Url), slot, session, cancellationToken);
            await database.WriteAsync(commit => cached.Store([kept], commit), cancellationToken);
            return true;
        }
        catch (ProviderException failed)
        {
            throw ApiErrors.ProviderFailed(failed.Message).AsException();
        }
    }
}
