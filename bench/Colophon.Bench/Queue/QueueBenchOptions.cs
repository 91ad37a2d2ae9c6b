using Colophon.Jobs;

namespace Colophon.Bench.Queue;

/// <summary>What the queue bench measures.</summary>
internal sealed record QueueBenchOptions
{
    /// <summary>Parent jobs of one round; with half a child each there are one and a half times as many in all.</summary>
    public int Jobs { get; init; } = 20_000;

    /// <summary>Rounds of throughput; the median counts.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Jobs in all of the round that watches memory; 0 leaves it out.</summary>
    public int MemoryJobs { get; init; } = 600_000;

    /// <summary>Waiting jobs for the latencies; 0 leaves them out.</summary>
    public int Waiting { get; init; } = 1_000_000;

    /// <summary>On which store.</summary>
    public SqlDialect Store { get; init; } = SqlDialect.Sqlite;

    /// <summary>Reader threads; null = the engine's default.</summary>
    public int? Readers { get; init; }

    /// <summary>Where the database is made and removed; null = the system's folder for temporary files.</summary>
    public string? Folder { get; init; }
}
