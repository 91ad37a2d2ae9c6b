using Colophon.Formats.Books;
using Colophon.Formats.Pictures;

namespace Colophon.Formats.Epub;

/// <summary>What an EPUB 2 or 3 says about itself. Text is valid Unicode, bounded, without control characters but line breaks.</summary>
/// <param name="Version">The package's version attribute: <c>2.0</c>, <c>3.0</c>, ...</param>
/// <param name="Title">The main title; null when the package has none.</param>
/// <param name="SortTitle">The title's <c>file-as</c>.</param>
/// <param name="Creators">Creators and contributors in order, each with its MARC relator code.</param>
/// <param name="Series">EPUB 3 collections of type series, or the calibre series.</param>
/// <param name="Description">Cleaned HTML (an allow-list of tags, no attributes but safe links) or plain text.</param>
/// <param name="Published">Precision as given: <c>2009</c>, <c>2009-05</c> or <c>2009-05-01</c>.</param>
/// <param name="Language">BCP 47, normalised case (<c>pt-BR</c>); null when it is none.</param>
/// <param name="Cover">Where the cover picture lies in the archive.</param>
/// <param name="Chapters">From the nav document, else the NCX; at most 10,000.</param>
/// <param name="SpineItems">Number of spine entries.</param>
public sealed record EpubBook(
    string Version,
    string? Title,
    string? SortTitle,
    string? Subtitle,
    IReadOnlyList<EpubCreator> Creators,
    IReadOnlyList<EpubSeries> Series,
    IReadOnlyList<string> Subjects,
    string? Description,
    string? Publisher,
    string? Imprint,
    string? Published,
    string? Language,
    IReadOnlyList<BookIdentifier> Identifiers,
    EmbeddedPicture? Cover,
    IReadOnlyList<EpubChapter> Chapters,
    int SpineItems
);

/// <summary>A creator or contributor.</summary>
/// <param name="Role">MARC relator code (<c>aut</c>, <c>trl</c>, <c>ill</c>, <c>edt</c>, <c>nrt</c>, ...); a creator without one is <c>aut</c>, a contributor <c>ctb</c>.</param>
/// <param name="FileAs">The name to sort by, when given.</param>
public sealed record EpubCreator(string Name, string Role, string? FileAs);

/// <summary>A place in a series.</summary>
/// <param name="Number">The position, when given and a number.</param>
public sealed record EpubSeries(string Name, double? Number);

/// <summary>An entry of the table of contents.</summary>
/// <param name="Href">Relative to the archive's root, percent-decoded, with fragment.</param>
public sealed record EpubChapter(string Title, string? Href, IReadOnlyList<EpubChapter> Children);
