using Colophon.Jobs;

namespace Colophon.Server.Catalog.Lists;

/// <summary>Libraries that this commit puts new items into.</summary>
internal sealed class GrownLibraries
{
    public HashSet<LibraryId> Ids { get; } = [];
}

/// <summary>
/// Counts new items as a change of their library, as triggers do with all other changes: a trigger on inserts would double the
/// cost of each. A step runs at the end of a commit, so that two nodes hardly wait for each other.
/// </summary>
internal sealed class CountGrowth : ICommitStep
{
    public void Run(Commit commit)
    {
        foreach (var library in commit.State<GrownLibraries>().Ids.OrderBy(id => id.Value))
            commit.Send(
                """
                insert into library_versions (library_id, version) values (@library, 1)
                on conflict (library_id) do update set version = library_versions.version + 1
                """,
                library.Value
            );
    }
}
