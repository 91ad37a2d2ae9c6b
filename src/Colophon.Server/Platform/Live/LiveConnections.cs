using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Colophon.Server.Platform.Live;

/// <summary>Ends live connections of those who may no longer listen. Called by Access after the change is stored.</summary>
public interface ILiveSessions
{
    /// <summary>The user signed out, was deactivated, or its role or library access changed. A client that still may connects again.</summary>
    void CloseUser(long userId);
}

/// <summary>Who is connected, what each may be told, and which jobs are watched.</summary>
public sealed class LiveConnections(IHubContext<LiveHub> hub) : ILiveSessions
{
    private readonly ConcurrentDictionary<string, LiveConnection> connections = new(StringComparer.Ordinal);

    internal LiveConnection Open(HubCallerContext context, Http.Caller caller)
    {
        var connection = new LiveConnection(context, caller, hub.Clients.Client(context.ConnectionId));
        connections[context.ConnectionId] = connection;
        return connection;
    }

    internal LiveConnection? Find(string connectionId) => connections.GetValueOrDefault(connectionId);

    internal void Closed(string connectionId)
    {
        if (connections.TryRemove(connectionId, out var connection))
            connection.Stop();
    }

    public void CloseUser(long userId)
    {
        foreach (var connection in connections.Values)
            if (connection.Caller.UserId == userId)
                connection.Abort();
    }

    internal bool IsWatched(long jobId) => connections.Values.Any(connection => connection.Watches(jobId));

    internal void Tell(LiveEvent live, SentEvent sent)
    {
        foreach (var connection in connections.Values)
            if (connection.Wants(live))
                connection.Offer(sent);
    }
}
