using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming;

/// <summary>The one table of rules for the names of comics.</summary>
public static partial class ComicRules
{
    /// <summary>In the order they are tried.</summary>
    public static IReadOnlyList<NameRule> All => _all;

    internal static readonly NameRule Separators = new(
        "comic.separators",
        "Underscores stand for spaces.",
        "kavita; releases of scanlators."
    );

    internal static readonly NameRule CountryPrefix = new(
        "comic.country-prefix",
        "BD Fr- before the name: a French comic.",
        "kavita; French collections are named so.",
        CountryPattern()
    );

    internal static readonly NameRule Tags = new(
        "comic.tags",
        "Brackets and braces hold groups, publishers and remarks of releases; a lone language is the language.",
        "kavita. Numbers in brackets are revisions of a release, never volumes.",
        TagPattern()
    );

    internal static readonly NameRule Parentheses = new(
        "comic.parentheses",
        "Parentheses hold year, count, volume or chapters; all else in them is a remark.",
        "kavita: (2016), (September 2007), (of 6), (v01), (Ch.071-079).",
        ParenthesisPattern()
    );

    internal static readonly NameRule Year = new(
        "comic.year",
        "A year in parentheses is the year of the comic; of a span the first.",
        "kavita.",
        YearPattern()
    );

    internal static readonly NameRule Count = new(
        "comic.count",
        "(of 6) is how many there are.",
        "kavita; ComicRack names limited series so.",
        CountPattern()
    );

    internal static readonly NameRule Special = new(
        "comic.special",
        "SP01 marks a special; its series is that of the folder.",
        "kavita. Words like Special, Annual and Omake mark nothing, because series are called so.",
        SpecialPattern()
    );

    internal static readonly NameRule Volume = new(
        "comic.volume",
        "Vol. 1, v01, Volume 2, Tome 3, T3, Том 1, 第1巻, 1권, เล่ม 1 and S01 before a number are volumes; the first counts.",
        "kavita, shisho. A range must rise; else its first number is taken.",
        VolumePattern()
    );

    internal static readonly NameRule Chapter = new(
        "comic.chapter",
        "Ch. 1, c001, Chapter 2, Episode 3, Issue 4, #5, 第10話, 1화, 13회, Глава 1, ตอนที่ 3 are chapters; the first counts.",
        "kavita, shisho. kavita also takes 회 and 장 for volumes, which they never are.",
        ChapterPattern()
    );

    internal static readonly NameRule NumberAfterVolume = new(
        "comic.number-after-volume",
        "A bare number right behind the volume is the chapter: v6 - 10, v1 024.",
        "kavita.",
        AfterVolumePattern()
    );

    internal static readonly NameRule NumberAndTitle = new(
        "comic.number-title",
        "Series 01 - Title: a bare number of two or three digits before a dash is the chapter.",
        "kavita.",
        NumberTitlePattern()
    );

    internal static readonly NameRule NumberAtEnd = new(
        "comic.number-end",
        "A bare number at the end is the chapter, the last one if there are several; a year is none, and No. 8 is part of the name.",
        "kavita; a group's capitals may follow it.",
        NumberEndPattern()
    );

    internal static readonly NameRule NumberOnly = new(
        "comic.number-only",
        "A name of nothing but a number is a chapter, unless its folder names one.",
        "kavita: Vol.1/Chapter 1/1.cbz.",
        NumberOnlyPattern()
    );

    internal static readonly NameRule NumberBefore = new(
        "comic.number-before",
        "A number before the title is the place in the folder's series; without a folder it is dropped.",
        "kavita drops it always; in Asterix/04 - Asterix the Gladiator it is the number.",
        NumberBeforePattern()
    );

    internal static readonly NameRule SideStories = new(
        "comic.side-stories",
        "What follows Omake, or a dash, a number and Side Stories, is no part of the series.",
        "kavita.",
        SideStoryPattern()
    );

    internal static readonly NameRule Edition = new(
        "comic.edition",
        "Omnibus, Uncensored, Deluxe, Collector's Edition name the edition.",
        "kavita.",
        EditionPattern()
    );

    internal static readonly NameRule MarkFolder = new(
        "comic.mark-folder",
        "A folder of nothing but volume or chapter gives the number that the file does not say.",
        "kavita: Series/Vol.1/Chapter 1/1.cbz."
    );

    internal static readonly NameRule SpecialsFolder = new(
        "comic.specials-folder",
        "Folders named Specials, Extras, Annuals or One-shots are no series.",
        "kavita.",
        SpecialsFolderPattern()
    );

    internal static readonly NameRule SeriesFolder = new(
        "comic.series-folder",
        "The folder is the series where the file names none: files of numbers only, specials, and titles without a number.",
        "kavita, komga. A file that has series and number keeps its own."
    );

    internal static readonly NameRule OneShot = new(
        "comic.one-shot",
        "A file that has its folder's name and no number stands alone.",
        "Title (Year)/Title.cbz is a folder for one book."
    );

    private static readonly NameRule[] _all =
    [
        Separators,
        CountryPrefix,
        Tags,
        Parentheses,
        Year,
        Count,
        Special,
        Volume,
        Chapter,
        NumberAfterVolume,
        NumberOnly,
        NumberBefore,
        SideStories,
        NumberAndTitle,
        NumberAtEnd,
        Edition,
        MarkFolder,
        SpecialsFolder,
        SeriesFolder,
        OneShot,
    ];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private const string Number = @"[0-9]{1,4}(?:\.[0-9]{1,2})?";

    [GeneratedRegex(@"^bd[ -](?<country>fr|be|it|es|de)-\s*(?=\S)", Options)]
    private static partial Regex CountryPattern();

    [GeneratedRegex(@"[\[\{【](?<text>[^\[\]{}【】]{0,200})[\]\}】]", Options)]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"\((?<text>[^()]{0,200})\)", Options)]
    private static partial Regex ParenthesisPattern();

    [GeneratedRegex(@"^(?:.*\D)?(?<year>(?:18|19|20)[0-9]{2})(?:\D.*)?$", Options)]
    private static partial Regex YearPattern();

    [GeneratedRegex(@"^of\s+(?<count>[0-9]{1,4})$", Options)]
    private static partial Regex CountPattern();

    [GeneratedRegex(@"(?<![\p{L}0-9])SP(?<number>[0-9]{1,4})(?![\p{L}0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex SpecialPattern();

    [GeneratedRegex(
        @"(?<![\p{L}0-9.])(?:(?:volumes?|vols?|tomes?|tomo|тома?)[\s.]*|[vt]\.?)(?<number>"
            + Number
            + @")(?:-(?<end>"
            + Number
            + @"))?(?![\p{L}0-9]|\.[0-9])|(?<![\p{L}0-9.])s(?<number>[0-9]{1,2})(?=\s+[0-9])|第?(?<number>"
            + Number
            + @")(?:-(?<end>"
            + Number
            + @"))?\s*[巻卷册冊권]|[巻卷]\s*(?<number>"
            + Number
            + @")|เล่ม(?:ที่)?\s*(?<number>"
            + Number
            + ")",
        Options
    )]
    private static partial Regex VolumePattern();

    [GeneratedRegex(
        @"(?<![\p{L}0-9.])(?:(?:chapters?|chap|chp|ch|episodes?|ep|issues?|глава)[\s.]*#?\s*|c)(?<number>"
            + Number
            + @"b?)(?:-(?<end>"
            + Number
            + @"b?)|\s*-\s*(?:chapter\s*|ch\.?\s*|c)(?<end>"
            + Number
            + @"b?))?(?:[vx][0-9]{1,2})?(?![\p{L}0-9]|\.[0-9])|#\s*(?<number>"
            + Number
            + @")(?:-(?<end>"
            + Number
            + @"))?(?![\p{L}0-9])|第\s*(?<number>"
            + Number
            + @")(?:-(?<end>"
            + Number
            + @"))?\s*[话話章回]|(?<![0-9.])(?<number>"
            + Number
            + @")(?:\s*[화회장]|\s+глава)|ตอนที่\s*(?<number>"
            + Number
            + ")",
        Options
    )]
    private static partial Regex ChapterPattern();

    [GeneratedRegex(
        @"^\s*(?:(?<number>[0-9]{2,4}(?:\.[0-9]{1,2})?b?)(?=\s|$)|-\s*(?<number>" + Number + @"b?)(?=\s*(?:-|$)))",
        Options
    )]
    private static partial Regex AfterVolumePattern();

    [GeneratedRegex(
        @"^(?<series>.{2,200}?)\s+(?<number>[0-9]{2,3}(?:\.[0-9]{1,2})?)\s+[-–]\s+(?<title>\S.{0,300})$",
        Options
    )]
    private static partial Regex NumberTitlePattern();

    [GeneratedRegex(
        @"^(?<series>.{1,300}\S)\s+(?:[-–]\s+)?(?!(?:19|20)[0-9]{2}\b(?!\.))(?<number>"
            + Number
            + @"b?)(?:-(?<end>"
            + Number
            + @"b?))?(?:\s+(?:[A-Z]{2,10}|c2c))*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NumberEndPattern();

    [GeneratedRegex("^(?<number>" + Number + "b?)(?:-(?<end>" + Number + "b?))?$", Options)]
    private static partial Regex NumberOnlyPattern();

    [GeneratedRegex(@"^(?<number>[0-9]{1,3}(?:\.[0-9]{1,2})?)(?:\s*[-–]\s+|\.\s+)(?<title>\S.{0,300})$", Options)]
    private static partial Regex NumberBeforePattern();

    [GeneratedRegex(@"\s+[-–]\s+[0-9]{1,3}\s+side\s+stor(?:y|ies)\b|(?<=\S)\s+omake\b", Options)]
    private static partial Regex SideStoryPattern();

    [GeneratedRegex(
        @"\b(?:omnibus(?:\s+edition)?|uncensored|deluxe(?:\s+edition)?|collector['’]?s\s+edition|perfect\s+edition)\b",
        Options
    )]
    private static partial Regex EditionPattern();

    [GeneratedRegex(@"^(?:specials?|extras?|annuals?|one[\s-]?shots?|bonus)$", Options)]
    private static partial Regex SpecialsFolderPattern();
}
