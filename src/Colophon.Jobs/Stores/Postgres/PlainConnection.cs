using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Colophon.Jobs.Stores.Postgres;

/// <summary>
/// A connection that does not show whose it is. Dapper gives lists to Npgsql as arrays, which <c>in @ids</c> does not take;
/// to any other connection it writes them out, and one text serves both databases.
/// </summary>
internal sealed class PlainConnection(NpgsqlConnection connection) : DbConnection
{
    public NpgsqlConnection Inner => connection;

    [AllowNull]
    public override string ConnectionString
    {
        get => connection.ConnectionString;
        set => throw new NotSupportedException();
    }

    public override string Database => connection.Database;

    public override string DataSource => connection.DataSource;

    public override string ServerVersion => connection.ServerVersion;

    public override ConnectionState State => connection.State;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open() => connection.Open();

    public override Task OpenAsync(CancellationToken cancellationToken) => connection.OpenAsync(cancellationToken);

    public override void Close() => connection.Close();

    public override ValueTask DisposeAsync() => connection.DisposeAsync();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        connection.BeginTransaction(isolationLevel);

    protected override DbCommand CreateDbCommand() => new PlainCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            connection.Dispose();
        base.Dispose(disposing);
    }
}
