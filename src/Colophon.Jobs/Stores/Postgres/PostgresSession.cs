using System.Data;
using System.Data.Common;
using Npgsql;

namespace Colophon.Jobs.Stores.Postgres;

/// <summary>The session of one node among several: rows are locked, and a lost connection is opened again with the next transaction.</summary>
internal sealed class PostgresSession(NpgsqlDataSource source, PostgresNodes nodes, TimeProvider clock) : JobSession
{
    /// <summary>Nothing hangs on less; clocks of machines that are set by the network differ by less.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AskClockEvery = TimeSpan.FromMinutes(1);

    /// <summary>Enough to make the way to the database cheap, few enough to be parsed and run while more are made.</summary>
    private const int MostWaiting = 64;

    private readonly Dictionary<string, (string Text, int Parameters)> sent = new(StringComparer.Ordinal);
    private readonly List<NpgsqlBatchCommand> waiting = [];
    private PlainConnection? connection;
    private TimeSpan ahead;
    private long asked;

    public override DbConnection Connection
    {
        get
        {
            Flush();
            return Open();
        }
    }

    public override string ForUpdate => " for update";

    protected override string SkipLocked => " for update skip locked";

    /// <summary>The clock of the database is the only one that counts: nodes may be seconds apart.</summary>
    public override DateTimeOffset Now => Milliseconds(clock.GetUtcNow() + ahead);

    public override void LockMigrations()
    {
        Prepared("set local lock_timeout = '10min'").Execute();
        Prepared($"select pg_advisory_xact_lock({WorkerLocks.Migrations})").Execute();
    }

    public override void Send(string sql, ReadOnlySpan<object?> values)
    {
        if (!sent.TryGetValue(sql, out var numbered))
            sent[sql] = numbered = PostgresStatement.Numbered(sql);
        if (values.Length != numbered.Parameters)
            throw new ArgumentException(
                $"{values.Length} values for {numbered.Parameters} parameters.",
                nameof(values)
            );
        var command = new NpgsqlBatchCommand(numbered.Text);
        foreach (var value in values)
            command.Parameters.Add(PostgresStatement.Parameter(value));
        waiting.Add(command);
        if (waiting.Count >= MostWaiting)
            Flush();
    }

    public override void Flush()
    {
        if (waiting.Count == 0)
            return;
        using var batch = new NpgsqlBatch(Open().Inner);
        foreach (var command in waiting)
            batch.BatchCommands.Add(command);
        waiting.Clear();
        batch.ExecuteNonQuery();
    }

    public override DbTransaction Begin()
    {
        // Of a transaction that was rolled back nothing is left.
        waiting.Clear();
        if (connection is { State: not ConnectionState.Open })
        {
            Forget();
            connection.Dispose();
            connection = null;
        }
        if (connection is null || TimeProvider.System.GetElapsedTime(asked) > AskClockEvery)
            AskClock();
        return Open().BeginTransaction();
    }

    public override IReadOnlyList<Job> Claim(Lane lane, int take, string processId, DateTimeOffset now)
    {
        // Materialized: else the planner may run the limited select again for each row.
        var claimed = Jobs(
            Prepared(
                    "with picked as materialized (select id as picked_id from jobs "
                        + $"where {Waiting} and line = ?1 and queue = ?2 and priority = ?3 order by id limit ?4{SkipLocked}) "
                        + "update jobs set status = 1, attempt = attempt + 1, process_id = ?5, "
                        + "started_at = coalesce(started_at, ?6), updated_at = ?6 "
                        + $"from picked where id = picked_id returning {Columns}"
                )
                .Bind((long)lane.Line)
                .Bind(lane.Queue)
                .Bind(lane.Priority)
                .Bind(take)
                .Bind(processId)
                .Bind(now.ToUnixTimeMilliseconds())
        );
        claimed.Sort((a, b) => a.Id.CompareTo(b.Id));
        return claimed;
    }

    /// <summary>The highest id given out, also to transactions that are still open.</summary>
    public override long LastJobId() => Prepared("select last_value from jobs_id_seq").Number()!.Value;

    /// <summary>A frozen worker is not asked whether it will come back.</summary>
    public override IReadOnlyList<Job> Orphans(string processId) =>
        Jobs(
            Prepared(
                    $"select {Columns} from jobs where status = 1 and process_id is not null and process_id <> ?1 "
                        + $"and process_id not in (select w.process_id from workers w where {nodes.Lives}) "
                        + $"order by id{SkipLocked}"
                )
                .Bind(processId)
        );

    public override void Tidy() { }

    public override void Dispose()
    {
        base.Dispose();
        connection?.Dispose();
    }

    protected override IStatement Prepared(string sql)
    {
        Flush();
        return base.Prepared(sql);
    }

    protected override IStatement Prepare(string sql) => new PostgresStatement(Open().Inner, sql);

    protected override IStatement PreparedInsert(string sql) => Prepared(sql + " returning id");

    private PlainConnection Open() => connection ??= new PlainConnection(source.OpenConnection());

    private void AskClock()
    {
        using var command = new NpgsqlCommand(
            "select (extract(epoch from clock_timestamp()) * 1000)::bigint",
            Open().Inner
        );
        var before = TimeProvider.System.GetUtcNow();
        var there = DateTimeOffset.FromUnixTimeMilliseconds((long)command.ExecuteScalar()!);
        var unsure = (TimeProvider.System.GetUtcNow() - before) / 2;
        var found = there - before - unsure;
        ahead = found.Duration() < ClockTolerance + unsure ? TimeSpan.Zero : found;
        asked = TimeProvider.System.GetTimestamp();
    }
}
