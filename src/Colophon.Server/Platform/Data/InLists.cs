using System.Data.Common;
using System.Globalization;
using Colophon.Jobs;

namespace Colophon.Server.Platform.Data;

/// <summary>Queries over many keys at once: one query a table and chunk, as portable <c>in (...)</c> lists.</summary>
public static class InLists
{
    // SQLite allows 32,766 parameters, PostgreSQL 65,535; a power of two keeps the number of distinct texts small.
    private const int Chunk = 512;

    /// <summary>Runs <paramref name="sql"/>, in which <c>@keys</c> stands for the list, over all keys; <paramref name="values"/> come before it.</summary>
    public static List<T> QueryIn<T>(
        this Commit commit,
        string sql,
        Func<DbDataReader, T> map,
        IReadOnlyCollection<object> keys,
        params ReadOnlySpan<object?> values
    )
    {
        var rows = new List<T>();
        foreach (var chunk in keys.Chunk(Chunk))
        {
            // Rounded up to a power of two by repeating the last key: few texts, each prepared once.
            var size = 1;
            while (size < chunk.Length)
                size *= 2;
            var text = sql.Replace("@keys", Names(size), StringComparison.Ordinal);
            var all = new object?[values.Length + size];
            values.CopyTo(all);
            for (var i = 0; i < size; i++)
                all[values.Length + i] = chunk[Math.Min(i, chunk.Length - 1)];
            rows.AddRange(commit.Query(text, map, all));
        }
        return rows;
    }

    private static string Names(int size) =>
        string.Join(',', Enumerable.Range(0, size).Select(i => "@k" + i.ToString(CultureInfo.InvariantCulture)));
}
