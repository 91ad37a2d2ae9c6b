using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Colophon.Jobs.Stores.Sqlite;

/// <summary>A database file as a whole, beside the engine that may work with it: nothing here takes the lock of its owner.</summary>
public static class SqliteFile
{
    /// <summary>
    /// Copies the database as it stands at one instant, while its owner goes on writing. The copy is one compact file; it is not
    /// synced to the disk.
    /// </summary>
    /// <param name="from">The database file.</param>
    /// <param name="to">An empty file, or none.</param>
    /// <param name="cancellationToken">Seen before the copy begins.</param>
    /// <exception cref="DbException">One of the two cannot be used.</exception>
    public static async Task CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        await using var connection = OpenToRead(from);
        await using var copy = connection.CreateCommand();
        copy.CommandText = "vacuum into @to";
        copy.Parameters.Add(new SqliteParameter("@to", to));
        await copy.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Opens a database file that is only read.</summary>
    /// <exception cref="DbException">It is not there or cannot be read.</exception>
    public static DbConnection OpenToRead(string path) => Open(path, SqliteOpenMode.ReadOnly);

    /// <summary>
    /// Opens a database file with tables that nobody else knows of, to write everything at once: without a journal and unsynced,
    /// so that a failure leaves rubbish.
    /// </summary>
    /// <exception cref="DbException">It cannot be opened.</exception>
    public static DbConnection OpenToFill(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadWrite);
        using var pragmas = connection.CreateCommand();
        // The other store has held its references together already, and rows come in no order among themselves.
        pragmas.CommandText =
            "pragma journal_mode = delete; pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = off";
        pragmas.ExecuteNonQuery();
        return connection;
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SqliteNative.Load();
        return SqliteConnections.Open(path, mode);
    }
}
