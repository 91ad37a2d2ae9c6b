using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace Colophon.Jobs.Stores.Postgres;

/// <summary>A statement of the writing connection; Npgsql prepares what runs again by itself.</summary>
internal sealed partial class PostgresStatement : IStatement
{
    private readonly NpgsqlCommand command;
    private readonly int expected;
    private NpgsqlDataReader? rows;

    public PostgresStatement(NpgsqlConnection connection, string sql)
    {
        (var text, expected) = Numbered(sql);
        command = new NpgsqlCommand(text, connection);
    }

    public IStatement BindAll(ReadOnlySpan<object?> values)
    {
        if (values.Length != expected)
            throw new ArgumentException($"{values.Length} values for {expected} parameters.", nameof(values));
        foreach (var value in values)
            Add(Parameter(value));
        return this;
    }

    public IStatement Bind(long value) => Add(new NpgsqlParameter<long> { TypedValue = value });

    public IStatement Bind(string value) => Add(new NpgsqlParameter<string> { TypedValue = value });

    public IStatement BindOrNull(long? value) => value is { } number ? Bind(number) : Add(Parameter(null));

    public IStatement BindOrNull(string? value) => value is null ? Add(Parameter(null)) : Bind(value);

    public bool Read()
    {
        rows ??= command.ExecuteReader();
        if (rows.Read())
            return true;
        Reset();
        return false;
    }

    public int Execute()
    {
        var changed = command.ExecuteNonQuery();
        Reset();
        return changed;
    }

    public long? Number()
    {
        var first = Read() ? Int64OrNull(0) : null;
        Reset();
        return first;
    }

    public long? NewId() => Number();

    public long Int64(int column) => rows!.GetInt64(column);

    public long? Int64OrNull(int column) => rows!.IsDBNull(column) ? null : Int64(column);

    public string Text(int column) => rows!.GetString(column);

    public string? TextOrNull(int column) => rows!.IsDBNull(column) ? null : Text(column);

    public void Reset()
    {
        rows?.Dispose();
        rows = null;
        command.Parameters.Clear();
    }

    public void Dispose()
    {
        rows?.Dispose();
        command.Dispose();
    }

    private PostgresStatement Add(NpgsqlParameter parameter)
    {
        command.Parameters.Add(parameter);
        return this;
    }

    public static NpgsqlParameter Parameter(object? value) =>
        value switch
        {
            // Of no type: the server takes that of the column.
            null => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Unknown, Value = DBNull.Value },
            string text => new NpgsqlParameter<string> { TypedValue = text },
            long number => new NpgsqlParameter<long> { TypedValue = number },
            int number => new NpgsqlParameter<long> { TypedValue = number },
            double number => new NpgsqlParameter<double> { TypedValue = number },
            byte[] bytes => new NpgsqlParameter<byte[]> { TypedValue = bytes },
            _ => throw new ArgumentException($"{value.GetType()} is the type of no column.", nameof(value)),
        };

    /// <summary>The text with <c>$1</c> for <c>?1</c> or for the first name, and how many parameters it has.</summary>
    public static (string Text, int Parameters) Numbered(string sql)
    {
        var names = new List<string>();
        var most = 0;
        var text = ParameterName()
            .Replace(
                sql,
                match =>
                {
                    if (match.ValueSpan[0] == '?')
                    {
                        most = Math.Max(most, int.Parse(match.ValueSpan[1..], provider: null));
                        return $"${match.ValueSpan[1..]}";
                    }
                    if (!names.Contains(match.Value))
                        names.Add(match.Value);
                    return $"${names.IndexOf(match.Value) + 1}";
                }
            );
        return (text, Math.Max(most, names.Count));
    }

    [GeneratedRegex(@"\?[0-9]+|(?<!@)@[a-z_0-9]+")]
    private static partial Regex ParameterName();
}
