using System.Data.Common;
using Colophon.Jobs;
using Colophon.Jobs.Stores.Sqlite;
using Colophon.Jobs.Victim;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

// A process that works on a queue until it is empty, or until it is killed: the tests do that, and start it again.
// Arguments: the database file, and how many directories a walk finds. Says "working" once the worker runs.
var (path, directories) = (args[0], int.Parse(args[1], null));

await using var database = SqliteDatabase.Open(path, TimeProvider.System, NullLogger<SqliteDatabase>.Instance);
await database.WriteAsync(
    commit =>
    {
        if (!HasTable(commit))
            Schema.Make(commit, new Walk(directories));
        return 0;
    },
    CancellationToken.None
);
var done = new TaskCompletionSource();
var services = new ServiceCollection()
    .AddSingleton<IDatabase>(database)
    .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
    .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
    .AddSingleton<ICommitStep>(new EndOfWork(done))
    .AddJobs(new JobsOptions { Readers = 4 })
    .AddJobHandler<Walker, Walk>(Walker.Type)
    .AddJobHandler<Reader, FoundDirectory>(Reader.Type)
    .AddJobHandler<Cacher, Cover>(Cacher.Type)
    .AddApplier<Counter, Counted>();
await using var provider = services.BuildServiceProvider();
var worker = provider.GetRequiredService<Worker>();
await worker.StartAsync(CancellationToken.None);
Console.WriteLine("working");
await done.Task;
await worker.StopAsync(CancellationToken.None);
return 0;

static bool HasTable(Commit commit)
{
    using DbCommand command = commit.Connection.CreateCommand();
    command.Transaction = commit.Transaction;
    command.CommandText = "select count(*) from sqlite_master where name = 'jobs'";
    return (long)command.ExecuteScalar()! == 1;
}
