namespace Colophon.Formats.Media;

/// <summary>What a stream carries.</summary>
public enum StreamType
{
    /// <summary>Moving pictures; never a cover.</summary>
    Video,

    /// <summary>Sound.</summary>
    Audio,

    /// <summary>Text or pictures over the video.</summary>
    Subtitle,
}

/// <summary>Kinds of high dynamic range. Several at once are usual: Dolby Vision mostly has a base that others can play.</summary>
[Flags]
public enum HdrKinds
{
    /// <summary>Standard dynamic range, or nothing is said.</summary>
    None = 0,

    /// <summary>The PQ curve (SMPTE ST 2084) with metadata for the whole film at most.</summary>
    Hdr10 = 1,

    /// <summary>HDR10 with metadata for each scene (SMPTE ST 2094-40).</summary>
    Hdr10Plus = 2,

    /// <summary>Dolby Vision; what the base is stands beside it.</summary>
    DolbyVision = 4,

    /// <summary>Hybrid log-gamma (ARIB STD-B67).</summary>
    Hlg = 8,
}

/// <summary>One stream of a media file, of whatever container. Null is what the file does not say.</summary>
/// <param name="Index">Its number in the file as ffmpeg counts, from 0; numbers of what is no stream are left out.</param>
public sealed record MediaStream(int Index, StreamType Type)
{
    /// <summary>By ffprobe's name: <c>h264</c>, <c>hevc</c>, <c>eac3</c>, <c>subrip</c>, ...; null when it is not known.</summary>
    public string? Codec { get; init; }

    /// <summary>By ffprobe's name: <c>High</c>, <c>Main 10</c>, <c>LC</c>, ...</summary>
    public string? Profile { get; init; }

    /// <summary>Of the coded picture, in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Of the coded picture, in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>As shown, in pixels; only where it is not the coded width.</summary>
    public int? DisplayWidth { get; init; }

    /// <summary>As shown, in pixels; only where width or height is not the coded one.</summary>
    public int? DisplayHeight { get; init; }

    /// <summary>Mean, in pictures a second, to three decimals.</summary>
    public double? FrameRate { get; init; }

    /// <summary>Bits of a sample, of pictures or of lossless sound.</summary>
    public int? BitDepth { get; init; }

    /// <summary>All kinds that the file declares.</summary>
    public HdrKinds Hdr { get; init; }

    /// <summary>Profile and, behind a point, compatibility of the base: <c>5</c>, <c>7.6</c>, <c>8.1</c>.</summary>
    public string? DolbyVision { get; init; }

    /// <summary>How many.</summary>
    public int? Channels { get; init; }

    /// <summary>By ffprobe's name: <c>stereo</c>, <c>5.1(side)</c>, ...</summary>
    public string? Layout { get; init; }

    /// <summary>In hertz.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Mean, in bits a second.</summary>
    public long? BitRate { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>What people named it.</summary>
    public string? Title { get; init; }

    /// <summary>To be played when nobody chose.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Subtitles for what is not in the viewer's language only.</summary>
    public bool IsForced { get; init; }

    /// <summary>For people who do not hear.</summary>
    public bool IsHearingImpaired { get; init; }

    /// <summary>For people who do not see: audio description.</summary>
    public bool IsVisualImpaired { get; init; }

    /// <summary>People talking about the film.</summary>
    public bool IsCommentary { get; init; }

    /// <summary>In the language the film was made in.</summary>
    public bool IsOriginal { get; init; }
}
