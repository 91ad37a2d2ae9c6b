using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Npgsql;

namespace Colophon.Jobs.Stores.Postgres;

/// <summary>A command of a <see cref="PlainConnection"/>, and nothing more.</summary>
internal sealed partial class PlainCommand(PlainConnection connection) : DbCommand
{
    private readonly NpgsqlCommand command = connection.Inner.CreateCommand();

    [AllowNull]
    public override string CommandText
    {
        get => command.CommandText;
        // Dapper writes an empty list as a select of null, which PostgreSQL takes for text; a list that may be empty is of ids.
        set => command.CommandText = EmptyList().Replace(value ?? "", "(SELECT CAST($1 AS bigint) WHERE 1 = 0)");
    }

    public override int CommandTimeout
    {
        get => command.CommandTimeout;
        set => command.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => command.CommandType;
        set => command.CommandType = value;
    }

    public override bool DesignTimeVisible
    {
        get => false;
        set => throw new NotSupportedException();
    }

    public override UpdateRowSource UpdatedRowSource
    {
        get => command.UpdatedRowSource;
        set => command.UpdatedRowSource = value;
    }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException();
    }

    protected override DbParameterCollection DbParameterCollection => command.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => command.Transaction;
        set => command.Transaction = (NpgsqlTransaction?)value;
    }

    public override void Cancel() => command.Cancel();

    public override int ExecuteNonQuery() => command.ExecuteNonQuery();

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        command.ExecuteNonQueryAsync(cancellationToken);

    public override object? ExecuteScalar() => command.ExecuteScalar();

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) =>
        command.ExecuteScalarAsync(cancellationToken);

    public override void Prepare() => command.Prepare();

    protected override DbParameter CreateDbParameter() => command.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => command.ExecuteReader(behavior);

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(
        CommandBehavior behavior,
        CancellationToken cancellationToken
    ) => await command.ExecuteReaderAsync(behavior, cancellationToken);

    [GeneratedRegex(@"\(SELECT (@\w+) WHERE 1 = 0\)")]
    private static partial Regex EmptyList();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            command.Dispose();
        base.Dispose(disposing);
    }
}
