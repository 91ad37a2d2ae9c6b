using System.Collections.Frozen;
using Colophon.Formats.Naming.Music;
using Colophon.Server.Artwork;
using Colophon.Server.Scanning;

namespace Colophon.Server.Music;

/// <summary>
/// Which files of a folder make a unit of a music library. A folder that holds music is one, with its discs and the pictures
/// below it; so is an artist's folder with what is said of the artist. Loose files are a unit together, and not one each: only
/// their tags tell which of them are one album.
/// </summary>
internal static class MusicUnits
{
    public const string ArtistNfo = "artist.nfo";
    public const string AlbumNfo = "album.nfo";

    private static readonly FrozenSet<string> Sound = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        // read in process
        ".mp3",
        ".flac",
        ".m4a",
        ".m4b",
        ".ogg",
        ".oga",
        ".opus",
        ".spx",
        ".mka",
        ".webm",
        // told by ffprobe
        ".aac",
        ".ac3",
        ".aif",
        ".aifc",
        ".aiff",
        ".alac",
        ".ape",
        ".au",
        ".dff",
        ".dsf",
        ".dts",
        ".mpc",
        ".tak",
        ".tta",
        ".wav",
        ".wma",
        ".wv"
    );

    public static bool IsSound(string path) => Sound.Contains(Path.GetExtension(path));

    /// <summary>Whether a folder may belong to the album above it.</summary>
    public static bool MayBePart(string name, string above) =>
        MusicFolders.IsArtwork(name) || MusicFolders.DiscOf(name) is not null || MusicFolders.IsSure(name, above);

    public static IReadOnlyList<UnitSketch> UnitsOf(FolderView folder)
    {
        var parts = folder.RelativePath.Length == 0 ? [] : WithoutOthers(folder).Parts();
        var files = folder.Files.Concat(parts.SelectMany(part => part.Files)).ToList();
        return files.Exists(file => IsSound(file.Name)) || IsOfArtist(folder)
            ? [new UnitSketch(folder.RelativePath, files) { PartFolders = [.. parts.Select(part => part.Path)] }]
            : [];
    }

    /// <summary>With its discs, and the folders of pictures here and in those.</summary>
    private static FolderView WithoutOthers(FolderView folder) =>
        folder with
        {
            PartFolders =
            [
                .. folder
                    .PartFolders.Where(part => IsDisc(part) || IsArtwork(part))
                    .Select(part => IsDisc(part) ? WithoutOthers(part) : part),
            ],
        };

    private static bool IsDisc(FolderView part) =>
        part.Files.Any(file => IsSound(file.Name)) && MusicFolders.IsDisc(part.RelativePath);

    /// <summary>Albums are called "Covers" too.</summary>
    private static bool IsArtwork(FolderView part) =>
        MusicFolders.IsArtwork(FolderSight.NameOf(part.RelativePath)) && !HoldsSound(part);

    private static bool HoldsSound(FolderView part) =>
        part.Files.Any(file => IsSound(file.Name)) || part.PartFolders.Any(HoldsSound);

    /// <summary>Whether a folder without music is an artist's: it says so, or has pictures beside its albums.</summary>
    private static bool IsOfArtist(FolderView folder)
    {
        var name = FolderSight.NameOf(folder.RelativePath);
        var isNobodys =
            name.Length == 0
            || MusicFolders.IsShelf(name)
            || MusicFolders.TypeOf(name) is not null
            || MusicFolders.IsArtwork(name);
        return !isNobodys
            && (
                folder.Files.Any(file => file.Name.Equals(ArtistNfo, StringComparison.OrdinalIgnoreCase))
                || (
                    folder.Subfolders.Any(below => !MusicFolders.IsArtwork(below))
                    && LocalPictures.Beside([.. folder.Files.Select(file => file.Name)], stem: null).Count > 0
                )
            );
    }
}
