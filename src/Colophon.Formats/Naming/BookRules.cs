using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming;

/// <summary>
/// The one table of rules for the names of books: those for the name that bears the title, and the lists of
/// <see cref="BookPlaceRules"/> and <see cref="BookReleaseRules"/> in the order all are tried.
/// </summary>
public static partial class BookRules
{
    /// <summary>In the order they are tried.</summary>
    public static IReadOnlyList<NameRule> All => _all;

    internal static readonly NameRule Separators = new(
        "book.separators",
        "Underscores and dots stand for spaces in names without spaces.",
        "readarr releases."
    );

    internal static readonly NameRule Asin = new(
        "book.asin",
        "[B0CXQ7TZ1M] and {asin-B0CXQ7TZ1M} are the ASIN of the edition, in the folder's name or the file's.",
        "audiobookshelf takes any ten capitals and digits in brackets, [UNABRIDGED] too; here it begins with B0, or is called asin.",
        AsinPattern()
    );

    internal static readonly NameRule Narrators = new(
        "book.narrators",
        "Names in braces are narrators.",
        "audiobookshelf, shisho.",
        BracesPattern()
    );

    internal static readonly NameRule AuthorInBrackets = new(
        "book.author-in-brackets",
        "[Author] before the title.",
        "shisho organises files so.",
        AuthorBracketPattern()
    );

    internal static readonly NameRule Year = new(
        "book.year",
        "A year in parentheses or brackets is the year of the book.",
        "jellyfin: Title (Year).",
        YearPattern()
    );

    internal static readonly NameRule Tags = new(
        "book.tags",
        "Brackets behind the title are remarks of tools and releases.",
        "kavita, readarr.",
        TagPattern()
    );

    internal static readonly NameRule SeriesInParentheses = new(
        "book.series-in-parentheses",
        "Title (Series, #5).",
        "jellyfin, Goodreads; also Series Book 5 and Series 5.",
        SeriesParenthesisPattern()
    );

    internal static readonly NameRule SeriesAndNumber = new(
        "book.series-number",
        "Series #2: series and number without a title; the whole name stays the title.",
        "jellyfin gives no title here; a book without any would be found by nobody.",
        SeriesNumberPattern()
    );

    internal static readonly NameRule AuthorSeriesTitle = new(
        "book.author-series-title",
        "Author - Series 01 - Title.",
        "Common in collections of files; three parts with a number in the middle leave little doubt.",
        AuthorSeriesTitlePattern()
    );

    internal static readonly NameRule SeriesPrefix = new(
        "book.series-prefix",
        "Series 01 - Title in a folder of that series.",
        "Common in collections of files.",
        SeriesPrefixPattern()
    );

    internal static readonly NameRule Sequence = new(
        "book.sequence",
        "A number before the title is the place in the series: 01 - Title, 1. Title, Vol 2 - Title, Book 3 Title.",
        "audiobookshelf, jellyfin. Without a word before it a number has three digits at most and no decimals outside a "
            + "series folder, because jellyfin reads 2.1 - Title as a title.",
        SequencePattern()
    );

    internal static readonly NameRule YearPrefix = new(
        "book.year-prefix",
        "A year before the title in an author's folder: 1994 - Title.",
        "audiobookshelf. At the root 1984 - George Orwell is title and author.",
        YearPrefixPattern()
    );

    internal static readonly NameRule AuthorColon = new(
        "book.author-colon",
        "Author: Title in the author's folder.",
        "readarr. Only the folder's author goes; a subtitle behind a colon stays, or 2001: A Space Odyssey would be 2001.",
        AuthorColonPattern()
    );

    internal static readonly NameRule TitleAuthor = new(
        "book.title-author",
        "Title - Author.",
        "calibre writes files so. Inside an author's folder it counts only when the author is the folder's; what looks "
            + "like Last, First is the author on either side.",
        DashPattern()
    );

    internal static readonly NameRule By = new(
        "book.by",
        "Title by Author, for a file or folder at the root.",
        "readarr releases. At least two capitalised words must follow, so that Stand by Me stays whole.",
        ByPattern()
    );

    internal static readonly NameRule ArticleBehind = new(
        "book.article-behind",
        "Title, The is The Title.",
        "Sort titles used as names.",
        ArticlePattern()
    );

    internal static readonly NameRule SeveralAuthors = new(
        "book.several-authors",
        "Names are divided by ;, &, 'and', and by commas between whole names.",
        "audiobookshelf."
    );

    internal static readonly NameRule InvertedAuthor = new(
        "book.inverted-author",
        "Last, First is First Last.",
        "audiobookshelf."
    );

    private static readonly NameRule[] _all =
    [
        BookPlaceRules.DiscFolder,
        BookPlaceRules.ExtraFile,
        BookPlaceRules.AudioRemarks,
        BookPlaceRules.Shelf,
        BookPlaceRules.AuthorFolder,
        BookPlaceRules.SeriesFolder,
        BookPlaceRules.NumberedFile,
        BookPlaceRules.TitleFolder,
        BookPlaceRules.TitleFile,
        Separators,
        Asin,
        BookReleaseRules.SceneRelease,
        Narrators,
        AuthorInBrackets,
        SeriesInParentheses,
        BookReleaseRules.Release,
        Year,
        Tags,
        SeriesAndNumber,
        AuthorSeriesTitle,
        SeriesPrefix,
        Sequence,
        YearPrefix,
        AuthorColon,
        TitleAuthor,
        By,
        ArticleBehind,
        SeveralAuthors,
        InvertedAuthor,
    ];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"\s*[(\[{]\s*(?:asin\s*[-:=_ ]\s*(?<asin>[0-9A-Z]{10})|(?<asin>(?-i:B0[0-9A-Z]{8})))\s*[)\]}]",
        Options
    )]
    private static partial Regex AsinPattern();

    [GeneratedRegex(@"\s*\{(?<names>[^{}]{1,200})\}", Options)]
    private static partial Regex BracesPattern();

    [GeneratedRegex(@"^\[(?<names>(?![0-9]{4}\])[^\[\]]{2,200})\]\s*(?=\S)", Options)]
    private static partial Regex AuthorBracketPattern();

    [GeneratedRegex(@"\s*[(\[](?<year>1[0-9]{3}|20[0-9]{2})[)\]]", Options)]
    private static partial Regex YearPattern();

    [GeneratedRegex(
        @"\s*(?:\[[^\[\]]{0,200}\]|\((?:epub|pdf|mobi|azw3?|retail|ebook|e-book|unabridged|abridged|scan|ocr|v[0-9][0-9.]*|[0-9]{1,2})\))\s*$",
        Options
    )]
    private static partial Regex TagPattern();

    [GeneratedRegex(
        @"^(?<title>.{1,300}?)\s*[(\[](?<series>[^()\[\]#]{2,200}?),?\s*(?:#|book\s|vol(?:ume|\.)?\s|no\.\s?)\s*(?<number>[0-9]{1,4}(?:\.[0-9]{1,2})?)[)\]]",
        Options
    )]
    private static partial Regex SeriesParenthesisPattern();

    [GeneratedRegex(@"^(?<series>[^#]{2,200}?),?\s*#(?<number>[0-9]{1,4}(?:\.[0-9]{1,2})?)$", Options)]
    private static partial Regex SeriesNumberPattern();

    [GeneratedRegex(
        @"^(?<author>[^0-9\[\]]{3,100}?)\s+[-–]\s+\[?(?<series>.{2,150}?)[\s,#]*(?:book\s|vol\.?\s|#)?\s*(?<number>[0-9]{1,3}(?:\.[0-9]{1,2})?)\]?\s+[-–]\s+(?<title>\S.{0,300})$",
        Options
    )]
    private static partial Regex AuthorSeriesTitlePattern();

    [GeneratedRegex(
        @"^(?<series>.{2,200}?)[\s,#]*(?:book\s|vol\.?\s|#)?\s*(?<number>[0-9]{1,3}(?:\.[0-9]{1,2})?)\s*(?:[-–:]|\.\s)\s*(?<title>\S.{0,300})$",
        Options
    )]
    private static partial Regex SeriesPrefixPattern();

    [GeneratedRegex(
        @"^(?:(?<word>vol(?:ume)?|book|bk|part|band|tome|teil)\.?\s*#?(?<number>[0-9]{1,4}(?:\.[0-9]{1,2})?)\b\s*(?:[-–.:_]\s*)*|#?(?<number>[0-9]{1,3}(?:\.[0-9]{1,2})?)(?:\s*[-–:_]\s+|\s+[-–:]\s*|\.\s+|(?<=^0[0-9]{1,2})[-_])\s*)(?<title>\S.{0,300})$",
        Options
    )]
    private static partial Regex SequencePattern();

    [GeneratedRegex(@"^\(?(?<year>1[0-9]{3}|20[0-9]{2})\)?\s+[-–]\s+(?<title>\S.{0,300})$", Options)]
    private static partial Regex YearPrefixPattern();

    [GeneratedRegex(@"^(?<author>[^:]{2,100}):\s+(?<title>\S.{0,300})$", Options)]
    private static partial Regex AuthorColonPattern();

    [GeneratedRegex(@"\s[-–—]\s", Options)]
    private static partial Regex DashPattern();

    [GeneratedRegex(
        @"^(?<title>.{2,300}?)\s+by\s+(?<author>(?-i:\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:de|van|von|der|la|le|du|di)\s+)*\p{Lu}[\p{L}'’.-]*){1,4}))$",
        Options
    )]
    private static partial Regex ByPattern();

    [GeneratedRegex(@"^(?<title>.{1,300}\S),\s+(?<article>the|a|an|der|die|das|le|la|les|el|los|las|il)$", Options)]
    private static partial Regex ArticlePattern();
}
