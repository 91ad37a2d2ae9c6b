namespace Colophon.Server.Artwork;

/// <summary>An asset was kept.</summary>
/// <param name="Sha256">64 hex digits.</param>
/// <param name="Width">Of a picture, in pixels; null for all else.</param>
/// <param name="Height">Of a picture, in pixels; null for all else.</param>
/// <param name="CachePath">Relative to the data folder.</param>
public sealed record AssetCached(
    long AssetId,
    long ItemId,
    string Sha256,
    long Size,
    int? Width,
    int? Height,
    string CachePath
);
