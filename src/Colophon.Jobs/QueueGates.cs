using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Colophon.Jobs;

/// <summary>Queues that this process does not claim from: a deleted library, a root that this node cannot read.</summary>
public sealed class QueueGates
{
    private readonly ConcurrentDictionary<string, string> closed = new(StringComparer.Ordinal);

    private volatile IReadOnlySet<string> leftToOthers = FrozenSet<string>.Empty;

    /// <summary>A closed queue was opened: there may be something to claim.</summary>
    internal event EventHandler? Opened;

    /// <summary>Closes a queue; its jobs wait.</summary>
    public void Close(string queue, string reason) => closed[queue] = reason;

    /// <summary>Opens it again.</summary>
    public void Open(string queue)
    {
        if (closed.TryRemove(queue, out _))
            Opened?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Whether jobs of the queue may be claimed here.</summary>
    public bool IsOpen(string queue) => !closed.ContainsKey(queue) && !leftToOthers.Contains(queue);

    /// <summary>Queues that other nodes serve and this one cannot, in place of those said before.</summary>
    internal void LeaveToOthers(IReadOnlySet<string> queues)
    {
        if (leftToOthers.SetEquals(queues))
            return;
        leftToOthers = queues;
        Opened?.Invoke(this, EventArgs.Empty);
    }
}
