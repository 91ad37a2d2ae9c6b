using System.Data.Common;
using System.Diagnostics;
using Colophon.Jobs;
using Colophon.Jobs.Stores.Postgres;
using Colophon.Jobs.Stores.Sqlite;
using Colophon.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Colophon.Bench.Queue;

/// <summary>A database of its own for one measurement, and the engines that work on it.</summary>
internal sealed class QueueBenchHost : IAsyncDisposable
{
    private const int Chunk = 2_000;

    private readonly CountingStep counter = new();
    private readonly Func<IDatabase> open;
    private readonly Func<Task> drop;
    private readonly List<ServiceProvider> engines = [];

    private QueueBenchHost(QueueBenchOptions options, Func<IDatabase> open, Func<Task> drop)
    {
        (this.open, this.drop) = (open, drop);
        Join(options.Readers);
    }

    public IDatabase Database => DatabaseOf(engines[0]);

    /// <summary>Jobs that ended.</summary>
    public long Closed => counter.Closed;

    public static async Task<QueueBenchHost> OpenAsync(QueueBenchOptions options, CancellationToken cancellationToken)
    {
        var host =
            options.Store is SqlDialect.Postgres
                ? await OnPostgresAsync(options, cancellationToken)
                : OnSqlite(options);
        await host.Database.WriteAsync(host.MakeSchema, cancellationToken);
        return host;
    }

    private static QueueBenchHost OnSqlite(QueueBenchOptions options)
    {
        var parent = Directory.CreateDirectory(options.Folder ?? Path.GetTempPath());
        var own = parent.CreateSubdirectory($"colophon-queue-bench-{Guid.NewGuid():N}");
        var path = Path.Combine(own.FullName, "bench.db");
        return new QueueBenchHost(
            options,
            () => SqliteDatabase.Open(path, TimeProvider.System, NullLogger<SqliteDatabase>.Instance),
            () =>
            {
                own.Delete(recursive: true);
                return Task.CompletedTask;
            }
        );
    }

    private static async Task<QueueBenchHost> OnPostgresAsync(
        QueueBenchOptions options,
        CancellationToken cancellationToken
    )
    {
        PostgresCluster.Durability = Durability.Full;
        var address = await PostgresCluster
            .CreateAsync("queue_bench", _ => Task.CompletedTask)
            .WaitAsync(cancellationToken);
        return new QueueBenchHost(
            options,
            () => PostgresDatabase.Open(address, TimeProvider.System, NullLogger<PostgresDatabase>.Instance),
            () => PostgresCluster.DropAsync(address)
        );
    }

    /// <summary>A further engine on the same database, as another node has one.</summary>
    /// <param name="readers">Null = the engine's default; 0 = it only queues.</param>
    public void Join(int? readers) =>
        engines.Add(
            new ServiceCollection()
                .AddSingleton(open())
                .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
                .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
                .AddSingleton<ICommitStep>(counter)
                .AddJobs(new JobsOptions { Readers = readers })
                .AddJobHandler<NoOp, NoOpData>(NoOp.Type)
                .BuildServiceProvider()
        );

    /// <summary>Parents of ten priorities, in chunks as a walk would queue them.</summary>
    public Task EnqueueAsync(int jobs, CancellationToken cancellationToken) => EnqueueAsync(0, jobs, cancellationToken);

    /// <param name="from">The number of the first: no two have the same.</param>
    public async Task EnqueueAsync(int from, int jobs, CancellationToken cancellationToken)
    {
        for (var first = 0; first < jobs; first += Chunk)
        {
            var requests = Enumerable.Range(from + first, Math.Min(Chunk, jobs - first)).Select(NoOp.Parent).ToList();
            await Database.WriteAsync(commit => commit.Insert(requests), cancellationToken);
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var engine in engines)
            await WorkerOf(engine).StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var engine in engines)
            await WorkerOf(engine).StopAsync(cancellationToken);
    }

    /// <summary>Waits until no job waits or runs.</summary>
    public async Task UntilIdleAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (await NumberAsync("select count(*) from jobs where status in (0, 1)", cancellationToken) > 0)
            await timer.WaitForNextTickAsync(cancellationToken);
    }

    /// <summary>Runs the workers until so many jobs are completed; jobs a second. The counter row must agree at the end.</summary>
    public async Task<double> DrainAsync(int jobs, CancellationToken cancellationToken, Action? sample = null)
    {
        var began = Stopwatch.GetTimestamp();
        var drained = counter.Until(jobs);
        await StartAsync(cancellationToken);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        var tick = ticks.WaitForNextTickAsync(cancellationToken).AsTask();
        while (await Task.WhenAny(drained, tick) != drained)
        {
            await tick;
            sample?.Invoke();
            tick = ticks.WaitForNextTickAsync(cancellationToken).AsTask();
        }
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await StopAsync(cancellationToken);
        var counted = await NumberAsync("select value from counters", cancellationToken);
        if (counted != jobs)
            throw new InvalidOperationException($"The counter says {counted} instead of {jobs}.");
        return jobs / seconds;
    }

    /// <summary>
    /// How long a job of priority 1 that the first engine queues waits until the last one has done it, beside what stands in the
    /// queues of the parents; those are closed meanwhile, but each of their lanes is looked at. In order of size.
    /// </summary>
    /// <param name="rest">Between one and the next: news to other nodes are gathered for a tenth of a second.</param>
    public async Task<List<double>> StartLatenciesAsync(int times, TimeSpan rest, CancellationToken cancellationToken)
    {
        var gates = engines[^1].GetRequiredService<QueueGates>();
        gates.Close("library:1", "bench");
        gates.Close("library:2", "bench");
        await StartAsync(cancellationToken);
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            await Task.Delay(rest, cancellationToken);
            var done = counter.Until(counter.Closed + 1);
            var began = Stopwatch.GetTimestamp();
            await Database.WriteAsync(commit => commit.Insert([NoOp.Urgent(i)]), cancellationToken);
            await done.WaitAsync(cancellationToken);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        await StopAsync(cancellationToken);
        took.Sort();
        return took;
    }

    public Task<long> NumberAsync(string sql, CancellationToken cancellationToken) =>
        Database.ReadAsync(connection => Task.FromResult(Number(connection, sql)), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in engines)
        {
            var database = DatabaseOf(engine);
            await engine.DisposeAsync();
            await database.DisposeAsync();
        }
        await drop();
    }

    private static IDatabase DatabaseOf(ServiceProvider engine) => engine.GetRequiredService<IDatabase>();

    private static Worker WorkerOf(ServiceProvider engine) => engine.GetRequiredService<Worker>();

    private static long Number(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private int MakeSchema(Commit commit)
    {
        var assembly = typeof(Worker).Assembly;
        var ending = $".{Database.Dialect}.sql";
        var scripts = assembly
            .GetManifestResourceNames()
            .Where(name => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(name => new StreamReader(assembly.GetManifestResourceStream(name)!).ReadToEnd());
        using var command = commit.Connection.CreateCommand();
        command.Transaction = commit.Transaction;
        command.CommandText =
            "create table libraries (id integer primary key); insert into libraries (id) values (1), (2); "
            + "create table counters (value bigint not null); insert into counters values (0); "
            + string.Concat(scripts);
        return command.ExecuteNonQuery();
    }

    /// <summary>One counter row, moved by what a commit closed.</summary>
    private sealed class CountingStep : ICommitStep
    {
        private readonly Lock gate = new();
        private TaskCompletionSource reached = new();
        private long wanted = long.MaxValue;
        private long closed;

        public long Closed => Interlocked.Read(ref closed);

        public Task Until(long jobs)
        {
            lock (gate)
            {
                wanted = jobs;
                reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return reached.Task;
            }
        }

        public void Run(Commit commit)
        {
            if (commit.Closed.Count == 0)
                return;
            var count = commit.Closed.Count;
            using var command = commit.Connection.CreateCommand();
            command.Transaction = commit.Transaction;
            command.CommandText = $"update counters set value = value + {count}";
            command.ExecuteNonQuery();
            commit.AfterCommit(() =>
            {
                lock (gate)
                {
                    closed += count;
                    if (closed >= wanted)
                        reached.TrySetResult();
                }
            });
        }
    }
}

/// <summary>A payload of some 300 bytes, as those of a scan are.</summary>
internal sealed record NoOpData(long Number, string Path);

/// <summary>Does nothing; every second one queues a child.</summary>
internal sealed class NoOp : IJobHandler<NoOpData>
{
    public static readonly JobType Type = new("no-op", 6, 3);
    private static readonly string SomePath = new('x', 260);

    public static JobRequest Parent(int number) =>
        JobRequest.For(Type, $"library:{(number % 2) + 1}", new NoOpData(number, SomePath)) with
        {
            LibraryId = (number % 2) + 1,
            ScanId = number % 10,
            DedupeKey = $"{number % 10}:{number}",
            Priority = (number % 10) + 1,
        };

    public static JobRequest Urgent(int number) =>
        JobRequest.For(Type, JobRequest.GeneralQueue, new NoOpData(-number - 1, SomePath)) with
        {
            Priority = 1,
        };

    public Task<JobOutcome> RunAsync(JobContext<NoOpData> context, CancellationToken cancellationToken)
    {
        if (context.Data.Number >= 0 && context.Job.Id % 2 == 0)
            context.Enqueue(
                JobRequest.For(Type, context.Job.Queue, new NoOpData(-1, SomePath)) with
                {
                    LibraryId = context.Job.LibraryId,
                    ScanId = context.Job.ScanId,
                    DedupeKey = $"{context.Job.ScanId}:child:{context.Job.Id}",
                }
            );
        return Task.FromResult(JobOutcome.Done);
    }
}
