using System.Collections.Concurrent;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.SignalR;

namespace Colophon.Server.Platform.Live;

/// <summary>Who is connected, what each may be told, and which jobs are watched.</summary>
public sealed class LiveConnections(IHubContext<LiveHub> hub) : IAccessListener
{
    private readonly ConcurrentDictionary<string, LiveConnection> connections = new(StringComparer.Ordinal);

    public int Count => connections.Count;

    internal LiveConnection Open(HubCallerContext context, Caller caller)
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

    /// <summary>Cuts the user off; a client that still may connects again, with the rights it then has.</summary>
    public void AccessChanged(long userId, AccessNews news)
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
