using Colophon.Formats.Naming.Movies;
using Colophon.Server.Catalog;
using Colophon.Server.Nfo;
using Colophon.Server.Scanning;

namespace Colophon.Server.Shows;

/// <summary>In the show's own folder; null for episodes that lie loose among those of others.</summary>
internal sealed class ShowNfoPlace : INfoPlace
{
    public string Kind => ItemKinds.Show;

    public string? PathOf(string file) =>
        Above(file, ShowFolderKind.Show) is { } folder ? $"{folder}/{ShowFolders.ShowNfo}" : null;

    /// <summary>The nearest folder of the kind above a file.</summary>
    internal static string? Above(string file, ShowFolderKind kind)
    {
        for (var folder = FolderSight.ParentOf(file); folder.Length > 0; folder = FolderSight.ParentOf(folder))
            if (ShowPlace.KindOf(folder) == kind)
                return folder;
        return null;
    }
}

/// <summary>In the season's folder, where it has one.</summary>
internal sealed class SeasonNfoPlace : INfoPlace
{
    public string Kind => ItemKinds.Season;

    public string? PathOf(string file) =>
        ShowNfoPlace.Above(file, ShowFolderKind.Season) is { } folder ? $"{folder}/season.nfo" : null;
}

/// <summary>Named after the episode's first file.</summary>
internal sealed class EpisodeNfoPlace : INfoPlace
{
    public string Kind => ItemKinds.Episode;

    public string? PathOf(string file) =>
        FolderSight.Join(FolderSight.ParentOf(file), $"{MovieFileTypes.Stem(file)}.nfo");
}
