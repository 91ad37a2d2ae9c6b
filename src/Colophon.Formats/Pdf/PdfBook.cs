using Colophon.Formats.Books;

namespace Colophon.Formats.Pdf;

/// <summary>What a PDF file says about its book. XMP goes before the older document information.</summary>
/// <param name="Description">Clean HTML.</param>
/// <param name="Published">With the precision it is given in; never the day the file was made.</param>
/// <param name="Chapters">The outline.</param>
/// <param name="PageCount">Null when the file does not get as far.</param>
/// <param name="PageSize">Of the first page, in points of 1/72 inch.</param>
/// <param name="Encryption">Whether a password guards it; metadata are read all the same when none is needed to open it.</param>
public sealed record PdfBook(
    string? Title,
    IReadOnlyList<string> Authors,
    string? Description,
    IReadOnlyList<string> Subjects,
    string? Publisher,
    string? Published,
    string? Language,
    PdfSeries? Series,
    IReadOnlyList<BookIdentifier> Identifiers,
    IReadOnlyList<PdfChapter> Chapters,
    int? PageCount,
    PdfPageSize? PageSize,
    PdfEncryption Encryption
);

/// <summary>A place in a series, as calibre writes it.</summary>
public sealed record PdfSeries(string Name, double? Number);

/// <summary>An entry of the outline.</summary>
/// <param name="Page">From 0; null when it leads nowhere.</param>
public sealed record PdfChapter(string Title, int? Page, IReadOnlyList<PdfChapter> Children);

/// <summary>Width and height in points.</summary>
public sealed record PdfPageSize(double Width, double Height);

/// <summary>How a PDF is guarded.</summary>
public enum PdfEncryption
{
    /// <summary>Not at all.</summary>
    Unguarded,

    /// <summary>Encrypted, but opened without a password.</summary>
    Open,
}
