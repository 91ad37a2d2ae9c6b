using Colophon.Server.Platform.Http;

namespace Colophon.Server.Platform.Live;

/// <summary>An event as it was sent.</summary>
public sealed record SentEvent(long Seq, string Name, DateTimeOffset At, LivePayload Payload);

/// <summary>What a client missed, or <see cref="Reset"/>: it must load its queries again.</summary>
public sealed record MissedEvents(string Epoch, long Seq, bool Reset, IReadOnlyList<SentEvent> Events);

/// <summary>The events of the last ten minutes, at most 10,000. <c>seq</c> counts in this process, the epoch names it.</summary>
public sealed class EventRing(TimeProvider clock)
{
    public const int Capacity = 10_000;
    public static readonly TimeSpan Reach = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Queue<Entry> entries = new();
    private long lastSeq;
    private long forgottenSeq;

    public string Epoch { get; private set; } = Guid.NewGuid().ToString("n");

    /// <summary>Begins another epoch, in which nothing is known of before: events of other nodes were missed.</summary>
    public void Restart()
    {
        lock (gate)
        {
            Epoch = Guid.NewGuid().ToString("n");
            entries.Clear();
            forgottenSeq = lastSeq;
        }
    }

    public SentEvent Add(LiveEvent happened)
    {
        lock (gate)
        {
            var seq = ++lastSeq;
            var sent = new SentEvent(seq, happened.Name, clock.GetUtcNow(), LivePayload.Of(seq, happened.Payload));
            if (happened.WatchedJobId is null)
                entries.Enqueue(new Entry(sent, happened.LibraryId, happened.Permission));
            Forget(sent.At);
            return sent;
        }
    }

    /// <summary>What the caller may be told of what came later.</summary>
    /// <param name="after">The last <c>seq</c> the client has; null = it only asks where things stand.</param>
    /// <param name="epoch">The epoch that <paramref name="after"/> belongs to; null = this one.</param>
    public MissedEvents After(long? after, string? epoch, Caller caller)
    {
        lock (gate)
        {
            Forget(clock.GetUtcNow());
            if (epoch is not null && epoch != Epoch)
                return new MissedEvents(Epoch, lastSeq, Reset: true, []);
            if (after is not { } known)
                return new MissedEvents(Epoch, lastSeq, Reset: false, []);
            if (known < forgottenSeq || known > lastSeq)
                return new MissedEvents(Epoch, lastSeq, Reset: true, []);
            var missed = entries
                .Where(entry => entry.Sent.Seq > known && MayBeTold(caller, entry.LibraryId, entry.Permission))
                .Select(entry => entry.Sent)
                .ToList();
            return new MissedEvents(Epoch, lastSeq, Reset: false, missed);
        }
    }

    internal static bool MayBeTold(Caller caller, long? libraryId, string? permission) =>
        (libraryId is not { } library || caller.Sees(library)) && (permission is null || caller.May(permission));

    private void Forget(DateTimeOffset now)
    {
        while (entries.TryPeek(out var oldest) && (entries.Count > Capacity || now - oldest.Sent.At > Reach))
            forgottenSeq = entries.Dequeue().Sent.Seq;
    }

    private sealed record Entry(SentEvent Sent, long? LibraryId, string? Permission);
}
