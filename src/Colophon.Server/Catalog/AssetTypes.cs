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

    /// <summary>A film beside the film: one of its files too.</summary>
    public const string Trailer = "trailer";

    /// <summary>A subtitle beside a video.</summary>
    public const string Subtitle = "subtitle";

    /// <summary>A sound track beside a video.</summary>
    public const string Audio = "audio";

    /// <summary>Music, or a video that is one of the item's files too, to go with the item's page.</summary>
    public const string Theme = "theme";

    /// <summary>All that are pictures.</summary>
    public static FrozenSet<string> Pictures { get; } =
    [Cover, Poster, Fanart, Banner, ClearLogo, ClearArt, Landscape, DiscArt, KeyArt, CharacterArt];

    /// <summary>As <see cref="AreCached"/>, for the rows of the table.</summary>
    public const string CachedRows =
        $"type not in ('{Trailer}', '{Audio}') and not (type = '{Theme}' and file_id is not null)";

    /// <summary>
    /// Whether assets of this type are copied into the cache. Films and sound tracks are as large as what they belong to: they
    /// are noted where they lie.
    /// </summary>
    /// <param name="isFile">Whether it is, or belongs to, one file of the item.</param>
    public static bool AreCached(string type, bool isFile) =>
        type is not (Trailer or Audio) && !(type == Theme && isFile);
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
