using System.Buffers.Binary;
using Colophon.Formats.Media;
using Colophon.Formats.Media.Codecs;

namespace Colophon.Formats.Mp4;

/// <summary>The description of an audio track (ISO/IEC 14496-12, 12.2.3): codec, channels, rate.</summary>
internal static class Mp4Sound
{
    private const int EntryHeader = 8;

    public static MediaStream Read(MediaBytes bytes, Mp4Box descriptions, MediaStream stream, out bool isEncrypted)
    {
        isEncrypted = false;
        if (Mp4Entry.First(bytes, descriptions) is not { } entry)
        {
            return stream;
        }

        isEncrypted = entry.IsEncrypted;
        byte[] fields = bytes.Peek(entry.Box.Start, 64).ToArray();
        if (fields.Length < 28)
        {
            return stream;
        }

        SoundFields sound = Fields(fields);
        stream = ReadBoxes(bytes, entry, sound, stream);
        int? channels = stream.Channels ?? (sound.Channels == 0 ? null : sound.Channels);
        return stream with
        {
            Channels = channels,
            SampleRate = stream.SampleRate ?? (sound.Rate == 0 ? null : sound.Rate),
            Layout = stream.Layout ?? ChannelLayouts.Of(stream.Codec, channels),
            BitDepth = stream.BitDepth ?? AudioConfiguration.DepthOfPcm(stream.Codec),
        };
    }

    /// <summary>QuickTime knows three versions; the second and third are longer.</summary>
    private static SoundFields Fields(ReadOnlySpan<byte> fields)
    {
        int version = BinaryPrimitives.ReadUInt16BigEndian(fields[EntryHeader..]);
        if (version == 2 && fields.Length >= 60)
        {
            double rate = BinaryPrimitives.ReadDoubleBigEndian(fields[32..]);
            int channels = BinaryPrimitives.ReadInt32BigEndian(fields[40..]);
            return new SoundFields(
                version,
                Math.Clamp(channels, 0, 255),
                rate is > 0 and < 10_000_000 ? (int)rate : 0,
                36,
                BinaryPrimitives.ReadInt32BigEndian(fields[48..]),
                BinaryPrimitives.ReadUInt32BigEndian(fields[52..])
            );
        }

        return new SoundFields(
            version,
            BinaryPrimitives.ReadUInt16BigEndian(fields[16..]),
            BinaryPrimitives.ReadUInt16BigEndian(fields[24..]),
            version == 1 ? 16 : 0,
            BinaryPrimitives.ReadUInt16BigEndian(fields[18..]),
            Flags: 0
        );
    }

    private static MediaStream ReadBoxes(MediaBytes bytes, Mp4Entry entry, SoundFields sound, MediaStream stream)
    {
        string? codec = null;
        AudioFacts facts = new();
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, entry.Box, 28 + sound.Extra))
        {
            // QuickTime puts the description one level deeper
            Mp4Box? descriptor =
                box.Type == "esds" ? box
                : box.Type == "wave" && sound.Version > 0 ? Mp4Boxes.Find(bytes, box, "esds")
                : null;
            entry = box.Type == "sinf" ? entry.Of(bytes, box) : entry;
            if (descriptor is { } found)
            {
                (codec, facts, stream) = Described(bytes, found, stream);
            }
            else if (box.Type == "pcmC" && bytes.Peek(box.Start, 6) is { Length: 6 } linear)
            {
                // ISO/IEC 23003-5, 4.2.2: behind version and flags whether it is little-endian, then bits of a sample
                codec = Mp4Codecs.LinearPcm(entry.Type, linear[5], (linear[4] & 1) == 0);
            }
            else if (box.Type == "btrt" && bytes.UInt32(box.Start + 8) is > 0 and var mean)
            {
                stream = stream with { BitRate = stream.BitRate ?? mean };
            }
            else
            {
                facts = OfBox(bytes, box) ?? facts;
            }
        }

        return stream with
        {
            Codec = codec ?? Mp4Codecs.Audio(entry.Type, sound.Bits, sound.Flags),
            Channels = facts.Channels,
            SampleRate = facts.SampleRate,
            Profile = facts.Profile,
            Layout = facts.Layout,
            BitDepth = facts.BitDepth,
        };
    }

    private static (string? Codec, AudioFacts Facts, MediaStream Stream) Described(
        MediaBytes bytes,
        Mp4Box box,
        MediaStream stream
    )
    {
        int length = (int)Math.Clamp(box.Length - 4, 0, 512);
        if (Mp4Descriptor.Parse(bytes.Peek(box.Start + 4, length)) is not { } found)
        {
            return (null, new AudioFacts(), stream);
        }

        string? codec = Mp4Codecs.OfObject(found.ObjectType);
        AudioFacts facts = codec == "aac" ? AudioConfiguration.Aac(found.Configuration) : new AudioFacts();
        return (codec, facts, stream with { BitRate = found.BitRate ?? stream.BitRate });
    }

    private static AudioFacts? OfBox(MediaBytes bytes, Mp4Box box)
    {
        ReadOnlySpan<byte> content = bytes.Peek(box.Start, (int)Math.Min(box.Length, 64));
        return box.Type switch
        {
            "dac3" => AudioConfiguration.Ac3(content),
            "dec3" => AudioConfiguration.Eac3(content),
            "dOps" when content.Length >= 2 => new AudioFacts(content[1], 48_000),
            "dfLa" when content.Length > 8 => AudioConfiguration.Flac(content[8..]),
            "alac" when content.Length > 4 => AudioConfiguration.Alac(content[4..]),
            _ => null,
        };
    }

    /// <param name="Extra">Bytes behind the fields that every version has.</param>
    /// <param name="Flags">Of linear PCM in the third version: float, big-endian, signed.</param>
    private readonly record struct SoundFields(int Version, int Channels, int Rate, int Extra, int Bits, uint Flags);
}
