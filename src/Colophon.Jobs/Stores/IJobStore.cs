using Colophon.Jobs.Writing;

namespace Colophon.Jobs.Stores;

/// <summary>A database that can hold the queue: what the worker needs beside <see cref="IDatabase"/>.</summary>
internal interface IJobStore : IDatabase
{
    /// <summary>The engine's trouble, shared with the work.</summary>
    TroubleState TroubleState { get; }

    /// <summary>Which claimed jobs have begun.</summary>
    IStartMarks StartMarks { get; }

    /// <summary>Gives the writer its work; from then on commit steps run in every commit.</summary>
    void Attach(IWriterWork work);

    /// <summary>Tells the writer that there may be something to do.</summary>
    void Signal();

    /// <summary>Whether two transactions of different nodes stood in each other's way: done again, each of them is right.</summary>
    bool IsContention(Exception error);

    /// <summary>Makes the worker known to the others, if there are any, and keeps it so until <see cref="LeaveAsync"/>.</summary>
    Task JoinAsync(WorkerCard card, IWorkerLink worker, CancellationToken cancellationToken);

    Task LeaveAsync(CancellationToken cancellationToken);

    /// <summary>Lets the workers of other nodes know, soon and at most some ten times a second.</summary>
    void Tell(StoreNews news);
}

/// <summary>What other nodes may want to know at once; they find out by themselves within seconds.</summary>
internal enum StoreNews
{
    /// <summary>Jobs became claimable.</summary>
    Queued,

    /// <summary>The end of running jobs is wanted.</summary>
    Cancelled,
}

/// <summary>Who a worker is.</summary>
/// <param name="ProcessId">What stands in the rows of its jobs.</param>
internal sealed record WorkerCard(string ProcessId, string Host, string Version, int Readers);

/// <summary>What a store with several nodes asks of a worker.</summary>
internal interface IWorkerLink
{
    /// <summary>How many jobs it holds.</summary>
    int Running { get; }

    /// <summary>Jobs may have become claimable.</summary>
    void Wake();

    /// <summary>Stops the handler of a job, if it runs here.</summary>
    void Cancel(long jobId);

    /// <summary>Takes back what dead workers left.</summary>
    void Recover();

    /// <summary>Queues whose jobs it cannot do.</summary>
    Task<IReadOnlySet<string>> DeclinedAsync(CancellationToken cancellationToken);

    /// <summary>Of those, the ones that another living worker serves.</summary>
    void LeaveToOthers(IReadOnlySet<string> queues);
}
