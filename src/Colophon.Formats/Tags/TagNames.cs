using System.Collections.Frozen;

namespace Colophon.Formats.Tags;

/// <summary>
/// The common vocabulary: names as Vorbis comments have them, upper case without spaces, hyphens and underscores. What other
/// programs and containers write for the same thing is an alias.
/// </summary>
internal static class TagNames
{
    public const string Title = "TITLE";
    public const string TitleSort = "TITLESORT";
    public const string Subtitle = "SUBTITLE";
    public const string Album = "ALBUM";
    public const string AlbumSort = "ALBUMSORT";
    public const string Artist = "ARTIST";
    public const string ArtistSort = "ARTISTSORT";
    public const string AlbumArtist = "ALBUMARTIST";
    public const string AlbumArtistSort = "ALBUMARTISTSORT";
    public const string Composer = "COMPOSER";
    public const string Narrator = "NARRATOR";
    public const string Comment = "COMMENT";
    public const string Description = "DESCRIPTION";
    public const string LongDescription = "LONGDESCRIPTION";
    public const string Date = "DATE";
    public const string ReleaseDate = "RELEASEDATE";
    public const string OriginalDate = "ORIGINALDATE";
    public const string Year = "YEAR";
    public const string Genre = "GENRE";
    public const string Publisher = "PUBLISHER";
    public const string Language = "LANGUAGE";
    public const string Copyright = "COPYRIGHT";
    public const string Track = "TRACKNUMBER";
    public const string TrackTotal = "TRACKTOTAL";
    public const string Disc = "DISCNUMBER";
    public const string DiscTotal = "DISCTOTAL";
    public const string Series = "SERIES";
    public const string SeriesPart = "SERIESPART";
    public const string Part = "PART";
    public const string Show = "SHOW";
    public const string Season = "SEASON";
    public const string Episode = "EPISODE";
    public const string EpisodeId = "EPISODEID";
    public const string Network = "NETWORK";
    public const string MediaKind = "MEDIATYPE";
    public const string Movement = "MOVEMENTNAME";
    public const string MovementNumber = "MOVEMENT";
    public const string Grouping = "GROUPING";
    public const string Asin = "ASIN";
    public const string Isbn = "ISBN";
    public const string Compilation = "COMPILATION";

    private static readonly FrozenDictionary<string, string> _aliases = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["TITLESORTORDER"] = TitleSort,
        ["ALBUMSORTORDER"] = AlbumSort,
        ["ARTISTSORTORDER"] = ArtistSort,
        ["ALBUMARTISTSORTORDER"] = AlbumArtistSort,
        ["ENSEMBLE"] = AlbumArtist,
        ["NARRATEDBY"] = Narrator,
        ["NARRATORS"] = Narrator,
        ["READER"] = Narrator,
        ["READBY"] = Narrator,
        ["SYNOPSIS"] = LongDescription,
        ["LONGDESC"] = LongDescription,
        ["RELEASETIME"] = ReleaseDate,
        ["RELDATE"] = ReleaseDate,
        ["ORIGINALYEAR"] = OriginalDate,
        ["ORIGYEAR"] = OriginalDate,
        ["ORGANIZATION"] = Publisher,
        ["LABEL"] = Publisher,
        ["LANG"] = Language,
        ["TRACK"] = Track,
        ["TRACKNUM"] = Track,
        ["TOTALTRACKS"] = TrackTotal,
        ["DISC"] = Disc,
        ["DISK"] = Disc,
        ["DISCC"] = DiscTotal,
        ["TRACKC"] = TrackTotal,
        ["TOTALDISCS"] = DiscTotal,
        ["DISCSTOTAL"] = DiscTotal,
        ["SERIESNAME"] = Series,
        ["BOOKSERIES"] = Series,
        ["SERIESNUMBER"] = SeriesPart,
        ["SERIESINDEX"] = SeriesPart,
        ["SERIESSEQUENCE"] = SeriesPart,
        ["SERIESPOSITION"] = SeriesPart,
        ["SERIESPARTNUMBER"] = SeriesPart,
        ["MVNM"] = Movement,
        ["MVIN"] = MovementNumber,
        ["CONTENTGROUP"] = Grouping,
        ["AUDIBLEASIN"] = Asin,
        ["CDEK"] = Asin,
        ["ITUNESCOMPILATION"] = Compilation,
        ["MEDIAJUKEBOXDATE"] = Year,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name as the common vocabulary has it; empty when nothing is left of it.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        Span<char> plain = stackalloc char[64];
        int length = 0;
        foreach (char c in name)
        {
            if (c is ' ' or '-' or '_' || char.IsControl(c))
            {
                continue;
            }

            if (length == plain.Length)
            {
                break;
            }

            plain[length++] = char.ToUpperInvariant(c);
        }

        string found = plain[..length].ToString();
        return _aliases.GetValueOrDefault(found, found);
    }
}
