namespace Colophon.Jobs;

/// <summary>Which ended jobs to delete with their logs. Jobs that are not ended are never deleted.</summary>
/// <param name="Statuses">Completed, failed, cancelled: at least one.</param>
public sealed record PruneFilter(params IReadOnlyList<JobStatus> Statuses)
{
    /// <summary>Only jobs of this scan; null = jobs of any scan and of none.</summary>
    public long? ScanId { get; init; }

    /// <summary>Only jobs of no scan: those of one keep their dedupe keys while it runs.</summary>
    public bool OutsideScans { get; init; }

    /// <summary>Only jobs that ended before; null = whenever.</summary>
    public DateTimeOffset? EndedBefore { get; init; }

    /// <summary>Types that stay, whatever their age (<c>scan</c>).</summary>
    public IReadOnlyList<string> KeepTypes { get; init; } = [];
}
