using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Enrichment;

/// <summary>The jobs of an enrichment.</summary>
internal static class EnrichmentRequests
{
    public static JobRequest Of(EnrichmentStep step, EnrichmentData data, long libraryId, long? parentId) =>
        JobRequest.For(step.Type, step.Queue, data with { Provider = step.Provider }) with
        {
            // In a scan once, however often the item is met; outside one not again while one waits.
            DedupeKey = data.ScanId is { } scan
                ? $"scan:{scan}:{step.Type.Name}:{step.Provider}:{data.EntityId}"
                : $"{step.Type.Name}:{step.Provider}:{data.EntityId}",
            LibraryId = libraryId,
            ScanId = data.ScanId,
            ParentId = parentId,
        };
}
