using System.Data.Common;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Colophon.Server.Platform.Data;

/// <summary>PostgreSQL as an end of a copy, inside the open transaction of its connection.</summary>
internal sealed class PostgresCopyEnd(NpgsqlConnection connection) : ICopyEnd
{
    public DbConnection Connection => connection;

    public async Task<long> FillAsync(
        string table,
        IReadOnlyList<string> columns,
        DbDataReader rows,
        CancellationToken cancellationToken
    )
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy {table} ({TableCopy.Listed(columns)}) from stdin (format binary)",
            cancellationToken
        );
        while (await rows.ReadAsync(cancellationToken))
        {
            await copy.StartRowAsync(cancellationToken);
            for (var i = 0; i < columns.Count; i++)
                await WriteAsync(copy, rows.GetValue(i), rows.GetDataTypeName(i), cancellationToken);
        }
        return (long)await copy.CompleteAsync(cancellationToken);
    }

    public async Task<long?> LastIdAsync(string table, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<long?>(
            new CommandDefinition(
                $"select pg_sequence_last_value(pg_get_serial_sequence('{table}', 'id')::regclass)",
                cancellationToken: cancellationToken
            )
        );

    public Task GoOnAfterAsync(string table, long lastId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            new CommandDefinition(
                $"select setval(pg_get_serial_sequence('{table}', 'id'), {lastId})",
                cancellationToken: cancellationToken
            )
        );

    /// <summary>The declared type counts: SQLite gives a whole number for a <c>double</c> column that holds one.</summary>
    private static Task WriteAsync(
        NpgsqlBinaryImporter copy,
        object value,
        string declared,
        CancellationToken cancellationToken
    ) =>
        value switch
        {
            DBNull => copy.WriteNullAsync(cancellationToken),
            string text => copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken),
            byte[] bytes => copy.WriteAsync(bytes, NpgsqlDbType.Bytea, cancellationToken),
            double number => copy.WriteAsync(number, NpgsqlDbType.Double, cancellationToken),
            long number when declared.StartsWith("double", StringComparison.OrdinalIgnoreCase) => copy.WriteAsync(
                (double)number,
                NpgsqlDbType.Double,
                cancellationToken
            ),
            _ => copy.WriteAsync((long)value, NpgsqlDbType.Bigint, cancellationToken),
        };
}
