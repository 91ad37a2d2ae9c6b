using System.Collections.Frozen;

namespace Colophon.Server.Catalog;

/// <summary>What an asset shows. Persisted, part of a cache file's name, sent as these texts.</summary>
public static class AssetTypes
{
    public const string Cover = "cover";
    public const string Poster = "poster";
    public const string Fanart = "fanart";
    public const string Banner = "banner";
    public const string ClearLogo = "clearlogo";
    public const string ClearArt = "clearart";
    public const string Landscape = "landscape";
    public const string DiscArt = "discart";
    public const string KeyArt = "keyart";
    public const string CharacterArt = "characterart";

    /// <summary>All that are pictures.</summary>
    public static FrozenSet<string> Pictures { get; } =
    [Cover, Poster, Fanart, Banner, ClearLogo, ClearArt, Landscape, DiscArt, KeyArt, CharacterArt];
}

/// <summary>Where an asset comes from: the words of a source. A provider's assets carry the provider's name.</summary>
public static class AssetSources
{
    /// <summary>Uploaded by a user.</summary>
    public const string Manual = "manual";

    /// <summary>A picture file beside the media.</summary>
    public const string Path = "path";

    /// <summary>Inside a media file.</summary>
    public const string Embedded = "embedded";
}
