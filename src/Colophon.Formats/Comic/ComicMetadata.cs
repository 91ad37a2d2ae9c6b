using Colophon.Formats.Books;

namespace Colophon.Formats.Comic;

/// <summary>Which way a comic is read.</summary>
public enum ReadingDirection
{
    /// <summary>Nobody says.</summary>
    Unknown,

    /// <summary>As western comics are.</summary>
    LeftToRight,

    /// <summary>As manga is: ComicInfo's <c>YesAndRightToLeft</c>, CoMet's <c>rtl</c>.</summary>
    RightToLeft,
}

/// <summary>
/// What ComicInfo.xml (schema 2.0 and draft 2.1, https://anansi-project.github.io/docs/comicinfo/documentation), CoMet
/// (http://www.denvog.com/comet/comet-specification/) or ComicBookInfo (JSON in the archive's comment) say. Null and empty
/// is what they do not say.
/// </summary>
public sealed record ComicMetadata
{
    /// <summary>A comic that says nothing.</summary>
    public static ComicMetadata Empty { get; } = new();

    /// <summary>Of the issue or volume itself.</summary>
    public string? Title { get; init; }

    /// <summary>Without number.</summary>
    public string? Series { get; init; }

    /// <summary>Issue or chapter; in collections the first of a range. Decimals and negative numbers are real.</summary>
    public double? Number { get; init; }

    /// <summary>Last of a range; null for a single number.</summary>
    public double? NumberEnd { get; init; }

    /// <summary>The number as it is written: <c>½</c>, <c>1AU</c>.</summary>
    public string? NumberText { get; init; }

    /// <summary>Issues the series has.</summary>
    public int? Count { get; init; }

    /// <summary>Volume: a small number, or the year that tells series of one name apart.</summary>
    public double? Volume { get; init; }

    /// <summary>Reading lists: AlternateSeries and StoryArc with their numbers.</summary>
    public IReadOnlyList<ComicArc> Arcs { get; init; } = [];

    /// <summary>Collections the series belongs to.</summary>
    public IReadOnlyList<string> SeriesGroups { get; init; } = [];

    /// <summary>In the order of the document; one person may have several roles.</summary>
    public IReadOnlyList<ComicCredit> Credits { get; init; } = [];

    /// <summary>Cleaned HTML or plain text.</summary>
    public string? Summary { get; init; }

    /// <summary>What tools and people noted.</summary>
    public string? Notes { get; init; }

    /// <summary>At most 200.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>At most 200.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>At most 200.</summary>
    public IReadOnlyList<string> Characters { get; init; } = [];

    /// <summary>At most 200.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>At most 200.</summary>
    public IReadOnlyList<string> Locations { get; init; } = [];

    /// <summary>Who published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>A brand of the publisher.</summary>
    public string? Imprint { get; init; }

    /// <summary>Precision as given: <c>2009</c>, <c>2009-05</c> or <c>2009-05-01</c>.</summary>
    public string? Published { get; init; }

    /// <summary>BCP 47; null when it is none.</summary>
    public string? Language { get; init; }

    /// <summary>As the document names it: <c>Trade Paperback</c>, <c>Annual</c>, ...</summary>
    public string? Format { get; init; }

    /// <summary>As the document names it: <c>Teen</c>, <c>MA15+</c>, ...</summary>
    public string? AgeRating { get; init; }

    /// <summary>True for manga, false when the document says it is none.</summary>
    public bool? IsManga { get; init; }

    /// <summary>Which way it is read.</summary>
    public ReadingDirection Direction { get; init; }

    /// <summary>The first address the document gives (http or https).</summary>
    public string? Web { get; init; }

    /// <summary>GTIN and what else names it.</summary>
    public IReadOnlyList<BookIdentifier> Identifiers { get; init; } = [];

    /// <summary>What the document says of single pages; at most 20,000.</summary>
    public IReadOnlyList<ComicPageNote> Pages { get; init; } = [];

    /// <summary>Entry of the cover, where it is named and not numbered (CoMet).</summary>
    public string? CoverEntry { get; init; }

    /// <summary>This document's word where it has one, the other's elsewhere.</summary>
    public ComicMetadata OrElse(ComicMetadata other) =>
        this with
        {
            Title = Title ?? other.Title,
            Series = Series ?? other.Series,
            Number = NumberText is null ? other.Number : Number,
            NumberEnd = NumberText is null ? other.NumberEnd : NumberEnd,
            NumberText = NumberText ?? other.NumberText,
            Count = Count ?? other.Count,
            Volume = Volume ?? other.Volume,
            Arcs = Said(Arcs, other.Arcs),
            SeriesGroups = Said(SeriesGroups, other.SeriesGroups),
            Credits = Said(Credits, other.Credits),
            Summary = Summary ?? other.Summary,
            Notes = Notes ?? other.Notes,
            Genres = Said(Genres, other.Genres),
            Tags = Said(Tags, other.Tags),
            Characters = Said(Characters, other.Characters),
            Teams = Said(Teams, other.Teams),
            Locations = Said(Locations, other.Locations),
            Publisher = Publisher ?? other.Publisher,
            Imprint = Imprint ?? other.Imprint,
            Published = Published ?? other.Published,
            Language = Language ?? other.Language,
            Format = Format ?? other.Format,
            AgeRating = AgeRating ?? other.AgeRating,
            IsManga = IsManga ?? other.IsManga,
            Direction = Direction == ReadingDirection.Unknown ? other.Direction : Direction,
            Web = Web ?? other.Web,
            Identifiers = Said(Identifiers, other.Identifiers),
            Pages = Said(Pages, other.Pages),
            CoverEntry = CoverEntry ?? other.CoverEntry,
        };

    private static IReadOnlyList<T> Said<T>(IReadOnlyList<T> mine, IReadOnlyList<T> other) =>
        mine.Count > 0 ? mine : other;
}

/// <summary>Somebody's part in a comic.</summary>
/// <param name="Role"><c>writer</c>, <c>penciller</c>, <c>inker</c>, <c>colorist</c>, <c>letterer</c>, <c>cover_artist</c>, <c>editor</c>, <c>translator</c>, <c>artist</c> or <c>contributor</c>.</param>
public sealed record ComicCredit(string Name, string Role);

/// <summary>A place in a reading list or story arc.</summary>
/// <param name="Number">The position, when given and a number.</param>
public sealed record ComicArc(string Name, double? Number);

/// <summary>What ComicInfo says of one page.</summary>
/// <param name="Image">Index of the page in natural order, from 0.</param>
/// <param name="Type">As the document has it: <c>FrontCover</c>, <c>InnerCover</c>, <c>Story</c>, ...</param>
/// <param name="Bookmark">Title of what begins here; null when nothing does.</param>
public sealed record ComicPageNote(int Image, string? Type, string? Bookmark, int? Width, int? Height);
