using Microsoft.Extensions.Logging;
using Npgsql;

namespace Colophon.Jobs.Stores.Postgres;

/// <summary>
/// Rows of jobs are written three times each and then rest: autovacuum removes what is dead, but neither the emptied pages of an
/// index nor anything that an open snapshot might still look at.
/// </summary>
internal sealed partial class PostgresUpkeep(
    NpgsqlDataSource source,
    TimeSpan oldSnapshot,
    Func<bool> leads,
    ILogger logger
) : IUpkeep
{
    /// <summary>A rebuilt index waits for snapshots that are older; what never comes is tried again tomorrow.</summary>
    private const int MostSecondsAnIndex = 600;

    /// <summary>Those that each claim and each end of a job go through, once a day has made them large.</summary>
    private const string LargeIndexes = """
        select c.relname::text from pg_class c
        where c.relname in ('jobs_claim', 'jobs_due', 'jobs_running', 'jobs_dedupe') and c.relkind = 'i'
            and pg_table_is_visible(c.oid) and pg_relation_size(c.oid) > 4 * 1024 * 1024
        order by 1
        """;

    public bool Leads => leads();

    public async Task<IReadOnlyList<string>> StrainsAsync(CancellationToken cancellationToken)
    {
        var strains = new List<string>();
        await using var command = source.CreateCommand(
            """
            select 'Process ' || pid || ' (' || coalesce(nullif(application_name, ''), 'without a name') || ', ' || state || ')',
                extract(epoch from clock_timestamp() - xact_start)::bigint, 'pg_terminate_backend(' || pid || ')'
            from pg_stat_activity
            where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
                and xact_start < clock_timestamp() - $1 and (backend_xmin is not null or backend_xid is not null)
            union all
            select 'The prepared transaction ' || gid, extract(epoch from clock_timestamp() - prepared)::bigint,
                'rollback prepared ' || quote_literal(gid)
            from pg_prepared_xacts where database = current_database() and prepared < clock_timestamp() - $1
            order by 2 desc
            """
        );
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = oldSnapshot });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            strains.Add(
                $"{rows.GetString(0)} has kept a transaction open for {rows.GetInt64(1)} s. Meanwhile no dead row is removed, "
                    + $"and the queue grows slow. End it ({rows.GetString(2)}), or have it end its transactions sooner."
            );
        return strains;
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        foreach (var index in await LargeAsync(connection, cancellationToken))
        {
            try
            {
                // What an interrupted run left: it costs every write, and nobody reads it.
                await RunAsync(connection, $"drop index concurrently if exists {index}_ccnew", cancellationToken);
                await RunAsync(connection, $"reindex index concurrently {index}", cancellationToken);
            }
            catch (NpgsqlException e)
            {
                LogLarge(logger, index, e);
            }
        }
    }

    private static async Task<IReadOnlyList<string>> LargeAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        var indexes = new List<string>();
        await using var command = new NpgsqlCommand(LargeIndexes, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            indexes.Add(rows.GetString(0));
        return indexes;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = MostSecondsAnIndex };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The index {Index} could not be rebuilt; it is tried again tomorrow"
    )]
    private static partial void LogLarge(ILogger logger, string index, Exception error);
}
