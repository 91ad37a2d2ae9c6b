using System.Collections.Frozen;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Scanning;

/// <summary>
/// What is special to a type of library: which files of a folder make units, and what is in one. A kind implements it;
/// the scan and a resync know nothing else of media.
/// </summary>
public interface IUnitReader
{
    /// <summary>One of <see cref="LibraryTypes"/>.</summary>
    string LibraryType { get; }

    /// <summary>Grows when the reader learns something: every unit is read again once.</summary>
    int Version { get; }

    /// <summary>
    /// Whether a folder of this name may hold parts of a unit that lies above it (discs of an audiobook, extras of a movie).
    /// </summary>
    /// <param name="folderName">Its own name.</param>
    /// <param name="above">The name of the folder it lies in; empty for a root.</param>
    bool MayHoldParts(string folderName, string above);

    /// <summary>The units that lie directly in a folder, from names alone.</summary>
    IReadOnlyList<UnitSketch> UnitsOf(FolderView folder);

    /// <summary>Reads the files that have to be read and groups them into items. Blocks on the disk.</summary>
    UnitContent Read(UnitToRead unit, CancellationToken cancellationToken);
}

/// <summary>What the walk sees in a folder: nothing that is ignored, no links that lead out.</summary>
/// <param name="RelativePath">Below the root; empty for the root itself.</param>
public sealed record FolderView(string RelativePath, IReadOnlyList<FolderEntry> Files, IReadOnlyList<string> Subfolders)
{
    /// <summary>Those subfolders that may hold parts of a unit here, as they look inside; they may have some themselves.</summary>
    public IReadOnlyList<FolderView> PartFolders { get; init; } = [];

    /// <summary>Those, and the ones inside them, by their paths from here; the paths stand before their files' names.</summary>
    public IReadOnlyList<FolderPart> Parts() =>
        [.. PartFolders.SelectMany(part => Inside(part, FolderSight.NameOf(part.RelativePath)))];

    private static IEnumerable<FolderPart> Inside(FolderView part, string path)
    {
        yield return new FolderPart(
            path,
            [.. part.Files.Select(file => file with { Name = FolderSight.Join(path, file.Name) })]
        );
        foreach (var inner in part.PartFolders)
        foreach (var deeper in Inside(inner, FolderSight.Join(path, FolderSight.NameOf(inner.RelativePath))))
            yield return deeper;
    }
}

/// <summary>A folder whose files belong to a unit above it.</summary>
/// <param name="Path">From the unit's folder.</param>
public sealed record FolderPart(string Path, IReadOnlyList<FolderEntry> Files);

/// <summary>A unit as its names show it.</summary>
/// <param name="RelativePath">Of the folder, or of the one file that is the unit.</param>
/// <param name="Files">Every file that belongs to it, for the fingerprint.</param>
public sealed record UnitSketch(string RelativePath, IReadOnlyList<FolderEntry> Files)
{
    /// <summary>
    /// Folders below it, by their paths from here, whose files belong to this unit (the paths stand before the files' names) and
    /// make none of their own.
    /// </summary>
    public IReadOnlyList<string> PartFolders { get; init; } = [];
}

/// <summary>A unit whose files are to be read.</summary>
/// <param name="Folder">Absolute path of the folder that holds the files.</param>
/// <param name="Known">The stored rows of the unit's files by relative path.</param>
public sealed record UnitToRead(
    Library Library,
    LibraryRoot Root,
    UnitSketch Sketch,
    string Folder,
    IReadOnlyDictionary<string, KnownFile> Known,
    ReadScope Scope
)
{
    /// <summary>Whether the unit is a folder, and not one file beside others.</summary>
    public bool IsWholeFolder => Root.Absolute(Sketch.RelativePath) == Folder;

    /// <summary>The file's path below its root.</summary>
    public string PathOf(FolderEntry file) =>
        Folder.Length == Root.Path.Length ? file.Name : RelativeFolder + "/" + file.Name;

    private string RelativeFolder => Folder[(Root.Path.TrimEnd('/').Length + 1)..];
}

/// <summary>What the catalog knows of a file.</summary>
/// <param name="Title">What its own sources call the item; null when they do not say.</param>
public sealed record KnownFile(
    FileId Id,
    string RelativePath,
    string Format,
    long Size,
    long ModifiedNs,
    long? QuickHash,
    string? Title,
    IReadOnlyList<string> Authors
)
{
    /// <summary>Where it stands among the parts of its item, as its tags say.</summary>
    public int? Disc { get; init; }

    public int? Track { get; init; }

    /// <summary>Whether chapters of it are shown.</summary>
    public bool HasChapters { get; init; }
}

/// <summary>How much is to be read, and which files: only changed ones, or all.</summary>
public sealed record ReadScope(UnitDepth Depth, ReadExtent Extent)
{
    /// <summary>Relative paths of files that are read whether they changed or not.</summary>
    public IReadOnlySet<string> Forced { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Whether a known file is as it was when it was last read, and may stay unread.</summary>
    public bool MayStayUnread(KnownFile known, FolderEntry entry) =>
        Extent == ReadExtent.Changed
        && !Forced.Contains(known.RelativePath)
        && known.Size == entry.Facts.Size
        && known.ModifiedNs == entry.Facts.ModifiedNs;
}

public enum ReadExtent
{
    Changed,
    All,
}

/// <summary>What a unit holds.</summary>
/// <param name="Certainty">Whether every read went through; without it no fingerprint is stored.</param>
public sealed record UnitContent(
    IReadOnlyList<FileRead> Files,
    IReadOnlyList<ItemRead> Items,
    IReadOnlyList<FileTrouble> Troubles,
    ReadCertainty Certainty
);

public enum ReadCertainty
{
    Whole,
    Interrupted,
}

/// <summary>A file that could not be read as what it is: an error of the scan.</summary>
public sealed record FileTrouble(string Path, string Code, string Message)
{
    /// <summary>How the message of a file begins that is not what its name says; the format and a reason follow.</summary>
    public const string FailedToParse = "Failed to parse";
}
