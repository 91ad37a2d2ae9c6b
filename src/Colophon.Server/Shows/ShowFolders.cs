using Colophon.Formats.Naming.Companions;
using Colophon.Formats.Naming.Movies;
using Colophon.Formats.Naming.Shows;
using Colophon.Server.Artwork;
using Colophon.Server.Platform.Files;
using Colophon.Server.Scanning;

namespace Colophon.Server.Shows;

/// <summary>
/// Which files of a folder make a unit of a library of shows. A folder that holds episodes is a unit, be it a season's, an episode's
/// or a show's without season folders; so is a show's folder with what is said of the show. An episode in a root is one of its own.
/// </summary>
internal static class ShowFolders
{
    /// <summary>What stands in a show's own folder.</summary>
    public const string ShowNfo = "tvshow.nfo";

    /// <summary>Whether a folder may belong to the episodes, the season or the show above it. A root's extras are a show's name.</summary>
    public static bool MayBePart(string name, string above) => above.Length > 0 && (IsPart(name) || IsPart(above));

    public static IReadOnlyList<UnitSketch> UnitsOf(FolderView folder)
    {
        if (ShowPlace.KindOf(folder.RelativePath) == ShowFolderKind.Shelf)
            return [.. folder.Files.Where(file => IsEpisodeFile(file.Name)).Select(file => Loose(folder, file))];
        var holdsEpisodes = folder.Files.Any(file => IsEpisodeFile(file.Name));
        if (!holdsEpisodes && !IsOfShow(folder))
            return [];
        var parts = folder.Parts();
        var files = folder.Files.Concat(parts.SelectMany(part => part.Files)).ToList();
        return files.Count == 0
            ? []
            : [new UnitSketch(folder.RelativePath, files) { PartFolders = [.. parts.Select(part => part.Path)] }];
    }

    /// <summary>A video that is no extra.</summary>
    public static bool IsEpisodeFile(string path) =>
        MovieFileTypes.Of(path) is MovieFileType.Video or MovieFileType.DiscImage or MovieFileType.Stub
        && ExtraOf(path) is null;

    /// <summary>
    /// What a video is beside the episodes; null for an episode. Titles of episodes end in words like "scene" and "other", so a name
    /// with an episode's number is an extra only by its folder, or as a trailer or sample.
    /// </summary>
    public static MovieExtraKind? ExtraOf(string path)
    {
        var kind = MovieExtraNames.OfPath(path);
        var isByFolder =
            path.Contains('/') && MovieExtraNames.OfFolder(FolderSight.NameOf(FolderSight.ParentOf(path))) is not null;
        var isSure = isByFolder || kind is MovieExtraKind.Trailer or MovieExtraKind.Sample;
        return isSure || !EpisodePath.IsEpisodeFolder(MovieFileTypes.Stem(FolderSight.NameOf(path))) ? kind : null;
    }

    private static bool IsPart(string name) =>
        MovieExtraNames.OfFolder(name) is not null
        || CompanionFolder.IsSubtitleFolder(name)
        || LocalPictures.IsShowPictureFolder(name);

    /// <summary>Whether a folder without episodes is a show's: it says so, or it holds seasons.</summary>
    private static bool IsOfShow(FolderView folder)
    {
        var name = FolderSight.NameOf(folder.RelativePath);
        return folder.Files.Any(file => file.Name.Equals(ShowNfo, StringComparison.OrdinalIgnoreCase))
            || (
                ShowPlace.KindOf(folder.RelativePath) == ShowFolderKind.Show
                && folder.Subfolders.Any(below => !IsPart(below) && SeasonFolder.IsSeasonFolder(below, name))
            );
    }

    /// <summary>An episode beside others that have nothing to do with it, with what is named after it.</summary>
    private static UnitSketch Loose(FolderView folder, FolderEntry video)
    {
        var stem = MovieFileTypes.Stem(video.Name);
        return new UnitSketch(
            FolderSight.Join(folder.RelativePath, video.Name),
            [.. folder.Files.Where(file => file == video || IsNamedAfter(file.Name, stem))]
        );
    }

    private static bool IsNamedAfter(string name, string stem) =>
        name.Length > stem.Length
        && name.StartsWith(stem, StringComparison.OrdinalIgnoreCase)
        && name[stem.Length] is '.' or '-'
        && MovieFileTypes.Of(name) is not MovieFileType.Video;
}
