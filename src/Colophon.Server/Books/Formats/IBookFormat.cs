using Colophon.Formats;
using Colophon.Formats.Pictures;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Books.Formats;

/// <summary>A format that a book's file may have. Adding one is a class here and its registration.</summary>
public interface IBookFormat
{
    /// <summary>The persisted name (<c>epub</c>).</summary>
    string Name { get; }

    /// <summary>Lower case, with the dot.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Grows when the reader learns something.</summary>
    int Version { get; }

    /// <summary>Reads the file; never throws for bad content.</summary>
    BookFileContent Read(SafeFileHandle file, CancellationToken cancellationToken);
}

/// <summary>What a file says about its book and itself.</summary>
/// <param name="Nature">Whether it is a book at all.</param>
public sealed record BookFileContent(
    EvidenceDocument Document,
    IReadOnlyList<Finding> Findings,
    MediaFacts Facts,
    EmbeddedPicture? Cover,
    FileNature Nature
)
{
    /// <summary>What the document's title names.</summary>
    public TitleOf TitleOf { get; init; } = TitleOf.Book;
}

public enum TitleOf
{
    Book,

    /// <summary>Of a track: the book's only when the file is the whole of it.</summary>
    Track,
}

public enum FileNature
{
    /// <summary>It is what its name says, or a damaged one.</summary>
    Book,

    /// <summary>Another kind of thing under a book's name: an error of the scan, not an item.</summary>
    SomethingElse,
}
