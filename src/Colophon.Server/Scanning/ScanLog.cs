using System.Text.Json;
using Colophon.Jobs;

namespace Colophon.Server.Scanning;

/// <summary>What a scan tells in the log of its job: that it began, how each phase went, what it could not read, how it ended.</summary>
internal static class ScanLog
{
    public static void Began(Commit commit, long jobId, string library) =>
        commit.Log(jobId, JobLogLevel.Info, $"Scanning “{library}”: looking for directories.");

    public static void PhaseEntered(Commit commit, ScanRow scan, string phase)
    {
        var level = phase == ScanStatus.Failed ? JobLogLevel.Error : JobLogLevel.Info;
        commit.Log(scan.JobId, level, TextOf(scan, phase));
    }

    /// <summary>Errors of the scan's children; those of its own job stand in the log already.</summary>
    public static void Failed(Commit commit, long jobId, IEnumerable<ScanError> errors)
    {
        foreach (var error in errors.Where(error => error.JobId != jobId))
        {
            var data = JsonSerializer.Serialize(new { error.Path, error.Code }, JobJson.Options);
            commit.Log(jobId, JobLogLevel.Warn, error.Message, data);
        }
    }

    private static string TextOf(ScanRow scan, string phase) =>
        phase switch
        {
            ScanStatus.Scanning => $"Discovery complete: {scan.DirectoriesFound} directories found, "
                + $"{scan.DirectoriesIgnored} ignored, {scan.DirectoriesUnchanged} unchanged.",
            ScanStatus.Caching => $"Scanning complete: {Found(scan)}, {scan.ItemsMissing} missing. "
                + $"{scan.AssetsQueued} assets to cache.",
            ScanStatus.Enriching => $"Caching complete: {scan.AssetsCached - scan.AssetsFailed} assets cached, "
                + $"{scan.AssetsFailed} failed.",
            ScanStatus.Completed => $"Scan completed: {Found(scan)}, {scan.ErrorsCount} errors.",
            ScanStatus.Cancelled => $"Scan cancelled: {Found(scan)} until then.",
            _ => ScanCounters.FailureOf(scan)?.Message ?? "The scan failed.",
        };

    private static string Found(ScanRow scan) =>
        $"{scan.ItemsFound} found ({scan.ItemsNew} new, {scan.ItemsUpdated} updated)";
}
