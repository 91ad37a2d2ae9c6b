using Colophon.Jobs;
using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Enrichment.Identify;
using Colophon.Server.Enrichment.Pictures;
using Colophon.Server.Enrichment.Review;

namespace Colophon.Server.Enrichment;

public static class EnrichmentFeature
{
    /// <summary>Before the step that counts what a commit queued.</summary>
    public static IServiceCollection AddEnrichment(this IServiceCollection services) =>
        services
            .AddSingleton<ICommitStep, QueueEnrichment>()
            .AddSingleton<IProviderPaces, ProviderPaces>()
            .AddSingleton<EnrichmentFlow>()
            .AddSingleton<Identification>()
            .AddJobHandler<EnrichMetadata, EnrichmentData>(JobTypes.EnrichMetadata)
            .AddApplier<ProviderSaidApplier, ProviderSaid>()
            .AddSingleton<AskedItems>()
            .AddSingleton<IdentityPreview>()
            .AddSingleton<CandidateDownload>()
            .AddSingleton<ICandidateFetch, FetchedCandidate>()
            .AddJobHandler<FetchProviderAssets, EnrichmentData>(JobTypes.FetchProviderAssets)
            .AddJobHandler<SelectAssets, EnrichmentData>(JobTypes.SelectAssets)
            .AddApplier<ArtworkOfferedApplier, ArtworkOffered>()
            .AddApplier<AssetsPickedApplier, AssetsPicked>()
            .AddApplier<AssetRefusedApplier, AssetRefused>()
            .AddApplier<EnrichmentEndedApplier, EnrichmentEnded>();
}
