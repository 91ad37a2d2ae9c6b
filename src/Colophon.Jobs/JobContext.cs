using System.Text.Json;

namespace Colophon.Jobs;

/// <summary>What a handler sees of its job, and where it puts what it found. Used by one thread at a time.</summary>
/// <typeparam name="TData">The payload's type.</typeparam>
public sealed class JobContext<TData>
{
    private readonly JobEffects effects;

    internal JobContext(Job job, TData data, JobEffects effects, TimeProvider clock)
    {
        Job = job;
        Data = data;
        Clock = clock;
        this.effects = effects;
    }

    /// <summary>The job's row as it was claimed.</summary>
    public Job Job { get; }

    /// <summary>The payload.</summary>
    public TData Data { get; }

    /// <summary>The only clock a handler may ask.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The cursor of the last committed checkpoint, or default when there is none.</summary>
    public TCursor? Cursor<TCursor>() =>
        effects.Cursor is null ? default : JsonSerializer.Deserialize<TCursor>(effects.Cursor, JobJson.Options);

    /// <summary>Hands over a record; its one <see cref="IApplier{TRecord}"/> stores it in the commit that closes or checkpoints this job.</summary>
    public void Record(object record) => effects.Records.Add(record);

    /// <summary>Queues a child job in the same commit.</summary>
    public void Enqueue(JobRequest child) => effects.Children.Add(child);

    /// <summary>Adds a line to the job's log in the same commit; at most 1,000 lines a job are kept.</summary>
    public void Log(JobLogLevel level, string message, object? data = null) =>
        effects.Logs.Add(
            new JobLogLine(
                level,
                message,
                data is null ? null : JsonSerializer.Serialize(data, JobJson.Options),
                Clock.GetUtcNow()
            )
        );

    /// <summary>
    /// Commits what was handed over so far together with <paramref name="cursor"/> in one fenced transaction; the job goes on.
    /// Throws <see cref="OperationCanceledException"/> when the job is no longer this worker's.
    /// </summary>
    public Task CheckpointAsync<TCursor>(TCursor cursor, CancellationToken cancellationToken) =>
        effects.CheckpointAsync(JsonSerializer.Serialize(cursor, JobJson.Options), cancellationToken);
}

/// <summary>A line of a job's log.</summary>
/// <param name="Data">JSON or null.</param>
public sealed record JobLogLine(JobLogLevel Level, string Message, string? Data, DateTimeOffset At);
