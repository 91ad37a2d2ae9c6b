namespace Colophon.Jobs;

/// <summary>How this process works on jobs.</summary>
public sealed class JobsOptions
{
    /// <summary>Threads that run handlers; null = twice the cores, at least 4; 0 = this process queues jobs and runs none.</summary>
    public int? Readers { get; set; }

    /// <summary>How long a stopping worker waits for its handlers before it gives their jobs back.</summary>
    public TimeSpan StopWithin { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>What the list of workers says this program is.</summary>
    public string Version { get; set; } = "";

    /// <summary>The jitter of backoffs; a test gives its own.</summary>
    public Random Random { get; set; } = Random.Shared;

    internal int ReaderCount => Readers ?? Math.Max(4, Environment.ProcessorCount * 2);
}
