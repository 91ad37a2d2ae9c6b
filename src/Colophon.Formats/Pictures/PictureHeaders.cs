using System.Buffers.Binary;

namespace Colophon.Formats.Pictures;

/// <summary>Reads the size out of picture headers. Null when the bytes end before it.</summary>
internal static class PictureHeaders
{
    public static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Walks the segments to the first frame header (ITU T.81, B.2.2).</summary>
    public static (int Width, int Height)? Jpeg(ReadOnlySpan<byte> head)
    {
        int at = 2;
        while (at + 9 <= head.Length)
        {
            if (head[at] != 0xFF)
            {
                return null;
            }

            byte marker = head[at + 1];
            if (marker == 0xFF)
            {
                at++; // fill byte
            }
            else if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += 2; // markers without a length
            }
            else if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
            {
                return (UInt16(head, at + 7), UInt16(head, at + 5));
            }
            else
            {
                at += 2 + Math.Max(2, UInt16(head, at + 2));
            }
        }

        return null;
    }

    public static (int Width, int Height)? Png(ReadOnlySpan<byte> head) =>
        head.Length >= 24 && head[12..16].SequenceEqual("IHDR"u8) ? (Int32(head, 16), Int32(head, 20)) : null;

    public static (int Width, int Height)? Gif(ReadOnlySpan<byte> head) =>
        head.Length >= 10
            ? (BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]))
            : null;

    /// <summary>The three kinds of WebP: lossy, lossless, extended (https://developers.google.com/speed/webp/docs/riff_container).</summary>
    public static (int Width, int Height)? Webp(ReadOnlySpan<byte> head)
    {
        if (head.Length < 30)
        {
            return null;
        }

        ReadOnlySpan<byte> kind = head[12..16];
        if (kind.SequenceEqual("VP8 "u8))
        {
            int width = BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF;
            return (width, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF);
        }

        if (kind.SequenceEqual("VP8L"u8))
        {
            uint bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return kind.SequenceEqual("VP8X"u8) ? (UInt24(head, 24) + 1, UInt24(head, 27) + 1) : null;
    }

    public static bool IsAvif(ReadOnlySpan<byte> head) =>
        head.Length >= 16
        && head[4..8].SequenceEqual("ftyp"u8)
        && (head[8..12].SequenceEqual("avif"u8) || head[8..12].SequenceEqual("avis"u8));

    /// <summary>The first <c>ispe</c> property; boxes are not walked, because the property lies five deep and its name is telling.</summary>
    public static (int Width, int Height)? Avif(ReadOnlySpan<byte> head)
    {
        int at = head.IndexOf("ispe"u8);
        return at >= 0 && at + 16 <= head.Length ? (Int32(head, at + 8), Int32(head, at + 12)) : null;
    }

    private static int UInt16(ReadOnlySpan<byte> head, int at) => BinaryPrimitives.ReadUInt16BigEndian(head[at..]);

    private static int Int32(ReadOnlySpan<byte> head, int at) => BinaryPrimitives.ReadInt32BigEndian(head[at..]);

    private static int UInt24(ReadOnlySpan<byte> head, int at) => head[at] | (head[at + 1] << 8) | (head[at + 2] << 16);
}
