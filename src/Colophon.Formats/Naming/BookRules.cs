using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming;

/// <summary>The one table of rules for the names of books.</summary>
public static partial class BookRules
{
    /// <summary>In the order they are tried.</summary>
    public static IReadOnlyList<NameRule> All => _all;

    internal static readonly NameRule Shelf = new(
        "book.shelf",
        "Folders above author, series and title are shelves and say nothing.",
        "audiobookshelf takes the last three folders."
    );

    internal static readonly NameRule DiscFolder = new(
        "book.disc",
        "A disc folder of an audiobook belongs to the folder above it.",
        "audiobookshelf, plex.",
        DiscPattern()
    );

    internal static readonly NameRule ExtraFile = new(
        "book.extra-file",
        "An audio file called extra, bonus, trailer or sample is no part of the audiobook beside it.",
        "jellyfin. Alone it is a book.",
        ExtraPattern()
    );

    internal static readonly NameRule AudioRemarks = new(
        "book.audio-remarks",
        "(Unabridged), [Abridged], (Audiobook) and (Disc 2) behind an audiobook's title say nothing about which book it is.",
        "Audible, iTunes; only for telling which files belong together, the title is shown as it is written.",
        AudioRemarksPattern()
    );

    internal static readonly NameRule AuthorFolder = new(
        "book.author-folder",
        "The folder above title (and series) is the author.",
        "Author/Title and Author/Series/Title, as calibre, audiobookshelf and jellyfin have it."
    );

    internal static readonly NameRule SeriesFolder = new(
        "book.series-folder",
        "The folder between author and title is the series.",
        "audiobookshelf, jellyfin."
    );

    internal static readonly NameRule NumberedFile = new(
        "book.numbered-file",
        "A numbered book file under an author's folder lies in a folder that is its series.",
        "Author/Series/NN - Title.epub; audio files with numbers are parts instead, so this is not for them."
    );

    internal static readonly NameRule TitleFolder = new(
        "book.title-folder",
        "The folder the file lies in bears the title.",
        "Author/Title/file: file names are worse than folder names in most libraries."
    );

    internal static readonly NameRule TitleFile = new(
        "book.title-file",
        "The file's name bears the title.",
        "Files directly in a root, an author's or a series' folder."
    );

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

    internal static readonly NameRule Release = new(
        "book.release",
        "A name that ends in the marks of an audio release (MP3, FLAC, 192 kbps, 2CD, year, group) is Author - Title; the marks are dropped.",
        "readarr. Such releases put the author first, calibre's Title - Author bears no such marks.",
        ReleaseMarksPattern()
    );

    internal static readonly NameRule SceneRelease = new(
        "book.scene-release",
        "Author-Title-MARKS-Year-GROUP, with no spaces around the dashes.",
        "readarr. One of author and title must have a space, so that the-state-of-things-2019-Report stays whole.",
        SceneReleasePattern()
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
        DiscFolder,
        ExtraFile,
        AudioRemarks,
        Shelf,
        AuthorFolder,
        SeriesFolder,
        NumberedFile,
        TitleFolder,
        TitleFile,
        Separators,
        Asin,
        SceneRelease,
        Narrators,
        AuthorInBrackets,
        SeriesInParentheses,
        Release,
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
    private const string AudioFormat = @"(?:mp3|m4[ab]|flac|alac|aac|ape|ogg|opus|wav|wma|\d{2,3}\s?kbps)";

    [GeneratedRegex(
        @"^[(\[]?(?:cd|dis[ck]|dvd|part|teil|side|seite|tape|cassette|kassette|track)\s*[-_.#]?\s*(?<number>\d{1,3})(?:\s*(?:of|von|-|/)\s*\d{1,3})?[)\]]?$",
        Options
    )]
    private static partial Regex DiscPattern();

    [GeneratedRegex(@"(?:^|[\s._-])(?:extras?|bonus|trailer|sample)(?:[\s._-]*\d{1,2})?$", Options)]
    private static partial Regex ExtraPattern();

    [GeneratedRegex(
        @"\s*[(\[]\s*(?:unabridged|abridged|audiobook|audio book|hörbuch|ungekürzt|gekürzt|(?:cd|dis[ck])\s*\d{1,3}(?:\s*of\s*\d{1,3})?)\s*[)\]]|[\s,:_-]+(?:unabridged|ungekürzt|(?:cd|dis[ck])\s*\d{1,3})\s*$",
        Options
    )]
    private static partial Regex AudioRemarksPattern();

    [GeneratedRegex(
        @"\s*[(\[{]\s*(?:asin\s*[-:=_ ]\s*(?<asin>[0-9A-Z]{10})|(?<asin>(?-i:B0[0-9A-Z]{8})))\s*[)\]}]",
        Options
    )]
    private static partial Regex AsinPattern();

    [GeneratedRegex(@"\s*\{(?<names>[^{}]{1,200})\}", Options)]
    private static partial Regex BracesPattern();

    [GeneratedRegex(@"^\[(?<names>(?!\d{4}\])[^\[\]]{2,200})\]\s*(?=\S)", Options)]
    private static partial Regex AuthorBracketPattern();

    [GeneratedRegex(@"\s*[(\[](?<year>1[0-9]{3}|20[0-9]{2})[)\]]", Options)]
    private static partial Regex YearPattern();

    [GeneratedRegex(
        @"\s*(?:\[[^\[\]]{0,200}\]|\((?:epub|pdf|mobi|azw3?|retail|ebook|e-book|unabridged|abridged|scan|ocr|v\d[\d.]*|\d{1,2})\))\s*$",
        Options
    )]
    private static partial Regex TagPattern();

    [GeneratedRegex(
        @"^(?<title>.{1,300}?)\s*[(\[](?<series>[^()\[\]#]{2,200}?),?\s*(?:#|book\s|vol(?:ume|\.)?\s|no\.\s?)\s*(?<number>\d{1,4}(?:\.\d{1,2})?)[)\]]",
        Options
    )]
    private static partial Regex SeriesParenthesisPattern();

    [GeneratedRegex(@"^(?<series>[^#]{2,200}?),?\s*#(?<number>\d{1,4}(?:\.\d{1,2})?)$", Options)]
    private static partial Regex SeriesNumberPattern();

    [GeneratedRegex(
        @"^(?<author>[^\d\[\]]{3,100}?)\s+[-–]\s+\[?(?<series>.{2,150}?)[\s,#]*(?:book\s|vol\.?\s|#)?\s*(?<number>\d{1,3}(?:\.\d{1,2})?)\]?\s+[-–]\s+(?<title>\S.{0,300})$",
        Options
    )]
    private static partial Regex AuthorSeriesTitlePattern();

    [GeneratedRegex(
        @"^(?<series>.{2,200}?)[\s,#]*(?:book\s|vol\.?\s|#)?\s*(?<number>\d{1,3}(?:\.\d{1,2})?)\s*(?:[-–:]|\.\s)\s*(?<title>\S.{0,300})$",
        Options
    )]
    private static partial Regex SeriesPrefixPattern();

    [GeneratedRegex(
        @"^(?:(?<word>vol(?:ume)?|book|bk|part|band|tome|teil)\.?\s*#?(?<number>\d{1,4}(?:\.\d{1,2})?)\b\s*(?:[-–.:_]\s*)*|#?(?<number>\d{1,3}(?:\.\d{1,2})?)(?:\s*[-–:_]\s+|\s+[-–:]\s*|\.\s+|(?<=^0\d{1,2})[-_])\s*)(?<title>\S.{0,300})$",
        Options
    )]
    private static partial Regex SequencePattern();

    [GeneratedRegex(@"^\(?(?<year>1[0-9]{3}|20[0-9]{2})\)?\s+[-–]\s+(?<title>\S.{0,300})$", Options)]
    private static partial Regex YearPrefixPattern();

    // from the first mark to the end: brackets, remarks in parentheses, formats and bit rates, discs, groups, years
    [GeneratedRegex(
        @"(?:[\s,]*(?:\[[^\[\]]{0,100}\]|[({](?:[^(){}\[\]]{0,60}[^\p{L}\d(){}\[\]])?(?:"
            + AudioFormat
            + @"|edition|remaster(?:ed)?|unabridged|abridged|retail|image|tracks|\d{1,3}\s?(?:books|releases|cds?))(?!\p{L})[^(){}\[\]]{0,60}[)}]"
            + @"|[({](?:19|20)\d{2}[)}]|(?<=[\s,])(?:mp3|flac|lossless|(?-i:RIP)|\d{2,3}\s?kbps|\d{1,2}\s?cds?)(?![^\s,(\[])"
            + @"|(?<=[)\]]\s)(?:128|192|256|320)(?!\w)|(?<=[)\]])-\w{2,15}|[-–]\s(?:19|20)\d{2}(?:\s?-\s?(?:19|20)\d{2})?"
            + @"|(?<=[\s,])(?:19|20)\d{2}(?:\s?-\s?(?:19|20)\d{2})?(?=,\s|\s(?:\d{1,2}\s?cds?|mp3|flac|\d{2,3}\s?kbps)\b)))+\s*$",
        Options
    )]
    private static partial Regex ReleaseMarksPattern();

    /// <summary>The marks that make a release of a name's tail; years, groups and brackets alone do not.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])" + AudioFormat + @"(?!\p{L})|[)\]]\s(?:128|192|256|320)$", Options)]
    internal static partial Regex AudioMark();

    /// <summary>Genre and medium, which trackers put before the author.</summary>
    [GeneratedRegex(@"^\([^()]{2,60}\)\s*(?:\[[^\[\]]{2,12}\]\s*)?(?=\S)", Options)]
    internal static partial Regex ReleasePrefix();

    [GeneratedRegex(
        @"^(?=[^-]*-?[^-]*\s)(?<author>[^-\s][^-]{0,98}[^-\s])-(?<title>[^-\s][^-]{0,198}[^-\s])(?:-\(?(?:[\w .]{0,20}edition|unabridged|retail|web|flac|mp3|m4b|\d{0,2}cd|(?-i:[A-Z]{2,5}))\)?){0,6}-(?<year>(?:19|20)\d{2})-(?<group>(?-i:(?=\w*\p{Lu})\w{2,15}))$",
        Options
    )]
    private static partial Regex SceneReleasePattern();

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
