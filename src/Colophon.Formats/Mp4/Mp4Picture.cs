using System.Buffers.Binary;
using Colophon.Formats.Media;
using Colophon.Formats.Media.Codecs;

namespace Colophon.Formats.Mp4;

/// <summary>The description of a video track (ISO/IEC 14496-12, 12.1.3): codec, size, colour.</summary>
internal static class Mp4Picture
{
    private const int FieldsLength = 78;

    public static MediaStream Read(MediaBytes bytes, Mp4Box descriptions, MediaStream stream, out bool isEncrypted)
    {
        isEncrypted = false;
        if (Mp4Entry.First(bytes, descriptions) is not { } entry)
        {
            return stream;
        }

        isEncrypted = entry.IsEncrypted;
        ReadOnlySpan<byte> fields = bytes.Peek(entry.Box.Start, 28);
        if (fields.Length < 28)
        {
            return stream;
        }

        (int width, int height) = (
            BinaryPrimitives.ReadUInt16BigEndian(fields[24..]),
            BinaryPrimitives.ReadUInt16BigEndian(fields[26..])
        );
        var facts = new VideoFacts();
        string? codec = null;
        long? rate = null;
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, entry.Box, FieldsLength))
        {
            entry = box.Type == "sinf" ? entry.Of(bytes, box) : entry;
            codec = box.Type == "esds" ? ReadDescriptor(bytes, box, facts, ref rate) : codec;
            ReadBox(bytes, box, facts);
            rate = box.Type == "btrt" && bytes.UInt32(box.Start + 8) is > 0 and var mean ? mean : rate;
        }

        codec ??= Mp4Codecs.Video(entry.Type);
        facts.BitDepth ??= VideoConfiguration.DepthOf(codec);
        facts.Profile ??= codec == "prores" ? Mp4Codecs.ProfileOfProRes(entry.Type) : null;
        return facts.AddTo(stream with { Codec = codec, Width = width, Height = height, BitRate = rate });
    }

    private static void ReadBox(MediaBytes bytes, Mp4Box box, VideoFacts facts)
    {
        string? codec = box.Type switch
        {
            "avcC" => "h264",
            "hvcC" => "hevc",
            "av1C" => "av1",
            _ => null,
        };
        ReadOnlySpan<byte> content = bytes.Peek(
            box.Start,
            (int)Math.Min(box.Length, codec is null ? 64 : VideoConfiguration.Limit)
        );
        switch (box.Type)
        {
            case "vpcC" when content.Length >= 10:
                // behind version and flags: profile, level, depth in four bits, primaries, transfer
                facts.Profile = VideoConfiguration.ProfileOfVp9(content[4]);
                facts.BitDepth = content[6] >> 4;
                facts.CodedTransfer = content[8];
                break;
            case "colr" when content.Length >= 10 && (content.StartsWith("nclx"u8) || content.StartsWith("nclc"u8)):
                facts.Transfer = BinaryPrimitives.ReadUInt16BigEndian(content[6..]);
                break;
            case "dvcC" or "dvvC" or "dvwC":
                facts.DolbyVision = DolbyVision.Parse(content);
                break;
            default:
                VideoConfiguration.Read(codec, content, facts);
                break;
        }
    }

    /// <summary>MPEG-4 streams of any kind: which, what it is configured as, how many bits.</summary>
    private static string? ReadDescriptor(MediaBytes bytes, Mp4Box box, VideoFacts facts, ref long? rate)
    {
        if (Mp4Descriptor.Parse(bytes.Peek(box.Start + 4, (int)Math.Clamp(box.Length - 4, 0, 512))) is not { } found)
        {
            return null;
        }

        string? codec = Mp4Codecs.OfObject(found.ObjectType);
        rate = found.BitRate ?? rate;
        VideoConfiguration.Read(codec, found.Configuration, facts);
        return codec;
    }
}
