using System.Data.Common;
using Colophon.Jobs.Writing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Colophon.Jobs.Stores.Postgres;

/// <summary>
/// The distributed store: any number of processes share one PostgreSQL database (15 or later), each with one writing connection,
/// a pool of reading ones, and a connection that shows it to be alive. Nodes never talk to each other.
/// </summary>
public sealed class PostgresDatabase : IJobStore
{
    private const int MostReaders = 16;

    private readonly NpgsqlDataSource writing;
    private readonly NpgsqlDataSource reading;
    private readonly PostgresStartMarks marks;
    private readonly WriteLoop writer;
    private readonly PostgresNodes nodes;
    private readonly TroubleState trouble;
    private readonly ILogger logger;
    private PostgresMembership? membership;

    private PostgresDatabase(
        string connectionString,
        TimeSpan retryAfter,
        TimeSpan oldSnapshot,
        TimeSpan lease,
        TimeProvider clock,
        ILogger logger
    )
    {
        this.logger = logger;
        trouble = new TroubleState(clock, retryAfter);
        // Another node holds a row for one group of results, which is milliseconds; what holds it for seconds is a stranger,
        // and the engine tells of it and tries again. A node that is silent longer than its lease must not keep its rows either.
        var idle = (long)lease.TotalMilliseconds;
        writing = Source(
            connectionString,
            $"-c lock_timeout=5s -c idle_in_transaction_session_timeout={idle}",
            pool: 6,
            leavesState: true
        );
        reading = Source(
            connectionString,
            "-c default_transaction_read_only=on -c statement_timeout=60s",
            MostReaders,
            leavesState: false
        );
        nodes = new PostgresNodes(lease);
        marks = new PostgresStartMarks(writing);
        Messages = new PostgresMessages(writing, logger);
        Upkeep = new PostgresUpkeep(writing, oldSnapshot, () => membership is { Leads: true }, logger);
        writer = new WriteLoop(new PostgresSession(writing, nodes, clock), this, logger);
    }

    /// <summary>How long a worker may be silent before the others take its jobs, if nothing else is said.</summary>
    public static TimeSpan DefaultLease { get; } = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public EngineTrouble? Trouble => trouble.Current;

    /// <inheritdoc/>
    public SqlDialect Dialect => SqlDialect.Postgres;

    /// <inheritdoc/>
    public INodeMessages? Messages { get; }

    /// <inheritdoc/>
    public IUpkeep Upkeep { get; }

    TroubleState IJobStore.TroubleState => trouble;

    IStartMarks IJobStore.StartMarks => marks;

    /// <summary>The address in the words of the driver.</summary>
    /// <exception cref="FormatException">It is not of the form of an address.</exception>
    public static string ConnectionString(string address) => PostgresAddress.ToConnectionString(address);

    /// <summary>Whether the setting names a database of this kind.</summary>
    public static bool IsAddress(string database) =>
        database.StartsWith("postgres://", StringComparison.Ordinal)
        || database.StartsWith("postgresql://", StringComparison.Ordinal);

    /// <summary>
    /// Makes the store; nothing is connected before it is used. Nothing of the schema is touched: migrations run through
    /// <see cref="WriteAsync{T}"/> before the worker starts.
    /// </summary>
    /// <param name="address"><c>postgres://user:password@host:port/database?sslmode=require</c>.</param>
    /// <param name="clock">The time of commits, set right by the clock of the database.</param>
    /// <param name="logger">For trouble of the engine.</param>
    /// <param name="retryAfter">How long the engine pauses in trouble before it tries again; null = one second.</param>
    /// <param name="oldSnapshot">From which age on an open transaction is told as a strain; null = five minutes.</param>
    /// <param name="lease">How long a worker may be silent; all nodes must agree. null = <see cref="DefaultLease"/>.</param>
    /// <exception cref="FormatException">The address is not of that form.</exception>
    public static PostgresDatabase Open(
        string address,
        TimeProvider clock,
        ILogger<PostgresDatabase> logger,
        TimeSpan? retryAfter = null,
        TimeSpan? oldSnapshot = null,
        TimeSpan? lease = null
    ) =>
        new(
            PostgresAddress.ToConnectionString(address),
            retryAfter ?? TimeSpan.FromSeconds(1),
            oldSnapshot ?? TimeSpan.FromMinutes(5),
            lease ?? DefaultLease,
            clock,
            logger
        );

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Func<Commit, T> work, CancellationToken cancellationToken) =>
        writer.WriteAsync(work, cancellationToken);

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = new PlainConnection(await reading.OpenConnectionAsync(cancellationToken));
        return await read(connection);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Node>> NodesAsync(CancellationToken cancellationToken) =>
        nodes.ReadAsync(reading, membership?.ProcessId, cancellationToken);

    /// <summary>Ends after the writes that wait.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.StopAsync();
        await ((IJobStore)this).LeaveAsync(CancellationToken.None);
        await reading.DisposeAsync();
        await writing.DisposeAsync();
    }

    /// <inheritdoc/>
    public TroubleKind? Diagnose(Exception error) => PostgresErrors.Diagnose(error);

    bool IJobStore.IsContention(Exception error) => PostgresErrors.IsContention(error);

    void IJobStore.Attach(IWriterWork work) => writer.Attach(work);

    void IJobStore.Signal() => writer.Signal();

    void IJobStore.Tell(StoreNews news) => membership?.Tell(news);

    async Task IJobStore.JoinAsync(WorkerCard card, IWorkerLink worker, CancellationToken cancellationToken)
    {
        membership = new PostgresMembership(writing, nodes, card, worker, logger);
        await membership.JoinAsync(cancellationToken);
    }

    async Task IJobStore.LeaveAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref membership, null) is { } member)
            await member.DisposeAsync();
    }

    /// <summary>A pool. What leaves no state (locks, topics listened to, settings) behind is not reset: that is seven statements a use.</summary>
    private static NpgsqlDataSource Source(string connectionString, string options, int pool, bool leavesState) =>
        new NpgsqlDataSourceBuilder(
            new NpgsqlConnectionStringBuilder(connectionString)
            {
                Options = options,
                MaxPoolSize = pool,
                MaxAutoPrepare = 256,
                AutoPrepareMinUsages = 2,
                NoResetOnClose = !leavesState,
                // A host that vanished must free its locks, and one that waits for it must notice.
                KeepAlive = 10,
                TcpKeepAlive = true,
                ApplicationName = "colophon",
            }.ConnectionString
        ).Build();
}
