using System.Buffers.Binary;
using Colophon.Formats.Media;

namespace Colophon.Formats.Audio.Ogg;

/// <summary>The header of an Ogg page (RFC 3533, 6).</summary>
/// <param name="Granule">Position at the end of the last packet that ends here; -1 when none does.</param>
/// <param name="Segments">Lengths of the segments; less than 255 ends a packet.</param>
internal sealed record OggPage(long Offset, byte Flags, long Granule, uint Serial, byte[] Segments)
{
    public const int HeaderLength = 27;

    public bool IsFirst => (Flags & 2) != 0;

    public bool IsContinued => (Flags & 1) != 0;

    public long DataOffset => Offset + HeaderLength + Segments.Length;

    public int DataLength => Segments.Sum(segment => segment);

    public long End => DataOffset + DataLength;

    /// <summary>Null when no page begins there.</summary>
    public static OggPage? Read(MediaBytes bytes, long offset)
    {
        ReadOnlySpan<byte> header = bytes.Peek(offset, HeaderLength + 255);
        if (header.Length < HeaderLength || !header.StartsWith("OggS"u8) || header[4] != 0)
        {
            return null;
        }

        int segments = header[26];
        return header.Length < HeaderLength + segments
            ? null
            : new OggPage(
                offset,
                header[5],
                BinaryPrimitives.ReadInt64LittleEndian(header[6..]),
                BinaryPrimitives.ReadUInt32LittleEndian(header[14..]),
                header.Slice(HeaderLength, segments).ToArray()
            );
    }
}
