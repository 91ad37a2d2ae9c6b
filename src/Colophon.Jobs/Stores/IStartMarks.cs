namespace Colophon.Jobs.Stores;

/// <summary>
/// Remembers which claimed jobs have really begun, so that the death of the process is held against those only and not against
/// the ones that merely waited for a reader.
/// </summary>
internal interface IStartMarks
{
    /// <summary>Whether a job that the process left had begun; true when that is not known.</summary>
    bool HadBegun(Job orphan);

    void Begin(Job job);

    /// <summary>The job's result is stored.</summary>
    void End(Job job);
}
