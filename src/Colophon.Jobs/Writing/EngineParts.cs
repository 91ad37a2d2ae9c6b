using Colophon.Jobs.Stores;
using Colophon.Jobs.Working;

namespace Colophon.Jobs.Writing;

/// <summary>What an engine is put together from.</summary>
internal sealed record EngineParts(
    IJobStore Store,
    GroupWriter Writer,
    Claims Claims,
    ReaderPool Pool,
    IReadOnlyDictionary<string, JobLength> Lengths,
    string ProcessId
);
