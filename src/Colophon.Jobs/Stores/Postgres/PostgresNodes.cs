using Npgsql;

namespace Colophon.Jobs.Stores.Postgres;

/// <summary>
/// The workers of a database and which of them live. One that died has lost its connection and with it its lock; a frozen one
/// keeps both and is known by its heartbeat. One that stopped in good order has no row.
/// </summary>
internal sealed class PostgresNodes(TimeSpan lease)
{
    /// <summary>The time of the database in the form of the columns.</summary>
    public const string Now = "extract(epoch from clock_timestamp()) * 1000";

    private const string Day = "86400000";

    /// <summary>Whether the worker <c>w</c> is connected.</summary>
    public static readonly string Connected =
        $"exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.classid::bigint = {WorkerLocks.Kind} "
        + "and l.objid::bigint = w.id and l.granted "
        + "and l.database = (select oid from pg_database where datname = current_database()))";

    /// <summary>Whether the worker <c>w</c> has given a sign of life within its lease.</summary>
    public string Beats { get; } = $"w.heartbeat_at > {Now} - {(long)lease.TotalMilliseconds}";

    /// <summary>Whether the worker <c>w</c> lives.</summary>
    public string Lives => $"{Beats} and {Connected}";

    /// <summary>Removes the rows of those that died long ago.</summary>
    public static readonly string ForgetDead =
        $"delete from workers w where w.heartbeat_at <= {Now} - {Day} and not {Connected}";

    private string Select =>
        $"""
            select w.process_id, w.host, w.version, w.readers, w.running, w.started_at, w.heartbeat_at,
                case when not {Connected} then 2 when {Beats} then 0 else 1 end
            from workers w where w.heartbeat_at > {Now} - {Day} or {Connected}
            order by w.id
            """;

    /// <param name="source">Where to read.</param>
    /// <param name="self">The process that asks; null when it has not joined.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<Node>> ReadAsync(
        NpgsqlDataSource source,
        string? self,
        CancellationToken cancellationToken
    )
    {
        await using var command = source.CreateCommand(Select);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var nodes = new List<Node>();
        while (await row.ReadAsync(cancellationToken))
            nodes.Add(
                new Node(
                    row.GetString(0),
                    row.GetString(1),
                    row.GetString(2),
                    (int)row.GetInt64(3),
                    (int)row.GetInt64(4),
                    DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
                    DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
                    (NodeState)row.GetInt32(7),
                    row.GetString(0) == self
                )
            );
        return nodes;
    }
}
