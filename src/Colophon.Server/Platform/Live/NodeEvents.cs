using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Colophon.Jobs;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Platform.Live;

/// <summary>
/// What this node tells the others: its live events and changes of access. Taken from any thread without waiting; with a database
/// of its own a process has nobody to tell.
/// </summary>
public sealed class NodeEvents(IDatabase database) : IAccessListener
{
    private readonly Channel<NodeNews> outbox = Channel.CreateUnbounded<NodeNews>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    /// <summary>What stands in this node's messages, so that it does not listen to itself.</summary>
    public string Node { get; } = Guid.NewGuid().ToString("n")[..12];

    public bool AreThereOthers => database.Messages is not null;

    internal ChannelReader<NodeNews> Outbox => outbox.Reader;

    public void Share(LiveEvent live)
    {
        if (AreThereOthers)
            outbox.Writer.TryWrite(NodeNews.Of(live));
    }

    public void AccessChanged(long userId, AccessNews news)
    {
        if (AreThereOthers && news is AccessNews.MadeHere)
            outbox.Writer.TryWrite(new NodeNews { UserId = userId });
    }
}

/// <summary>One piece of news between nodes: an event, or the id of a user whose rights changed.</summary>
internal sealed record NodeNews
{
    public long? UserId { get; init; }

    public string? Name { get; init; }

    public long? LibraryId { get; init; }

    public string? Permission { get; init; }

    public string? Subject { get; init; }

    public long? WatchedJobId { get; init; }

    /// <summary>As it goes to the clients, without <c>seq</c>, which each node counts itself.</summary>
    public JsonElement? Payload { get; init; }

    public static NodeNews Of(LiveEvent live) =>
        new()
        {
            Name = live.Name,
            LibraryId = live.LibraryId,
            Permission = live.Permission,
            Subject = live.Subject,
            WatchedJobId = live.WatchedJobId,
            Payload = JsonSerializer.SerializeToElement(live.Payload, live.Payload.GetType(), LivePayload.Json),
        };

    public LiveEvent ToEvent() =>
        new(Name!, LibraryId, Payload!.Value)
        {
            Permission = Permission,
            Subject = Subject,
            WatchedJobId = WatchedJobId,
        };

    /// <summary>As many of the news as a message holds each, in their order. One too long for any is left out and told of.</summary>
    public static IEnumerable<string> Messages(string node, IEnumerable<NodeNews> news, Action<NodeNews> tooLong)
    {
        var head = $"{{\"node\":\"{node}\",\"news\":[";
        var message = new StringBuilder(head);
        var bytes = head.Length + 2;
        foreach (var piece in news)
        {
            var text = JsonSerializer.Serialize(piece, LivePayload.Json);
            var size = Encoding.UTF8.GetByteCount(text) + 1;
            if (head.Length + 2 + size > INodeMessages.MostBytes)
            {
                tooLong(piece);
                continue;
            }
            if (bytes + size > INodeMessages.MostBytes)
            {
                yield return message.Append("]}").ToString();
                message.Clear().Append(head);
                bytes = head.Length + 2;
            }
            if (message.Length > head.Length)
                message.Append(',');
            message.Append(text);
            bytes += size;
        }
        if (message.Length > head.Length)
            yield return message.Append("]}").ToString();
    }
}

/// <summary>A message as it is read.</summary>
internal sealed record NodeMessage(string Node, IReadOnlyList<NodeNews> News);
