namespace Colophon.Jobs;

/// <summary>How a database is kept well over months of work.</summary>
public interface IUpkeep
{
    /// <summary>
    /// Whether this process does what only one of those that share the database is to do: it queues the daily work. When it dies,
    /// another leads within seconds. A process that is alone always leads.
    /// </summary>
    bool Leads { get; }

    /// <summary>What makes the database slower or larger without being a fault, each with what to do about it.</summary>
    Task<IReadOnlyList<string>> StrainsAsync(CancellationToken cancellationToken);

    /// <summary>Makes small and quick again what a day of work has made large, while others work. Run it once a day, in one process.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
