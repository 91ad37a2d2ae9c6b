using System.Globalization;
using Colophon.Jobs.Stores.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Colophon.Jobs.Tests.Stores;

public sealed class SqliteTestStore : TestStore
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("colophon-jobs-");
    private IDatabase? database;

    public string Path => System.IO.Path.Combine(folder.FullName, "colophon.db");

    public override async Task<IDatabase> OpenAsync(
        TimeProvider clock,
        ILoggerFactory loggers,
        CancellationToken cancellationToken
    )
    {
        var isNew = !new FileInfo(Path).Exists;
        database = SqliteDatabase.Open(
            Path,
            clock,
            loggers.CreateLogger<SqliteDatabase>(),
            TimeSpan.FromMilliseconds(20)
        );
        if (isNew)
            await database.WriteAsync(MakeSchema, cancellationToken);
        return database;
    }

    public override async Task CloseAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        database = null;
    }

    public override async Task<IAsyncDisposable> FillDiskAsync(CancellationToken cancellationToken)
    {
        await database!.WriteAsync(
            commit =>
            {
                // The filler takes the last free pages: then the file may not grow.
                Execute(commit, "create table if not exists filler (data blob)");
                Execute(commit, "insert into filler values (zeroblob(65536))");
                var pages = Scalar(commit, "pragma page_count");
                Execute(commit, string.Create(CultureInfo.InvariantCulture, $"pragma max_page_count = {pages}"));
                return pages;
            },
            cancellationToken
        );
        return new Full(database);
    }

    public override async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        var other = new SqliteConnection($"Data Source={Path};Pooling=false");
        await other.OpenAsync(cancellationToken);
        await using var command = other.CreateCommand();
        command.CommandText = "begin immediate";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return other;
    }

    /// <summary>No other process can own a job while this one has the database.</summary>
    public override Task<IAsyncDisposable> AnotherWorkerAsync(string processId, CancellationToken cancellationToken) =>
        Task.FromResult<IAsyncDisposable>(new MemoryStream());

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        folder.Delete(recursive: true);
    }

    private static int MakeSchema(Commit commit)
    {
        Execute(commit, "create table libraries (id integer primary key)");
        Execute(commit, "insert into libraries (id) values (1), (2), (3), (7)");
        Execute(commit, "create table counters (name text primary key, value bigint not null)");
        Execute(commit, JobSchema.Text("sqlite"));
        return 0;
    }

    private static long Scalar(Commit commit, string sql)
    {
        using var command = commit.Connection.CreateCommand();
        command.Transaction = commit.Transaction;
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private sealed class Full(IDatabase database) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() =>
            await database.WriteAsync(
                commit => Execute(commit, "pragma max_page_count = 1073741823"),
                CancellationToken.None
            );
    }
}
