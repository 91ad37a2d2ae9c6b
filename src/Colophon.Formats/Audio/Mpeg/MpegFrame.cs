namespace Colophon.Formats.Audio.Mpeg;

/// <summary>The header of an MPEG audio frame (ISO/IEC 11172-3, 2.4.1.3; ISO/IEC 13818-3; MPEG 2.5 by Fraunhofer).</summary>
/// <param name="Version">1, 2, or 25 for MPEG 2.5.</param>
/// <param name="BitRate">In bits a second.</param>
/// <param name="Length">Of the whole frame, in bytes.</param>
internal readonly record struct MpegFrame(
    int Version,
    int Layer,
    int BitRate,
    int SampleRate,
    int Channels,
    int Length,
    int Samples
)
{
    public const int HeaderLength = 4;

    private static readonly int[] _rates1 = [44100, 48000, 32000];

    private static readonly int[][] _kiloBits =
    [
        [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448], // MPEG 1, layer I
        [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384], // layer II
        [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320], // layer III
        [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256], // MPEG 2, layer I
        [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160], // layers II and III
    ];

    /// <summary>Bytes of side information behind the header of a layer III frame, where tables of length begin.</summary>
    public int SideLength =>
        (Version == 1, Channels) switch
        {
            (true, 1) => 17,
            (true, _) => 32,
            (false, 1) => 9,
            (false, _) => 17,
        };

    /// <summary>Whether the other frame can belong to the same stream.</summary>
    public bool Fits(MpegFrame other) =>
        Version == other.Version && Layer == other.Layer && SampleRate == other.SampleRate;

    /// <summary>Null for what is no header. Frames of free bit rate are not read.</summary>
    public static MpegFrame? Parse(ReadOnlySpan<byte> header)
    {
        if (header.Length < HeaderLength || header[0] != 0xFF || (header[1] & 0xE0) != 0xE0)
        {
            return null;
        }

        int version = ((header[1] >> 3) & 3) switch
        {
            0 => 25,
            2 => 2,
            3 => 1,
            _ => 0,
        };
        int layer = 4 - ((header[1] >> 1) & 3);
        int rate = (header[2] >> 2) & 3;
        int bits = header[2] >> 4;
        if (version == 0 || layer == 4 || rate == 3 || bits is 0 or 15)
        {
            return null;
        }

        int table =
            version == 1 ? layer - 1
            : layer == 1 ? 3
            : 4;
        int sampleRate =
            _rates1[rate]
            / (
                version == 1 ? 1
                : version == 2 ? 2
                : 4
            );
        int bitRate = _kiloBits[table][bits] * 1000;
        int padding = (header[2] >> 1) & 1;
        int samples =
            layer == 1 ? 384
            : layer == 3 && version != 1 ? 576
            : 1152;
        int length =
            layer == 1 ? ((12 * bitRate / sampleRate) + padding) * 4 : (samples / 8 * bitRate / sampleRate) + padding;
        int channels = (header[3] >> 6) == 3 ? 1 : 2;
        return new MpegFrame(version, layer, bitRate, sampleRate, channels, length, samples);
    }
}
