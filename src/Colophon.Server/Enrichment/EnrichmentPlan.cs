using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment;

/// <summary>One step of an item's enrichment.</summary>
/// <param name="Provider">Empty for the choice of assets, which is no provider's.</param>
internal sealed record EnrichmentStep(JobType Type, string Provider)
{
    public string Queue =>
        Type == JobTypes.SelectAssets ? JobQueues.Artwork
        : Type == JobTypes.FetchProviderAssets ? JobQueues.OfProviderArtwork(Provider)
        : JobQueues.OfProvider(Provider);
}

/// <summary>
/// The steps of an item's enrichment in their order: metadata of each provider as the library ranks them, so that one tells the ids by
/// which the next is asked, then their pictures, then the choice among these. Computed anew at each step from what is set by then.
/// </summary>
internal static class EnrichmentPlan
{
    /// <param name="usable">Whether a provider is switched on and has what it needs.</param>
    /// <param name="after">The step that was done; null: from the first.</param>
    public static EnrichmentStep? Next(
        string kind,
        LibraryOptions library,
        EnrichmentMode mode,
        IReadOnlyList<ProviderFacts> providers,
        Predicate<ProviderFacts> usable,
        EnrichmentStep? after
    )
    {
        var ranked = providers
            .OrderBy(facts => Place(library.ProviderOrder, facts.Name))
            .ThenBy(facts => facts.Rank)
            .ThenBy(facts => facts.Name, StringComparer.Ordinal)
            .ToList();
        var steps = new List<(EnrichmentStep Step, bool IsPossible)>();
        if (mode != EnrichmentMode.None)
            Add(JobTypes.EnrichMetadata, ProviderCan.Metadata);
        if (mode == EnrichmentMode.Full)
        {
            Add(JobTypes.FetchProviderAssets, ProviderCan.Artwork);
            var any = steps.Exists(step => step.IsPossible && step.Step.Type == JobTypes.FetchProviderAssets);
            steps.Add((new EnrichmentStep(JobTypes.SelectAssets, ""), any && library.AutoSelectAssets));
        }
        var from = after is null ? 0 : steps.FindIndex(step => step.Step == after) + 1;
        return steps.Skip(from).FirstOrDefault(step => step.IsPossible).Step;

        void Add(JobType type, ProviderCan can) =>
            steps.AddRange(
                ranked
                    .Where(facts => facts.Ability(kind)?.Can.HasFlag(can) == true)
                    .Select(facts => (new EnrichmentStep(type, facts.Name), usable(facts)))
            );
    }

    private static int Place(IReadOnlyList<string> order, string name)
    {
        for (var i = 0; i < order.Count; i++)
            if (order[i] == name)
                return i;
        return order.Count;
    }
}
