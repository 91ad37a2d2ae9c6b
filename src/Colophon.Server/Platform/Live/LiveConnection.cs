using System.Collections.Concurrent;
using System.Threading.Channels;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.SignalR;

namespace Colophon.Server.Platform.Live;

/// <summary>
/// One listener with an outbox of its own, so that a slow one holds up nobody. When its outbox is full it is cut off: it connects
/// again and asks for what it missed.
/// </summary>
internal sealed class LiveConnection(HubCallerContext context, Caller caller, ISingleClientProxy client)
{
    private const int OutboxCapacity = 1_000;

    private readonly ConcurrentDictionary<long, bool> watchedJobs = new();
    private readonly Channel<SentEvent> outbox = Channel.CreateBounded<SentEvent>(
        new BoundedChannelOptions(OutboxCapacity) { SingleReader = true, SingleWriter = true }
    );

    public Caller Caller => caller;

    public void Watch(long jobId) => watchedJobs[jobId] = true;

    public void Unwatch(long jobId) => watchedJobs.TryRemove(jobId, out _);

    public bool Watches(long jobId) => watchedJobs.ContainsKey(jobId);

    public bool Wants(LiveEvent live) =>
        (live.WatchedJobId is not { } jobId || Watches(jobId))
        && EventRing.MayBeTold(caller, live.LibraryId, live.Permission);

    public void Offer(SentEvent sent)
    {
        if (!outbox.Writer.TryWrite(sent) && !context.ConnectionAborted.IsCancellationRequested)
            Abort();
    }

    public void Abort() => context.Abort();

    public void Stop() => outbox.Writer.TryComplete();

    /// <summary>Sends in order until the connection ends; a listener that cannot be sent to is cut off rather than left in the dark.</summary>
    public async Task PumpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var sent in outbox.Reader.ReadAllAsync(cancellationToken))
                await client.SendCoreAsync(sent.Name, [sent.Payload], cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The client has gone; what it missed is in the ring.
        }
        finally
        {
            Abort();
        }
    }
}
