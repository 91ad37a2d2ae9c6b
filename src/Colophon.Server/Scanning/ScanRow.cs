using System.Data.Common;
using Dapper;

namespace Colophon.Server.Scanning;

/// <summary>One row of <c>scans</c>: every counter and time of a scan. Times are UTC milliseconds.</summary>
public sealed record ScanRow
{
    public long Id { get; init; }

    public long JobId { get; init; }

    public long LibraryId { get; init; }

    public string Status { get; init; } = ScanStatus.Discovering;

    public long DirectoriesFound { get; init; }

    public long DirectoriesIgnored { get; init; }

    public long DirectoriesUnchanged { get; init; }

    public long DirectoriesQueued { get; init; }

    public long DirectoriesTotal { get; init; }

    public long DirectoriesScanned { get; init; }

    public long DirectoriesFailed { get; init; }

    public long ItemsFound { get; init; }

    public long ItemsNew { get; init; }

    public long ItemsUpdated { get; init; }

    public long ItemsMissing { get; init; }

    public long AssetsQueued { get; init; }

    public long AssetsCached { get; init; }

    public long AssetsFailed { get; init; }

    public string AssetsByType { get; init; } = "{}";

    public long EnrichmentQueued { get; init; }

    public long EnrichmentCompleted { get; init; }

    public long EnrichmentFailed { get; init; }

    public long EnrichmentDeferred { get; init; }

    public string? EnrichmentProvider { get; init; }

    public long ErrorsCount { get; init; }

    public string? LastError { get; init; }

    public string Warnings { get; init; } = "[]";

    public string? Failure { get; init; }

    public string? CurrentOperation { get; init; }

    public string Options { get; init; } = "{}";

    public long? CancelledAt { get; init; }

    public long StartedAt { get; init; }

    public long? DiscoveryCompletedAt { get; init; }

    public long? ReconciledAt { get; init; }

    public long? ScanningCompletedAt { get; init; }

    public long? CachingCompletedAt { get; init; }

    public long? CompletedAt { get; init; }

    public long UpdatedAt { get; init; }

    /// <summary>The row as the transaction sees it, or null.</summary>
    public static ScanRow? Load(DbConnection connection, DbTransaction? transaction, long id) =>
        connection.QuerySingleOrDefault<ScanRow>("select * from scans where id = @id", new { id }, transaction);
}
