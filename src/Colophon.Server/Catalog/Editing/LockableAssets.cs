namespace Colophon.Server.Catalog.Editing;

/// <summary>Types of assets, which are fields too where locks are concerned.</summary>
internal static class LockableAssets
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "cover",
        "poster",
        "fanart",
        "banner",
        "clearlogo",
        "clearart",
        "landscape",
        "discart",
        "keyart",
        "characterart",
    };

    public static bool Contains(string type) => Types.Contains(type);
}
