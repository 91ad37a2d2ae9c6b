using Colophon.Jobs.Stores.Postgres;
using Colophon.Testing.Postgres;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Colophon.Jobs.Tests.Stores;

public sealed class PostgresTestStore : TestStore
{
    /// <summary>The first number of the locks that living workers hold.</summary>
    private const int WorkerLocks = 0x636F6C01;

    private string? address;
    private IDatabase? database;

    public override async Task<IDatabase> OpenAsync(
        TimeProvider clock,
        ILoggerFactory loggers,
        CancellationToken cancellationToken
    )
    {
        address ??= await PostgresCluster.CreateAsync("jobs", MakeSchemaAsync);
        return database = PostgresDatabase.Open(
            address,
            clock,
            loggers.CreateLogger<PostgresDatabase>(),
            TimeSpan.FromMilliseconds(20),
            oldSnapshot: TimeSpan.FromMilliseconds(1)
        );
    }

    public override async Task CloseAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        database = null;
    }

    /// <summary>A disk of its own takes rights that a test has not: the database refuses writes to the jobs in the same words.</summary>
    public override async Task<IAsyncDisposable> FillDiskAsync(CancellationToken cancellationToken)
    {
        await RunAsync(
            """
            create function disk_full() returns trigger language plpgsql as $$
            begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$;
            create trigger disk_full before insert or update on jobs execute function disk_full();
            """,
            cancellationToken
        );
        return new Ended(() => RunAsync("drop function disk_full cascade", CancellationToken.None));
    }

    public override Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken) =>
        StrangerAsync("begin; lock table jobs in share row exclusive mode", cancellationToken);

    public override Task<IAsyncDisposable> AnotherWorkerAsync(string processId, CancellationToken cancellationToken) =>
        AnotherWorkerAsync(processId, TimeSpan.FromHours(-1), cancellationToken);

    /// <summary>The same, with a heart that stood still so long ago.</summary>
    public async Task<IAsyncDisposable> AnotherWorkerAsync(
        string processId,
        TimeSpan silent,
        CancellationToken cancellationToken
    )
    {
        var other = await ConnectAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            $"""
            with born as (
                insert into workers (process_id, host, version, readers, started_at, heartbeat_at)
                values ('{processId}', 'elsewhere', '1', 1, 0, extract(epoch from clock_timestamp()) * 1000 - {(long)
                silent.TotalMilliseconds}) returning id)
            select pg_advisory_lock({WorkerLocks}, id::int) from born
            """,
            other
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
        return other;
    }

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (address is not null)
            await PostgresCluster.DropAsync(address);
    }

    private static async Task MakeSchemaAsync(string address)
    {
        await using var source = NpgsqlDataSource.Create(PostgresCluster.ConnectionString(address));
        await using var command = source.CreateCommand(
            "create table libraries (id bigint primary key); insert into libraries (id) values (1), (2), (3), (7); "
                + "create table counters (name text primary key, value bigint not null); "
                + JobSchema.Text("postgres")
        );
        await command.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(PostgresCluster.ConnectionString(address!));
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>A program that is not ours runs the statements and stays connected.</summary>
    public async Task<IAsyncDisposable> StrangerAsync(string sql, CancellationToken cancellationToken)
    {
        var stranger = await ConnectAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"set application_name = 'stranger'; {sql}", stranger);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return stranger;
    }

    public async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed class Ended(Func<Task> end) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await end();
    }
}
