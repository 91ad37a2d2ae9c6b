using System.Buffers.Binary;
using Colophon.Formats.Audio.Flac;

namespace Colophon.Formats.Audio.Ogg;

/// <summary>What the first packet of an Ogg stream says it is.</summary>
/// <param name="GranuleRate">Units of the granule position a second.</param>
/// <param name="PreSkip">Units at the beginning that are not played.</param>
internal sealed record OggStream(AudioStream Facts, int GranuleRate, int PreSkip, OggCodec Codec)
{
    public static OggStream? Of(ReadOnlySpan<byte> packet)
    {
        if (packet.Length >= 28 && packet.StartsWith("\u0001vorbis"u8))
        {
            int rate = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(packet[12..]), 10_000_000);
            int nominal = BinaryPrimitives.ReadInt32LittleEndian(packet[20..]);
            return Make("vorbis", rate, rate, packet[11], 0, OggCodec.Vorbis, nominal);
        }

        if (packet.Length >= 19 && packet.StartsWith("OpusHead"u8))
        {
            // Opus always counts in 48 kHz, whatever the rate of its input was (RFC 7845, 4)
            int preSkip = BinaryPrimitives.ReadUInt16LittleEndian(packet[10..]);
            return Make("opus", 48_000, 48_000, packet[9], preSkip, OggCodec.Opus, 0);
        }

        if (packet.Length >= 64 && packet.StartsWith("Speex   "u8))
        {
            int rate = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(packet[36..]), 10_000_000);
            byte channels = (byte)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(packet[48..]), 255);
            return Make("speex", rate, rate, channels, 0, OggCodec.Speex, 0);
        }

        // 7F FLAC, version, count of headers, fLaC, block header, STREAMINFO
        return
            packet.Length >= 17 + 18
            && packet.StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'F', (byte)'L', (byte)'A', (byte)'C'])
            && FlacReader.StreamInfo(packet[17..]) is { SampleRate: { } flacRate } facts
            ? new OggStream(facts, flacRate, 0, OggCodec.Flac)
            : null;
    }

    /// <summary>The comments of a second packet; empty when it holds none.</summary>
    public ReadOnlySpan<byte> CommentsIn(ReadOnlySpan<byte> packet) =>
        Codec switch
        {
            OggCodec.Vorbis when packet.StartsWith("\u0003vorbis"u8) => packet[7..],
            OggCodec.Opus when packet.StartsWith("OpusTags"u8) => packet[8..],
            OggCodec.Flac when packet.Length > 4 && (packet[0] & 0x7F) == 4 => packet[4..],
            OggCodec.Speex => packet,
            _ => [],
        };

    /// <summary>The comments of a packet whose stream is not known.</summary>
    public static ReadOnlySpan<byte> Comments(ReadOnlySpan<byte> packet)
    {
        if (packet.StartsWith("\u0003vorbis"u8))
        {
            return packet[7..];
        }

        if (packet.StartsWith("OpusTags"u8))
        {
            return packet[8..];
        }

        bool isFlac =
            packet.Length > 4
            && (packet[0] & 0x7F) == 4
            && ((packet[1] << 16) | (packet[2] << 8) | packet[3]) == packet.Length - 4;
        return isFlac ? packet[4..] : packet;
    }

    private static OggStream? Make(
        string name,
        int granuleRate,
        int rate,
        int channels,
        int preSkip,
        OggCodec codec,
        int nominalBitRate
    ) =>
        rate <= 0 || channels == 0
            ? null
            : new OggStream(
                new AudioStream(name, null, nominalBitRate > 0 ? nominalBitRate : null, rate, channels),
                granuleRate,
                preSkip,
                codec
            );
}

internal enum OggCodec
{
    Vorbis,
    Opus,
    Flac,
    Speex,
}
