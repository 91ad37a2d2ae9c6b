using System.Threading.Channels;

namespace Colophon.Server.Platform.Live;

/// <summary>
/// Takes what happened, from any thread and without waiting, numbers it, keeps it in the ring and hands it to the connections.
/// Commits announce through it after they are durable, so everything that is told can be read.
/// </summary>
public sealed class LiveEvents(EventRing ring, LiveConnections connections, NodeEvents nodes) : BackgroundService
{
    private readonly Channel<LiveEvent> happened = Channel.CreateUnbounded<LiveEvent>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    /// <summary>Tells everybody who sees the library; null = everybody.</summary>
    public void Publish(string name, long? libraryId, object payload) =>
        Publish(new LiveEvent(name, libraryId, payload));

    public void Publish(LiveEvent live)
    {
        happened.Writer.TryWrite(live);
        nodes.Share(live);
    }

    /// <summary>What another node told: it is told here and not shared again.</summary>
    internal void Repeat(LiveEvent live) => happened.Writer.TryWrite(live);

    /// <summary>Whether it is worth while to make a <c>job:log</c> of this job.</summary>
    public bool IsWatched(long jobId) => nodes.AreThereOthers || connections.IsWatched(jobId);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var live in happened.Reader.ReadAllAsync(stoppingToken))
            connections.Tell(live, ring.Add(live));
    }
}
