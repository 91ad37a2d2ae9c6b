using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Scanning;

/// <summary>Counts items whose enrichment leaves their scan, and says so once a provider.</summary>
internal sealed class EnrichmentDeferredApplier : IApplier<EnrichmentDeferred>
{
    public void Apply(IReadOnlyList<Applied<EnrichmentDeferred>> records, Commit commit)
    {
        foreach (var deferred in records.Select(applied => applied.Record))
        {
            var delta = commit.State<ScanDeltas>().Of(deferred.ScanId);
            delta.EnrichmentDeferred++;
            delta.Warnings.Add(
                new ScanWarning(
                    ScanErrorCodes.ProviderWaits,
                    Root: null,
                    $"{deferred.Provider} cannot be asked now. What needs it is done by itself later."
                )
            );
        }
    }
}
