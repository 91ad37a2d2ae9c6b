using System.Data.Common;
using Dapper;

namespace Colophon.Server.Platform.Data;

/// <summary>A database file as an end of a copy.</summary>
internal sealed class SqliteCopyEnd(DbConnection connection) : ICopyEnd
{
    public DbConnection Connection => connection;

    public async Task<long> FillAsync(
        string table,
        IReadOnlyList<string> columns,
        DbDataReader rows,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        var names = Enumerable.Range(0, columns.Count).Select(i => $"@c{i}").ToList();
        insert.CommandText = $"insert into {table} ({TableCopy.Listed(columns)}) values ({string.Join(", ", names)})";
        foreach (var name in names)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = name;
            insert.Parameters.Add(parameter);
        }
        var copied = 0L;
        for (; await rows.ReadAsync(cancellationToken); copied++)
        {
            for (var i = 0; i < columns.Count; i++)
                insert.Parameters[i].Value = rows.GetValue(i);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return copied;
    }

    public async Task<long?> LastIdAsync(string table, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<long?>(
            new CommandDefinition(
                "select seq from sqlite_sequence where name = @table",
                new { table },
                cancellationToken: cancellationToken
            )
        );

    public Task GoOnAfterAsync(string table, long lastId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            new CommandDefinition(
                """
                delete from sqlite_sequence where name = @table;
                insert into sqlite_sequence (name, seq) values (@table, @lastId)
                """,
                new { table, lastId },
                cancellationToken: cancellationToken
            )
        );
}
