using System.Buffers.Binary;

namespace Colophon.Formats.Media.Codecs;

/// <summary>The decoder configuration record of H.264 (ISO/IEC 14496-15, 5.3.3) and the first parameter set in it.</summary>
internal static class AvcConfiguration
{
    public static void Read(ReadOnlySpan<byte> record, VideoFacts facts)
    {
        if (record.Length < 7 || record[0] != 1)
        {
            return;
        }

        facts.Profile = NameOf(record[1], record[2]);
        if ((record[5] & 0x1F) > 0 && record.Length > 8)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian(record[6..]);
            ReadParameters(NalUnits.Unescape(record.Slice(8, Math.Min(length, record.Length - 8))), facts);
        }
    }

    /// <summary>The sequence parameter set (ITU-T H.264, 7.3.2.1.1).</summary>
    private static void ReadParameters(ReadOnlySpan<byte> unit, VideoFacts facts)
    {
        var bits = new BitReader(unit);
        bits.Skip(8);
        uint profile = bits.Read(8);
        bits.Skip(16);
        bits.ReadGolomb();
        (uint chroma, uint depth) = (1, 8);
        if (profile is 100 or 110 or 122 or 244 or 44 or 83 or 86 or 118 or 128 or 138 or 139 or 134 or 135)
        {
            (chroma, depth) = ReadHighProfile(ref bits);
        }

        bits.ReadGolomb();
        SkipPictureOrder(ref bits);
        bits.ReadGolomb();
        bits.Skip(1);
        uint columns = bits.ReadGolomb() + 1;
        uint rows = bits.ReadGolomb() + 1;
        bool isOfFrames = bits.ReadFlag();
        bits.Skip(isOfFrames ? 1 : 2);
        long width = columns * 16L;
        long height = rows * 16L * (isOfFrames ? 1 : 2);
        if (bits.ReadFlag())
        {
            // cropping counts in samples of chroma
            int unitX = chroma is 1 or 2 ? 2 : 1;
            int unitY = (chroma == 1 ? 2 : 1) * (isOfFrames ? 1 : 2);
            width -= unitX * ((long)bits.ReadGolomb() + bits.ReadGolomb());
            height -= unitY * ((long)bits.ReadGolomb() + bits.ReadGolomb());
        }

        if (bits.IsPastEnd)
        {
            return;
        }

        facts.BitDepth = depth is >= 8 and <= 14 ? (int)depth : null;
        if (width is > 0 and < 65_536 && height is > 0 and < 65_536)
        {
            facts.Size = ((int)width, (int)height);
        }

        if (bits.ReadFlag())
        {
            facts.CodedTransfer = VideoUsability.Transfer(ref bits);
            ReadTiming(ref bits, facts);
        }
    }

    private static (uint Chroma, uint Depth) ReadHighProfile(ref BitReader bits)
    {
        uint chroma = bits.ReadGolomb();
        bits.Skip(chroma == 3 ? 1 : 0);
        uint depth = bits.ReadGolomb() + 8;
        bits.ReadGolomb();
        bits.Skip(1);
        if (bits.ReadFlag())
        {
            for (int i = 0; i < (chroma == 3 ? 12 : 8); i++)
            {
                if (bits.ReadFlag())
                {
                    SkipScalingList(ref bits, i < 6 ? 16 : 64);
                }
            }
        }

        return (chroma, depth);
    }

    private static void SkipScalingList(ref BitReader bits, int size)
    {
        (int last, int next) = (8, 8);
        for (int i = 0; i < size && !bits.IsPastEnd; i++)
        {
            if (next != 0)
            {
                next = (last + bits.ReadSignedGolomb() + 256) & 0xFF;
            }

            last = next == 0 ? last : next;
        }
    }

    private static void SkipPictureOrder(ref BitReader bits)
    {
        uint kind = bits.ReadGolomb();
        if (kind == 0)
        {
            bits.ReadGolomb();
        }
        else if (kind == 1)
        {
            bits.Skip(1);
            bits.ReadGolomb();
            bits.ReadGolomb();
            uint cycle = bits.ReadGolomb();
            for (uint i = 0; i < cycle && !bits.IsPastEnd; i++)
            {
                bits.ReadGolomb();
            }
        }
    }

    private static void ReadTiming(ref BitReader bits, VideoFacts facts)
    {
        if (bits.ReadFlag())
        {
            bits.ReadGolomb();
            bits.ReadGolomb();
        }

        if (bits.ReadFlag())
        {
            double tick = bits.Read(32);
            double scale = bits.Read(32);
            // two ticks make a picture of two fields; where the rate is not fixed it says nothing
            bool isFixed = bits.ReadFlag();
            facts.FrameRate = tick > 0 && isFixed && !bits.IsPastEnd ? scale / tick / 2 : null;
        }
    }

    private static string? NameOf(int profile, int constraints) =>
        (profile, (constraints & 0x40) != 0, (constraints & 0x10) != 0) switch
        {
            (66, true, _) => "Constrained Baseline",
            (66, _, _) => "Baseline",
            (77, _, _) => "Main",
            (88, _, _) => "Extended",
            (100, _, _) => "High",
            (110, _, true) => "High 10 Intra",
            (110, _, _) => "High 10",
            (122, _, true) => "High 4:2:2 Intra",
            (122, _, _) => "High 4:2:2",
            (244, _, true) => "High 4:4:4 Intra",
            (244, _, _) => "High 4:4:4 Predictive",
            (44, _, _) => "CAVLC 4:4:4",
            (118, _, _) => "Multiview High",
            (128, _, _) => "Stereo High",
            _ => null,
        };
}

/// <summary>The beginning of the usability information of H.264 and H.265 (ITU-T H.264, E.1.1), which is the same in both.</summary>
internal static class VideoUsability
{
    /// <summary>Reads up to the colour and answers its transfer function.</summary>
    public static int? Transfer(ref BitReader bits)
    {
        if (bits.ReadFlag() && bits.Read(8) == 255)
        {
            bits.Skip(32);
        }

        if (bits.ReadFlag())
        {
            bits.Skip(1);
        }

        if (!bits.ReadFlag())
        {
            return null;
        }

        bits.Skip(4);
        if (!bits.ReadFlag())
        {
            return null;
        }

        bits.Skip(8);
        int transfer = (int)bits.Read(8);
        bits.Skip(8);
        return bits.IsPastEnd ? null : transfer;
    }
}
