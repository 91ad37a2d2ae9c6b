using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Data;
using Colophon.Server.Scanning;

namespace Colophon.Server.Activity;

/// <summary>A scan as the API shows it: every column of its row, and what follows from it.</summary>
public sealed record ScanAnswer(
    long Id,
    long JobId,
    long LibraryId,
    string LibraryName,
    [property: AllowedValues(
        ScanStatus.Discovering,
        ScanStatus.Scanning,
        ScanStatus.Caching,
        ScanStatus.Enriching,
        ScanStatus.Completed,
        ScanStatus.Failed,
        ScanStatus.Cancelled
    )]
        string Status,
    long DirectoriesFound,
    long DirectoriesIgnored,
    long DirectoriesUnchanged,
    long DirectoriesQueued,
    long DirectoriesTotal,
    long DirectoriesScanned,
    long DirectoriesFailed,
    long ItemsFound,
    long ItemsNew,
    long ItemsUpdated,
    long ItemsMissing,
    long AssetsQueued,
    long AssetsCached,
    long AssetsFailed,
    IReadOnlyDictionary<string, AssetCounts> AssetsByType,
    long EnrichmentQueued,
    long EnrichmentCompleted,
    long EnrichmentFailed,
    long EnrichmentDeferred,
    string? EnrichmentProvider,
    long ErrorsCount,
    string? LastError,
    IReadOnlyList<ScanNotice> Warnings,
    JobErrorAnswer? Failure,
    string? CurrentOperation,
    ScanOptions Options,
    DateTimeOffset? CancelledAt,
    DateTimeOffset StartedAt,
    DateTimeOffset? DiscoveryCompletedAt,
    DateTimeOffset? ReconciledAt,
    DateTimeOffset? ScanningCompletedAt,
    DateTimeOffset? CachingCompletedAt,
    DateTimeOffset? CompletedAt,
    DateTimeOffset UpdatedAt,
    long DurationMs,
    string? EstimatedTimeRemaining,
    RateLimitAnswer? RateLimit,
    ScanHealthAnswer Health
)
{
    internal static ScanAnswer Of(
        ScanRow scan,
        string libraryName,
        DateTimeOffset now,
        TimeSpan? remaining,
        RateLimitAnswer? rateLimit,
        ScanHealthAnswer health
    ) =>
        new(
            scan.Id,
            scan.JobId,
            scan.LibraryId,
            libraryName,
            scan.Status,
            scan.DirectoriesFound,
            scan.DirectoriesIgnored,
            scan.DirectoriesUnchanged,
            scan.DirectoriesQueued,
            scan.DirectoriesTotal,
            scan.DirectoriesScanned,
            scan.DirectoriesFailed,
            scan.ItemsFound,
            scan.ItemsNew,
            scan.ItemsUpdated,
            scan.ItemsMissing,
            scan.AssetsQueued,
            scan.AssetsCached,
            scan.AssetsFailed,
            AssetCounts.Read(scan.AssetsByType),
            scan.EnrichmentQueued,
            scan.EnrichmentCompleted,
            scan.EnrichmentFailed,
            scan.EnrichmentDeferred,
            scan.EnrichmentProvider,
            scan.ErrorsCount,
            scan.LastError,
            ScanNotice.ReadAll(scan.Warnings),
            JobErrorAnswer.Read(scan.Failure),
            scan.CurrentOperation,
            ScanOptions.FromJson(scan.Options),
            UtcTime.From(scan.CancelledAt),
            UtcTime.From(scan.StartedAt),
            UtcTime.From(scan.DiscoveryCompletedAt),
            UtcTime.From(scan.ReconciledAt),
            UtcTime.From(scan.ScanningCompletedAt),
            UtcTime.From(scan.CachingCompletedAt),
            UtcTime.From(scan.CompletedAt),
            UtcTime.From(scan.UpdatedAt),
            (scan.CompletedAt ?? now.ToUnixTimeMilliseconds()) - scan.StartedAt,
            ScanPace.Text(remaining),
            rateLimit,
            health
        );
}

/// <summary>Something a person may want to mend that does not fail the scan.</summary>
public sealed record ScanNotice(string Code, string? Root, string Message)
{
    internal static IReadOnlyList<ScanNotice> ReadAll(string json) =>
        JsonSerializer.Deserialize<List<ScanNotice>>(json, JobJson.Options) ?? [];
}

/// <summary>What a provider allows.</summary>
public sealed record RateLimitAnswer(string Provider, long Requests, long Seconds)
{
    internal static RateLimitAnswer? Of(ProviderPace? pace) =>
        pace is { Requests: { } requests, Seconds: { } seconds }
            ? new RateLimitAnswer(pace.Title, requests, seconds)
            : null;
}

public sealed record ScanHealthAnswer(ScanHealthState State, StallReason? Reason, DateTimeOffset? Since)
{
    internal static ScanHealthAnswer Of(ScanHealth health) => new(health.State, health.Reason, health.Since);
}

public sealed record ScanList(IReadOnlyList<ScanAnswer> Scans, long Total);
