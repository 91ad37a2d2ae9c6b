using System.Globalization;
using Colophon.Formats.Naming.Shows;
using Colophon.Formats.Text;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning;

namespace Colophon.Server.Shows;

/// <summary>What a folder of a library of shows is, by its name and those above it.</summary>
internal enum ShowFolderKind
{
    /// <summary>A root, or a shelf: what lies in it has nothing to do with each other.</summary>
    Shelf,

    /// <summary>A show's own.</summary>
    Show,

    /// <summary>Of one season.</summary>
    Season,

    /// <summary>Of one episode.</summary>
    Episode,
}

/// <summary>The containers of an episode as its path tells them: every unit of a show makes the same of them.</summary>
internal static class ShowPlace
{
    public static ShowFolderKind KindOf(string folder)
    {
        if (folder.Length == 0)
            return ShowFolderKind.Shelf;
        var name = FolderSight.NameOf(folder);
        var above = FolderSight.ParentOf(folder);
        if (EpisodePath.IsEpisodeFolder(name))
            return ShowFolderKind.Episode;
        if (SeasonFolder.IsSeasonFolder(name, above.Length == 0 ? null : FolderSight.NameOf(above)))
            return ShowFolderKind.Season;
        return ShowFolder.Explain(name).Name.Season is null ? ShowFolderKind.Show : ShowFolderKind.Season;
    }

    /// <summary>The show of a folder of its own.</summary>
    public static ContainerRead ShowOf(string folder)
    {
        var name = ShowFolder.Explain(FolderSight.NameOf(folder)).Name;
        return Show(name.Title ?? FolderSight.NameOf(folder), name.Year, name.Ids);
    }

    /// <summary>The show that an episode's path names; where it names none, the episode's own folder or name is one.</summary>
    public static ContainerRead ShowOf(EpisodeName episode, string path)
    {
        var folder = FolderSight.ParentOf(path);
        return Show(
            episode.Show ?? FolderSight.NameOf(folder.Length > 0 ? folder : path),
            episode.ShowYear,
            episode.ShowIds
        );
    }

    /// <param name="number">0 for specials; null when nothing says it.</param>
    /// <param name="title">Of its own, when its folder has one.</param>
    public static ContainerRead SeasonOf(ContainerRead show, int? number, string? title = null)
    {
        var document = new EvidenceDraft()
            .Text(
                Fields.Title,
                title
                    ?? number switch
                    {
                        null => "Unknown season",
                        0 => "Specials",
                        _ => $"Season {number}",
                    }
            )
            .Set(Fields.IndexNumber, number is { } index ? new NumberValue(index) : null)
            .ToDocument();
        return new ContainerRead(ItemKinds.Season, KeyOfSeason(number), show)
        {
            Offers = [new DocumentRead(Sources.Path, Origin: null, document)],
        };
    }

    public static string KeyOfSeason(int? number) =>
        number is { } season ? $"season:{season.ToString(CultureInfo.InvariantCulture)}" : "season:unknown";

    /// <summary>
    /// An id that its folder's name has, else title and year: folders of one show on several disks are one show. Shows of one
    /// title are told apart by their year, as their names are meant to do.
    /// </summary>
    private static ContainerRead Show(string title, int? year, IReadOnlyDictionary<string, string> ids)
    {
        var document = new EvidenceDraft()
            .Text(Fields.Title, title)
            .Date(Fields.ReleaseDate, year?.ToString("0000", CultureInfo.InvariantCulture))
            .Set(Fields.Identifiers, new IdentifiersValue([.. ids.Select(id => new Identifier(id.Key, id.Value))]))
            .ToDocument();
        return new ContainerRead(ItemKinds.Show, KeyOfShow(title, year, ids), Parent: null)
        {
            Offers = [new DocumentRead(Sources.Path, Origin: null, document)],
        };
    }

    private static string KeyOfShow(string title, int? year, IReadOnlyDictionary<string, string> ids)
    {
        foreach (var provider in new[] { "tvdb", "tmdb", "imdb" })
            if (ids.TryGetValue(provider, out var id))
                return $"{provider}:{id}";
        return $"title:{TextKeys.SortKey(title)}|{year?.ToString(CultureInfo.InvariantCulture)}";
    }
}
