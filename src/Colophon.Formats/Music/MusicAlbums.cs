using Colophon.Formats.Naming.Music;

namespace Colophon.Formats.Music;

/// <summary>
/// Says which files are which album and what is known about it, by tags first and folders second. Pure: the same files in any
/// order give the same albums.
/// </summary>
public static class MusicAlbums
{
    /// <summary>
    /// The albums of a folder, in order of their first file's path. Files of one album say its title and its artist in their
    /// tags; a folder without tags is one album by its name, and a folder of loose tracks gives many.
    /// </summary>
    /// <param name="files">Of the folder and of the folders of its discs; of all below, when it is a folder of loose tracks.</param>
    public static IReadOnlyList<AlbumFacts> Of(IReadOnlyList<MusicFile> files)
    {
        var layouts = new MusicLayouts();
        List<AlbumMember> members =
        [
            .. files
                .Select((file, i) => new AlbumMember(i, file, layouts))
                .OrderBy(member => member.FilePath, StringComparer.Ordinal),
        ];
        return [.. AlbumGrouping.Group(members).Select(Facts)];
    }

    private static AlbumFacts Facts(List<AlbumMember> members)
    {
        AlbumTags tags = TagsOf(members);
        AlbumName folder = members[0].Path.Album;
        IReadOnlyList<MusicArtist> artists = AlbumCredits.Of(members);
        bool isVarious = artists is [var first] && first == AlbumCredits.Various;
        var places = AlbumPlaces.Of(members);
        return new AlbumFacts(
            tags.Title ?? folder.Title,
            artists,
            isVarious || AlbumCredits.IsFlagged(members),
            tags,
            folder,
            [.. places.Ordered(members).Select(member => Track(member, places, isVarious ? [] : artists))]
        );
    }

    private static TrackFacts Track(AlbumMember member, AlbumPlaces places, IReadOnlyList<MusicArtist> albumArtists)
    {
        (int? disc, int? number) = places[member];
        bool isTagged = member.Tags.Title is not null || member.Tags.Artists.Count > 0;
        return new TrackFacts(
            member.File,
            member.Tags.Title ?? member.Path.Title,
            member.Artists.Count > 0 ? member.Artists : albumArtists,
            isTagged ? member.Tags.Featured : [.. member.Path.Featured.Select(name => new MusicArtist(name))],
            disc,
            number,
            member.Tags,
            member.Path
        );
    }

    private static AlbumTags TagsOf(List<AlbumMember> members)
    {
        List<MusicTags> all = [.. members.Select(member => member.Tags)];
        return new AlbumTags
        {
            Title = Votes.Most(all.Select(tags => tags.Album)),
            SortTitle = Votes.Most(all.Select(tags => tags.File.AlbumSort)),
            Date = Votes.Most(all.Select(tags => tags.File.Date)),
            OriginalDate = Votes.Most(all.Select(tags => tags.File.OriginalDate)),
            Genres = Votes.All(all.SelectMany(tags => tags.File.Genres)),
            Types = Votes.Most(all.Select(tags => tags.Types).Where(types => types.Count > 0), Key) ?? [],
            Labels = Votes.All(all.SelectMany(tags => tags.Labels)),
            CatalogNumbers = Votes.All(all.SelectMany(tags => tags.CatalogNumbers)),
            Barcode = Votes.Most(all.Select(tags => tags.Barcode)),
            ReleaseId = Votes.Most(all.Select(tags => tags.ReleaseId)),
            ReleaseGroupId = Votes.Most(all.Select(tags => tags.ReleaseGroupId)),
            DiscTotal = all.Max(tags => tags.File.DiscTotal),
        };
    }

    private static string Key(IReadOnlyList<AlbumType> types) => string.Join(' ', types);
}
