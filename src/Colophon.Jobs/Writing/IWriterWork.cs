using Colophon.Jobs.Stores;

namespace Colophon.Jobs.Writing;

/// <summary>What the writer thread does between user writes.</summary>
internal interface IWriterWork
{
    /// <summary>How long the writer may sleep; zero when there is something to do.</summary>
    TimeSpan Due();

    /// <summary>Does one piece of work on the writer thread. Throws nothing that the engine can mend.</summary>
    void Run(JobSession session);

    /// <summary>Runs inside a user's transaction before it is committed.</summary>
    void BeforeCommit(JobCommit commit);

    /// <summary>Runs once a user's transaction is durable.</summary>
    void AfterCommit(JobCommit commit);
}
