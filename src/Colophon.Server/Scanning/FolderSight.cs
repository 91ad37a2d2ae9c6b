using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Scanning;

/// <summary>What of a folder's entries a scan looks at, for the walk and for whoever reads one unit.</summary>
public sealed class FolderSight(LibraryRoot root, IgnoreRules rules, WrittenFiles written)
{
    // Title (Disc 1)/BDMV/STREAM
    private const int DeepestPart = 4;

    /// <param name="passed">What is ignored or cannot be looked at.</param>
    public FolderView View(string relativePath, IReadOnlyList<FolderEntry> entries, out List<WalkStep> passed)
    {
        passed = [];
        var files = new List<FolderEntry>();
        var folders = new List<string>();
        foreach (var entry in entries)
        {
            var path = Join(relativePath, entry.Name);
            var isFolder = entry.State == PathState.Present && entry.Facts.Kind == EntryKind.Folder;
            if (rules.Match(path) is { } rule)
            {
                if (isFolder || relativePath.Length == 0)
                    passed.Add(new PathIgnored(path, rule));
            }
            else if (entry.Form == NameForm.NotUtf8)
                passed.Add(
                    new PathUnreadable(
                        path,
                        ScanErrorCodes.NameNotUtf8,
                        "The name is not valid UTF-8; rename it to have it read."
                    )
                );
            else if (entry.State is not PathState.Present and not PathState.Missing)
                passed.Add(
                    new PathUnreadable(
                        path,
                        ScanErrorCodes.Of(entry.State),
                        "It cannot be looked at; check its permissions and the disk."
                    )
                );
            else if (isFolder && entry.Facts.Link == LinkForm.NoLink)
                folders.Add(entry.Name);
            else if (entry.IsFile && IsOurs(path, entry) && !IsWritten(path, entry))
                files.Add(entry);
        }
        return new FolderView(relativePath, files, folders);
    }

    /// <summary>As <see cref="View"/>, with the insides of subfolders that may hold parts of a unit here.</summary>
    public FolderView See(
        IUnitReader reader,
        string relativePath,
        IReadOnlyList<FolderEntry> entries,
        out List<WalkStep> passed
    )
    {
        return WithParts(reader, View(relativePath, entries, out passed), passed, depth: 0);
    }

    private FolderView WithParts(IUnitReader reader, FolderView view, List<WalkStep> passed, int depth)
    {
        if (depth == DeepestPart)
            return view;
        var parts = new List<FolderView>();
        foreach (var name in view.Subfolders.Where(name => reader.MayHoldParts(name, NameOf(view.RelativePath))))
        {
            var path = Join(view.RelativePath, name);
            var listing = FolderReader.List(root.Absolute(path));
            // what cannot be listed, or says that it is to be ignored, is met by the walk as any other folder
            if (listing.State != PathState.Present || listing.Entries.Any(IsMarker))
                continue;
            var part = View(path, listing.Entries, out var passedInside);
            passed.AddRange(passedInside);
            parts.Add(WithParts(reader, part, passed, depth + 1));
        }
        return parts.Count == 0 ? view : view with { PartFolders = parts };
    }

    public static bool IsMarker(FolderEntry entry) =>
        entry.IsFile && IgnoreRules.IsMarker(entry.Name, entry.Facts.Size);

    /// <summary>The folder whose unit this folder's files belong to: one above it for a disc of an audiobook, else itself.</summary>
    public string Home(IUnitReader reader, string folder)
    {
        var above = new List<string>();
        for (var at = folder; at.Length > 0 && above.Count < DeepestPart; at = ParentOf(at))
        {
            if (!reader.MayHoldParts(NameOf(at), NameOf(ParentOf(at))))
                break;
            above.Add(ParentOf(at));
        }
        // The farthest first: a disc inside a movie's folder may look like a movie itself.
        foreach (var home in Enumerable.Reverse(above))
        {
            var listing = FolderReader.List(root.Absolute(home));
            var units = reader.UnitsOf(See(reader, home, listing.Entries, out _));
            if (units.Any(unit => unit.PartFolders.Any(part => Join(home, part) == folder)))
                return home;
        }
        return folder;
    }

    /// <summary>A linked file counts when what it leads to lies inside the root.</summary>
    private bool IsOurs(string path, FolderEntry entry) =>
        entry.Facts.Link == LinkForm.NoLink || RealPath.IsInside(root.Path, root.Absolute(path));

    /// <summary>What Colophon wrote is invisible as long as nobody touches it.</summary>
    private bool IsWritten(string path, FolderEntry entry) =>
        written.AreAny && written.IsAsLeft(root.Absolute(path), entry.Facts);

    /// <summary>The unit with this path as the disk shows it now.</summary>
    /// <param name="folder">The unit's own, or the one it is a file in.</param>
    /// <param name="state">Why there is none: present when the folder is there but the unit is not.</param>
    public UnitSketch? Unit(IUnitReader reader, string relativePath, string folder, out PathState state)
    {
        var listing = FolderReader.List(root.Absolute(folder));
        state = listing.State;
        return state == PathState.Present
            ? reader
                .UnitsOf(See(reader, folder, listing.Entries, out _))
                .FirstOrDefault(unit => unit.RelativePath == relativePath)
            : null;
    }

    /// <summary>The unit that holds a file, or is this folder; null when there is none.</summary>
    public UnitSketch? Covering(IUnitReader reader, string relativePath)
    {
        if (FileProbe.Look(root.Absolute(relativePath)).IsFolder)
        {
            var home = Home(reader, relativePath);
            return Unit(reader, home, home, out _);
        }
        var folder = Home(reader, ParentOf(relativePath));
        var listing = FolderReader.List(root.Absolute(folder));
        return reader
            .UnitsOf(See(reader, folder, listing.Entries, out _))
            .FirstOrDefault(unit => unit.Files.Any(file => Join(folder, file.Name) == relativePath));
    }

    public static string NameOf(string relativePath) => relativePath[(relativePath.LastIndexOf('/') + 1)..];

    public static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;

    public static string ParentOf(string relativePath)
    {
        var slash = relativePath.LastIndexOf('/');
        return slash < 0 ? "" : relativePath[..slash];
    }
}
