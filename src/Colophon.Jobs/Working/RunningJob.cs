using Colophon.Jobs.Stores;

namespace Colophon.Jobs.Working;

/// <summary>Why a handler's token fired.</summary>
internal enum StopReason
{
    None = 0,
    Cancelled = 1,
    WorkerStops = 2,
}

/// <summary>A claimed job of this process, waiting for a reader or being run by one.</summary>
internal sealed class RunningJob(Job job)
{
    private readonly CancellationTokenSource stop = new();
    private int reason;
    private int refused;
    private int lost;

    public Job Job => job;

    public Fence Fence { get; } = new(job.Id, job.Attempt, job.ProcessId!);

    public CancellationToken Token => stop.Token;

    public StopReason StopReason => (StopReason)Volatile.Read(ref reason);

    /// <summary>A checkpoint was refused by an applier: whatever the handler says now, the job is released.</summary>
    public bool Refused => Volatile.Read(ref refused) == 1;

    /// <summary>Given up by the worker: whatever the handler says comes too late.</summary>
    public bool Lost => Volatile.Read(ref lost) == 1;

    /// <summary>Fires the token; the first reason counts.</summary>
    public void Stop(StopReason why)
    {
        Interlocked.CompareExchange(ref reason, (int)why, (int)StopReason.None);
        // Callbacks of the token must not run on the writer thread.
        _ = stop.CancelAsync();
    }

    public void Refuse() => Volatile.Write(ref refused, 1);

    public void Lose() => Volatile.Write(ref lost, 1);
}
