namespace Colophon.Jobs;

/// <summary>A process that works with the database.</summary>
/// <param name="ProcessId">What stands in the rows of its jobs; another one each start.</param>
/// <param name="Host">The name of its machine.</param>
/// <param name="Version">Of the program.</param>
/// <param name="Readers">Threads that run handlers; 0 = it queues jobs and runs none.</param>
/// <param name="Running">How many jobs it held at its heartbeat.</param>
/// <param name="StartedAt">When it joined, by the clock of the database.</param>
/// <param name="HeartbeatAt">When it last showed itself, by the same clock.</param>
/// <param name="State">Whether it lives.</param>
/// <param name="IsThis">Whether it is the process that answers.</param>
public sealed record Node(
    string ProcessId,
    string Host,
    string Version,
    int Readers,
    int Running,
    DateTimeOffset StartedAt,
    DateTimeOffset HeartbeatAt,
    NodeState State,
    bool IsThis
);

/// <summary>Whether a process lives.</summary>
public enum NodeState
{
    /// <summary>It is connected and its heart beats.</summary>
    Alive,

    /// <summary>It is connected, but its heart does not beat: others take its jobs.</summary>
    Frozen,

    /// <summary>It ended without saying so: others take its jobs.</summary>
    Gone,
}
