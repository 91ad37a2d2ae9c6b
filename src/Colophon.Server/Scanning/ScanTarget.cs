using Colophon.Server.Libraries;

namespace Colophon.Server.Scanning;

/// <summary>A root of the library and where in it the walk begins.</summary>
/// <param name="Path">Below the root; empty for all of it.</param>
public sealed record ScanTarget(LibraryRoot Root, string Path)
{
    /// <summary>Every root, or what <c>path</c> names: below each root when it is relative. Empty when it names nothing inside one.</summary>
    public static IReadOnlyList<ScanTarget> Of(ScanSettings scan)
    {
        if (scan.Options.Path is not { } path)
            return [.. scan.Library.Roots.Select(root => new ScanTarget(root, ""))];
        var clean = path.Length > 1 ? path.TrimEnd('/') : path;
        if (clean.Split('/').Any(segment => segment is ".." or "."))
            return [];
        if (!clean.StartsWith('/'))
            return [.. scan.Library.Roots.Select(root => new ScanTarget(root, clean))];
        return scan.Library.Locate(clean) is { } place ? [new ScanTarget(place.Root, place.RelativePath)] : [];
    }
}
