namespace Colophon.Jobs.Victim;

/// <summary>Queues a job a directory, fifty a checkpoint, as the discovery of a scan does, and parks.</summary>
internal sealed class Walker : IJobHandler<Walk>
{
    public static readonly JobType Type = new("walk", 4, 1, JobLength.Long);

    public async Task<JobOutcome> RunAsync(JobContext<Walk> context, CancellationToken cancellationToken)
    {
        for (var number = context.Cursor<int>(); number < context.Data.Directories; number++)
        {
            context.Record(new Counted("found"));
            context.Enqueue(
                JobRequest.For(Reader.Type, "library:1", new FoundDirectory(number)) with
                {
                    ScanId = 1,
                    DedupeKey = $"1:{number}",
                }
            );
            if (number % 50 == 49)
                await context.CheckpointAsync(number + 1, cancellationToken);
        }
        return JobOutcome.Parked;
    }
}

internal sealed record Walk(int Directories);
