using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Colophon.Jobs.Tests.Stores;

/// <summary>An engine on a fresh store whose handlers are what the test says.</summary>
public abstract class JobSuite<TStore> : IAsyncLifetime
    where TStore : TestStore, new()
{
    protected static readonly JobType Quick = new("quick", 6, 3);
    protected static readonly JobType Slow = new("slow", 4, 1, JobLength.Long);
    protected static readonly JobType Distant = new("distant", 8, 5, JobLength.Network);

    private readonly TStore store = new();
    private ServiceProvider? provider;

    protected TestClock Clock { get; } = new();

    protected IDatabase Database { get; private set; } = null!;

    protected QueueGates Gates { get; private set; } = new();

    protected TStore Store => store;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What jobs of the three types do.</summary>
    protected Func<JobContext<Payload>, CancellationToken, Task<JobOutcome>> Handle { get; set; } =
        (_, _) => Task.FromResult(JobOutcome.Done);

    /// <summary>What storing a record does.</summary>
    protected Action<IReadOnlyList<Applied<Note>>, Commit> Apply { get; set; } = (_, _) => { };

    /// <summary>What runs last in every commit.</summary>
    protected Action<Commit> Step { get; set; } = _ => { };

    /// <summary>Jobs whose handler was called, in this order.</summary>
    protected ConcurrentQueue<Job> Ran { get; } = new();

    public virtual async ValueTask InitializeAsync() =>
        Database = await store.OpenAsync(Clock, NullLoggerFactory.Instance, Token);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task StartAsync(int readers = 2, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(_ => Database);
        services.AddSingleton(Gates);
        services.AddSingleton<ICommitStep>(new Steps(commit => Step(commit)));
        services.AddJobs(
            new JobsOptions
            {
                Readers = readers,
                StopWithin = TimeSpan.FromSeconds(1),
                Random = new Random(7),
            }
        );
        services.AddSingleton(new Handler(this));
        services.AddJobHandler<Handler, Payload>(Quick);
        services.AddJobHandler<Handler, Payload>(Slow);
        services.AddJobHandler<Handler, Payload>(Distant);
        services.AddSingleton(new Applier((records, commit) => Apply(records, commit)));
        services.AddApplier<Applier, Note>();
        more?.Invoke(services);
        provider = services.BuildServiceProvider();
        foreach (var hosted in provider.GetServices<IHostedService>())
            await hosted.StartAsync(Token);
    }

    /// <summary>Stops the worker as a host does; the store stays open.</summary>
    protected async Task StopWorkerAsync()
    {
        if (provider is null)
            return;
        foreach (var hosted in provider.GetServices<IHostedService>())
            await hosted.StopAsync(CancellationToken.None);
        provider = null;
    }

    protected async Task StopAsync()
    {
        await StopWorkerAsync();
        await store.CloseAsync();
    }

    protected async Task ReopenStoreAsync()
    {
        await store.CloseAsync();
        Database = await store.OpenAsync(Clock, NullLoggerFactory.Instance, Token);
    }

    protected static JobRequest Request(string name = "a", JobType? type = null, string queue = "library:1") =>
        JobRequest.For(type ?? Quick, queue, new Payload(name));

    protected async Task<IReadOnlyList<long?>> InsertAsync(params JobRequest[] requests) =>
        await Database.WriteAsync(commit => commit.Insert(requests), Token);

    protected async Task<long> InsertOneAsync(JobRequest request) => (await InsertAsync(request))[0]!.Value;

    protected Task<Job?> FindAsync(long id) => Database.WriteAsync(commit => commit.Find(id), Token);

    protected Task<Job> UntilAsync(long id, JobStatus status) =>
        UntilAsync(id, job => job.Status == status, $"job {id} is {status}");

    protected async Task<Job> UntilAsync(long id, Func<Job, bool> condition, string what)
    {
        Job? job = null;
        await JobProbe.Until(async () => (job = await FindAsync(id)) is not null && condition(job), what, Token);
        return job!;
    }

    protected Task<bool> ReopenAsync(long id) => Database.WriteAsync(commit => commit.Reopen(id), Token);

    protected Task<List<(long Id, long Level, string Message, string? Data)>> LogsAsync(long jobId) =>
        Database.ReadAsync(
            async connection =>
            {
                await using var command = connection.CreateCommand();
                command.CommandText =
                    $"select id, level, message, data from job_logs where job_id = {jobId} order by id";
                await using var reader = await command.ExecuteReaderAsync(Token);
                var lines = new List<(long, long, string, string?)>();
                while (await reader.ReadAsync(Token))
                    lines.Add(
                        (
                            reader.GetInt64(0),
                            reader.GetInt64(1),
                            reader.GetString(2),
                            reader.IsDBNull(3) ? null : reader.GetString(3)
                        )
                    );
                return lines;
            },
            Token
        );

    protected Task<long> NumberAsync(string sql) =>
        Database.ReadAsync(
            async connection =>
            {
                await using var command = connection.CreateCommand();
                command.CommandText = sql;
                return Convert.ToInt64(await command.ExecuteScalarAsync(Token), null);
            },
            Token
        );

    public sealed record Payload(string Name);

    public sealed record Note(string Text);

    private sealed class Handler(JobSuite<TStore> suite) : IJobHandler<Payload>
    {
        public Task<JobOutcome> RunAsync(JobContext<Payload> context, CancellationToken cancellationToken)
        {
            suite.Ran.Enqueue(context.Job);
            return suite.Handle(context, cancellationToken);
        }
    }

    private sealed class Applier(Action<IReadOnlyList<Applied<Note>>, Commit> apply) : IApplier<Note>
    {
        public void Apply(IReadOnlyList<Applied<Note>> records, Commit commit) => apply(records, commit);
    }

    private sealed class Steps(Action<Commit> step) : ICommitStep
    {
        public void Run(Commit commit) => step(commit);
    }
}
