namespace Colophon.Jobs.Writing;

/// <summary>How long a job waits before its next try.</summary>
internal sealed class Backoff(IReadOnlyDictionary<string, JobType> types, Random random)
{
    private const int MaxDoublings = 30;

    /// <summary>min(cap, base x 2^tries so far) x (0.75 .. 1.25), the first delay being the base.</summary>
    public TimeSpan Before(Job job)
    {
        var type = types.GetValueOrDefault(job.Type) ?? new JobType(job.Type, job.Priority, job.MaxAttempts);
        var doublings = Math.Clamp(job.Attempt - 1, 0, MaxDoublings);
        var delay = Math.Min(
            type.BackoffCap.TotalMilliseconds,
            type.BackoffBase.TotalMilliseconds * Math.Pow(2, doublings)
        );
        return TimeSpan.FromMilliseconds(delay * (0.75 + (random.NextDouble() / 2)));
    }
}
