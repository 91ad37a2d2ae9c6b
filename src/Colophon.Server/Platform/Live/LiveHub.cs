using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.SignalR;

namespace Colophon.Server.Platform.Live;

/// <summary>The hub at <c>/api/live</c>. A connection is told all its user may see; logs of jobs only when asked for.</summary>
public sealed class LiveHub(LiveConnections connections, IDatabase database) : Hub
{
    public const string Address = "/api/live";

    public override Task OnConnectedAsync()
    {
        var caller = Context.GetHttpContext()?.Features.Get<Caller>();
        if (caller is null)
        {
            Context.Abort();
            return Task.CompletedTask;
        }
        // Runs as long as the connection; it ends with the token and never throws.
        _ = connections.Open(Context, caller).PumpAsync(Context.ConnectionAborted);
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Closed(Context.ConnectionId);
        return Task.CompletedTask;
    }

    [HubAccess(Permissions.JobsRead, LibraryCheck.Refuses)]
    public async Task WatchJob(long jobId)
    {
        var connection = Connection();
        var job = await database.ReadAsync(
            read => JobAsync(read, jobId, Context.ConnectionAborted),
            Context.ConnectionAborted
        );
        if (job is null)
            throw new HubException(ApiErrors.NotFound().Detail);
        if (job.LibraryId is { } library && !connection.Caller.Sees(library))
            throw new HubException(ApiErrors.LibraryForbidden().Detail);
        connection.Watch(jobId);
    }

    [HubAccess(Permissions.JobsRead, LibraryCheck.None)]
    public Task UnwatchJob(long jobId)
    {
        Connection().Unwatch(jobId);
        return Task.CompletedTask;
    }

    private LiveConnection Connection() =>
        connections.Find(Context.ConnectionId) ?? throw new HubException(ApiErrors.Unauthenticated().Detail);

    private static Task<WatchedJob?> JobAsync(DbConnection read, long jobId, CancellationToken cancellationToken) =>
        read.QuerySingleOrDefaultAsync<WatchedJob>(
            new CommandDefinition(
                "select id, library_id from jobs where id = @jobId",
                new { jobId },
                cancellationToken: cancellationToken
            )
        );

    private sealed record WatchedJob(long Id, long? LibraryId);
}
