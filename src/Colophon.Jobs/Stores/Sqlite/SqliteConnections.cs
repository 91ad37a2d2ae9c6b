using Microsoft.Data.Sqlite;

namespace Colophon.Jobs.Stores.Sqlite;

/// <summary>Opens connections with the settings the house relies on, and makes sure they took.</summary>
internal static class SqliteConnections
{
    private const int BusySeconds = 1;

    /// <summary>A long queue is claimed by priority, not in the order of its pages: with the default of 2 MB each claim would read the disk.</summary>
    private const int CacheKilobytes = 32 * 1024;

    /// <summary>16 MB: a page that many commits touch is copied back once. The default of a quarter costs a third of the speed.</summary>
    private const int CheckpointPages = 4_000;
    private const int JournalLimit = 64 * 1024 * 1024;

    public static SqliteConnection OpenWriter(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        Set(connection, "journal_mode", "wal", "wal");
        Set(connection, "synchronous", "full", "2");
        Set(connection, "foreign_keys", "on", "1");
        Set(connection, "cache_size", $"-{CacheKilobytes}", $"-{CacheKilobytes}");
        Set(connection, "wal_autocheckpoint", $"{CheckpointPages}", $"{CheckpointPages}");
        Set(connection, "journal_size_limit", $"{JournalLimit}", $"{JournalLimit}");
        return connection;
    }

    /// <summary>Only the writer ever checkpoints: two connections doing it at once can corrupt the file before SQLite 3.51.3.</summary>
    public static SqliteConnection OpenReader(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadOnly);
        Set(connection, "query_only", "on", "1");
        Set(connection, "wal_autocheckpoint", "0", "0");
        return connection;
    }

    /// <summary>What all connections have in common.</summary>
    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = BusySeconds,
            }.ToString()
        );
        connection.Open();
        Set(connection, "busy_timeout", $"{BusySeconds * 1000}", $"{BusySeconds * 1000}");
        Set(connection, "temp_store", "memory", "2");
        return connection;
    }

    private static void Set(SqliteConnection connection, string pragma, string value, string expected)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"pragma {pragma} = {value}";
        command.ExecuteNonQuery();
        command.CommandText = $"pragma {pragma}";
        var actual = Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        if (actual != expected)
            throw new InvalidOperationException($"SQLite did not take {pragma} = {value}: it says {actual}.");
    }
}
