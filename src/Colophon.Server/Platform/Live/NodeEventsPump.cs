using System.Data.Common;
using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Platform.Live;

/// <summary>Carries the news between this node and the others, at most ten times a second; of events on one subject the last is enough.</summary>
internal sealed partial class NodeEventsPump(
    IDatabase database,
    NodeEvents nodes,
    LiveEvents events,
    EventRing ring,
    IEnumerable<IAccessMemory> memories,
    ILogger<NodeEventsPump> logger
) : BackgroundService
{
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromMilliseconds(100);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        database.Messages is { } messages
            ? Task.WhenAll(
                SendAsync(messages, stoppingToken),
                messages.ListenAsync(Receive, ring.Restart, stoppingToken)
            )
            : Task.CompletedTask;

    private async Task SendAsync(INodeMessages messages, CancellationToken cancellationToken)
    {
        while (await nodes.Outbox.WaitToReadAsync(cancellationToken))
        {
            foreach (var message in NodeNews.Messages(nodes.Node, Waiting(), TellTooLong))
            {
                try
                {
                    await messages.SendAsync(message, cancellationToken);
                }
                catch (DbException e)
                {
                    LogUntold(logger, e);
                }
            }
            await Task.Delay(BetweenMessages, cancellationToken);
        }
    }

    private List<NodeNews> Waiting()
    {
        var news = new List<NodeNews>();
        while (nodes.Outbox.TryRead(out var piece))
        {
            if (piece.Subject is { } subject)
                news.RemoveAll(earlier => earlier.Subject == subject && earlier.Name == piece.Name);
            news.Add(piece);
        }
        return news;
    }

    private void Receive(string text)
    {
        var message = JsonSerializer.Deserialize<NodeMessage>(text, LivePayload.Json)!;
        if (message.Node == nodes.Node)
            return;
        foreach (var piece in message.News)
        {
            if (piece.UserId is { } user)
                Forget(user);
            else
                events.Repeat(piece.ToEvent());
        }
    }

    private void Forget(long user)
    {
        foreach (var memory in memories)
            memory.Forget(user, AccessNews.HeardOfAnotherNode);
    }

    private void TellTooLong(NodeNews news) => LogTooLong(logger, news.Name ?? "");

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Other nodes could not be told what happened; their pages learn it when they load again"
    )]
    private static partial void LogUntold(ILogger logger, Exception error);

    [LoggerMessage(Level = LogLevel.Information, Message = "An event {Name} is too long to be told to other nodes")]
    private static partial void LogTooLong(ILogger logger, string name);
}
