using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>What only music has: credited artists, tracks, albums.</summary>
internal static class NfoMusic
{
    public const string ArtistId = "musicBrainzArtistID";
    public const string ReleaseGroupId = "musicBrainzReleaseGroupID";

    /// <summary>Credits with ids first; what only repeats their names is passed over.</summary>
    public static IReadOnlyList<NfoArtist> Artists(NfoKind kind, NfoElements said)
    {
        string[] names = kind == NfoKind.Album ? NfoNames.AlbumArtists : NfoNames.Artists;
        return said.Kept(
            said.All(names)
                .Select(element => Artist(element, said))
                .OfType<NfoArtist>()
                .DistinctBy(artist => artist.Name)
        );
    }

    public static IReadOnlyList<NfoTrack> Tracks(NfoElements said) =>
        said.Kept(
            said.All("track")
                .Select(said.In)
                .Select(track => new NfoTrack(track.Whole("position"), track.Line("title"), track.Seconds("duration")))
                .Where(track => track != new NfoTrack(null, null, null))
        );

    public static IReadOnlyList<NfoAlbum> Albums(NfoElements said) =>
        said.Kept(said.All("album").Select(said.In).Select(Album).OfType<NfoAlbum>());

    private static NfoArtist? Artist(LooseElement element, NfoElements said)
    {
        NfoElements inside = said.In(element);
        string? name = inside.Line("artist", "name") ?? said.OwnLine(element);
        return name is null ? null : new NfoArtist(name, inside.Line("musicbrainzartistid"));
    }

    private static NfoAlbum? Album(NfoElements inside) =>
        inside.Line("title") is { } title
            ? new NfoAlbum(title, inside.Year("year"), inside.Line("musicbrainzreleasegroupid"))
            : null;
}
