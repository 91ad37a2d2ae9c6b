using System.Globalization;
using Colophon.Formats.Books;
using Colophon.Formats.Media;
using Colophon.Formats.Media.Codecs;
using Colophon.Formats.Text;

namespace Colophon.Formats.Video.Ffprobe;

/// <summary>One stream of a report.</summary>
internal static class FfprobeStream
{
    private const int TitleLimit = 1_000;
    private const int NameLimit = 100;
    private const int Pq = 16;
    private const int HybridLogGamma = 18;
    private const int DeepestSample = 16;

    /// <summary>Null for what is no stream: covers, fonts, data.</summary>
    public static MediaStream? Read(FfprobeValue json)
    {
        FfprobeValue disposition = json["disposition"];
        StreamType? type = json["codec_type"].Text switch
        {
            "video" => StreamType.Video,
            "audio" => StreamType.Audio,
            "subtitle" => StreamType.Subtitle,
            _ => null,
        };
        if (type is not { } known || disposition["attached_pic"].IsSet || disposition["timed_thumbnails"].IsSet)
        {
            return null;
        }

        var stream = new MediaStream(json["index"].Int ?? 0, known)
        {
            Codec = Name(json["codec_name"]),
            Profile = Name(json["profile"]),
            BitRate = json["bit_rate"].Number is > 0 and < 1e12 and var rate ? (long)rate : null,
            Language = LanguageTag.Normalise(json["tags"]["language"].Text),
            Title = CleanText.LineOrNull(json["tags"]["title"].Text, TitleLimit),
        };
        stream = stream.With(Roles(disposition));
        return known switch
        {
            StreamType.Video => Picture(json, stream),
            StreamType.Audio => Sound(json, stream),
            _ => stream,
        };
    }

    private static string? Name(FfprobeValue json) =>
        CleanText.LineOrNull(json.Text, NameLimit) is { } name && name is not ("unknown" or "none") ? name : null;

    private static StreamRoles Roles(FfprobeValue disposition) =>
        Role(disposition, "default", StreamRoles.Default)
        | Role(disposition, "forced", StreamRoles.Forced)
        | Role(disposition, "hearing_impaired", StreamRoles.HearingImpaired)
        | Role(disposition, "captions", StreamRoles.HearingImpaired)
        | Role(disposition, "visual_impaired", StreamRoles.VisualImpaired)
        | Role(disposition, "comment", StreamRoles.Commentary)
        | Role(disposition, "original", StreamRoles.Original);

    private static StreamRoles Role(FfprobeValue disposition, string name, StreamRoles role) =>
        disposition[name].IsSet ? role : StreamRoles.None;

    private static MediaStream Picture(FfprobeValue json, MediaStream stream)
    {
        var facts = new VideoFacts
        {
            BitDepth = json["bits_per_raw_sample"].Int is > 0 and var bits ? bits : DepthOf(json["pix_fmt"].Text),
            Transfer = json["color_transfer"].Text switch
            {
                "smpte2084" => Pq,
                "arib-std-b67" => HybridLogGamma,
                _ => null,
            },
        };
        foreach (FfprobeValue side in json["side_data_list"].Items)
        {
            string kind = side["side_data_type"].Text ?? "";
            facts.HasDynamicMetadata |= kind.Contains("2094-40", StringComparison.Ordinal);
            if (kind.StartsWith("DOVI", StringComparison.Ordinal) && side["dv_profile"].Int is { } profile)
            {
                facts.DolbyVision = new DolbyVision(profile, side["dv_bl_signal_compatibility_id"].Int ?? 0);
            }
        }

        (int? width, int? height) = (json["width"].Int, json["height"].Int);
        stream = stream with
        {
            Width = width,
            Height = height,
            FrameRate = Rates.Rounded(Ratio(json["avg_frame_rate"], '/') ?? Ratio(json["r_frame_rate"], '/')),
        };
        double shown = Math.Round((width ?? 0) * (Ratio(json["sample_aspect_ratio"], ':') ?? 1));
        return facts.AddTo(stream).Shown(shown < int.MaxValue ? (int)shown : null, height);
    }

    private static MediaStream Sound(FfprobeValue json, MediaStream stream)
    {
        int? depth = json["bits_per_raw_sample"].Int is > 0 and var raw ? raw : json["bits_per_sample"].Int;
        int? channels = json["channels"].Int is > 0 and var count ? count : null;
        return stream with
        {
            Channels = channels,
            Layout = Name(json["channel_layout"]) ?? ChannelLayouts.Of(stream.Codec, channels),
            SampleRate = json["sample_rate"].Int is > 0 and var rate ? rate : null,
            BitDepth = depth is > 0 ? depth : null,
        };
    }

    /// <summary>Bits of a sample by the name of the pixels' format: <c>yuv420p10le</c>, <c>p010le</c>, <c>yuv420p</c>.</summary>
    private static int? DepthOf(string? format)
    {
        if (format is null)
        {
            return null;
        }

        if (!format.EndsWith("le", StringComparison.Ordinal) && !format.EndsWith("be", StringComparison.Ordinal))
        {
            return 8;
        }

        string digits = new([.. format[..^2].Reverse().TakeWhile(char.IsAsciiDigit).Reverse()]);
        // rgb48 counts those of a whole pixel
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int bits)
            ? Math.Clamp(bits, 8, DeepestSample)
            : null;
    }

    private static double? Ratio(FfprobeValue json, char between) =>
        json.Text?.Split(between) is [var above, var below]
        && double.TryParse(above, NumberStyles.Float, CultureInfo.InvariantCulture, out double numerator)
        && double.TryParse(below, NumberStyles.Float, CultureInfo.InvariantCulture, out double denominator)
        && numerator > 0
        && denominator > 0
            ? numerator / denominator
            : null;
}
