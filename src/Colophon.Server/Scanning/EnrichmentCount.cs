using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Scanning;

/// <summary>
/// Counts the enrichment of a scan by items: one is queued with the first of its steps and ended with the last, however many
/// providers are asked in between. A step that queues the next one in the commit that closes it neither begins nor ends anything.
/// </summary>
internal static class EnrichmentCount
{
    public static void Count(Commit commit, ScanDeltas deltas)
    {
        var closed = commit.Closed.Where(IsStep).ToList();
        var ended = closed.Select(job => job.Id).ToHashSet();
        var followed = new HashSet<long>();
        foreach (var job in commit.Inserted.Where(IsStep))
        {
            if (job.ParentId is { } before && ended.Contains(before))
                followed.Add(before);
            else
                deltas.Of(job.ScanId!.Value).EnrichmentQueued++;
        }
        foreach (var job in closed)
        {
            var delta = deltas.Of(job.ScanId!.Value);
            var data = DataOf(job);
            delta.Provider = data?.Provider is { Length: > 0 } provider ? provider : delta.Provider;
            if (!followed.Contains(job.Id))
                delta.EnrichmentCompleted++;
            if (job.Status == JobStatus.Failed && data?.Before.HasFlag(EnrichmentMarks.Failed) != true)
                delta.EnrichmentFailed++;
        }
    }

    private static bool IsStep(Job job) => job.ScanId is not null && JobTypes.IsEnrichment(job.Type);

    private static EnrichmentData? DataOf(Job job) =>
        JsonSerializer.Deserialize<EnrichmentData>(job.Payload, JobJson.Options);
}
