using Colophon.Jobs;
using Colophon.Jobs.Stores;
using Colophon.Jobs.Stores.Postgres;
using Dapper;
using Npgsql;

namespace Colophon.Server.Platform.Data;

/// <summary>
/// Copies a whole database file to an empty PostgreSQL database: every row of every table, ids kept, in one transaction. The
/// source is only read.
/// </summary>
internal static class MoveDatabase
{
    /// <summary>How many rows of each table were copied.</summary>
    /// <exception cref="TargetNotEmptyException">Somebody uses the target already.</exception>
    public static async Task<IReadOnlyList<CopiedTable>> RunAsync(
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
        var copied = await source.ReadAsync(
            file =>
                TableCopy.RunAsync(file, new SqliteCopyEnd(file), new PostgresCopyEnd(connection), cancellationToken),
            cancellationToken
        );
        CopiedJobs.LetGo(transaction);
        await transaction.CommitAsync(cancellationToken);
        return copied;
    }
}

/// <summary>The database that was to take everything is not empty.</summary>
internal sealed class TargetNotEmptyException : Exception;
