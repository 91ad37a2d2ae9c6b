using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Enrichment.Identify;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment.Pictures;

/// <summary>The job <c>fetch-provider-assets</c>: notes the pictures that a provider offers for an item, with their scores.</summary>
internal sealed class FetchProviderAssets(EnrichmentFlow flow, Identification identification)
    : IJobHandler<EnrichmentData>
{
    private const int MostOfType = 30;

    public Task<JobOutcome> RunAsync(JobContext<EnrichmentData> context, CancellationToken cancellationToken) =>
        flow.RunAsync(
            context,
            new EnrichmentStep(JobTypes.FetchProviderAssets, context.Data.Provider),
            (run, session, token) => AskAsync(context, run, session!, token),
            cancellationToken
        );

    private async Task<bool> AskAsync(
        JobContext<EnrichmentData> context,
        EnrichmentRun run,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        var identified = await identification.OfAsync(run.Item, session, cancellationToken);
        if (identified.Subject is not { } subject)
            return false;
        var offers = await session.Provider.ArtworkAsync(subject, session, cancellationToken);
        var place = PlaceOf(run, session.Provider.Facts.Name);
        var scored = offers
            .Where(offer => AssetTypes.Pictures.Contains(offer.Type))
            .DistinctBy(offer => (offer.Type, offer.Address))
            .Select(offer => new ScoredOffer(offer, AssetScore.Of(offer, session.Languages, place)))
            .GroupBy(scored => scored.Offer.Type, StringComparer.Ordinal)
            .SelectMany(type => type.OrderByDescending(one => one.Score.Points).Take(MostOfType))
            .ToList();
        var name = session.Provider.Facts.Name;
        context.Record(new ArtworkOffered(run.Item.Id, name, scored, identified.AskedBy(run.Item.Id, name)));
        return scored.Count > 0;
    }

    private static int PlaceOf(EnrichmentRun run, string provider)
    {
        var order = run.Item.Library.Options.ProviderOrder;
        for (var i = 0; i < order.Count; i++)
            if (order[i] == provider)
                return i;
        return order.Count;
    }
}

/// <summary>What a provider offers for an item now, in place of what it offered before.</summary>
internal sealed record ArtworkOffered(long ItemId, string Provider, IReadOnlyList<ScoredOffer> Offers, AskedBy Asked);

internal sealed record ScoredOffer(ArtworkOffer Offer, AssetScore Score);
