namespace Colophon.Jobs.Victim;

/// <summary>Caches a cover.</summary>
internal sealed class Cacher : IJobHandler<Cover>
{
    public static readonly JobType Type = new("cache", 7, 4);

    public Task<JobOutcome> RunAsync(JobContext<Cover> context, CancellationToken cancellationToken)
    {
        context.Record(new Counted("cover"));
        return Task.FromResult(JobOutcome.Done);
    }
}

internal sealed record Cover(int Number);
