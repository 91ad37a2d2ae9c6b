namespace Colophon.Server.Providers.MusicBrainz;

/// <summary>Ids of MusicBrainz, as this server names and writes them.</summary>
internal static class MusicBrainzIds
{
    public const string Artist = "musicbrainz_artist";
    public const string AlbumArtist = "musicbrainz_album_artist";
    public const string Release = "musicbrainz_release";
    public const string ReleaseGroup = "musicbrainz_release_group";

    /// <summary>In small letters; null for what is none, which MusicBrainz would refuse.</summary>
    public static string? Normalise(string? id) =>
        Guid.TryParseExact(id, "D", out var guid) ? guid.ToString("D") : null;

    public static ProviderId? Of(string type, string? id) =>
        Normalise(id) is { } normal ? new ProviderId(type, normal) : null;
}
