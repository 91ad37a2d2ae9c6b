using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;
using Dapper;

namespace Colophon.Server.Scanning;

public enum ScanHealthState
{
    Ok,
    Stalled,
}

/// <summary>Why a scan does not move.</summary>
public enum StallReason
{
    /// <summary>Units wait and nobody takes them.</summary>
    NoWorker,

    /// <summary>A unit runs and does not end.</summary>
    BlockedJob,

    /// <summary>What is left waits for a provider.</summary>
    ProviderLimit,

    /// <summary>The walk over the folders does not come on, or the database cannot write.</summary>
    SlowDisk,
}

/// <summary>Whether a scan comes on. One that has not moved for a minute is stalled, with the reason as far as its jobs tell it.</summary>
public sealed record ScanHealth(ScanHealthState State, StallReason? Reason, DateTimeOffset? Since)
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly ScanHealth Well = new(ScanHealthState.Ok, null, null);

    public static ScanHealth Of(DbConnection connection, ScanRow scan, EngineTrouble? trouble, DateTimeOffset now)
    {
        var moved = UtcTime.From(scan.UpdatedAt);
        if (ScanStatus.HasEnded(scan.Status) || now - moved < Patience)
            return Well;
        var reason = trouble is null ? ReasonOf(OpenJobsOf(connection, scan), now) : StallReason.SlowDisk;
        return new ScanHealth(ScanHealthState.Stalled, reason, moved);
    }

    internal static StallReason? ReasonOf(IReadOnlyList<OpenJobs> open, DateTimeOffset now)
    {
        var running = open.Where(jobs => jobs.Status == (long)JobStatus.InProgress).ToList();
        if (running.Any(jobs => jobs.Type != JobTypes.Scan.Name))
            return StallReason.BlockedJob;
        if (running.Count > 0)
            return StallReason.SlowDisk;
        var waiting = open.Where(jobs => jobs.Status == (long)JobStatus.Pending).ToList();
        if (waiting.Any(jobs => UtcTime.From(jobs.NextRunAt) <= now))
            return StallReason.NoWorker;
        return waiting.Count > 0 && waiting.All(jobs => IsOfProvider(jobs.Type)) ? StallReason.ProviderLimit : null;
    }

    /// <summary>A parked scan job has no owner and holds up nothing, so it is left out.</summary>
    private static IReadOnlyList<OpenJobs> OpenJobsOf(DbConnection connection, ScanRow scan) =>
        connection
            .Query<OpenJobs>(
                """
                select type, status, min(run_at) as next_run_at from jobs
                where status in (0, 1) and (scan_id = @Id or (id = @JobId and (status = 0 or process_id is not null)))
                group by type, status
                """,
                new { scan.Id, scan.JobId }
            )
            .AsList();

    private static bool IsOfProvider(string type) =>
        type == JobTypes.FetchProviderAssets.Name || type == JobTypes.EnrichMetadata.Name;
}

/// <summary>The open jobs of one type and status in a scan. Not read by constructor: a computed column has no type while there is no row.</summary>
internal sealed record OpenJobs
{
    public string Type { get; init; } = "";

    public long Status { get; init; }

    public long NextRunAt { get; init; }
}
