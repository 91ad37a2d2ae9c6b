using Colophon.Jobs.Writing;

namespace Colophon.Jobs.Stores;

/// <summary>A database that can hold the queue: what the worker needs beside <see cref="IDatabase"/>.</summary>
internal interface IJobStore : IDatabase
{
    /// <summary>The engine's trouble, shared with the work.</summary>
    TroubleState TroubleState { get; }

    /// <summary>Which claimed jobs have begun.</summary>
    IStartMarks StartMarks { get; }

    /// <summary>What an exception says about the store itself; null when it is not the store's fault.</summary>
    TroubleKind? Diagnose(Exception error);

    /// <summary>Gives the writer its work; from then on commit steps run in every commit.</summary>
    void Attach(IWriterWork work);

    /// <summary>Tells the writer that there may be something to do.</summary>
    void Signal();
}
