using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Colophon.Formats.Media.Codecs;

namespace Colophon.Formats.Video.Matroska;

/// <summary>Codecs by Matroska's ids (https://www.matroska.org/technical/codec_specs.html), under ffprobe's names.</summary>
internal static class MatroskaCodecs
{
    private const int BitmapHeader = 40;

    private static readonly FrozenDictionary<string, string> _names = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["V_MPEG4/ISO/AVC"] = "h264",
        ["V_MPEGH/ISO/HEVC"] = "hevc",
        ["V_MPEGI/ISO/VVC"] = "vvc",
        ["V_AV1"] = "av1",
        ["V_VP8"] = "vp8",
        ["V_VP9"] = "vp9",
        ["V_MPEG1"] = "mpeg1video",
        ["V_MPEG2"] = "mpeg2video",
        ["V_MPEG4/ISO/SP"] = "mpeg4",
        ["V_MPEG4/ISO/ASP"] = "mpeg4",
        ["V_MPEG4/ISO/AP"] = "mpeg4",
        ["V_MPEG4/MS/V3"] = "msmpeg4v3",
        ["V_THEORA"] = "theora",
        ["V_PRORES"] = "prores",
        ["V_FFV1"] = "ffv1",
        ["V_MJPEG"] = "mjpeg",
        ["V_DIRAC"] = "dirac",
        ["V_SNOW"] = "snow",
        ["V_UNCOMPRESSED"] = "rawvideo",
        ["V_REAL/RV10"] = "rv10",
        ["V_REAL/RV20"] = "rv20",
        ["V_REAL/RV30"] = "rv30",
        ["V_REAL/RV40"] = "rv40",
        ["V_AVS2"] = "avs2",
        ["V_AVS3"] = "avs3",
        ["A_AC3"] = "ac3",
        ["A_EAC3"] = "eac3",
        ["A_DTS"] = "dts",
        ["A_TRUEHD"] = "truehd",
        ["A_MLP"] = "mlp",
        ["A_AAC"] = "aac",
        ["A_FLAC"] = "flac",
        ["A_OPUS"] = "opus",
        ["A_VORBIS"] = "vorbis",
        ["A_ALAC"] = "alac",
        ["A_MPEG/L1"] = "mp1",
        ["A_MPEG/L2"] = "mp2",
        ["A_MPEG/L3"] = "mp3",
        ["A_WAVPACK4"] = "wavpack",
        ["A_TTA1"] = "tta",
        ["A_REAL/14_4"] = "ra_144",
        ["A_REAL/28_8"] = "ra_288",
        ["A_REAL/COOK"] = "cook",
        ["A_REAL/SIPR"] = "sipr",
        ["A_REAL/ATRC"] = "atrac3",
        ["A_QUICKTIME/QDM2"] = "qdm2",
        ["A_ATRAC/AT1"] = "atrac1",
        ["S_TEXT/UTF8"] = "subrip",
        ["S_TEXT/ASCII"] = "text",
        ["S_TEXT/ASS"] = "ass",
        ["S_TEXT/SSA"] = "ass",
        ["S_ASS"] = "ass",
        ["S_SSA"] = "ass",
        ["S_TEXT/WEBVTT"] = "webvtt",
        ["S_HDMV/PGS"] = "hdmv_pgs_subtitle",
        ["S_HDMV/TEXTST"] = "hdmv_text_subtitle",
        ["S_VOBSUB"] = "dvd_subtitle",
        ["S_DVBSUB"] = "dvb_subtitle",
        ["S_ARIBSUB"] = "arib_caption",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // WAVEFORMATEX (https://www.iana.org/assignments/wave-avi-codec-registry)
    private static readonly FrozenDictionary<int, string> _waves = new Dictionary<int, string>
    {
        [0x0002] = "adpcm_ms",
        [0x0006] = "pcm_alaw",
        [0x0007] = "pcm_mulaw",
        [0x0011] = "adpcm_ima_wav",
        [0x0050] = "mp2",
        [0x0055] = "mp3",
        [0x00FF] = "aac",
        [0x0160] = "wmav1",
        [0x0161] = "wmav2",
        [0x0162] = "wmapro",
        [0x0163] = "wmalossless",
        [0x2000] = "ac3",
        [0x2001] = "dts",
        [0xF1AC] = "flac",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> _bitmaps = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["XVID"] = "mpeg4",
        ["DIVX"] = "mpeg4",
        ["DX50"] = "mpeg4",
        ["FMP4"] = "mpeg4",
        ["MP4V"] = "mpeg4",
        ["DIV3"] = "msmpeg4v3",
        ["MP43"] = "msmpeg4v3",
        ["MP42"] = "msmpeg4v2",
        ["H264"] = "h264",
        ["X264"] = "h264",
        ["AVC1"] = "h264",
        ["HEVC"] = "hevc",
        ["WVC1"] = "vc1",
        ["WMV1"] = "wmv1",
        ["WMV2"] = "wmv2",
        ["WMV3"] = "wmv3",
        ["MJPG"] = "mjpeg",
        ["MPG2"] = "mpeg2video",
        ["VP80"] = "vp8",
        ["VP90"] = "vp9",
        ["AV01"] = "av1",
        ["FFV1"] = "ffv1",
        ["HFYU"] = "huffyuv",
        ["DVSD"] = "dvvideo",
        ["VP60"] = "vp6",
        ["VP62"] = "vp6",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null for what is not known.</summary>
    /// <param name="bitDepth">Of a sample; part of the name of linear PCM.</param>
    public static string? Name(string id, ReadOnlySpan<byte> data, int? bitDepth)
    {
        if (_names.TryGetValue(id, out string? name))
        {
            return name;
        }

        return id switch
        {
            "V_MS/VFW/FOURCC" when data.Length >= BitmapHeader => _bitmaps.GetValueOrDefault(
                Encoding.ASCII.GetString(data.Slice(16, 4)).ToUpperInvariant()
            ),
            "A_MS/ACM" when data.Length >= 16 => OfWave(data),
            "A_PCM/INT/LIT" => Pcm("s", bitDepth, "le"),
            "A_PCM/INT/BIG" => Pcm("s", bitDepth, "be"),
            "A_PCM/FLOAT/IEEE" => Pcm("f", bitDepth, "le"),
            _ => OfFamily(id),
        };
    }

    /// <summary>Looks into the private data of a video codec.</summary>
    public static void ReadPrivate(string? codec, string id, ReadOnlySpan<byte> data, VideoFacts facts)
    {
        bool isBitmap = id == "V_MS/VFW/FOURCC";
        if (codec == "vp9")
        {
            ReadVp9(data, facts);
        }
        else if (!isBitmap || codec == "mpeg4")
        {
            VideoConfiguration.Read(codec, isBitmap ? data[Math.Min(BitmapHeader, data.Length)..] : data, facts);
        }

        facts.BitDepth ??= VideoConfiguration.DepthOf(codec);
    }

    public static AudioFacts SoundOf(string? codec, string id, ReadOnlySpan<byte> data) =>
        codec switch
        {
            "aac" when data.Length >= 2 && id != "A_MS/ACM" => AudioConfiguration.Aac(data),
            "aac" when id.EndsWith("/SBR", StringComparison.Ordinal) => new AudioFacts(Profile: "HE-AAC"),
            "aac" when id.EndsWith("/LC", StringComparison.Ordinal) => new AudioFacts(Profile: "LC"),
            "flac" when data.Length > 8 && data.StartsWith("fLaC"u8) => AudioConfiguration.Flac(data[8..]),
            "alac" => AudioConfiguration.Alac(data),
            "opus" when data.Length > 9 && data.StartsWith("OpusHead"u8) => new AudioFacts(data[9], 48_000),
            "opus" => new AudioFacts(SampleRate: 48_000),
            _ => new AudioFacts(),
        };

    private static string? OfFamily(string id) =>
        id.StartsWith("A_AAC/", StringComparison.Ordinal) ? "aac"
        : id.StartsWith("A_AC3/", StringComparison.Ordinal) ? "ac3"
        : id.StartsWith("A_DTS/", StringComparison.Ordinal) ? "dts"
        : id.StartsWith("D_WEBVTT/", StringComparison.Ordinal) ? "webvtt"
        : null;

    private static string? OfWave(ReadOnlySpan<byte> data)
    {
        int format = BinaryPrimitives.ReadUInt16LittleEndian(data);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(data[14..]);
        return format switch
        {
            1 => Pcm("s", bits, "le"),
            3 => Pcm("f", bits, "le"),
            _ => _waves.GetValueOrDefault(format),
        };
    }

    private static string? Pcm(string kind, int? bits, string end) =>
        (kind, bits) switch
        {
            ("s", 8) => "pcm_u8",
            ("s", 16 or 24 or 32) or ("f", 32 or 64) => string.Create(
                CultureInfo.InvariantCulture,
                $"pcm_{kind}{bits}{end}"
            ),
            _ => null,
        };

    /// <summary>Features, each with its id, length and value (https://www.webmproject.org/docs/container/#vp9-codec-feature-metadata-codecprivate).</summary>
    private static void ReadVp9(ReadOnlySpan<byte> data, VideoFacts facts)
    {
        for (int at = 0; at + 3 <= data.Length; at += 2 + data[at + 1])
        {
            if (data[at] == 1)
            {
                facts.Profile = VideoConfiguration.ProfileOfVp9(data[at + 2]);
            }
            else if (data[at] == 3 && data[at + 2] is 8 or 10 or 12)
            {
                facts.BitDepth = data[at + 2];
            }
        }
    }
}
