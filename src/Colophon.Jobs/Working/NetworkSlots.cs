namespace Colophon.Jobs.Working;

/// <summary>The running jobs that wait for the network, by queue.</summary>
internal sealed class NetworkSlots
{
    /// <summary>At once in one queue: enough that the round trips of one host overlap, too few to flood it.</summary>
    private const int MostInQueue = 16;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> byQueue = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Runs a job of which the slot is taken; set once, before the first claim.</summary>
    public Action<RunningJob> Start { get; set; } = static _ => { };

    public int Count => Volatile.Read(ref count);

    /// <summary>How many of a queue may be claimed: none before half of its slots are free, so that several are claimed at once.</summary>
    public int RoomOf(string queue)
    {
        lock (gate)
        {
            var taken = byQueue.GetValueOrDefault(queue);
            return taken <= MostInQueue / 2 ? MostInQueue - taken : 0;
        }
    }

    public void Take(RunningJob running)
    {
        lock (gate)
        {
            byQueue[running.Job.Queue] = byQueue.GetValueOrDefault(running.Job.Queue) + 1;
            count++;
        }
        Start(running);
    }

    public void Free(RunningJob running)
    {
        lock (gate)
        {
            count--;
            if (--byQueue[running.Job.Queue] == 0)
                byQueue.Remove(running.Job.Queue);
        }
    }
}
