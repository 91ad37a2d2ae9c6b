using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Scanning;

namespace Colophon.Server.Video;

/// <summary>The pictures of a film: those that lie beside it by the names of Kodi and Jellyfin, and those inside its files.</summary>
internal static class VideoPictures
{
    /// <param name="paths">Of files, from the film's folder.</param>
    /// <param name="stems">What its pictures may be named after.</param>
    public static IEnumerable<AssetRead> Beside(
        UnitToRead unit,
        IReadOnlyList<string> paths,
        IReadOnlyList<string> stems,
        FolderOwner owner
    ) => LocalPictures.Of(PictureSubject.Movie, paths, stems, owner).Select(picture => Beside(unit, picture));

    /// <summary>A picture as an asset of the item that it was found to be of.</summary>
    public static AssetRead Beside(UnitToRead unit, LocalPicture picture) =>
        BesideVideos.Asset(unit, picture.Type, picture.Name, file: null) with
        {
            Language = picture.Language,
        };

    /// <summary>The cover inside a file; others of its pictures are mostly frames of the menu.</summary>
    public static IEnumerable<AssetRead> Inside(UnitToRead unit, VideoLook look, int file) =>
        look.Video?.Pictures is [var cover, ..]
            ?
            [
                new AssetRead(
                    file,
                    AssetTypes.Poster,
                    Language: null,
                    AssetSources.Embedded,
                    cover.Entry,
                    unit.Root.Absolute(unit.PathOf(look.Entry)),
                    cover
                ),
            ]
            : [];
}
