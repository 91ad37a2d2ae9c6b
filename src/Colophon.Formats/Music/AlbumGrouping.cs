namespace Colophon.Formats.Music;

/// <summary>Puts files together that are one album.</summary>
internal static class AlbumGrouping
{
    /// <summary>The albums, in order of their first file.</summary>
    public static IEnumerable<List<AlbumMember>> Group(IReadOnlyList<AlbumMember> members)
    {
        Dictionary<string, string> titles = TitlesByRelease(members);
        var albums = members
            .Where(member => member.TitleKey.Length > 0)
            .GroupBy(member => member.Tags.ReleaseId is { } id ? titles[id] : member.TitleKey, StringComparer.Ordinal)
            .SelectMany(group => ByArtist([.. group]))
            .SelectMany(ByRelease)
            .ToList();
        AddUntitled([.. members.Where(member => member.TitleKey.Length == 0)], albums);
        return albums
            .Select(album => album.OrderBy(member => member.FilePath, StringComparer.Ordinal).ToList())
            .OrderBy(album => album[0].FilePath, StringComparer.Ordinal);
    }

    /// <summary>Files of one release are one album, even where its discs have titles of their own.</summary>
    private static Dictionary<string, string> TitlesByRelease(IReadOnlyList<AlbumMember> members) =>
        members
            .Where(member => member.Tags.ReleaseId is not null && member.TitleKey.Length > 0)
            .GroupBy(member => member.Tags.ReleaseId!, member => member.TitleKey, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Min(StringComparer.Ordinal)!, StringComparer.Ordinal);

    /// <summary>
    /// Albums of one title: by album artist. Files that name none belong to the album that their artist is of, or to the only
    /// one; where no file names any, two artists in one place of the disc are two albums.
    /// </summary>
    private static IEnumerable<List<AlbumMember>> ByArtist(List<AlbumMember> members)
    {
        var named = members
            .Where(member => member.Tags.AlbumArtists.Count > 0)
            .GroupBy(member => AlbumCredits.Key(member.Tags.AlbumArtists), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        List<AlbumMember> open = [.. members.Where(member => member.Tags.AlbumArtists.Count == 0)];
        if (named.Count == 0)
        {
            bool areMany = !AlbumCredits.IsFlagged(open) && Collide(open, FirstArtist);
            return areMany ? open.GroupBy(FirstArtist, StringComparer.Ordinal).Select(group => group.ToList()) : [open];
        }

        var rest = new List<AlbumMember>();
        foreach (AlbumMember member in open)
        {
            List<AlbumMember>? album =
                named.Count == 1 ? named.Values.First() : named.GetValueOrDefault(AlbumCredits.Key(member.Artists));
            (album ?? rest).Add(member);
        }

        return rest.Count > 0 ? [.. named.Values, rest] : named.Values;
    }

    /// <summary>
    /// Editions that lie in one folder: by release where two have tracks in one place. Else it is one album whose files were
    /// tagged by several releases.
    /// </summary>
    private static IEnumerable<List<AlbumMember>> ByRelease(List<AlbumMember> members)
    {
        List<AlbumMember> known = [.. members.Where(member => member.Tags.ReleaseId is not null)];
        if (!Collide(known, member => member.Tags.ReleaseId!))
        {
            return [members];
        }

        var editions = known
            .GroupBy(member => member.Tags.ReleaseId!, StringComparer.Ordinal)
            .Select(group => group.ToList())
            .OrderByDescending(edition => edition.Count)
            .ToList();
        editions[0].AddRange(members.Where(member => member.Tags.ReleaseId is null));
        return editions;
    }

    /// <summary>
    /// Files whose tags name no album: of the album that the files beside them name, when that is only one; else of the one that
    /// their folder names. Songs that no folder holds together are put together by whose they are.
    /// </summary>
    private static void AddUntitled(List<AlbumMember> members, List<List<AlbumMember>> albums)
    {
        foreach (
            IGrouping<string, AlbumMember> folder in members.GroupBy(member => member.FolderKey, StringComparer.Ordinal)
        )
        {
            List<List<AlbumMember>> beside =
                folder.Key.Length == 0
                    ? []
                    : [.. albums.Where(album => album.Exists(member => member.FolderKey == folder.Key))];
            string title = folder.Key[(folder.Key.IndexOf('\u0001') + 1)..];
            List<AlbumMember>? album =
                beside.Count == 1 ? beside[0] : beside.Find(album => album.Exists(member => member.TitleKey == title));
            if (album is null && folder.Key.Length == 0)
            {
                albums.AddRange(folder.GroupBy(Owner, StringComparer.Ordinal).Select(group => group.ToList()));
            }
            else if (album is null)
            {
                albums.Add([.. folder]);
            }
            else
            {
                album.AddRange(folder);
            }
        }
    }

    /// <summary>Whether files that differ in something are in one place by their tags.</summary>
    private static bool Collide(List<AlbumMember> members, Func<AlbumMember, string> keyOf) =>
        members
            .Where(member => member.Place is not null)
            .GroupBy(member => member.Place!.Value)
            .Any(place => place.Select(keyOf).Distinct(StringComparer.Ordinal).Count() > 1);

    private static string Owner(AlbumMember member) =>
        member.Tags.AlbumArtists.Count > 0 ? AlbumCredits.Key(member.Tags.AlbumArtists) : FirstArtist(member);

    private static string FirstArtist(AlbumMember member) => AlbumCredits.Key(member.Artists.Take(1));
}
