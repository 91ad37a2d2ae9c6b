namespace Colophon.Server.Scanning;

/// <summary>
/// The phase of a scan as a function of its row and nothing else, so that any commit that moved a counter can evaluate it
/// and none can disagree.
/// </summary>
public static class ScanPhase
{
    /// <summary>What the counters say: the first line that fits.</summary>
    public static string Of(ScanRow scan)
    {
        if (scan.CancelledAt is not null)
            return ScanStatus.Cancelled;
        if (scan.DiscoveryCompletedAt is null)
            return scan.Failure is null ? ScanStatus.Discovering : ScanStatus.Failed;
        if (scan.DirectoriesScanned < scan.DirectoriesTotal || scan.ReconciledAt is null)
            return ScanStatus.Scanning;
        if (scan.AssetsCached < scan.AssetsQueued)
            return ScanStatus.Caching;
        if (scan.EnrichmentCompleted < scan.EnrichmentQueued)
            return ScanStatus.Enriching;
        return scan.Failure is null ? ScanStatus.Completed : ScanStatus.Failed;
    }

    /// <summary>
    /// The phases the scan enters now, in order, each once: also those without units, which are passed through.
    /// Empty when it stays. A retried unit takes its end back, so the counters may name an earlier phase for a while;
    /// the scan then stays where it is and cannot end before that unit has.
    /// </summary>
    public static IReadOnlyList<string> Steps(ScanRow scan)
    {
        if (ScanStatus.HasEnded(scan.Status))
            return [];
        var target = Of(scan);
        if (target == ScanStatus.Cancelled || (target == ScanStatus.Failed && scan.DiscoveryCompletedAt is null))
            return [target];
        var steps = new List<string>(4);
        for (var at = Rank(scan.Status) + 1; at < Rank(target); at++)
            steps.Add(ScanStatus.All[at]);
        if (Rank(target) > Rank(scan.Status))
            steps.Add(target);
        return steps;
    }

    private static int Rank(string status) =>
        status switch
        {
            ScanStatus.Discovering => 0,
            ScanStatus.Scanning => 1,
            ScanStatus.Caching => 2,
            ScanStatus.Enriching => 3,
            _ => 4,
        };
}
