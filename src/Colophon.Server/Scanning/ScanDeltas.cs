using Colophon.Server.Catalog;

namespace Colophon.Server.Scanning;

/// <summary>Of one commit: by how much the counters of each scan move, and what else its row takes in.</summary>
public sealed class ScanDeltas
{
    private readonly SortedDictionary<long, ScanDelta> byScan = [];

    public IReadOnlyDictionary<long, ScanDelta> ByScan => byScan;

    public ScanDelta Of(long scanId)
    {
        if (!byScan.TryGetValue(scanId, out var delta))
            byScan[scanId] = delta = new ScanDelta();
        return delta;
    }
}

/// <summary>What one commit adds to one scan.</summary>
public sealed class ScanDelta
{
    public long Ignored { get; set; }

    public long Unchanged { get; set; }

    public long Queued { get; set; }

    public long Scanned { get; set; }

    public long Failed { get; set; }

    public long New { get; set; }

    public long Updated { get; set; }

    public long Missing { get; set; }

    public long AssetsQueued { get; set; }

    public long AssetsCached { get; set; }

    public long AssetsFailed { get; set; }

    public long EnrichmentQueued { get; set; }

    public long EnrichmentCompleted { get; set; }

    public long EnrichmentFailed { get; set; }

    public long EnrichmentDeferred { get; set; }

    /// <summary>That was asked last.</summary>
    public string? Provider { get; set; }

    public SortedDictionary<string, AssetCounts> Assets { get; } = new(StringComparer.Ordinal);

    public List<ScanError> Errors { get; } = [];

    public List<ScanWarning> Warnings { get; } = [];

    public ScanFailure? Failure { get; set; }

    public string? CurrentOperation { get; set; }

    public ScanMilestone Milestone { get; set; }

    public void Asset(string type, long queued, long cached)
    {
        var counts = Assets.GetValueOrDefault(type) ?? new AssetCounts(0, 0);
        Assets[type] = new AssetCounts(counts.Cached + cached, counts.Queued + queued);
        AssetsQueued += queued;
        AssetsCached += cached;
    }
}

/// <summary>Points that a scan passes once.</summary>
[Flags]
public enum ScanMilestone
{
    None = 0,
    DiscoverySealed = 1,
    Reconciled = 2,
    Cancelled = 4,
}

/// <param name="JobType">Of the job that met it.</param>
public sealed record ScanError(
    long JobId,
    string JobType,
    string? Path,
    string Code,
    string Message,
    long Attempts,
    ItemId? Item = null
);

/// <summary>Shown with the scan, changes nothing else: <c>{code, root, message}</c>.</summary>
public sealed record ScanWarning(string Code, string? Root, string Message);

/// <summary>Why a scan ends failed.</summary>
public sealed record ScanFailure(string Code, string Message);
