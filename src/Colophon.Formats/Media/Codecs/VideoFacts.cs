using System.Globalization;

namespace Colophon.Formats.Media.Codecs;

/// <summary>
/// What container and codec configuration say about pictures, gathered from both. Numbers of colour are those of ITU-T H.273,
/// which all of them share.
/// </summary>
internal sealed class VideoFacts
{
    private const int Unspecified = 2;
    private const int Pq = 16;
    private const int HybridLogGamma = 18;

    public string? Profile { get; set; }

    public int? BitDepth { get; set; }

    /// <summary>Of the coded picture, where the configuration says it.</summary>
    public (int Width, int Height)? Size { get; set; }

    /// <summary>Pictures a second, where the configuration says it.</summary>
    public double? FrameRate { get; set; }

    /// <summary>Said by the container, which counts more: it can be mended without coding anew.</summary>
    public int? Transfer { get; set; }

    /// <summary>Said by the codec.</summary>
    public int? CodedTransfer { get; set; }

    public DolbyVision? DolbyVision { get; set; }

    /// <summary>Metadata of ST 2094-40 are declared.</summary>
    public bool HasDynamicMetadata { get; set; }

    public MediaStream AddTo(MediaStream stream) =>
        stream with
        {
            Profile = stream.Profile ?? Profile,
            BitDepth = stream.BitDepth ?? BitDepth,
            Width = stream.Width is > 0 ? stream.Width : Size?.Width,
            Height = stream.Height is > 0 ? stream.Height : Size?.Height,
            FrameRate = stream.FrameRate ?? Rates.Rounded(FrameRate),
            Hdr = Hdr(),
            DolbyVision = DolbyVision?.ToString(),
        };

    private HdrKinds Hdr()
    {
        int? transfer = Transfer is null or 0 or Unspecified ? CodedTransfer : Transfer;
        HdrKinds kinds = transfer switch
        {
            // without a base that others understand, the curve is Dolby's own
            Pq => DolbyVision is { Compatibility: 0 } ? HdrKinds.None : HdrKinds.Hdr10,
            HybridLogGamma => HdrKinds.Hlg,
            _ => HdrKinds.None,
        };
        kinds |= HasDynamicMetadata ? HdrKinds.Hdr10Plus | HdrKinds.Hdr10 : HdrKinds.None;
        return DolbyVision is { } dolby ? kinds | HdrKinds.DolbyVision | dolby.Base : kinds;
    }
}

/// <summary>The Dolby Vision configuration record (Dolby Vision Streams Within the ISO Base Media File Format, 3.2).</summary>
/// <param name="Compatibility">What the base is: 0 nothing else, 1 HDR10, 2 SDR, 4 HLG, 6 HDR10 of a Blu-ray.</param>
internal readonly record struct DolbyVision(int Profile, int Compatibility)
{
    public HdrKinds Base =>
        Compatibility switch
        {
            1 or 6 => HdrKinds.Hdr10,
            4 => HdrKinds.Hlg,
            _ => HdrKinds.None,
        };

    public static DolbyVision? Parse(ReadOnlySpan<byte> record)
    {
        if (record.Length < 5)
        {
            return null;
        }

        // version in two bytes, profile 7 bits, level 6, three flags, compatibility 4
        int profile = record[2] >> 1;
        return profile is >= 1 and <= 20 ? new DolbyVision(profile, record[4] >> 4) : null;
    }

    public override string ToString() =>
        Compatibility == 0
            ? Profile.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Profile}.{Compatibility}");
}
