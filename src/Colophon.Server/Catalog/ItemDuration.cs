using Colophon.Jobs;

namespace Colophon.Server.Catalog;

/// <summary>
/// How long an item plays: all parts of its first edition in the best format that has a length, one after the other. Another edition, which begins with a
/// main file of its own, is played instead, not after it. What is missing does not count.
/// </summary>
internal static class ItemDuration
{
    /// <summary>In seconds; null when no file has a length.</summary>
    public static double? Of(IEnumerable<(FilePlace Place, FileRow File)> files)
    {
        var playable = files
            .Where(file => file.Place.Role is FileRoles.Main or FileRoles.Part)
            .Where(file => file.File is { MissingSince: null, Duration: not null })
            .ToList();
        if (playable.Count == 0)
            return null;
        var best = playable.MinBy(file => file.Place.RankOf(file.File.Format, file.File.RelativePath)).File.Format;
        // in one order always, because a sum of fractions depends on it
        return playable
            .Where(file => file.File.Format == best)
            .OrderBy(file => file.Place.Position)
            .ThenBy(file => file.File.RelativePath, StringComparer.Ordinal)
            .TakeWhile((file, index) => index == 0 || file.Place.Role == FileRoles.Part)
            .Sum(file => file.File.Duration);
    }

    /// <summary>Counts again what is stored of an item, after files went or came without being read.</summary>
    public static void Recount(Commit commit, long itemId)
    {
        var places = CatalogLoad.LinksOfItems(commit, [itemId]).ToDictionary(link => link.FileId, link => link.Place);
        var files = CatalogLoad.FilesById(commit, [.. places.Keys.Cast<object>()]);
        commit.Run(
            "update items set duration = @duration where id = @id",
            Of(files.Select(file => (places[file.Id], file))),
            itemId
        );
    }
}
