using System.Globalization;
using System.Text.Json.Nodes;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Testing;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Colophon.Server.Tests.Activity;

/// <summary>A server that queues jobs and runs none, so that a test can hold them in any state. Time stands.</summary>
public sealed class IdleServer : IAsyncLifetime
{
    private int libraries;

    public TestClock Clock { get; } = new();

    public ColophonServer Server { get; private set; } = null!;

    public TestClient Admin => Server.Admin;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        Server = await ColophonServer.StartAsync(
            Clock,
            builder => builder.Services.Replace(ServiceDescriptor.Singleton(new JobsOptions { Readers = 0 }))
        );

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    public Task<T> WriteAsync<T>(Func<Commit, T> work) => Server.Database.WriteAsync(work, Token);

    public Task<int> SqlAsync(string sql, object? values = null) =>
        WriteAsync(commit => commit.Connection.Execute(sql, values, commit.Transaction));

    public Task<T> ReadAsync<T>(string sql, object? values = null) =>
        Server.Database.ReadAsync(read => Task.FromResult(read.QuerySingle<T>(sql, values)), Token);

    /// <summary>A library without a folder.</summary>
    public async Task<long> LibraryAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Shelf {Interlocked.Increment(ref libraries)}");
        return await WriteAsync(commit =>
            commit.Connection.QuerySingle<long>(
                "insert into libraries (name, type, options, created_at, updated_at) values (@name, 'book', '{}', 0, 0) returning id",
                new { name },
                commit.Transaction
            )
        );
    }

    public async Task<long> JobAsync(JobType type, long? libraryId = null, long? scanId = null, object? data = null) =>
        await WriteAsync(commit =>
            commit.Insert([
                JobRequest.For(type, JobQueues.General, data ?? new { }) with
                {
                    LibraryId = libraryId,
                    ScanId = scanId,
                },
            ])[0]!.Value
        );

    /// <summary>Puts a job into a state as the engine would; without an owner, as a parked one.</summary>
    public Task SetAsync(long jobId, JobStatus status) =>
        SqlAsync(
            "update jobs set status = @status, finished_at = case when @status >= 2 then @now end where id = @jobId",
            new
            {
                jobId,
                status = (long)status,
                now = Clock.GetUtcNow().ToUnixTimeMilliseconds(),
            }
        );

    /// <summary>A scan job of the library that has walked its folders, with its scan.</summary>
    public async Task<(long JobId, long ScanId)> RunningScanAsync(long libraryId)
    {
        var job = await JobAsync(JobTypes.Scan, libraryId);
        await SetAsync(job, JobStatus.InProgress);
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var scan = await WriteAsync(commit =>
            commit.Connection.QuerySingle<long>(
                """
                insert into scans (job_id, library_id, status, options, started_at, discovery_completed_at, updated_at,
                    directories_queued, directories_total)
                values (@job, @libraryId, 'scanning', '{}', @now, @now, @now, 9, 9) returning id
                """,
                new
                {
                    job,
                    libraryId,
                    now,
                },
                commit.Transaction
            )
        );
        return (job, scan);
    }

    public Task<Answer> AskForScanAsync(long? libraryId, TestClient? client = null) =>
        (client ?? Admin).SendAsync(
            "POST",
            "/api/jobs",
            new
            {
                type = "scan",
                library_id = libraryId,
                data = new { },
            }
        );

    /// <summary>Ends every scan job, so that none blocks the next test.</summary>
    public Task EndScansAsync() => SqlAsync("update jobs set status = 2 where type = 'scan' and status < 2");

    internal static IReadOnlyList<long> Ids(JsonNode list, string name) =>
        [.. list[name]!.AsArray().Select(entry => (long)entry!["id"]!)];
}
