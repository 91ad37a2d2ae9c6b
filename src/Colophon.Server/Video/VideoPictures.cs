using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Scanning;

namespace Colophon.Server.Video;

/// <summary>The pictures of a film: those that lie beside it by the names of Kodi and Jellyfin, and those inside its files.</summary>
internal static class VideoPictures
{
    /// <param name="names">Of files in the film's folder.</param>
    /// <param name="stem">Of the film's first file.</param>
    public static IEnumerable<AssetRead> Beside(
        UnitToRead unit,
        IReadOnlyList<string> names,
        string stem,
        FolderOwner owner
    ) =>
        LocalPictures
            .Beside(names, stem, owner)
            .Select(picture => new AssetRead(
                File: null,
                picture.Type == AssetTypes.Cover ? AssetTypes.Poster : picture.Type,
                picture.Language,
                AssetSources.Path,
                $"path:{picture.Name}",
                unit.Folder.TrimEnd('/') + "/" + picture.Name,
                Embedded: null
            ));

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
