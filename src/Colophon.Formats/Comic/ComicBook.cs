using Colophon.Formats.Pictures;

namespace Colophon.Formats.Comic;

/// <summary>What packs a comic's pages.</summary>
public enum ComicContainer
{
    /// <summary>None that is known.</summary>
    Unknown,

    /// <summary>ZIP: CBZ.</summary>
    Zip,

    /// <summary>RAR 1.5 to 5: CBR.</summary>
    Rar,

    /// <summary>7-Zip: CB7.</summary>
    SevenZip,
}

/// <summary>A comic: its pages and what it says about itself. Text is valid Unicode, bounded, without control characters but line breaks.</summary>
/// <param name="Container">By content, never by name.</param>
/// <param name="Metadata">What its documents say; empty where there are none.</param>
/// <param name="Pages">Pictures in natural order, the files of a folder before its subfolders.</param>
/// <param name="CoverPage">Index of the front cover in <paramref name="Pages"/>; null without pages.</param>
/// <param name="Cover">Where the front cover lies in the archive.</param>
/// <param name="Chapters">From bookmarks, else from folders when there are two or more; at most 10,000.</param>
public sealed record ComicBook(
    ComicContainer Container,
    ComicMetadata Metadata,
    IReadOnlyList<ComicPage> Pages,
    int? CoverPage,
    EmbeddedPicture? Cover,
    IReadOnlyList<ComicChapter> Chapters
);

/// <summary>A page.</summary>
/// <param name="Entry">As the archive spells it; never a path on disk.</param>
/// <param name="Size">Bytes when taken out, as the archive says; negative when it does not.</param>
/// <param name="Width">In pixels, when ComicInfo tells it.</param>
/// <param name="Height">In pixels, when ComicInfo tells it.</param>
public sealed record ComicPage(string Entry, long Size, int? Width, int? Height)
{
    /// <summary>The file's name without the folders of the archive.</summary>
    public string Name => Entry[(Entry.LastIndexOfAny(['/', '\\']) + 1)..];
}

/// <summary>A part of a comic.</summary>
/// <param name="Page">Index of its first page, from 0.</param>
public sealed record ComicChapter(string Title, int Page);
