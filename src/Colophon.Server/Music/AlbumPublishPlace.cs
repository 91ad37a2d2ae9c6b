using Colophon.Formats.Naming.Music;
using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Publishing.Plan;
using Colophon.Server.Scanning;

namespace Colophon.Server.Music;

/// <summary>The folder that holds the album and nothing else, its discs in folders of their own or not.</summary>
internal sealed class AlbumPublishPlace : IPublishPlace
{
    public string Kind => ItemKinds.Album;

    public PublishPlace? Of(ItemOnDisk item) =>
        FoldersOf(item) is [{ Length: > 0 } folder] && !item.HoldsOthers(folder)
            ? new PublishPlace(PictureSubject.Album, folder)
            : null;

    /// <summary>Of the albums that the files are of.</summary>
    internal static IReadOnlyList<string> FoldersOf(ItemOnDisk item) =>
        [
            .. item
                .Files.Select(file => FolderSight.ParentOf(file.Path))
                .Distinct()
                .Select(folder => MusicFolders.IsDisc(folder) ? FolderSight.ParentOf(folder) : folder)
                .Distinct(),
        ];
}

/// <summary>The folder that holds all albums of the artist and nothing else.</summary>
internal sealed class ArtistPublishPlace : IPublishPlace
{
    public string Kind => ItemKinds.Artist;

    public PublishPlace? Of(ItemOnDisk item)
    {
        var folders = AlbumPublishPlace.FoldersOf(item).Select(Above).Distinct().ToList();
        return
            folders is [{ Length: > 0 } folder]
            && !MusicFolders.IsShelf(FolderSight.NameOf(folder))
            && !item.HoldsOthers(folder)
            ? new PublishPlace(PictureSubject.Artist, folder)
            : null;
    }

    /// <summary>Albums may be sorted by their kinds.</summary>
    private static string Above(string album)
    {
        var folder = FolderSight.ParentOf(album);
        return folder.Length > 0 && MusicFolders.TypeOf(FolderSight.NameOf(folder)) is not null
            ? FolderSight.ParentOf(folder)
            : folder;
    }
}
