using System.Diagnostics;

namespace Colophon.Jobs.Writing;

/// <summary>Results that wait for the writer. Says when a group is full enough to be worth a commit.</summary>
internal sealed class ResultQueue
{
    private const int GroupJobs = 256;
    private const int GroupRows = 2_000;
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(25);

    private readonly Lock gate = new();
    private readonly Queue<JobResult> waiting = new();
    private long rows;
    private int checkpoints;
    private long oldest;

    public int Count
    {
        get
        {
            lock (gate)
                return waiting.Count;
        }
    }

    public void Add(JobResult result)
    {
        lock (gate)
        {
            // Real time on purpose: how long a group may grow is no matter of the clock that tests turn.
            if (waiting.Count == 0)
                oldest = Stopwatch.GetTimestamp();
            waiting.Enqueue(result);
            rows += result.Rows;
            if (result.Ending is Ending.Checkpoint)
                checkpoints++;
        }
    }

    /// <summary>How long the group may still grow; null when nothing waits.</summary>
    public TimeSpan? ClosesIn()
    {
        lock (gate)
        {
            if (waiting.Count == 0)
                return null;
            if (waiting.Count >= GroupJobs || rows >= GroupRows || checkpoints > 0)
                return TimeSpan.Zero;
            var left = Linger - Stopwatch.GetElapsedTime(oldest);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>The next group, in the order the results came; empty when nothing waits.</summary>
    public List<JobResult> Take()
    {
        lock (gate)
        {
            var group = new List<JobResult>(Math.Min(waiting.Count, GroupJobs));
            long taken = 0;
            while (waiting.Count > 0 && group.Count < GroupJobs && taken < GroupRows)
            {
                var result = waiting.Dequeue();
                taken += result.Rows;
                if (result.Ending is Ending.Checkpoint)
                    checkpoints--;
                group.Add(result);
            }
            rows -= taken;
            oldest = Stopwatch.GetTimestamp();
            return group;
        }
    }
}
