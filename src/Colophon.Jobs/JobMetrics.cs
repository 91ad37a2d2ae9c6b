using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Colophon.Jobs;

/// <summary>What the engine measures about itself, by the meter <c>Colophon.Jobs</c>.</summary>
public static class JobMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Colophon.Jobs";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Claimed = Meter.CreateCounter<long>(
        "colophon.jobs.claimed",
        "{job}",
        "Jobs claimed"
    );
    private static readonly Counter<long> Completed = Meter.CreateCounter<long>(
        "colophon.jobs.completed",
        "{job}",
        "Jobs ended well"
    );
    private static readonly Counter<long> Failed = Meter.CreateCounter<long>(
        "colophon.jobs.failed",
        "{job}",
        "Jobs failed for good"
    );
    private static readonly Counter<long> Cancelled = Meter.CreateCounter<long>(
        "colophon.jobs.cancelled",
        "{job}",
        "Jobs cancelled"
    );
    private static readonly Histogram<long> GroupSize = Meter.CreateHistogram<long>(
        "colophon.jobs.group_size",
        "{result}",
        "Results stored in one commit"
    );
    private static readonly Histogram<double> CommitTime = Meter.CreateHistogram<double>(
        "colophon.jobs.commit_time",
        "ms",
        "Time of one engine commit"
    );

    private static readonly Gauge<long> Waiting = Meter.CreateGauge<long>(
        "colophon.jobs.waiting",
        "{job}",
        "Jobs that wait to be claimed"
    );

    internal static void Counted(long waiting) => Waiting.Record(waiting);

    internal static void Stored(int results, long began)
    {
        GroupSize.Record(results);
        CommitTime.Record(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    internal static void Committed(Commit commit)
    {
        Claimed.Add(commit.Started.Count);
        foreach (var job in commit.Closed)
            ByStatus(job.Status).Add(1, new KeyValuePair<string, object?>("type", job.Type));
    }

    private static Counter<long> ByStatus(JobStatus status) =>
        status switch
        {
            JobStatus.Completed => Completed,
            JobStatus.Failed => Failed,
            _ => Cancelled,
        };
}
