using System.Data.Common;

namespace Colophon.Jobs;

/// <summary>The store that jobs and catalog share: many readers, one place that writes.</summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary>Runs <paramref name="work"/> in one write transaction, before waiting groups of job results. Rolled back when it throws.</summary>
    Task<T> WriteAsync<T>(Func<Commit, T> work, CancellationToken cancellationToken);

    /// <summary>Runs <paramref name="read"/> on a read-only connection. It must not keep the connection.</summary>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>Which scripts make its tables.</summary>
    SqlDialect Dialect { get; }

    /// <summary>How the nodes tell each other; null where one process is alone with the database.</summary>
    INodeMessages? Messages { get; }

    /// <summary>The processes that work with it, oldest first; those that died for a day.</summary>
    Task<IReadOnlyList<Node>> NodesAsync(CancellationToken cancellationToken);

    /// <summary>How it is kept well.</summary>
    IUpkeep Upkeep { get; }

    /// <summary>What an exception of a read or a write says about the database itself; null when it is not the database's fault.</summary>
    TroubleKind? Diagnose(Exception error);

    /// <summary>Why the engine pauses (disk full, database busy, I/O error), or null when all is well.</summary>
    EngineTrouble? Trouble { get; }
}

/// <summary>What is wrong with a database.</summary>
/// <param name="Code">As in <see cref="EngineTrouble"/>.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record TroubleKind(string Code, string Message);

/// <summary>The SQL a database speaks. Statements are written so that both run them; scripts that make tables stand in both.</summary>
public enum SqlDialect
{
    Sqlite,
    Postgres,
}

/// <summary>Trouble of the engine itself: no attempt is counted, results are kept and retried, claims pause.</summary>
/// <param name="Code">Stable: <c>disk_full</c>, <c>database_busy</c>, <c>database_io</c>, <c>database_lost</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Since">Since when.</param>
public sealed record EngineTrouble(string Code, string Message, DateTimeOffset Since);
