using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Export;
using Colophon.Server.Publishing;
using Colophon.Server.Scanning.Resync;

namespace Colophon.Server.Activity;

/// <summary>
/// How far a job is, in whole percent, derived and never stored. Of a scan: nothing until every tree is walked, as the total is
/// not known before, then what has ended of what was queued. 100 is said of a completed job only.
/// </summary>
internal static class JobProgress
{
    private const int AllButDone = 99;

    public static int Of(JobRow job, IReadOnlyList<JobScan> scans)
    {
        if (job.Status == (long)JobStatus.Completed)
            return 100;
        if (job.Type == JobTypes.Scan.Name)
            return OfScans(scans);
        if (job.Cursor is not { } cursor)
            return 0;
        if (job.Type == JobTypes.Export.Name)
            return Read<ExportCursor>(cursor) is { } export ? Percent(export.Done, export.Total) : 0;
        if (job.Type == JobTypes.Resync.Name)
            return Read<ResyncCursor>(cursor) is { } resync ? Percent(resync.Done, resync.Total) : 0;
        if (job.Type == JobTypes.Publish.Name)
            return Read<PublishCursor>(cursor) is { } publish ? Percent(publish.Done, publish.Total) : 0;
        return 0;
    }

    public static int OfScans(IReadOnlyList<JobScan> scans)
    {
        if (scans.Any(scan => scan.DiscoveryCompletedAt is null))
            return 0;
        return Percent(
            scans.Sum(scan => scan.DirectoriesScanned + scan.AssetsCached + scan.EnrichmentCompleted),
            scans.Sum(scan => scan.DirectoriesQueued + scan.AssetsQueued + scan.EnrichmentQueued)
        );
    }

    private static TCursor? Read<TCursor>(string cursor) =>
        JsonSerializer.Deserialize<TCursor>(cursor, JobJson.Options);

    private static int Percent(long done, long total) =>
        total <= 0 ? 0 : (int)Math.Clamp(100 * done / total, 0, AllButDone);
}
