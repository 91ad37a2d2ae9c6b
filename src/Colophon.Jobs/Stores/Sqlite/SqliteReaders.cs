using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Colophon.Jobs.Stores.Sqlite;

/// <summary>A few read-only connections, opened when first needed and used again.</summary>
internal sealed class SqliteReaders(string path, int most) : IDisposable
{
    private readonly SemaphoreSlim free = new(most, most);
    private readonly ConcurrentBag<SqliteConnection> idle = [];

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        SqliteConnection? connection = null;
        try
        {
            if (!idle.TryTake(out connection))
                connection = SqliteConnections.OpenReader(path);
            return await read(connection);
        }
        finally
        {
            if (connection is not null)
                idle.Add(connection);
            free.Release();
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var connection))
            connection.Dispose();
        free.Dispose();
    }
}
