using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Hosting;

namespace Colophon.Server.Libraries;

/// <summary>Which folders may be roots: there, readable, inside the allowed ones, apart from each other and from the data folder.</summary>
public sealed class LibraryPaths(ServerOptions options)
{
    private const int MostRoots = 50;

    /// <summary>The clean paths, or errors under <c>paths</c>.</summary>
    public IReadOnlyList<string> Check(IReadOnlyList<string>? paths, Dictionary<string, string[]> errors)
    {
        var clean = new List<string>();
        var wrong = new List<string>();
        if (paths is null || paths.Count is 0 or > MostRoots)
            wrong.Add($"must be a list of 1 to {MostRoots} folders");
        foreach (var path in paths ?? [])
        {
            if (Refusal(path, clean) is { } refusal)
                wrong.Add(refusal);
            else
                clean.Add(Clean(path));
        }
        if (wrong.Count > 0)
            errors["paths"] = [.. wrong];
        return clean;
    }

    /// <summary>Whether one is the other or lies in it.</summary>
    public static bool Overlap(string one, string other) =>
        RealPath.IsInsideByText(one, other) || RealPath.IsInsideByText(other, one);

    private static string Clean(string path) => path.Length > 1 ? path.TrimEnd('/') : path;

    private string? Refusal(string? path, List<string> before)
    {
        if (string.IsNullOrEmpty(path) || !path.StartsWith('/') || path.Contains('\0'))
            return $"“{path}” is not an absolute path";
        var clean = Clean(path);
        if (
            clean.Split('/').Skip(1).Any(segment => segment is "." or ".." || (segment.Length == 0 && clean.Length > 1))
        )
            return $"“{path}” must be written without . and ..";
        var look = FileProbe.Look(clean);
        if (!look.IsFolder)
            return look.State == PathState.Present
                ? $"“{path}” is not a folder"
                : $"“{path}” cannot be read: {look.Trouble}";
        if (!options.Roots.Any(root => RealPath.IsInside(root, clean)))
            return $"“{path}” lies outside the folders that this server may use ({string.Join(", ", options.Roots)})";
        if (RealPath.Of(clean) is { } real && RealPath.Of(options.DataFolder) is { } data && Overlap(real, data))
            return $"“{path}” may not hold or lie in the data folder {options.DataFolder}";
        if (before.Find(other => Overlap(other, clean)) is { } nested)
            return $"“{path}” is the same as or nested in “{nested}”";
        return null;
    }
}
