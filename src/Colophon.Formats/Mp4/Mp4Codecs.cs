using System.Collections.Frozen;
using System.Text;

namespace Colophon.Formats.Mp4;

/// <summary>Codecs by the four characters of their sample entries (https://mp4ra.org), under ffprobe's names.</summary>
internal static class Mp4Codecs
{
    private const uint IsFloat = 1;
    private const uint IsBigEndian = 2;

    private static readonly FrozenDictionary<string, string> _video = Table(
        ("h264", "avc1 avc2 avc3 avc4 dva1 dvav x264 H264"),
        ("hevc", "hvc1 hev1 hvc2 hev2 dvh1 dvhe"),
        ("vvc", "vvc1 vvi1"),
        ("av1", "av01 dav1"),
        ("vp8", "vp08"),
        ("vp9", "vp09"),
        ("mpeg4", "mp4v DIVX XVID 3IV1 3IV2"),
        ("h263", "s263 h263 H263"),
        ("mpeg2video", "mp2v m2v1 mpg2 hdv1 hdv2 hdv3 xd5b xdvb"),
        ("mpeg1video", "m1v1 m1v  mpeg"),
        ("prores", "apch apcn apcs apco ap4h ap4x"),
        ("mjpeg", "jpeg mjpa mjpb"),
        ("png", "png "),
        ("dvvideo", "dvc  dvcp dvpp dv5n dv5p dvhq dvhp dvh5 dvh6"),
        ("dnxhd", "AVdn AVdh"),
        ("cfhd", "CFHD"),
        ("vc1", "vc-1"),
        ("svq1", "SVQ1 svq1"),
        ("svq3", "SVQ3"),
        ("cinepak", "cvid"),
        ("qtrle", "rle "),
        ("ffv1", "FFV1"),
        ("rawvideo", "raw  2vuy yuv2 v308 v408")
    );

    private static readonly FrozenDictionary<string, string> _audio = Table(
        ("aac", "mp4a"),
        ("alac", "alac"),
        ("ac3", "ac-3 sac3"),
        ("eac3", "ec-3"),
        ("ac4", "ac-4"),
        ("dts", "dtsc dtsh dtsl dtse dtsx dts+ dts-"),
        ("truehd", "mlpa"),
        ("flac", "fLaC"),
        ("opus", "Opus"),
        ("mp3", ".mp3 mp3  ms\0U"),
        ("mpegh_3d_audio", "mha1 mha2 mhm1 mhm2"),
        ("amr_nb", "samr"),
        ("amr_wb", "sawb"),
        ("evrc", "sevc"),
        ("qcelp", "sqcp Qclp"),
        ("speex", "spex"),
        ("qdm2", "QDM2"),
        ("gsm", "agsm"),
        ("adpcm_ima_qt", "ima4"),
        ("pcm_mulaw", "ulaw"),
        ("pcm_alaw", "alaw"),
        ("pcm_s24be", "in24"),
        ("pcm_s32be", "in32"),
        ("pcm_f32be", "fl32"),
        ("pcm_f64be", "fl64"),
        ("iamf", "iamf")
    );

    public static string? Video(string type) => type is "encv" or "drmi" ? null : Name(_video, type);

    /// <param name="bits">Of a sample, as the entry says.</param>
    /// <param name="flags">Of linear PCM.</param>
    public static string? Audio(string type, int bits, uint flags) =>
        type switch
        {
            "drms" or "aavd" or "enca" or "drmi" => null,
            "raw " => "pcm_u8",
            "sowt" => bits == 8 ? "pcm_s8" : "pcm_s16le",
            "twos" => bits == 8 ? "pcm_s8" : "pcm_s16be",
            "lpcm" or "ipcm" or "fpcm" => LinearPcm(
                (flags & IsFloat) != 0 ? "fpcm" : type,
                bits,
                (flags & IsBigEndian) != 0 || type != "lpcm"
            ),
            _ => Name(_audio, type),
        };

    /// <summary>By object type (https://mp4ra.org/registered-types/object-types).</summary>
    public static string? OfObject(byte type) =>
        type switch
        {
            0x20 => "mpeg4",
            0x21 => "h264",
            0x23 => "hevc",
            0x40 or (>= 0x66 and <= 0x68) => "aac",
            >= 0x60 and <= 0x65 => "mpeg2video",
            0x69 or 0x6B => "mp3",
            0x6A => "mpeg1video",
            0x6C => "mjpeg",
            0x6D => "png",
            0xA5 => "ac3",
            0xA6 => "eac3",
            0xA9 => "dts",
            0xAD => "opus",
            0xB1 => "vp9",
            0xDD => "vorbis",
            _ => null,
        };

    public static string? ProfileOfProRes(string type) =>
        type switch
        {
            "apch" => "HQ",
            "apcn" => "Standard",
            "apcs" => "LT",
            "apco" => "Proxy",
            "ap4h" => "4444",
            "ap4x" => "XQ",
            _ => null,
        };

    /// <param name="type"><c>fpcm</c> holds floating numbers.</param>
    public static string LinearPcm(string type, int bits, bool isBigEndian)
    {
        int width = bits is 8 or 16 or 24 or 32 or 64 ? bits : 16;
        string kind = type == "fpcm" ? "f" : "s";
        return width == 8 ? "pcm_s8" : $"pcm_{kind}{width}{(isBigEndian ? "be" : "le")}";
    }

    private static string? Name(FrozenDictionary<string, string> table, string type) =>
        table.TryGetValue(type, out string? name) ? name
        : Encoding.ASCII.GetString(Encoding.Latin1.GetBytes(type)).Trim('\0', ' ', '?').ToLowerInvariant()
            is { Length: > 0 } own
            ? own
        : null;

    /// <summary>Types of four characters, with a space between them.</summary>
    private static FrozenDictionary<string, string> Table(params ReadOnlySpan<(string Name, string Types)> rows)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string types) in rows)
        {
            for (int at = 0; at < types.Length; at += 5)
            {
                table[types.Substring(at, Math.Min(4, types.Length - at)).PadRight(4)] = name;
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
