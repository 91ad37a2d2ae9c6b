using System.Buffers.Binary;
using Colophon.Formats.Media;

namespace Colophon.Formats.Audio.Tags;

/// <summary>Where ID3v2 tags begin and end (ID3v2.4, 3.1).</summary>
internal static class Id3Tag
{
    public const int HeaderLength = 10;

    /// <summary>Behind the tag that begins there; the same place when none does.</summary>
    public static long End(MediaBytes bytes, long start)
    {
        ReadOnlySpan<byte> header = bytes.Peek(start, HeaderLength);
        if (header.Length < HeaderLength || !header.StartsWith("ID3"u8) || header[3] is < 2 or > 4)
        {
            return start;
        }

        bool hasFooter = header[3] == 4 && (header[5] & 0x10) != 0;
        return Math.Min(bytes.Length, start + HeaderLength + Syncsafe(header[6..]) + (hasFooter ? HeaderLength : 0));
    }

    /// <summary>Four bytes of seven bits each.</summary>
    public static int Syncsafe(ReadOnlySpan<byte> bytes)
    {
        uint value = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return (int)(
            (value & 0x7F) | ((value & 0x7F00) >> 1) | ((value & 0x7F0000) >> 2) | ((value & 0x7F000000) >> 3)
        );
    }
}
