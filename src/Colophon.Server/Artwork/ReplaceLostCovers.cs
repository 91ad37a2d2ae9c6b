using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Artwork;

/// <summary>Chooses anew for items whose picture went: what is cached of the others may be the cover at once.</summary>
internal sealed class ReplaceLostCovers : ICommitStep
{
    private static readonly HashSet<long> Nothing = [];

    public void Run(Commit commit)
    {
        var lost = commit.State<CatalogChanges>().PicturesLost;
        if (lost.Count > 0)
            Covers.Choose(commit, lost.Select(item => item.Value), Nothing);
    }
}
