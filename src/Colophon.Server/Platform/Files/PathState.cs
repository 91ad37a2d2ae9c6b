namespace Colophon.Server.Platform.Files;

/// <summary>What a look at a path said. Only <see cref="Missing"/> proves that nothing is there.</summary>
public enum PathState
{
    Present,

    /// <summary>No such file or folder, or a parent that is no folder.</summary>
    Missing,

    /// <summary>It may be there: the permissions do not let us see.</summary>
    Denied,

    /// <summary>The handle of a network file system is no longer valid.</summary>
    Stale,

    /// <summary>Any other trouble: a disk error, an unreachable server, a loop of links, a name that is too long.</summary>
    IoError,
}

public enum EntryKind
{
    File,
    Folder,

    /// <summary>A pipe, socket or device: never opened.</summary>
    Other,
}

public enum LinkForm
{
    NoLink,

    /// <summary>A symbolic link; all else is said of what it leads to.</summary>
    Link,
}

/// <summary>The same two numbers mean the same file or folder, by whatever path it was met.</summary>
public readonly record struct FileIdentity(ulong Device, ulong Inode);

/// <summary>What the file system knows without opening.</summary>
/// <param name="ModifiedNs">Nanoseconds since 1970, as the file system keeps it.</param>
public readonly record struct FileFacts(
    EntryKind Kind,
    LinkForm Link,
    long Size,
    long ModifiedNs,
    FileIdentity Identity
);

/// <summary>A look at one path.</summary>
/// <param name="Facts">Default unless present.</param>
/// <param name="Trouble">The system's words when it is not present; null when it is.</param>
public readonly record struct ProbeResult(PathState State, FileFacts Facts, string? Trouble)
{
    public bool IsFile => State is PathState.Present && Facts.Kind is EntryKind.File;

    public bool IsFolder => State is PathState.Present && Facts.Kind is EntryKind.Folder;

    internal static ProbeResult Refused(int errno) => new(Errno.StateOf(errno), default, Errno.Text(errno));
}
