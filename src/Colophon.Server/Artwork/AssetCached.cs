using Colophon.Formats.Pictures;

namespace Colophon.Server.Artwork;

/// <summary>A picture was kept.</summary>
/// <param name="Sha256">64 hex digits.</param>
/// <param name="CachePath">Relative to the data folder.</param>
public sealed record AssetCached(
    long AssetId,
    long ItemId,
    string Sha256,
    long Size,
    int Width,
    int Height,
    string CachePath,
    PictureFormat Format
);
