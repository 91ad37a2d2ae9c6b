using Colophon.Formats.Naming.Movies;
using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Publishing.Plan;
using Colophon.Server.Scanning;

namespace Colophon.Server.Movies;

/// <summary>
/// A film's own folder, also where the film is a disc in it; among others what is named after its file. A library's root is nobody's.
/// </summary>
internal sealed class MoviePublishPlace : IPublishPlace
{
    public string Kind => ItemKinds.Movie;

    public PublishPlace? Of(ItemOnDisk item)
    {
        var file = item.Files[0];
        var isOwn =
            file.Unit.Length > 0
            && file.Path.StartsWith(file.Unit + "/", StringComparison.Ordinal)
            && !item.HoldsOthers(file.Unit);
        return isOwn
            ? new PublishPlace(PictureSubject.Movie, file.Unit)
            : new PublishPlace(
                PictureSubject.Movie,
                FolderSight.ParentOf(file.Path),
                MovieFileTypes.Stem(FolderSight.NameOf(file.Path))
            );
    }
}
