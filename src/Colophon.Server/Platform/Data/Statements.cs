using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Colophon.Jobs;

namespace Colophon.Server.Platform.Data;

/// <summary>
/// Queries where thousands of the same are asked, by the writer and by the readers of a scan: each SQL text is prepared once
/// for a connection and run again with other values.
/// Values are given in the order in which their names first stand in the text, as in <see cref="Commit.Run"/>.
/// </summary>
public static partial class Statements
{
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Prepared = [];

    /// <summary>Runs a query inside the transaction.</summary>
    public static List<T> Query<T>(
        this Commit commit,
        string sql,
        Func<DbDataReader, T> map,
        params ReadOnlySpan<object?> values
    )
    {
        var command = Bind(commit.Connection, sql, values);
        command.Transaction = commit.Transaction;
        return ReadAll(command, map);
    }

    /// <summary>Runs a query on a connection of <see cref="IDatabase.ReadAsync"/>. Blocks, as readers do.</summary>
    public static List<T> Rows<T>(
        this DbConnection connection,
        string sql,
        Func<DbDataReader, T> map,
        params ReadOnlySpan<object?> values
    ) => ReadAll(Bind(connection, sql, values), map);

    public static long Millis(this Commit commit) => commit.Now.ToUnixTimeMilliseconds();

    public static long? LongOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetInt64(column);

    public static double? DoubleOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetDouble(column);

    public static string? TextOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static List<T> ReadAll<T>(DbCommand command, Func<DbDataReader, T> map)
    {
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    private static DbCommand Bind(DbConnection connection, string sql, ReadOnlySpan<object?> values)
    {
        var command = Command(connection, sql);
        if (command.Parameters.Count != values.Length)
            throw new ArgumentException(
                $"{values.Length} values for {command.Parameters.Count} parameters: {sql}",
                nameof(values)
            );
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var commands = Prepared.GetValue(connection, _ => new(StringComparer.Ordinal));
        if (commands.TryGetValue(sql, out var command))
            return command;
        command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in ParameterName().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        return commands[sql] = command;
    }

    [GeneratedRegex("@[a-z_0-9]+")]
    private static partial Regex ParameterName();
}
