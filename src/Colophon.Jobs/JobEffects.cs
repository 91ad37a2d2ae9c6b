namespace Colophon.Jobs;

/// <summary>All that a running job has handed over since its last commit.</summary>
internal sealed class JobEffects(Func<JobEffects, string, CancellationToken, Task> checkpoint)
{
    public string? Cursor { get; set; }

    public List<object> Records { get; } = [];

    public List<JobRequest> Children { get; } = [];

    public List<JobLogLine> Logs { get; private init; } = [];

    /// <summary>What is left of the effects of a try that failed after all.</summary>
    public JobEffects LogOnly() =>
        new(static (_, _, _) => throw new InvalidOperationException("The try has ended."))
        {
            Cursor = Cursor,
            Logs = Logs,
        };

    public Task CheckpointAsync(string cursor, CancellationToken cancellationToken) =>
        checkpoint(this, cursor, cancellationToken);

    public void Clear()
    {
        Records.Clear();
        Children.Clear();
        Logs.Clear();
    }
}
