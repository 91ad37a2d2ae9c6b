namespace Colophon.Formats.Naming.Releases;

/// <summary>What the words of a release say about the file. Nulls and empty lists are what they do not say.</summary>
public sealed record ReleaseFacts
{
    /// <summary>Of a name without such words.</summary>
    public static ReleaseFacts None { get; } = new();

    /// <summary><c>2160p</c>, <c>1080i</c>, or the size in pixels where the name has it: <c>720x432</c>.</summary>
    public string? Resolution { get; init; }

    /// <summary>
    /// <c>bluray</c>, <c>hddvd</c>, <c>web-dl</c>, <c>webrip</c>, <c>hdrip</c>, <c>hdtv</c>, <c>tv</c>, <c>dvd</c>, <c>vhs</c>,
    /// <c>laserdisc</c>, <c>screener</c>, <c>telecine</c>, <c>telesync</c>, <c>cam</c>, <c>workprint</c>.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>The streams of the disc as they were.</summary>
    public bool IsRemux { get; init; }

    /// <summary>As ffprobe calls it: <c>h264</c>, <c>hevc</c>, <c>av1</c>.</summary>
    public string? VideoCodec { get; init; }

    /// <summary>8, 10 or 12.</summary>
    public int? BitDepth { get; init; }

    /// <summary><c>hdr</c>, <c>hdr10</c>, <c>hdr10+</c>, <c>dolby-vision</c>, <c>hlg</c>, <c>sdr</c>.</summary>
    public IReadOnlyList<string> Hdr { get; init; } = [];

    /// <summary>As ffprobe calls it where it can: <c>ac3</c>, <c>eac3</c>, <c>dts-hd-ma</c>, <c>truehd</c>, <c>atmos</c>.</summary>
    public IReadOnlyList<string> AudioCodecs { get; init; } = [];

    /// <summary><c>5.1</c>.</summary>
    public string? AudioChannels { get; init; }

    /// <summary>How the two pictures lie: <c>hsbs</c>, <c>sbs</c>, <c>fsbs</c>, <c>htab</c>, <c>tab</c>, <c>ftab</c>, <c>mvc</c>, <c>sbs3d</c>.</summary>
    public string? ThreeD { get; init; }

    /// <summary>As the name writes it: <c>Extended Cut</c>.</summary>
    public string? Edition { get; init; }

    /// <summary>BCP 47, of the sound, in the order of the name.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Who streamed it: <c>Netflix</c>.</summary>
    public string? Service { get; init; }

    /// <summary>Proper, repack, rerip or a second version: takes the place of one that was bad.</summary>
    public bool IsRepaired { get; init; }

    /// <summary>Who made it.</summary>
    public string? Group { get; init; }

    /// <summary>CRC-32 as fansub groups write it: eight hexadecimal digits, upper case.</summary>
    public string? Hash { get; init; }
}
