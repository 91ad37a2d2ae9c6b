using Colophon.Formats.Naming.Music;
using Colophon.Formats.Text;

namespace Colophon.Formats.Music;

/// <summary>Says whose album it is.</summary>
internal static class AlbumCredits
{
    public static MusicArtist Various { get; } = new(ArtistNames.Various, ArtistNames.Various, ArtistNames.VariousId);

    /// <summary>
    /// Whom most files name as album artist; else Various Artists where most say that it is a compilation; else who has a part
    /// in every track; else the folder's artist with a part in half of them; else Various Artists.
    /// </summary>
    public static IReadOnlyList<MusicArtist> Of(IReadOnlyList<AlbumMember> members)
    {
        if (Said(members) is { Count: > 0 } said)
        {
            return said;
        }

        if (IsFlagged(members))
        {
            return [Various];
        }

        List<IReadOnlyList<MusicArtist>> tracks =
        [
            .. members.Select(member => member.Artists).Where(artists => artists.Count > 0),
        ];
        string? folder = members[0].Path.Album.Artist;
        if (tracks.Count == 0)
        {
            return folder is null ? [] : [Folder(folder)];
        }

        List<MusicArtist> common =
        [
            .. tracks[0]
                .Concat(tracks.SelectMany(artists => artists))
                .DistinctBy(Key)
                .Where(artist => tracks.TrueForAll(artists => HasPart(artist.Name, artists))),
        ];
        if (common.Count > 0)
        {
            return common;
        }

        bool isFolder = folder is not null && tracks.Count(artists => HasPart(folder, artists)) * 2 >= tracks.Count;
        return [isFolder ? Folder(folder!) : Various];
    }

    /// <summary>Whether most files say that the album is by several artists, as iTunes does.</summary>
    public static bool IsFlagged(IReadOnlyList<AlbumMember> members) =>
        members.Count(member => member.Tags.File.IsCompilation == true) * 2 > members.Count;

    /// <summary>A key to compare artists by.</summary>
    public static string Key(MusicArtist artist) => TextKeys.SortKey(artist.Name);

    /// <summary>A key for several.</summary>
    public static string Key(IEnumerable<MusicArtist> artists) => string.Join('\u0001', artists.Select(Key));

    private static IReadOnlyList<MusicArtist>? Said(IReadOnlyList<AlbumMember> members) =>
        Votes.Most(members.Select(member => member.Tags.AlbumArtists).Where(artists => artists.Count > 0), Key);

    private static MusicArtist Folder(string name) => ArtistNames.IsVarious(name) ? Various : new MusicArtist(name);

    private static bool HasPart(string name, IReadOnlyList<MusicArtist> artists) =>
        artists.Any(artist => AlbumFolder.IsAmong(name, artist.Name));
}
