using System.Data.Common;
using Colophon.Jobs.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Colophon.Jobs.Stores.Sqlite;

/// <summary>
/// The embedded database: one writing connection on a thread of its own, up to eight read-only connections, and a lock file
/// beside the database that makes this process its only owner.
/// </summary>
public sealed class SqliteDatabase : IJobStore
{
    private const int MostReaders = 8;
    private const int ReadOnlyError = 8;

    private readonly SqliteReaders readers;
    private readonly WriteLoop writer;
    private readonly SqliteStartMarks marks;
    private readonly FileStream ownership;
    private readonly TroubleState trouble;
    private readonly TimeProvider clock;
    private Member? member;

    private SqliteDatabase(string path, FileStream ownership, TimeSpan retryAfter, TimeProvider clock, ILogger logger)
    {
        this.ownership = ownership;
        this.clock = clock;
        trouble = new TroubleState(clock, retryAfter);
        var connection = SqliteConnections.OpenWriter(path);
        marks = new SqliteStartMarks(Beside(path, "colophon.running"));
        readers = new SqliteReaders(path, MostReaders);
        writer = new WriteLoop(new SqliteSession(connection, clock), this, logger);
    }

    /// <inheritdoc/>
    public EngineTrouble? Trouble => trouble.Current;

    /// <inheritdoc/>
    public SqlDialect Dialect => SqlDialect.Sqlite;

    /// <inheritdoc/>
    public INodeMessages? Messages => null;

    /// <inheritdoc/>
    public IUpkeep Upkeep { get; } = new SqliteUpkeep();

    TroubleState IJobStore.TroubleState => trouble;

    IStartMarks IJobStore.StartMarks => marks;

    /// <summary>
    /// Opens the database at <paramref name="path"/>, makes the file when there is none, and takes its lock
    /// (<c>colophon.lock</c> in the same folder). Nothing of the schema is touched: migrations run through
    /// <see cref="WriteAsync{T}"/> before the worker starts.
    /// </summary>
    /// <param name="path">The database file.</param>
    /// <param name="clock">The time of commits.</param>
    /// <param name="logger">For trouble of the engine.</param>
    /// <param name="retryAfter">How long the engine pauses in trouble before it tries again; null = one second.</param>
    /// <exception cref="DatabaseInUseException">Another process owns the database.</exception>
    public static SqliteDatabase Open(
        string path,
        TimeProvider clock,
        ILogger<SqliteDatabase> logger,
        TimeSpan? retryAfter = null
    )
    {
        SqliteNative.Load();
        var lockFile = Own(Beside(path, "colophon.lock"), path);
        try
        {
            return new SqliteDatabase(path, lockFile, retryAfter ?? TimeSpan.FromSeconds(1), clock, logger);
        }
        catch
        {
            lockFile.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Func<Commit, T> work, CancellationToken cancellationToken) =>
        writer.WriteAsync(work, cancellationToken);

    /// <inheritdoc/>
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        readers.ReadAsync(read, cancellationToken);

    /// <summary>This process alone, if it works: that it answers is its heartbeat.</summary>
    public Task<IReadOnlyList<Node>> NodesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Node>>(member is { } self ? [self.Shown(clock.GetUtcNow())] : []);

    /// <summary>Ends after the writes that wait; then the lock is given up.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.StopAsync();
        readers.Dispose();
        marks.Dispose();
        await ownership.DisposeAsync();
    }

    /// <inheritdoc/>
    public TroubleKind? Diagnose(Exception error) =>
        error is not SqliteException { SqliteErrorCode: var code }
            ? null
            : code switch
            {
                SQLitePCL.raw.SQLITE_FULL => new(
                    "disk_full",
                    "The disk that holds the database is full. Free some space; work goes on by itself."
                ),
                SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new(
                    "database_busy",
                    "Another program holds the database locked. Close it; work goes on by itself."
                ),
                SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CANTOPEN or ReadOnlyError => new(
                    "database_io",
                    $"The database cannot be written: {error.Message} Look at the disk and its permissions; work goes on by itself."
                ),
                _ => null,
            };

    void IJobStore.Attach(IWriterWork work) => writer.Attach(work);

    void IJobStore.Signal() => writer.Signal();

    bool IJobStore.IsContention(Exception error) => false;

    Task IJobStore.JoinAsync(WorkerCard card, IWorkerLink worker, CancellationToken cancellationToken)
    {
        marks.Open(card.ProcessId);
        member = new Member(card, worker, clock.GetUtcNow());
        return Task.CompletedTask;
    }

    Task IJobStore.LeaveAsync(CancellationToken cancellationToken)
    {
        member = null;
        return Task.CompletedTask;
    }

    void IJobStore.Tell(StoreNews news) { }

    private static string Beside(string path, string name) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, name);

    private static FileStream Own(string lockFile, string path)
    {
        try
        {
            return new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new DatabaseInUseException(path, e);
        }
    }

    /// <summary>The one worker.</summary>
    private sealed record Member(WorkerCard Card, IWorkerLink Worker, DateTimeOffset JoinedAt)
    {
        public Node Shown(DateTimeOffset now) =>
            new(
                Card.ProcessId,
                Card.Host,
                Card.Version,
                Card.Readers,
                Worker.Running,
                JoinedAt,
                now,
                NodeState.Alive,
                IsThis: true
            );
    }
}

/// <summary>The database belongs to another running process.</summary>
public sealed class DatabaseInUseException(string path, Exception inner)
    : Exception($"Another process uses the database {path}. Stop it first, or choose another data folder.", inner);
