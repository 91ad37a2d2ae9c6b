namespace Colophon.Server.Libraries;

/// <summary>The programs that a library may be published for: by their names pictures and NFOs are written beside the media. Persisted.</summary>
public static class PublishPrograms
{
    public const string Off = "off";
    public const string Kodi = "kodi";
    public const string Jellyfin = "jellyfin";
    public const string Plex = "plex";

    public static IReadOnlyList<string> All { get; } = [Kodi, Jellyfin, Plex];
}
