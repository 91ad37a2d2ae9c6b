namespace Colophon.Server.Activity;

/// <summary>A row of <c>jobs</c> with the name of its library. Times are UTC milliseconds.</summary>
internal sealed record JobRow
{
    public long Id { get; init; }

    public string Type { get; init; } = "";

    public string Queue { get; init; } = "";

    public long Status { get; init; }

    public long Priority { get; init; }

    public string Payload { get; init; } = "{}";

    public string? Cursor { get; init; }

    public long? LibraryId { get; init; }

    public string? LibraryName { get; init; }

    public long? ScanId { get; init; }

    public long? ParentId { get; init; }

    public long? RetryOf { get; init; }

    public long Attempt { get; init; }

    public long MaxAttempts { get; init; }

    public long RunAt { get; init; }

    public string? ProcessId { get; init; }

    public long? CancelRequestedAt { get; init; }

    public string? Error { get; init; }

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    public long? StartedAt { get; init; }

    public long? FinishedAt { get; init; }
}

/// <summary>What a scan's row says about the progress of its job.</summary>
internal sealed record JobScan
{
    public long Id { get; init; }

    public long JobId { get; init; }

    public long? DiscoveryCompletedAt { get; init; }

    public long DirectoriesQueued { get; init; }

    public long DirectoriesScanned { get; init; }

    public long AssetsQueued { get; init; }

    public long AssetsCached { get; init; }

    public long EnrichmentQueued { get; init; }

    public long EnrichmentCompleted { get; init; }

    public long ErrorsCount { get; init; }
}
