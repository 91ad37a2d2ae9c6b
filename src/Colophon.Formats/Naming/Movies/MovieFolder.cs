namespace Colophon.Formats.Naming.Movies;

/// <summary>A file of a folder, as far as grouping asks.</summary>
/// <param name="Name">With extension; in a subfolder its path below that, with slashes.</param>
/// <param name="Size">In bytes; null when it is not known.</param>
public sealed record MovieFile(string Name, long? Size = null);

/// <summary>A folder below the one that is looked at, with the files in it and in the folders of discs below it.</summary>
public sealed record MovieSubfolder(string Name, IReadOnlyList<MovieFile> Files);

/// <summary>A folder as it lies on disk.</summary>
/// <param name="Name">Its own name; empty for a library's root, which never is a movie.</param>
/// <param name="Subfolders">Those of extras, discs and parts count; others are folders of their own.</param>
public sealed record MovieFolder(string Name, IReadOnlyList<MovieFile> Files, IReadOnlyList<MovieSubfolder> Subfolders);

/// <summary>Whether a folder is a movie's own.</summary>
public enum MovieFolderLayout
{
    /// <summary>No movie is in it.</summary>
    None,

    /// <summary>It is one movie, and so all in it is that movie's.</summary>
    OneMovie,

    /// <summary>It holds several: files of general names (poster.jpg, movie.nfo) are nobody's.</summary>
    ManyMovies,
}

/// <summary>How a version lies on disk.</summary>
public enum MovieVersionKind
{
    /// <summary>One file or several parts.</summary>
    Files,

    /// <summary>A folder BDMV.</summary>
    Bluray,

    /// <summary>A folder VIDEO_TS, or its files.</summary>
    Dvd,

    /// <summary>The image of a disc.</summary>
    DiscImage,

    /// <summary>A disc on a shelf, for which a small file stands.</summary>
    Stub,
}

/// <summary>One version of a movie.</summary>
/// <param name="Label">What tells it from the others: <c>2160p Remux</c>; null when nothing does.</param>
/// <param name="Files">Its parts in order, by their paths below the folder; of a disc the file that the film begins with.</param>
/// <param name="StubSource">Of a stub: what it stands for.</param>
public sealed record MovieVersion(
    MovieVersionKind Kind,
    string? Label,
    IReadOnlyList<string> Files,
    MovieName Name,
    string? StubSource = null
);

/// <summary>Something beside a movie.</summary>
/// <param name="Path">Below the folder.</param>
/// <param name="Title">Its own text, or the name of its kind, numbered where there are several.</param>
/// <param name="Year">Its own, where it has one.</param>
public sealed record MovieExtra(string Path, MovieExtraKind Kind, string Title, int? Year);

/// <summary>A movie of a folder.</summary>
/// <param name="Versions">The best first.</param>
/// <param name="Companions">Other files that are this movie's: documents, pictures, subtitles.</param>
public sealed record MovieGroup(
    MovieName Name,
    IReadOnlyList<MovieVersion> Versions,
    IReadOnlyList<MovieExtra> Extras,
    IReadOnlyList<string> Companions
);

/// <summary>What a folder holds.</summary>
/// <param name="OwnerlessExtras">Extras in a folder of several movies that are named after none of them.</param>
/// <param name="Rest">Files that are nobody's.</param>
public sealed record MovieFolderContents(
    MovieFolderLayout Layout,
    IReadOnlyList<MovieGroup> Movies,
    IReadOnlyList<MovieExtra> OwnerlessExtras,
    IReadOnlyList<string> Rest
);
