using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Shows;

/// <summary>The rules for folders of shows and seasons; <see cref="EpisodeRules"/> lists them with those for files.</summary>
internal static partial class SeasonRules
{
    internal static readonly NameRule Specials = new(
        "season.specials",
        "Specials, Extras, SP and OVA are season 0.",
        "jellyfin, kodi, sonarr; fansub groups call them SP and OVA.",
        SpecialsPattern()
    );

    internal static readonly NameRule Word = new(
        "season.word",
        "A folder called Season 1 is a season, in some thirty languages; what follows the number may be a title or a release.",
        "jellyfin. Season (8) is none, Season 1-3 are several, and Series and Serie need the number alone.",
        WordPattern()
    );

    internal static readonly NameRule NumberWord = new(
        "season.number-word",
        "3.Staffel, 2nd Season, 第2季.",
        "jellyfin.",
        NumberWordPattern()
    );

    internal static readonly NameRule Letter = new(
        "season.letter",
        "S02, S2 and what a release hangs behind it; S06E05 is an episode.",
        "jellyfin, sonarr.",
        LetterPattern()
    );

    internal static readonly NameRule Number = new(
        "season.number",
        "A folder that is a number of three digits at most, or a year, is a season of the show above it.",
        "jellyfin, in libraries of shows only, as this one is.",
        NumberPattern()
    );

    internal static readonly NameRule TitleBefore = new(
        "season.title-before",
        "Stargate SG-1 Season 1 in Stargate SG-1: the show's title before the season goes.",
        "jellyfin. Seinfeld Season 2 in another folder is a show with one season."
    );

    internal static readonly NameRule ShowSeason = new(
        "show.season",
        "From S01, Season 1 or S01E01 on the name of a show's folder is about a season.",
        "jellyfin, sonarr: folders of season packs.",
        ShowSeasonPattern()
    );

    internal static readonly NameRule ShowYear = new(
        "show.year",
        "A year in parentheses tells shows of one title apart; a bare one only before a season, an episode or release words.",
        "jellyfin, sonarr. Space 1999 keeps its name.",
        ShowYearPattern()
    );

    internal static readonly NameRule ShowFolder = new(
        "show.folder",
        "The folder above the season, or above the file, bears the show's title.",
        "jellyfin, kodi. It wins over the file, whose names are worse in most libraries."
    );

    internal static readonly NameRule Shelf = new(
        "show.shelf",
        "A first folder called TV Shows, Anime or Downloads is a shelf and no show, unless the file names no other.",
        "Roots are chosen one level too high.",
        ShelfPattern()
    );

    internal static readonly NameRule DiscFolder = new(
        "show.disc",
        "A disc folder between season and file is passed over.",
        "Seasons copied disc by disc."
    );

    internal static readonly NameRule EpisodeFolder = new(
        "show.episode-folder",
        "A folder named after one episode speaks for a file in it that says less.",
        "sonarr: obfuscated releases. Its title is the show's where no season folder stands above."
    );

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"^(?:specials?|extras?|sps?|s00|(?:ovas?|oads?)(?:\s?[&+]\s?specials?)?|especiales|especiais|spéciaux|speciali|"
            + @"spezial|спец[а-я]{0,10}|スペシャル|特典|特別編|特别篇)$",
        Options
    )]
    private static partial Regex SpecialsPattern();

    [GeneratedRegex(
        @"^[\[(]?(?:(?:"
            + ShowWords.Season
            + @")[\s._-]{0,3}#?(?<number>[0-9]{1,4}|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?!\p{L}))"
            + @"(?![0-9]|\s?[-–&+~,]\s?(?:[0-9]|s[0-9]|(?:"
            + ShowWords.Season
            + @")\s?[0-9])|[\s._-]{0,2}x?e(?:p(?:isode)?)?[\s._]?[0-9]|x[0-9])(?=$|[\s._\-\](\[{:,])[\s._\-\]:,]*(?<title>.*)"
            + @"|(?:"
            + ShowWords.WeakSeason
            + @")[\s._-]{0,3}(?<number>[0-9]{1,4})(?:[\])]?$|\s*(?=[(\[{])(?<title>.*)|\s+[-–]\s+(?<title>\D.*)))$",
        Options
    )]
    private static partial Regex WordPattern();

    [GeneratedRegex(
        @"^(?:第\s?)?(?<number>[0-9]{1,3})(?:st|nd|rd|th|[ªº°ae])?[\s._-]{0,3}(?:"
            + ShowWords.Season
            + @"|季|期|기)(?=$|[\s._\-(\[])[\s._-]*(?<title>(?![0-9]).*)$",
        Options
    )]
    private static partial Regex NumberWordPattern();

    [GeneratedRegex(
        @"^[\[(]?S(?<number>[0-9]{1,4})(?![\s._-]{0,2}x?e[\s._]?[0-9]|\s?[-–&+~]\s?S?[0-9]|[\s.]S?[0-9]{2}(?![0-9]))(?:$|[\s._\-\])\[(])(?<title>.*)$",
        Options
    )]
    private static partial Regex LetterPattern();

    [GeneratedRegex(@"^(?<number>[0-9]{1,3}|19[3-9][0-9]|20[0-9]{2})$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(
        @"(?<=[^\s._\-(\[])[\s._\-(\[/]{1,4}(?:S(?<number>[0-9]{1,4})(?![0-9])(?<several>\s?[-–&+~.]?\s?S?[0-9]{2}(?![0-9]))?"
            + @"(?:[\s._-]{0,2}x?E(?:P|pisode)?[\s._]?[0-9]{1,5}|(?![\p{L}0-9]))|(?:"
            + ShowWords.Season
            + @")[\s._-]{0,3}(?<number>[0-9]{1,4})(?![0-9])(?<several>\s?[-–&+~]\s?(?:(?:"
            + ShowWords.Season
            + @")\s?)?[0-9]{1,2}(?![0-9]))?|(?<number>[0-9]{1,2})x[0-9]{2,3}(?![\p{L}0-9])|(?:"
            + ShowWords.WeakSeason
            + @")[\s._]{1,2}(?<number>[0-9]{1,2})(?=\s*$|\s*[(\[])|(?<number>[0-9]{1,2})(?:st|nd|rd|th)[\s._]season(?!\p{L}))",
        Options
    )]
    private static partial Regex ShowSeasonPattern();

    [GeneratedRegex(
        @"[\s._]*[(\[](?<year>(?:19|20)[0-9]{2})(?:\s?[-–]\s?(?:(?:19|20)[0-9]{2}|present|heute)?)?[)\]]",
        Options
    )]
    private static partial Regex ShowYearPattern();

    [GeneratedRegex(
        @"^(?:tv|tv[\s._-]?(?:shows?|series|drop|drama|serien)|shows|series|serien|séries|anime|animes|cartoons?|kids|downloads?|"
            + @"unsorted|unsortiert|media|videos?|complete|incoming|mnt|home|volume[0-9]?|volumes|temp|[a-z]:|[a-z0-9#]|[0-9]{1,2}-[0-9]{1,2}|[a-z]-[a-z])$",
        Options
    )]
    private static partial Regex ShelfPattern();
}
