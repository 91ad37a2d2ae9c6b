using System.Collections.Frozen;
using Colophon.Formats.Tags;

namespace Colophon.Formats.Audio.Tags;

/// <summary>What frames of ID3v2.3 and 2.4 are called in the common vocabulary, and frames of 2.2 in later versions.</summary>
internal static class Id3Names
{
    private static readonly FrozenDictionary<string, string> _names = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["TIT1"] = TagNames.Grouping,
        ["TIT2"] = TagNames.Title,
        ["TIT3"] = TagNames.Subtitle,
        ["TALB"] = TagNames.Album,
        ["TPE1"] = TagNames.Artist,
        ["TPE2"] = TagNames.AlbumArtist,
        ["TPE3"] = "CONDUCTOR",
        ["TPE4"] = "REMIXER",
        ["TCOM"] = TagNames.Composer,
        ["TEXT"] = "LYRICIST",
        ["TPUB"] = TagNames.Publisher,
        ["TLAN"] = TagNames.Language,
        ["TCOP"] = TagNames.Copyright,
        ["TRCK"] = TagNames.Track,
        ["TPOS"] = TagNames.Disc,
        ["TCON"] = TagNames.Genre,
        ["TDRC"] = TagNames.Date,
        ["TYER"] = TagNames.Date,
        ["TDRL"] = TagNames.ReleaseDate,
        ["TDOR"] = TagNames.OriginalDate,
        ["TORY"] = TagNames.OriginalDate,
        ["TCMP"] = TagNames.Compilation,
        ["TSOT"] = TagNames.TitleSort,
        ["TSOA"] = TagNames.AlbumSort,
        ["TSOP"] = TagNames.ArtistSort,
        ["TSO2"] = TagNames.AlbumArtistSort,
        ["TDES"] = TagNames.Description,
        ["TSST"] = "DISCSUBTITLE",
        ["TSRC"] = "ISRC",
        ["TBPM"] = "BPM",
        ["TMED"] = "MEDIA",
        ["TENC"] = "ENCODEDBY",
        ["TSSE"] = "ENCODER",
        ["GRP1"] = TagNames.Grouping,
        ["MVNM"] = TagNames.Movement,
        ["MVIN"] = TagNames.MovementNumber,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> _later = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["TT1"] = "TIT1",
        ["TT2"] = "TIT2",
        ["TT3"] = "TIT3",
        ["TAL"] = "TALB",
        ["TP1"] = "TPE1",
        ["TP2"] = "TPE2",
        ["TP3"] = "TPE3",
        ["TP4"] = "TPE4",
        ["TCM"] = "TCOM",
        ["TXT"] = "TEXT",
        ["TPB"] = "TPUB",
        ["TLA"] = "TLAN",
        ["TCR"] = "TCOP",
        ["TRK"] = "TRCK",
        ["TPA"] = "TPOS",
        ["TCO"] = "TCON",
        ["TYE"] = "TYER",
        ["TOR"] = "TORY",
        ["TCP"] = "TCMP",
        ["TST"] = "TSOT",
        ["TSA"] = "TSOA",
        ["TSP"] = "TSOP",
        ["TS2"] = "TSO2",
        ["TRC"] = "TSRC",
        ["TBP"] = "TBPM",
        ["TMT"] = "TMED",
        ["TEN"] = "TENC",
        ["TSS"] = "TSSE",
        ["TXX"] = "TXXX",
        ["COM"] = "COMM",
        ["PIC"] = "APIC",
        ["UFI"] = "UFID",
        ["GP1"] = "GRP1",
        ["MVN"] = "MVNM",
        ["MVI"] = "MVIN",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of a text frame; null for those that say nothing of use.</summary>
    public static string? Of(string id) => _names.GetValueOrDefault(id);

    /// <summary>The frame's name in 2.3 and 2.4.</summary>
    public static string Later(string id) => id.Length == 3 ? _later.GetValueOrDefault(id, id) : id;
}
