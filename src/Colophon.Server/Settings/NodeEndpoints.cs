using Colophon.Jobs;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Settings;

/// <summary>Which processes share the database, and how they are.</summary>
internal static class NodeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/nodes", ListAsync)
            .Requires(Permissions.ConfigRead, LibraryCheck.None)
            .WithName("listNodes")
            .WithTags("System");

    private static async Task<Ok<NodeList>> ListAsync(IDatabase database, CancellationToken cancellationToken)
    {
        var nodes = await database.NodesAsync(cancellationToken);
        return TypedResults.Ok(new NodeList([.. nodes.Select(NodeView.Of)]));
    }
}

public sealed record NodeList(IReadOnlyList<NodeView> Nodes);

/// <summary>A process that works with the database.</summary>
/// <param name="Id">The <c>process_id</c> of its jobs; another one each start.</param>
/// <param name="Readers">Threads that read files; 0 = it only serves pages.</param>
/// <param name="Running">How many jobs it held at its heartbeat.</param>
/// <param name="State"><c>frozen</c>: connected, but silent for a minute. <c>gone</c>: it ended without saying so, within the last day.</param>
/// <param name="IsThis">Whether it is the process that answers.</param>
public sealed record NodeView(
    string Id,
    string Host,
    string Version,
    int Readers,
    int Running,
    DateTimeOffset StartedAt,
    DateTimeOffset HeartbeatAt,
    NodeState State,
    bool IsThis
)
{
    internal static NodeView Of(Node node) =>
        new(
            node.ProcessId,
            node.Host,
            node.Version,
            node.Readers,
            node.Running,
            node.StartedAt,
            node.HeartbeatAt,
            node.State,
            node.IsThis
        );
}
