using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Scanning;

/// <summary>The meaning of a path and how it came to it.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="IgnoredBy">The pattern, or the file that keeps a folder out.</param>
/// <param name="Unit">Absolute path of what would be read as one.</param>
public sealed record PathExplained(
    long LibraryId,
    string Path,
    bool Ignored,
    string? IgnoredBy,
    string? Unit,
    string? Kind,
    string? Role,
    ParsedPath? Parsed,
    IReadOnlyList<FiredRule> Rules
);

/// <summary>Says what a scan would make of a path, and which rules say so. The path need not exist.</summary>
public sealed class ExplainPath(IEnumerable<IUnitReader> readers, IEnumerable<IPathExplainer> explainers)
{
    private const int LongestPath = 4096;

    public static async Task<Results<Ok<PathExplained>, ApiError>> HandleAsync(
        long library_id,
        string path,
        Caller caller,
        IDatabase database,
        ExplainPath explain,
        CancellationToken cancellationToken
    )
    {
        var library = await database.ReadAsync(
            connection => Library.FindAsync(connection, library_id),
            cancellationToken
        );
        if (library is null)
            return ApiErrors.Validation("library_id", $"There is no library {library_id}.");
        if (caller.LibraryRefusal(library.Id) is { } refusal)
            return refusal;
        return Place(library, path) is { } place
            ? TypedResults.Ok(explain.Run(library, place.Root, place.RelativePath))
            : ApiErrors.Validation("path", "The path must lie inside one of the library's folders.");
    }

    /// <summary>An absolute path inside a root, or one below the first root.</summary>
    private static (LibraryRoot Root, string RelativePath)? Place(Library library, string path)
    {
        var clean = path.TrimEnd('/');
        if (
            clean.Length is 0 or > LongestPath
            || clean.Contains('\0')
            || clean.Split('/').Any(part => part is "." or "..")
        )
            return null;
        if (clean.StartsWith('/'))
            return library.Locate(clean);
        return library.Roots.Count == 0 ? null : (library.Roots[0], clean);
    }

    private PathExplained Run(Library library, LibraryRoot root, string relativePath)
    {
        var rules = new IgnoreRules(library.Options.IgnorePatterns);
        var explained = new PathExplained(
            library.Id,
            root.Absolute(relativePath),
            Ignored: false,
            IgnoredBy: null,
            Unit: null,
            Kind: null,
            Role: null,
            Parsed: null,
            []
        );
        if (IgnoredBy(root, rules, relativePath) is { } ignored)
            return explained with { Ignored = true, IgnoredBy = ignored.Matched, Rules = [ignored] };
        var unit = UnitOf(library, root, rules, relativePath);
        var meaning = explainers
            .FirstOrDefault(explainer => explainer.LibraryType == library.Type)
            ?.Explain(relativePath, unit);
        explained = explained with { Unit = unit is null ? null : root.Absolute(unit.RelativePath) };
        return meaning is null
            ? explained
            : explained with
            {
                Kind = meaning.Kind,
                Role = meaning.Role,
                Parsed = meaning.Parsed,
                Rules = meaning.Rules,
            };
    }

    /// <summary>A pattern that matches the path or a folder above it, or a marker in one of these folders.</summary>
    private static FiredRule? IgnoredBy(LibraryRoot root, IgnoreRules rules, string relativePath)
    {
        for (var end = relativePath.IndexOf('/'); ; end = relativePath.IndexOf('/', end + 1))
        {
            var part = end < 0 ? relativePath : relativePath[..end];
            if (rules.Match(part) is { } pattern)
                return new FiredRule(
                    "ignore.pattern",
                    "An ignore pattern keeps this and everything below it out.",
                    part,
                    pattern,
                    "ignored"
                );
            if (MarkerIn(root.Absolute(part)) is { } marker)
                return new FiredRule(
                    "ignore.marker",
                    "A folder that holds .nomedia or an empty .ignore is kept out.",
                    part,
                    marker,
                    "ignored"
                );
            if (end < 0)
                return null;
        }
    }

    private static string? MarkerIn(string folder) =>
        FolderReader
            .List(folder)
            .Entries.FirstOrDefault(entry => entry.IsFile && IgnoreRules.IsMarker(entry.Name, entry.Facts.Size))
            is { Name: { Length: > 0 } name }
            ? name
            : null;

    /// <summary>As if the file were there.</summary>
    private UnitSketch? UnitOf(Library library, LibraryRoot root, IgnoreRules rules, string relativePath)
    {
        if (readers.FirstOrDefault(reader => reader.LibraryType == library.Type) is not { } reader)
            return null;
        var isFolder = FileProbe.Look(root.Absolute(relativePath)).IsFolder;
        var folder = isFolder ? relativePath : FolderSight.ParentOf(relativePath);
        var name = relativePath[(relativePath.LastIndexOf('/') + 1)..];
        var view = new FolderSight(root, rules, WrittenFiles.None).View(
            folder,
            FolderReader.List(root.Absolute(folder)).Entries,
            out _
        );
        if (!isFolder && view.Files.All(file => file.Name != name))
            view = view with
            {
                Files = [.. view.Files, new FolderEntry(name, NameForm.Utf8, PathState.Present, default)],
            };
        return reader
            .UnitsOf(view)
            .FirstOrDefault(unit =>
                isFolder ? unit.RelativePath == relativePath : unit.Files.Any(file => file.Name == name)
            );
    }
}
