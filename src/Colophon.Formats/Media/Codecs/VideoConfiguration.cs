namespace Colophon.Formats.Media.Codecs;

/// <summary>Looks into the configuration that a container keeps for a codec: profile, depth, size, colour.</summary>
internal static class VideoConfiguration
{
    /// <summary>Enough for the parameter sets of any honest file.</summary>
    public const int Limit = 16 * 1024;

    /// <summary>Reads the record of a codec, as <c>avcC</c>, <c>hvcC</c> and <c>av1C</c> have it and Matroska's CodecPrivate too.</summary>
    public static void Read(string? codec, ReadOnlySpan<byte> record, VideoFacts facts)
    {
        switch (codec)
        {
            case "h264":
                AvcConfiguration.Read(record, facts);
                break;
            case "hevc":
                HevcConfiguration.Read(record, facts);
                break;
            case "av1":
                ReadAv1(record, facts);
                break;
            case "mpeg4":
                facts.Profile = ProfileOfMpeg4(record);
                break;
        }
    }

    /// <summary>What of a codec is always so.</summary>
    public static int? DepthOf(string? codec) =>
        codec is "mpeg4" or "mpeg2video" or "mpeg1video" or "vp8" or "mjpeg" or "h263" or "msmpeg4v3" or "theora" ? 8
        : codec is "prores" ? 10
        : null;

    /// <summary>By number, as ffprobe writes it.</summary>
    public static string? ProfileOfVp9(int profile) => profile is >= 0 and <= 3 ? $"Profile {profile}" : null;

    /// <summary>https://aomediacodec.github.io/av1-isobmff/#av1codecconfigurationbox-section</summary>
    private static void ReadAv1(ReadOnlySpan<byte> record, VideoFacts facts)
    {
        if (record.Length < 4 || record[0] != 0x81)
        {
            return;
        }

        facts.Profile = (record[1] >> 5) switch
        {
            0 => "Main",
            1 => "High",
            2 => "Professional",
            _ => null,
        };
        (bool isHigh, bool isTwelve) = ((record[2] & 0x40) != 0, (record[2] & 0x20) != 0);
        facts.BitDepth =
            !isHigh ? 8
            : isTwelve ? 12
            : 10;
    }

    /// <summary>profile_and_level_indication (ISO/IEC 14496-2, table G.1), behind the start code of the sequence.</summary>
    private static string? ProfileOfMpeg4(ReadOnlySpan<byte> record)
    {
        int at = record.IndexOf((ReadOnlySpan<byte>)[0, 0, 1, 0xB0]);
        return at < 0 || at + 4 >= record.Length
            ? null
            : (record[at + 4] >> 4) switch
            {
                0 => "Simple Profile",
                0xF => "Advanced Simple Profile",
                _ => null,
            };
    }
}
