namespace Colophon.Server.Artwork;

/// <summary>Why an asset could not be kept.</summary>
public static class AssetErrorCodes
{
    public const string SourceMissing = "asset.source_missing";
    public const string SourceUnreadable = "asset.source_unreadable";
    public const string NotAPicture = "asset.not_a_picture";
    public const string NotASubtitle = "asset.not_a_subtitle";
    public const string NotMusic = "asset.not_music";
    public const string TooLarge = "asset.too_large";
    public const string CacheUnwritable = "asset.cache_unwritable";
    public const string ToolMissing = "asset.tool_missing";
    public const string Unknown = "asset.unknown";
}
