using System.Data.Common;
using Colophon.Jobs;
using Colophon.Jobs.Stores.Postgres;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Colophon.Server.Platform.Data;

/// <summary>
/// Copies a whole database file to an empty PostgreSQL database: every row of every table, ids kept, in one transaction. The
/// source is only read.
/// </summary>
internal static class MoveDatabase
{
    /// <summary>Processes of the file; there they are gone.</summary>
    private static readonly string[] LeftBehind = ["migrations", "workers"];

    /// <summary>How many rows of each table were copied.</summary>
    /// <exception cref="TargetNotEmptyException">Somebody uses the target already.</exception>
    public static async Task<IReadOnlyList<MovedTable>> RunAsync(
        IDatabase source,
        IDatabase target,
        string address,
        CancellationToken cancellationToken
    )
    {
        await Migrations.ApplyAsync(source, cancellationToken);
        await Migrations.ApplyAsync(target, cancellationToken);
        await using var data = NpgsqlDataSource.Create(PostgresDatabase.ConnectionString(address));
        await using var connection = await data.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (
            await connection.ExecuteScalarAsync<long>(
                "select (select count(*) from users) + (select count(*) from libraries)"
            ) > 0
        )
            throw new TargetNotEmptyException();
        var moved = await source.ReadAsync(
            file => CopyAllAsync(file, connection, cancellationToken),
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return moved;
    }

    private static async Task<IReadOnlyList<MovedTable>> CopyAllAsync(
        DbConnection file,
        NpgsqlConnection target,
        CancellationToken cancellationToken
    )
    {
        var moved = new List<MovedTable>();
        foreach (var table in await TablesAsync(file))
        {
            var columns = await ColumnsAsync(file, table);
            var rows = await CopyAsync(file, target, table, columns, cancellationToken);
            if (rows > 0 && columns.Contains("id"))
                await target.ExecuteAsync(
                    $"select setval(pg_get_serial_sequence('{table}', 'id'), (select max(id) from {table}))"
                );
            moved.Add(new MovedTable(table, rows));
        }
        return moved;
    }

    /// <summary>Tables in an order in which each comes after those it refers to.</summary>
    private static async Task<IReadOnlyList<string>> TablesAsync(DbConnection file)
    {
        // The index of words has tables of its own below it; it is read as the one table it shows itself as.
        var names = await file.QueryAsync<string>(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_%' order by name"
        );
        var ordered = new List<string>();
        foreach (var name in names.Except(LeftBehind, StringComparer.Ordinal))
            await AddAsync(file, name, ordered);
        return ordered;
    }

    private static async Task AddAsync(DbConnection file, string table, List<string> ordered)
    {
        if (ordered.Contains(table, StringComparer.Ordinal))
            return;
        var referred = await file.QueryAsync<string>($"select \"table\" from pragma_foreign_key_list('{table}')");
        foreach (var other in referred.Where(other => other != table))
            await AddAsync(file, other, ordered);
        ordered.Add(table);
    }

    private static async Task<IReadOnlyList<string>> ColumnsAsync(DbConnection file, string table) =>
        table == "search"
            ? ["rowid", "words"]
            : (await file.QueryAsync<string>($"select name from pragma_table_info('{table}') order by cid")).AsList();

    private static async Task<long> CopyAsync(
        DbConnection file,
        NpgsqlConnection target,
        string table,
        IReadOnlyList<string> columns,
        CancellationToken cancellationToken
    )
    {
        var list = string.Join(", ", columns);
        await using var select = file.CreateCommand();
        select.CommandText = $"select {list} from {table}";
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        await using var copy = await target.BeginBinaryImportAsync(
            $"copy {table} ({list}) from stdin (format binary)",
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

/// <summary>A table and how many rows it has now.</summary>
internal sealed record MovedTable(string Name, long Rows);

/// <summary>The database that was to take everything is not empty.</summary>
internal sealed class TargetNotEmptyException : Exception;
