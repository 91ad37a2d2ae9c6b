using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Settings;

/// <summary>Shows folders to whoever makes a library, and nothing but folders.</summary>
internal static class FolderPickerEndpoints
{
    private const string AllRoots = "";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/filesystem", List)
            .Requires(Permissions.LibrariesWrite, LibraryCheck.None)
            .WithName("listFolders")
            .WithTags("Libraries");

    private static Results<Ok<FolderChoice>, ApiError> List(AllowedFolders allowed, string? path = null)
    {
        if (string.IsNullOrEmpty(path) && allowed.Roots.Count > 1)
            return TypedResults.Ok(
                new FolderChoice(AllRoots, null, [.. allowed.Roots.Select(root => new Folder(root, root))])
            );
        var wanted = string.IsNullOrEmpty(path) ? allowed.Roots[0] : path;
        if (allowed.JudgeShown(wanted).Explain(wanted) is { } refusal)
            return ApiErrors.Validation("path", refusal);
        var real = RealPath.Of(wanted)!;
        var listing = FolderReader.List(real);
        if (listing.State is not PathState.Present)
            return ApiErrors.Validation("path", FolderVerdict.Unreadable.Explain(wanted)!);
        var folders = listing
            .Entries.Where(entry => entry.IsFolder && entry.Form is NameForm.Utf8 && entry.Name[0] != '.')
            .Select(entry => new Folder(entry.Name, Path.Combine(real, entry.Name)))
            .Where(folder => !allowed.IsHidden(folder.Path))
            .ToList();
        return TypedResults.Ok(new FolderChoice(real, ParentOf(real, allowed), folders));
    }

    private static string? ParentOf(string path, AllowedFolders allowed) =>
        Path.GetDirectoryName(path) is { } parent && allowed.JudgeShown(parent) is FolderVerdict.Allowed ? parent
        : allowed.Roots.Count > 1 ? AllRoots
        : null;
}

/// <summary>The folders in a folder.</summary>
/// <param name="Path">Empty when these are the roots one may choose from.</param>
/// <param name="Parent">Null where one may not go further up.</param>
public sealed record FolderChoice(string Path, string? Parent, IReadOnlyList<Folder> Folders);

public sealed record Folder(string Name, string Path);
