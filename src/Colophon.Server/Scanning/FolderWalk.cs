using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Scanning;

/// <summary>Something the walk met, at its place in the order of <see cref="SortPath"/>.</summary>
/// <param name="RelativePath">Below the root.</param>
public abstract record WalkStep(string RelativePath);

public sealed record UnitMet(UnitSketch Unit) : WalkStep(Unit.RelativePath);

/// <summary>A directory, or a file of the root, that a rule passes over.</summary>
public sealed record PathIgnored(string RelativePath, string Rule) : WalkStep(RelativePath);

/// <summary>What lies here cannot be seen: nothing below it may be called missing.</summary>
public sealed record PathUnreadable(string RelativePath, string Code, string Message) : WalkStep(RelativePath);

/// <summary>
/// Walks one root depth first in byte order of names. It lists folders and reads no file. Links to folders are not
/// followed: what they lead to inside the library is met at its own path, and what lies outside is not the library's.
/// </summary>
public sealed class FolderWalk(LibraryRoot root, IgnoreRules rules, WrittenFiles written, IUnitReader reader)
{
    private readonly FolderSight sight = new(root, rules, written);
    private const int DeepestFolder = 64;

    /// <param name="startAt">The folder or file to begin with, below the root; empty for all.</param>
    /// <param name="after">Steps up to and with this path have been taken before; null to begin anew.</param>
    public IEnumerable<WalkStep> Run(string startAt, string? after)
    {
        var resume = after is null ? null : SortPath.Of(after);
        var within = SortPath.Of(startAt);
        return Folder(FolderOf(startAt), depth: 0)
            .Where(step =>
            {
                var path = SortPath.Of(step.RelativePath);
                return SortPath.IsWithin(path, within) && (resume is null || SortPath.Compare(path, resume) > 0);
            });

        IEnumerable<WalkStep> Folder(string relativePath, int depth)
        {
            if (relativePath.Length > 0 && IsBehind(relativePath, resume) && !IsOnTheWay(relativePath, resume))
                return [];
            return Visit(relativePath, depth, Folder);
        }
    }

    /// <summary>A unit that is one file is met in the folder that holds it.</summary>
    private string FolderOf(string startAt)
    {
        if (startAt.Length == 0 || FileProbe.Look(root.Absolute(startAt)).IsFolder)
            return startAt;
        var slash = startAt.LastIndexOf('/');
        return slash < 0 ? "" : startAt[..slash];
    }

    private static bool IsBehind(string folder, byte[]? resume) =>
        resume is not null && SortPath.Compare(SortPath.Of(folder), resume) <= 0;

    private static bool IsOnTheWay(string folder, byte[]? resume) =>
        resume is not null && SortPath.IsWithin(resume, SortPath.Of(folder));

    private IEnumerable<WalkStep> Visit(string relativePath, int depth, Func<string, int, IEnumerable<WalkStep>> down)
    {
        var listing = FolderReader.List(root.Absolute(relativePath));
        if (listing.State != PathState.Present)
        {
            yield return Unreadable(relativePath, listing);
            yield break;
        }
        if (
            relativePath.Length > 0
            && listing.Entries.FirstOrDefault(FolderSight.IsMarker) is { Name: not null } marker
        )
        {
            yield return new PathIgnored(relativePath, marker.Name);
            yield break;
        }
        var view = sight.See(reader, relativePath, listing.Entries, out var passed);
        var units = reader.UnitsOf(view);
        var taken = units.SelectMany(unit => unit.PartFolders).ToHashSet(StringComparer.Ordinal);
        passed.RemoveAll(step => IsInUntaken(view, "", taken, step));
        if (units.Count > 0 && units[0].RelativePath == relativePath)
            yield return new UnitMet(units[0]);
        var here = units
            .Where(unit => unit.RelativePath != relativePath)
            .Select(unit => (WalkStep)new UnitMet(unit))
            .Concat(passed);
        foreach (var step in Ordered(here, Below(view, "", taken)))
        {
            if (step.Step is { } met)
                yield return met;
            else if (depth >= DeepestFolder)
                yield return new PathUnreadable(
                    step.Folder!,
                    ScanErrorCodes.PathTooDeep,
                    $"Folders more than {DeepestFolder} levels deep are not read."
                );
            else
                foreach (var below in down(step.Folder!, depth + 1))
                    yield return below;
        }
    }

    private static IEnumerable<(WalkStep? Step, string? Folder)> Ordered(
        IEnumerable<WalkStep> steps,
        IEnumerable<string> folders
    ) =>
        steps
            .Select(step => (Step: (WalkStep?)step, Folder: (string?)null, Path: SortPath.Of(step.RelativePath)))
            .Concat(
                folders.Select(folder => (Step: (WalkStep?)null, Folder: (string?)folder, Path: SortPath.Of(folder)))
            )
            .OrderBy(entry => entry.Path, Comparer<byte[]>.Create((left, right) => SortPath.Compare(left, right)))
            .Select(entry => (entry.Step, entry.Folder));

    /// <summary>The folders to go down to: a part folder is taken by its unit, but not every folder inside it.</summary>
    /// <param name="within">The part folder that is looked into, from the unit's folder.</param>
    private static IEnumerable<string> Below(FolderView view, string within, HashSet<string> taken) =>
        view.Subfolders.SelectMany(name =>
            taken.Contains(FolderSight.Join(within, name))
                ? Below(
                    view.PartFolders.First(part => FolderSight.NameOf(part.RelativePath) == name),
                    FolderSight.Join(within, name),
                    taken
                )
                : [FolderSight.Join(view.RelativePath, name)]
        );

    /// <summary>What is passed over inside a part folder that no unit takes is met again when the walk comes to that folder.</summary>
    private static bool IsInUntaken(FolderView view, string within, HashSet<string> taken, WalkStep step)
    {
        var part = view.PartFolders.FirstOrDefault(part =>
            step.RelativePath.StartsWith(part.RelativePath + "/", StringComparison.Ordinal)
        );
        if (part is null)
            return false;
        var name = FolderSight.Join(within, FolderSight.NameOf(part.RelativePath));
        return !taken.Contains(name) || IsInUntaken(part, name, taken, step);
    }

    private PathUnreadable Unreadable(string relativePath, FolderListing listing) =>
        new(
            relativePath,
            ScanErrorCodes.Of(listing.State),
            $"“{root.Absolute(relativePath)}” cannot be read: {listing.Trouble}."
        );
}
