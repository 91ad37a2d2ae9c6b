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
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    Task<IReadOnlyList<string>> StrainsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Makes small and quick again what a day of work has made large, while others work; minutes where it is very large. Run it once
    /// a day, in one process. What could not be made small is logged and left to the next day.
    /// </summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    Task RunAsync(CancellationToken cancellationToken);
}
