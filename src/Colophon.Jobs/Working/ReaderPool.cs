using System.Diagnostics;
using System.Runtime.InteropServices;
using Colophon.Jobs.Stores;

namespace Colophon.Jobs.Working;

/// <summary>The jobs this process holds: those that wait for a reader and those that one runs. Shared by writer and readers.</summary>
internal sealed class ReaderPool(int readers, IStartMarks marks)
{
    private const int MostWaiting = 256;

    /// <summary>As many short jobs wait here as the readers do in this time: more would grow old, while another worker may be idle.</summary>
    private const double AheadMilliseconds = 300;

    private readonly object gate = new();
    private readonly PriorityQueue<RunningJob, (int Priority, long Turn)> waiting = new();
    private readonly Dictionary<long, RunningJob> held = [];
    private readonly HashSet<RunningJob> longs = [];
    private long turn;
    private int active;
    private readonly JobTimes times = new();
    private readonly HashSet<string> latestTypes = new(StringComparer.Ordinal);
    private bool closed;

    public int Readers => readers;

    /// <summary>Those that wait for the network and for no reader.</summary>
    public NetworkSlots Network { get; } = new();

    /// <summary>Long jobs may take all readers but one, so that short jobs always move.</summary>
    private int MostLongs => Math.Max(1, readers - 1);

    /// <summary>Jobs of readers of which a result is still to come.</summary>
    public int Active => Volatile.Read(ref active);

    /// <summary>All jobs of which a result is still to come.</summary>
    public int Running => Active + Network.Count;

    /// <summary>What may be claimed now.</summary>
    public Room Room()
    {
        lock (gate)
        {
            if (closed || readers == 0)
                return default;
            var target = (int)Math.Clamp(readers * AheadMilliseconds / ExpectedMilliseconds(), readers, MostWaiting);
            var best = waiting.TryPeek(out _, out var first) ? first.Priority : int.MaxValue;
            return new Room(
                waiting.Count <= target / 2 ? target - waiting.Count : 0,
                MostLongs - longs.Count,
                waiting.Count,
                best,
                readers
            );
        }
    }

    /// <summary>What is claimed next is most likely what was claimed last; of several types the slowest.</summary>
    private double ExpectedMilliseconds()
    {
        var slowest = 0.0;
        foreach (var type in latestTypes)
            slowest = Math.Max(slowest, times.MillisecondsOf(type));
        return slowest > 0 ? slowest : JobTimes.Unknown;
    }

    /// <summary>Takes over claimed jobs.</summary>
    public void Add(IReadOnlyList<RunningJob> jobs, IReadOnlyDictionary<string, JobLength> lengths)
    {
        if (jobs.Count == 0)
            return;
        List<RunningJob> network = [];
        lock (gate)
        {
            latestTypes.Clear();
            foreach (var running in jobs)
            {
                held[running.Job.Id] = running;
                if (closed)
                    running.Stop(StopReason.WorkerStops);
                var length = lengths.GetValueOrDefault(running.Job.Type);
                if (length == JobLength.Network)
                {
                    network.Add(running);
                    continue;
                }
                if (length == JobLength.Long)
                    longs.Add(running);
                else
                    latestTypes.Add(running.Job.Type);
                waiting.Enqueue(running, (running.Job.Priority, turn++));
                active++;
            }
            Monitor.PulseAll(gate);
        }
        network.ForEach(Network.Take);
    }

    /// <summary>Blocks a reader until there is a job for it; null when the pool is closed and empty.</summary>
    public RunningJob? Next()
    {
        lock (gate)
        {
            while (waiting.Count == 0)
            {
                if (closed)
                    return null;
                Monitor.Wait(gate);
            }
            return waiting.Dequeue();
        }
    }

    /// <summary>A handler is about to run: from now on the death of this process is held against the job.</summary>
    public void Begin(RunningJob running) => marks.Begin(running.Job);

    /// <summary>Whether a job is among those of this process.</summary>
    public bool Holds(long jobId)
    {
        lock (gate)
            return held.ContainsKey(jobId);
    }

    /// <summary>A reader is done with a job; its result is on its way.</summary>
    public void Done(RunningJob running, TimeSpan took)
    {
        lock (gate)
        {
            active--;
            if (!longs.Remove(running))
                times.Note(running.Job.Type, took);
        }
    }

    /// <summary>The job's last result is stored.</summary>
    public void Forget(RunningJob running)
    {
        marks.End(running.Job);
        lock (gate)
        {
            if (held.TryGetValue(running.Job.Id, out var current) && ReferenceEquals(current, running))
                held.Remove(running.Job.Id);
        }
    }

    /// <summary>Fires the token of a job held here.</summary>
    public void Cancel(long jobId)
    {
        lock (gate)
        {
            if (held.TryGetValue(jobId, out var running))
                running.Stop(StopReason.Cancelled);
        }
    }

    /// <summary>Nothing more is taken; running handlers are asked to stop.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            foreach (var running in held.Values)
                running.Stop(StopReason.WorkerStops);
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Gives up what has not ended: whatever it says now comes too late.</summary>
    public IReadOnlyList<RunningJob> Abandon()
    {
        lock (gate)
        {
            Debug.Assert(closed, "Only a closed pool is abandoned.");
            foreach (var running in held.Values)
                running.Lose();
            return [.. held.Values];
        }
    }
}

/// <summary>What a worker may claim.</summary>
/// <param name="Waiting">Claimed jobs that wait for a reader.</param>
/// <param name="BestPriority">The priority of the next of them.</param>
/// <param name="Readers">0: nothing is run here.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Room(int Short, int Long, int Waiting, int BestPriority, int Readers);
