using System.Buffers.Binary;
using System.Text;

namespace Colophon.Formats.Audio.Mp4;

/// <summary>The first sample description of an audio track (ISO/IEC 14496-12, 12.2.3): codec, channels, rate.</summary>
internal static class Mp4Sample
{
    private const int EntryHeader = 8;

    /// <summary>Facts without a duration; null when there is no description. Encrypted ones have no codec.</summary>
    public static AudioStream? Read(AudioBytes bytes, Mp4Box descriptions, out bool isEncrypted)
    {
        isEncrypted = false;
        long at = descriptions.Start + 8; // version, flags, count
        foreach (Mp4Box entry in Mp4Boxes.Walk(bytes, at, descriptions.End))
        {
            byte[] fields = bytes.Peek(entry.Start, 52).ToArray();
            if (fields.Length < 28)
            {
                return null;
            }

            // drms: FairPlay; aavd: Audible; enca: Common Encryption
            isEncrypted = entry.Type is "drms" or "aavd" or "enca" or "drmi";
            (int version, int channels, int rate, int extra) = Sound(fields);
            AudioStream facts = Codec(bytes, entry, entry.Start + 28 + extra, version);
            return facts with
            {
                Channels = facts.Channels ?? channels,
                SampleRate = facts.SampleRate ?? (rate == 0 ? null : rate),
            };
        }

        return null;
    }

    /// <summary>QuickTime knows three versions; the second and third are longer.</summary>
    private static (int Version, int Channels, int Rate, int Extra) Sound(ReadOnlySpan<byte> fields)
    {
        int version = BinaryPrimitives.ReadUInt16BigEndian(fields[EntryHeader..]);
        if (version == 2 && fields.Length >= 52)
        {
            double rate = BinaryPrimitives.ReadDoubleBigEndian(fields[32..]);
            int channels = BinaryPrimitives.ReadInt32BigEndian(fields[40..]);
            return (version, Math.Clamp(channels, 0, 255), rate is > 0 and < 10_000_000 ? (int)rate : 0, 36);
        }

        return (
            version,
            BinaryPrimitives.ReadUInt16BigEndian(fields[16..]),
            BinaryPrimitives.ReadUInt16BigEndian(fields[24..]),
            version == 1 ? 16 : 0
        );
    }

    private static AudioStream Codec(AudioBytes bytes, Mp4Box entry, long children, int version)
    {
        var facts = new AudioStream(NameOf(entry.Type));
        foreach (Mp4Box box in Mp4Boxes.Walk(bytes, children, entry.End))
        {
            // QuickTime puts the description one level deeper
            Mp4Box? descriptor =
                box.Type == "esds" ? box
                : box.Type == "wave" && version > 0 ? Mp4Boxes.Find(bytes, box, "esds")
                : null;
            if (descriptor is { } found)
            {
                facts = Described(bytes.Peek(found.Start + 4, 64), facts);
            }
            else if (box.Type == "btrt" && bytes.UInt32(box.Start + 8) is > 0 and var mean)
            {
                facts = facts with { BitRate = facts.BitRate ?? mean };
            }
        }

        return facts;
    }

    /// <summary>ES descriptor, decoder configuration: object type and mean bit rate (ISO/IEC 14496-1, 7.2.6).</summary>
    private static AudioStream Described(ReadOnlySpan<byte> data, AudioStream facts)
    {
        int at = 0;
        if (!Enter(data, ref at, 3) || at + 3 > data.Length)
        {
            return facts;
        }

        int flags = data[at + 2];
        at += 3 + ((flags & 0x80) != 0 ? 2 : 0) + ((flags & 0x20) != 0 ? 2 : 0);
        if ((flags & 0x40) != 0 && at < data.Length)
        {
            at += 1 + data[at];
        }

        if (!Enter(data, ref at, 4) || at + 13 > data.Length)
        {
            return facts;
        }

        uint mean = BinaryPrimitives.ReadUInt32BigEndian(data[(at + 9)..]);
        string? codec = data[at] switch
        {
            0x40 or 0x66 or 0x67 or 0x68 => "aac",
            0x69 or 0x6B => "mp3",
            0xA5 => "ac3",
            0xA6 => "eac3",
            0xDD => "vorbis",
            _ => facts.Codec,
        };
        // an encrypted stream has no codec, whatever is in it
        codec = facts.Codec is null ? null : codec;
        at += 13;
        int? channels =
            codec == "aac" && Enter(data, ref at, 5) ? ChannelsOfAac(data[Math.Min(at, data.Length)..]) : null;
        return facts with { Codec = codec, BitRate = mean > 0 ? mean : facts.BitRate, Channels = channels };
    }

    /// <summary>
    /// AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1): object type, rate, channels; the sample description says two for one
    /// channel as well.
    /// </summary>
    private static int? ChannelsOfAac(ReadOnlySpan<byte> configuration)
    {
        if (configuration.Length < 8)
        {
            return null;
        }

        ulong bits = BinaryPrimitives.ReadUInt64BigEndian(configuration);
        int at = 5;
        at += Bits(bits, 0, 5) == 31 ? 6 : 0;
        at += Bits(bits, at, 4) == 15 ? 28 : 4;
        return Bits(bits, at, 4) switch
        {
            0 or > 7 => null,
            7 => 8,
            var channels => channels,
        };
    }

    private static int Bits(ulong bits, int at, int count) => (int)((bits << at) >> (64 - count));

    private static bool Enter(ReadOnlySpan<byte> data, ref int at, byte tag)
    {
        if (at >= data.Length || data[at] != tag)
        {
            return false;
        }

        // the length has up to four bytes of seven bits
        for (int i = 0; i < 4; i++)
        {
            at++;
            if (at >= data.Length || data[at] < 0x80)
            {
                break;
            }
        }

        at++;
        return true;
    }

    private static string? NameOf(string type) =>
        type switch
        {
            "drms" or "aavd" or "enca" or "drmi" => null,
            "mp4a" => "aac",
            "alac" => "alac",
            "ac-3" => "ac3",
            "ec-3" => "eac3",
            "fLaC" => "flac",
            "Opus" => "opus",
            ".mp3" or "ms\0U" => "mp3",
            "samr" => "amr_nb",
            "sawb" => "amr_wb",
            "lpcm" or "sowt" or "twos" or "in24" or "fl32" or "ipcm" => "pcm",
            _ => Encoding.ASCII.GetString(Encoding.Latin1.GetBytes(type)).Trim().ToLowerInvariant(),
        };
}
