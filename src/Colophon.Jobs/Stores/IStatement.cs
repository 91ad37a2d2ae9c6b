namespace Colophon.Jobs.Stores;

/// <summary>A prepared statement of a writing connection: bound from left to right, then run or read. Used by one thread.</summary>
internal interface IStatement : IDisposable
{
    /// <summary>One value a parameter, in the order in which they first stand in the text.</summary>
    /// <exception cref="ArgumentException">There are more or fewer values than parameters, or a value is of no type of a column.</exception>
    IStatement BindAll(ReadOnlySpan<object?> values);

    IStatement Bind(long value);

    IStatement Bind(string value);

    IStatement BindOrNull(long? value);

    IStatement BindOrNull(string? value);

    /// <summary>True while there is a row; the statement is reset after the last.</summary>
    bool Read();

    /// <summary>Runs to the end and tells how many rows changed.</summary>
    int Execute();

    /// <summary>The first column of the first row as a number, or null without a row or value.</summary>
    long? Number();

    /// <summary>Runs an insert of one row, prepared as such: the id of the row, or null where there is one already.</summary>
    long? NewId();

    long Int64(int column);

    long? Int64OrNull(int column);

    string Text(int column);

    string? TextOrNull(int column);

    /// <summary>Ends a reading and forgets what was bound.</summary>
    void Reset();
}
