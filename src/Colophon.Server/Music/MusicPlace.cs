using System.Globalization;
using Colophon.Formats.Music;
using Colophon.Formats.Naming.Music;
using Colophon.Formats.Text;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning;

namespace Colophon.Server.Music;

/// <summary>
/// The containers of a track, and what artists, albums and tracks are known by: every unit makes the same of them. By names and
/// not by ids of MusicBrainz, see <c>docs/decisions/0018</c>.
/// </summary>
internal static class MusicPlace
{
    private const string UnknownArtist = "[Unknown Artist]";
    private const string Unknown = "unknown";

    /// <summary>Under whose name an album lies: of several the first.</summary>
    public static ContainerRead ArtistOf(AlbumFacts album)
    {
        if (album.Artists is not [var artist, ..])
            return Artist(Unknown, Sources.Path, new MusicArtist(UnknownArtist));
        var isTagged = album.Tracks.Any(track =>
            track.Tags.AlbumArtists.Count > 0 || track.Tags.Artists.Count > 0 || track.Tags.File.IsCompilation == true
        );
        return Artist(KeyOf(artist.Name), isTagged ? Sources.Embedded : Sources.Path, artist);
    }

    /// <summary>The artist of a folder of their own.</summary>
    /// <param name="name">What the folder, or who speaks in it, calls the artist.</param>
    public static ContainerRead ArtistOf(string name) => Artist(KeyOf(name), Sources.Path, new MusicArtist(name));

    /// <summary>The name of the artist whose albums lie in a folder.</summary>
    public static string NameOfFolder(string folder) =>
        TrackPath.Explain(FolderSight.Join(folder, "Album/01 - Title.flac")).Name.Album.Artist
        ?? FolderSight.NameOf(folder);

    /// <param name="isOnly">Whether the folder holds nothing else, so that its name is the album's.</param>
    public static ContainerRead AlbumOf(ContainerRead artist, AlbumFacts album, bool isOnly) =>
        new(ItemKinds.Album, KeyOf(album), artist) { Offers = [.. MusicEvidence.OfAlbum(album, isOnly)] };

    /// <summary>
    /// Title, and the year of this edition, so that a new edition is an album of its own; discs in folders side by side say the
    /// same.
    /// </summary>
    private static string KeyOf(AlbumFacts album)
    {
        if (album.Title is null)
            return Unknown;
        var year =
            YearOf(album.Tags.Date ?? album.Tags.OriginalDate)
            ?? album.Folder.Year?.ToString(CultureInfo.InvariantCulture);
        var edition = album.Folder.Edition is { } name ? "|" + TextKeys.SortKey(name) : "";
        return $"{TextKeys.SortKey(album.Title)}|{year}{edition}";
    }

    /// <summary>
    /// Where it stands and what it is called: files that have both in common are one track in several formats. Songs that no
    /// album holds together have their title alone.
    /// </summary>
    public static string KeyOf(AlbumFacts album, TrackFacts track)
    {
        var title = $"t:{TextKeys.NameKey(track.Title)}";
        return album.Title is not null && track.Number is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"d{track.Disc ?? 1}:{number}:{title}")
            : title;
    }

    private static string KeyOf(string artist) => $"name:{TextKeys.SortKey(artist)}";

    private static string? YearOf(string? date) => date is { Length: >= 4 } ? date[..4] : null;

    private static ContainerRead Artist(string key, string source, MusicArtist artist)
    {
        var document = new EvidenceDraft()
            .Text(Fields.Title, artist.Name)
            .Text(Fields.SortTitle, artist.SortName)
            .Set(
                Fields.Identifiers,
                artist.MusicBrainzId is { } id ? new IdentifiersValue([new Identifier("musicbrainz_artist", id)]) : null
            )
            .ToDocument();
        return new ContainerRead(ItemKinds.Artist, key, Parent: null)
        {
            Offers = [new DocumentRead(source, Origin: null, document)],
        };
    }
}
