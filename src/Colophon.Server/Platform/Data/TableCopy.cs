using System.Data.Common;
using Dapper;

namespace Colophon.Server.Platform.Data;

/// <summary>
/// Copies every row of every table from one database to another with the same tables, ids kept. One of the two is a database
/// file: from it come the names of tables and columns.
/// </summary>
internal static class TableCopy
{
    /// <summary>What says something of a database and its processes, and nothing of what it holds.</summary>
    private static readonly string[] LeftBehind = ["migrations", "workers"];

    public static async Task<IReadOnlyList<CopiedTable>> RunAsync(
        DbConnection file,
        ICopyEnd from,
        ICopyEnd to,
        CancellationToken cancellationToken
    )
    {
        var copied = new List<CopiedTable>();
        foreach (var table in await TablesAsync(file))
        {
            var columns = await ColumnsAsync(file, table);
            copied.Add(new CopiedTable(table, await CopyAsync(from, to, table, columns, cancellationToken)));
            if (columns.Contains("id") && await from.LastIdAsync(table, cancellationToken) is { } last)
                await to.GoOnAfterAsync(table, last, cancellationToken);
        }
        return copied;
    }

    /// <summary>What a copy of a database file would tell.</summary>
    public static async Task<IReadOnlyList<CopiedTable>> CountAsync(DbConnection file)
    {
        var counted = new List<CopiedTable>();
        foreach (var table in await TablesAsync(file))
            counted.Add(
                new CopiedTable(table, await file.ExecuteScalarAsync<long>($"select count(*) from \"{table}\""))
            );
        return counted;
    }

    private static async Task<long> CopyAsync(
        ICopyEnd from,
        ICopyEnd to,
        string table,
        IReadOnlyList<string> columns,
        CancellationToken cancellationToken
    )
    {
        await using var select = from.Connection.CreateCommand();
        select.CommandText = $"select {Listed(columns)} from {table}";
        select.CommandTimeout = 0;
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        return await to.FillAsync(table, columns, rows, cancellationToken);
    }

    /// <summary>Some columns are called as a type or a function is.</summary>
    public static string Listed(IEnumerable<string> columns) =>
        string.Join(", ", columns.Select(column => $"\"{column}\""));

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
}

/// <summary>A table and how many rows of it were copied.</summary>
internal sealed record CopiedTable(string Name, long Rows);
