using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Colophon.Jobs.Stores.Sqlite;

/// <summary>
/// A prepared statement of the writing connection, kept for its life. The job store runs a few statements ten thousand
/// times a second; through <see cref="SqliteCommand"/> each would look up its parameters by name every time.
/// </summary>
internal sealed class SqliteStatement : IStatement
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt owned;
    private readonly nint statement;
    private readonly int expected;
    private int bound;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out owned));
        statement = owned.DangerousGetHandle();
        expected = raw.sqlite3_bind_parameter_count(owned);
    }

    /// <summary>SQLite numbers named parameters in the order in which they first stand in the text.</summary>
    /// <exception cref="ArgumentException">There are more or fewer values than parameters, or a value is of no type of a column.</exception>
    public IStatement BindAll(ReadOnlySpan<object?> values)
    {
        if (values.Length != expected)
            throw new ArgumentException($"{values.Length} values for {expected} parameters.", nameof(values));
        foreach (var value in values)
            BindAny(value);
        return this;
    }

    public IStatement Bind(long value)
    {
        Check(SqliteCalls.BindInt64(statement, ++bound, value));
        return this;
    }

    public IStatement Bind(string value)
    {
        Check(SqliteCalls.BindText(statement, ++bound, value));
        return this;
    }

    public IStatement BindOrNull(long? value) => value is { } number ? Bind(number) : BindNull();

    public IStatement BindOrNull(string? value) => value is null ? BindNull() : Bind(value);

    /// <summary>True while there is a row; the statement is reset after the last.</summary>
    public bool Read()
    {
        var code = SqliteCalls.Step(statement);
        if (code == raw.SQLITE_ROW)
            return true;
        Finish(code);
        return false;
    }

    /// <summary>Runs to the end and tells how many rows changed.</summary>
    public int Execute()
    {
        while (Read()) { }
        return raw.sqlite3_changes(database);
    }

    /// <summary>The first column of the first row as a number, or null without a row or value.</summary>
    public long? Number()
    {
        if (!Read())
            return null;
        var first = Int64OrNull(0);
        while (Read()) { }
        return first;
    }

    public long? NewId() => Execute() == 0 ? null : raw.sqlite3_last_insert_rowid(database);

    public long Int64(int column) => SqliteCalls.ColumnInt64(statement, column);

    public long? Int64OrNull(int column) => IsNull(column) ? null : Int64(column);

    public string Text(int column) => SqliteCalls.ColumnText(statement, column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public void Reset()
    {
        bound = 0;
        _ = SqliteCalls.Reset(statement);
    }

    public void Dispose() => owned.Dispose();

    private IStatement BindAny(object? value) =>
        value switch
        {
            null => BindNull(),
            string text => Bind(text),
            long number => Bind(number),
            int number => Bind(number),
            double number => Bind(number),
            byte[] bytes => Bind(bytes),
            _ => throw new ArgumentException($"{value.GetType()} is the type of no column.", nameof(value)),
        };

    private IStatement Bind(double value)
    {
        Check(SqliteCalls.BindDouble(statement, ++bound, value));
        return this;
    }

    private IStatement Bind(byte[] value)
    {
        Check(SqliteCalls.BindBlob(statement, ++bound, value));
        return this;
    }

    private IStatement BindNull()
    {
        Check(SqliteCalls.BindNull(statement, ++bound));
        return this;
    }

    private bool IsNull(int column) => SqliteCalls.ColumnType(statement, column) == raw.SQLITE_NULL;

    private void Finish(int code)
    {
        if (code == raw.SQLITE_DONE)
        {
            Reset();
            return;
        }
        var extended = raw.sqlite3_extended_errcode(database);
        var message = raw.sqlite3_errmsg(database).utf8_to_string();
        Reset();
        throw new SqliteException($"SQLite Error {code}: '{message}'.", code, extended);
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, database);
    }
}
