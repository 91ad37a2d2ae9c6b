using Colophon.Formats.Pictures;
using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Scanning;

namespace Colophon.Server.Music;

/// <summary>The pictures of albums, artists and tracks: beside the files and inside them.</summary>
internal static class MusicPictures
{
    /// <summary>Those of the folder; of a type that it has none of, those of its discs and folders of scans.</summary>
    public static IReadOnlyList<AssetRead> Beside(UnitToRead unit)
    {
        var found = new List<AssetRead>();
        foreach (
            var folder in unit
                .Sketch.Files.GroupBy(file => FolderSight.ParentOf(file.Name), StringComparer.Ordinal)
                .OrderBy(folder => folder.Key, StringComparer.Ordinal)
        )
        {
            var types = found.Select(asset => asset.Type).ToHashSet(StringComparer.Ordinal);
            found.AddRange(
                LocalPictures
                    .Beside([.. folder.Select(file => FolderSight.NameOf(file.Name))], stem: null)
                    .Where(picture => !types.Contains(picture.Type))
                    .Select(picture => Picture(unit, FolderSight.Join(folder.Key, picture.Name), picture))
            );
        }
        return found;
    }

    /// <param name="file">Its place among those that were read.</param>
    public static AssetRead Inside(UnitToRead unit, SoundFile sound, EmbeddedPicture cover, int file) =>
        new(
            file,
            AssetTypes.Cover,
            Language: null,
            AssetSources.Embedded,
            cover.Entry,
            unit.Root.Absolute(sound.RelativePath),
            cover
        );

    private static AssetRead Picture(UnitToRead unit, string name, LocalPicture picture) =>
        new(
            File: null,
            picture.Type,
            picture.Language,
            AssetSources.Path,
            $"path:{name}",
            unit.Folder.TrimEnd('/') + "/" + name,
            Embedded: null
        );
}
