using System.Text.Json.Serialization;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Scanning;

/// <summary>
/// Payload of <see cref="ScanEvents.Progress"/>: the whole state of a scan with absolute counters, so that any one message
/// replaces all before it. A phase is there from its first unit on.
/// </summary>
public sealed record ScanProgress(
    string Type,
    long ScanJobId,
    long JobId,
    long LibraryId,
    string LibraryName,
    string Phase,
    PhaseProgress Progress,
    ScanStats Stats,
    string? CurrentOperation,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EstimatedTimeRemaining,
    DateTimeOffset StartedAt,
    DateTimeOffset LastUpdatedAt
)
{
    /// <param name="asked">The provider that is asked; null: none is.</param>
    public static ScanProgress Of(ScanRow scan, string libraryName, TimeSpan? remaining, ProviderPace? asked = null)
    {
        var sealedAt = scan.DiscoveryCompletedAt;
        return new ScanProgress(
            ScanEvents.Progress,
            scan.Id,
            scan.JobId,
            scan.LibraryId,
            libraryName,
            scan.Status,
            new PhaseProgress(
                new DiscoveringProgress(scan.DirectoriesFound, scan.DirectoriesIgnored, sealedAt is null),
                sealedAt is null && scan.DirectoriesScanned == 0
                    ? null
                    : new ScanningProgress(
                        scan.DirectoriesScanned,
                        scan.DirectoriesTotal,
                        Percentage(scan.DirectoriesScanned, scan.DirectoriesTotal)
                    ),
                scan.ScanningCompletedAt is null && scan.AssetsQueued == 0
                    ? null
                    : new CachingProgress(
                        scan.AssetsCached,
                        scan.AssetsQueued,
                        Percentage(scan.AssetsCached, scan.AssetsQueued),
                        AssetCounts.Read(scan.AssetsByType)
                    ),
                scan.CachingCompletedAt is null && scan.EnrichmentQueued == 0
                    ? null
                    : new EnrichingProgress(
                        scan.EnrichmentCompleted,
                        scan.EnrichmentQueued,
                        Percentage(scan.EnrichmentCompleted, scan.EnrichmentQueued),
                        asked?.Title,
                        asked is { Requests: { } requests, Seconds: { } seconds }
                            ? new RateLimitShown(requests, seconds)
                            : null
                    )
            ),
            new ScanStats(
                scan.ItemsFound,
                scan.ItemsNew,
                scan.ItemsUpdated,
                scan.ItemsMissing,
                scan.AssetsCached,
                scan.ErrorsCount
            ),
            scan.CurrentOperation,
            ScanPace.Text(remaining),
            UtcTime.From(scan.StartedAt),
            UtcTime.From(scan.UpdatedAt)
        );
    }

    /// <summary>Whole numbers, half up; 0 while there is nothing to count.</summary>
    public static int Percentage(long done, long total) =>
        total <= 0 ? 0 : (int)(((200 * Math.Min(done, total)) + total) / (2 * total));
}

/// <summary>One entry a phase; absent before it has begun.</summary>
public sealed record PhaseProgress(
    DiscoveringProgress? Discovering,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ScanningProgress? Scanning,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CachingProgress? Caching,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EnrichingProgress? Enriching
);

public sealed record DiscoveringProgress(long DirectoriesFound, long DirectoriesIgnored, bool InProgress);

public sealed record ScanningProgress(long Scanned, long Total, int Percentage);

public sealed record CachingProgress(
    long Cached,
    long Queued,
    int Percentage,
    IReadOnlyDictionary<string, AssetCounts> ByType
);

public sealed record EnrichingProgress(
    long Completed,
    long Queued,
    int Percentage,
    string? Provider,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RateLimitShown? RateLimit
);

public sealed record RateLimitShown(long Requests, long Seconds);

public sealed record ScanStats(
    long ItemsFound,
    long ItemsNew,
    long ItemsUpdated,
    long ItemsMissing,
    long AssetsCached,
    long ErrorsCount
);
