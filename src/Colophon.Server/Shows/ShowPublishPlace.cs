using System.Globalization;
using Colophon.Formats.Naming.Movies;
using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Publishing.Plan;
using Colophon.Server.Scanning;

namespace Colophon.Server.Shows;

/// <summary>The show's own folder; none for episodes that lie loose among those of others.</summary>
internal sealed class ShowPublishPlace : IPublishPlace
{
    public string Kind => ItemKinds.Show;

    public PublishPlace? Of(ItemOnDisk item) =>
        ShowNfoPlace.Above(item.Files[0].Path, ShowFolderKind.Show) is { } folder && !item.HoldsOthers(folder)
            ? new PublishPlace(PictureSubject.Show, folder)
            : null;
}

/// <summary>The season's folder, and the show's, where it has them. Its number is the one that its episodes are known by.</summary>
internal sealed class SeasonPublishPlace : IPublishPlace
{
    public string Kind => ItemKinds.Season;

    public PublishPlace? Of(ItemOnDisk item)
    {
        var file = item.Files[0].Path;
        var own = ShowNfoPlace.Above(file, ShowFolderKind.Season);
        var isNumbered = int.TryParse(
            item.IdentityKey.AsSpan(item.IdentityKey.IndexOf(':') + 1),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var season
        );
        return isNumbered
            ? new PublishPlace(PictureSubject.Season, ShowNfoPlace.Above(file, ShowFolderKind.Show))
            {
                Season = season,
                SeasonFolder = own is not null && !item.HoldsOthers(own) ? own : null,
            }
            : null;
    }
}

/// <summary>Named after the episode's first file.</summary>
internal sealed class EpisodePublishPlace : IPublishPlace
{
    public string Kind => ItemKinds.Episode;

    public PublishPlace? Of(ItemOnDisk item)
    {
        var file = item.Files[0].Path;
        return new PublishPlace(
            PictureSubject.Episode,
            FolderSight.ParentOf(file),
            MovieFileTypes.Stem(FolderSight.NameOf(file))
        );
    }
}
