using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Artwork;

/// <summary>Chooses anew for items whose pictures went, or came with a file: what is cached may be the cover at once.</summary>
internal sealed class ChooseChangedCovers : ICommitStep
{
    private static readonly HashSet<long> Nothing = [];

    public void Run(Commit commit)
    {
        var changed = commit.State<CatalogChanges>().PicturesChanged;
        if (changed.Count > 0)
            Covers.Choose(commit, changed.Select(item => item.Value), Nothing);
    }
}
