namespace Colophon.Jobs.Victim;

/// <summary>Reads a directory; every second one has a cover to cache.</summary>
internal sealed class Reader : IJobHandler<FoundDirectory>
{
    public static readonly JobType Type = new("read", 6, 3);

    public Task<JobOutcome> RunAsync(JobContext<FoundDirectory> context, CancellationToken cancellationToken)
    {
        context.Record(new Counted("directory"));
        context.Log(JobLogLevel.Info, "read");
        if (context.Data.Number % 2 == 0)
            context.Enqueue(
                JobRequest.For(Cacher.Type, "library:1", new Cover(context.Data.Number)) with
                {
                    ScanId = 1,
                    DedupeKey = $"1:cover:{context.Data.Number}",
                }
            );
        return Task.FromResult(JobOutcome.Done);
    }
}

internal sealed record FoundDirectory(int Number);
