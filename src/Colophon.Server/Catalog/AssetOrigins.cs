namespace Colophon.Server.Catalog;

/// <summary>Names of where assets come from. Persisted.</summary>
public static class AssetOrigins
{
    private const string Beside = "path:";

    /// <summary>Of a file beside the media.</summary>
    /// <param name="path">From the unit's folder.</param>
    public static string OfPath(string path) => Beside + path;

    /// <summary>The file's path from the unit's folder; null for what lies nowhere beside media.</summary>
    public static string? PathOf(string origin) =>
        origin.StartsWith(Beside, StringComparison.Ordinal) ? origin[Beside.Length..] : null;

    /// <summary>Where such a file lies, below its root.</summary>
    /// <param name="unit">The unit's path below the root: of a folder, or of a file.</param>
    /// <param name="file">Of one of the unit's media files, below the root.</param>
    /// <param name="path">What <see cref="PathOf"/> gives.</param>
    public static string RelativePath(string unit, string file, string path)
    {
        var isFolder = unit.Length == 0 || file.StartsWith(unit + "/", StringComparison.Ordinal);
        var folder = isFolder ? unit : unit[..Math.Max(unit.LastIndexOf('/'), 0)];
        return folder.Length == 0 ? path : $"{folder}/{path}";
    }
}
