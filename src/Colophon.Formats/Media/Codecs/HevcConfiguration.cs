using System.Buffers.Binary;

namespace Colophon.Formats.Media.Codecs;

/// <summary>The decoder configuration record of H.265 (ISO/IEC 14496-15, 8.3.3) and the first parameter set in it.</summary>
internal static class HevcConfiguration
{
    private const int ParameterSet = 33;
    private const int HeaderLength = 23;

    public static void Read(ReadOnlySpan<byte> record, VideoFacts facts)
    {
        if (record.Length < HeaderLength)
        {
            return;
        }

        facts.Profile = (record[1] & 0x1F) switch
        {
            1 => "Main",
            2 => "Main 10",
            3 => "Main Still Picture",
            4 => "Rext",
            _ => null,
        };
        facts.BitDepth = (record[17] & 7) + 8;
        if (FirstParameters(record) is { Length: > 0 } unit)
        {
            ReadParameters(NalUnits.Unescape(unit), facts);
        }
    }

    private static ReadOnlySpan<byte> FirstParameters(ReadOnlySpan<byte> record)
    {
        int at = HeaderLength;
        for (int array = record[22]; array > 0 && at + 3 <= record.Length; array--)
        {
            int type = record[at] & 0x3F;
            int count = BinaryPrimitives.ReadUInt16BigEndian(record[(at + 1)..]);
            at += 3;
            for (int i = 0; i < count && at + 2 <= record.Length; i++)
            {
                int length = Math.Min(BinaryPrimitives.ReadUInt16BigEndian(record[at..]), record.Length - at - 2);
                if (type == ParameterSet)
                {
                    return record.Slice(at + 2, length);
                }

                at += 2 + length;
            }
        }

        return [];
    }

    /// <summary>The sequence parameter set (ITU-T H.265, 7.3.2.2.1) up to the colour.</summary>
    private static void ReadParameters(ReadOnlySpan<byte> unit, VideoFacts facts)
    {
        var bits = new BitReader(unit);
        bits.Skip(16 + 4);
        uint subLayers = bits.Read(3);
        bits.Skip(1);
        SkipTiers(ref bits, subLayers);
        bits.ReadGolomb();
        uint chroma = bits.ReadGolomb();
        bits.Skip(chroma == 3 ? 1 : 0);
        (long width, long height) = (bits.ReadGolomb(), bits.ReadGolomb());
        if (bits.ReadFlag())
        {
            int unitX = chroma is 1 or 2 ? 2 : 1;
            int unitY = chroma == 1 ? 2 : 1;
            width -= unitX * ((long)bits.ReadGolomb() + bits.ReadGolomb());
            height -= unitY * ((long)bits.ReadGolomb() + bits.ReadGolomb());
        }

        if (width is > 0 and < 65_536 && height is > 0 and < 65_536 && !bits.IsPastEnd)
        {
            facts.Size = ((int)width, (int)height);
        }

        bits.ReadGolomb();
        bits.ReadGolomb();
        uint orderBits = bits.ReadGolomb() + 4;
        bool isEachSaid = bits.ReadFlag();
        for (uint i = isEachSaid ? 0 : subLayers; i <= subLayers; i++)
        {
            bits.ReadGolomb();
            bits.ReadGolomb();
            bits.ReadGolomb();
        }

        if (SkipTools(ref bits, chroma) && SkipReferences(ref bits, orderBits))
        {
            bits.Skip(2);
            facts.CodedTransfer = bits.ReadFlag() && !bits.IsPastEnd ? VideoUsability.Transfer(ref bits) : null;
        }
    }

    private static void SkipTiers(ref BitReader bits, uint subLayers)
    {
        bits.Skip(88 + 8);
        uint present = subLayers > 0 ? bits.Read(16) : 0;
        for (int i = 0; i < subLayers; i++)
        {
            uint flags = present >> (14 - (2 * i));
            bits.Skip(((flags & 2) != 0 ? 88 : 0) + ((flags & 1) != 0 ? 8 : 0));
        }
    }

    private static bool SkipTools(ref BitReader bits, uint chroma)
    {
        for (int i = 0; i < 6; i++)
        {
            bits.ReadGolomb();
        }

        if (bits.ReadFlag() && bits.ReadFlag())
        {
            SkipScalingLists(ref bits, chroma);
        }

        bits.Skip(2);
        if (bits.ReadFlag())
        {
            bits.Skip(8);
            bits.ReadGolomb();
            bits.ReadGolomb();
            bits.Skip(1);
        }

        return !bits.IsPastEnd;
    }

    private static void SkipScalingLists(ref BitReader bits, uint chroma)
    {
        for (int size = 0; size < 4; size++)
        {
            int step = size == 3 && chroma != 3 ? 3 : 1;
            for (int matrix = 0; matrix < 6 && !bits.IsPastEnd; matrix += step)
            {
                if (!bits.ReadFlag())
                {
                    bits.ReadGolomb();
                    continue;
                }

                int count = Math.Min(64, 1 << (4 + (size << 1))) + (size > 1 ? 1 : 0);
                for (int i = 0; i < count; i++)
                {
                    bits.ReadSignedGolomb();
                }
            }
        }
    }

    /// <summary>Short-term sets (7.3.7), which may be told as differences to the one before, and long-term pictures.</summary>
    private static bool SkipReferences(ref BitReader bits, uint orderBits)
    {
        uint sets = bits.ReadGolomb();
        if (sets > 64)
        {
            return false;
        }

        uint pictures = 0;
        for (uint set = 0; set < sets && !bits.IsPastEnd; set++)
        {
            pictures = set > 0 && bits.ReadFlag() ? SkipDifferences(ref bits, pictures) : SkipSet(ref bits);
            if (pictures > 32)
            {
                return false;
            }
        }

        if (bits.ReadFlag())
        {
            uint longTerm = bits.ReadGolomb();
            bits.Skip(longTerm > 32 ? 0 : (int)(longTerm * (orderBits + 1)));
        }

        return !bits.IsPastEnd;
    }

    private static uint SkipDifferences(ref BitReader bits, uint pictures)
    {
        bits.Skip(1);
        bits.ReadGolomb();
        uint kept = 0;
        for (uint i = 0; i <= pictures; i++)
        {
            bool isUsed = bits.ReadFlag();
            kept += isUsed || bits.ReadFlag() ? 1u : 0;
        }

        return kept;
    }

    private static uint SkipSet(ref BitReader bits)
    {
        uint before = bits.ReadGolomb();
        uint after = bits.ReadGolomb();
        if (before > 16 || after > 16)
        {
            return uint.MaxValue;
        }

        for (uint i = 0; i < before + after; i++)
        {
            bits.ReadGolomb();
            bits.Skip(1);
        }

        return before + after;
    }
}
