using System.Data.Common;
using System.Diagnostics;
using Colophon.Jobs;
using Colophon.Jobs.Stores.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Colophon.Bench.Queue;

/// <summary>A database and an engine of its own for one measurement.</summary>
internal sealed class QueueBenchHost : IAsyncDisposable
{
    private const int Chunk = 2_000;

    private readonly DirectoryInfo folder;
    private readonly CountingStep counter = new();
    private readonly ServiceProvider provider;

    private QueueBenchHost(DirectoryInfo folder, IDatabase database, int? readers)
    {
        (this.folder, Database) = (folder, database);
        provider = new ServiceCollection()
            .AddSingleton(database)
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<ICommitStep>(counter)
            .AddJobs(new JobsOptions { Readers = readers })
            .AddJobHandler<NoOp, NoOpData>(NoOp.Type)
            .BuildServiceProvider();
    }

    public IDatabase Database { get; }

    public static async Task<QueueBenchHost> OpenAsync(QueueBenchOptions options, CancellationToken cancellationToken)
    {
        var parent = Directory.CreateDirectory(options.Folder ?? Path.GetTempPath());
        var own = parent.CreateSubdirectory($"colophon-queue-bench-{Guid.NewGuid():N}");
        var path = Path.Combine(own.FullName, "bench.db");
        var database = SqliteDatabase.Open(path, TimeProvider.System, NullLogger<SqliteDatabase>.Instance);
        await database.WriteAsync(MakeSchema, cancellationToken);
        return new QueueBenchHost(own, database, options.Readers);
    }

    /// <summary>Parents of ten priorities, in chunks as a walk would queue them.</summary>
    public async Task EnqueueAsync(int jobs, CancellationToken cancellationToken)
    {
        for (var first = 0; first < jobs; first += Chunk)
        {
            var requests = Enumerable.Range(first, Math.Min(Chunk, jobs - first)).Select(NoOp.Parent).ToList();
            await Database.WriteAsync(commit => commit.Insert(requests), cancellationToken);
        }
    }

    /// <summary>Runs the worker until so many jobs are completed; jobs a second. The counter row must agree at the end.</summary>
    public async Task<double> DrainAsync(int jobs, CancellationToken cancellationToken, Action? sample = null)
    {
        var worker = provider.GetRequiredService<Worker>();
        var began = Stopwatch.GetTimestamp();
        var drained = counter.Until(jobs);
        await worker.StartAsync(cancellationToken);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        var tick = ticks.WaitForNextTickAsync(cancellationToken).AsTask();
        while (await Task.WhenAny(drained, tick) != drained)
        {
            await tick;
            sample?.Invoke();
            tick = ticks.WaitForNextTickAsync(cancellationToken).AsTask();
        }
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await worker.StopAsync(cancellationToken);
        var counted = await NumberAsync("select value from counters", cancellationToken);
        if (counted != jobs)
            throw new InvalidOperationException($"The counter says {counted} instead of {jobs}.");
        return jobs / seconds;
    }

    /// <summary>
    /// How long a job of priority 1 waits for its claim beside what stands in the queues of the parents; those are closed meanwhile,
    /// but each of their lanes is looked at. In order of size.
    /// </summary>
    public async Task<List<double>> StartLatenciesAsync(int times, CancellationToken cancellationToken)
    {
        var gates = provider.GetRequiredService<QueueGates>();
        var worker = provider.GetRequiredService<Worker>();
        gates.Close("library:1", "bench");
        gates.Close("library:2", "bench");
        await worker.StartAsync(cancellationToken);
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var done = counter.Until(counter.Closed + 1);
            var began = Stopwatch.GetTimestamp();
            await Database.WriteAsync(commit => commit.Insert([NoOp.Urgent(i)]), cancellationToken);
            await done.WaitAsync(cancellationToken);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        await worker.StopAsync(cancellationToken);
        took.Sort();
        return took;
    }

    public Task<long> NumberAsync(string sql, CancellationToken cancellationToken) =>
        Database.ReadAsync(connection => Task.FromResult(Number(connection, sql)), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        await Database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static long Number(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static int MakeSchema(Commit commit)
    {
        var assembly = typeof(Worker).Assembly;
        var script = assembly
            .GetManifestResourceNames()
            .Single(n => n.EndsWith("_jobs.sqlite.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(script)!);
        using var command = commit.Connection.CreateCommand();
        command.Transaction = commit.Transaction;
        command.CommandText =
            "create table libraries (id integer primary key); insert into libraries (id) values (1), (2); "
            + "create table counters (value bigint not null); insert into counters values (0); "
            + reader.ReadToEnd();
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
