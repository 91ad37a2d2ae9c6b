using Microsoft.Extensions.Logging;

namespace Colophon.Jobs.Tests.Stores;

/// <summary>A fresh database of one kind. The suite is written against this; a further store adds one subclass.</summary>
public abstract class TestStore : IAsyncDisposable
{
    /// <summary>Opens the store, with the jobs schema in it; again after <see cref="CloseAsync"/>.</summary>
    public abstract Task<IDatabase> OpenAsync(
        TimeProvider clock,
        ILoggerFactory loggers,
        CancellationToken cancellationToken
    );

    /// <summary>Closes it as at the end of a process; the data stay.</summary>
    public abstract Task CloseAsync();

    /// <summary>From now on writes fail as on a full disk, until the answer is disposed.</summary>
    public abstract Task<IAsyncDisposable> FillDiskAsync(CancellationToken cancellationToken);

    /// <summary>Another program holds the database, and no write gets through until the answer is disposed.</summary>
    public abstract Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken);

    /// <summary>Another living process, until the answer is disposed.</summary>
    public abstract Task<IAsyncDisposable> AnotherWorkerAsync(string processId, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    /// <summary>Runs a statement in a write.</summary>
    public static long Execute(Commit commit, string sql)
    {
        using var command = commit.Connection.CreateCommand();
        command.Transaction = commit.Transaction;
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
