using Colophon.Formats.Media;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Audio.Ogg;

/// <summary>Puts packets of one stream together over the pages they lie on (RFC 3533, 5); pages of other streams are jumped over.</summary>
internal static class OggPackets
{
    /// <summary>Bytes of the largest packet that is put together: comments with pictures.</summary>
    public const int PacketLimit = 64 * 1024 * 1024;

    /// <summary>Other streams' pages and pages without an end of a packet that are looked at on the way.</summary>
    private const int PageLimit = 20_000;

    /// <summary>The first packet that begins on a page; what there is of it when the file ends before.</summary>
    /// <param name="skip">Packets that begin before it on the same page.</param>
    /// <param name="limit">No more bytes than this are kept.</param>
    public static PooledBytes Read(MediaBytes bytes, OggPage page, int skip, int limit, out bool isWhole)
    {
        var packet = new PooledBytes(page.DataLength);
        (int segment, long offset) = Skip(page, skip);
        OggPage? current = page;
        for (int i = 0; i < PageLimit && current is not null; i++)
        {
            for (; segment < current.Segments.Length; segment++)
            {
                int length = current.Segments[segment];
                Append(bytes, packet, offset, length, limit);
                offset += length;
                if (length < 255)
                {
                    isWhole = packet.Length < limit;
                    return packet;
                }
            }

            current = Following(bytes, current, page.Serial);
            (segment, offset) = (0, current?.DataOffset ?? 0);
        }

        isWhole = false;
        return packet;
    }

    /// <summary>The next page of the stream; null at the end.</summary>
    public static OggPage? Following(MediaBytes bytes, OggPage page, uint serial)
    {
        OggPage? next = OggPage.Read(bytes, page.End);
        for (int i = 0; i < PageLimit && next is not null && next.Serial != serial; i++)
        {
            next = OggPage.Read(bytes, next.End);
        }

        return next;
    }

    /// <summary>How many packets end on the page.</summary>
    public static int Ends(OggPage page) => page.Segments.Count(segment => segment < 255);

    private static (int Segment, long Offset) Skip(OggPage page, int packets)
    {
        long offset = page.DataOffset;
        int segment = 0;
        for (; segment < page.Segments.Length && packets > 0; segment++)
        {
            offset += page.Segments[segment];
            packets -= page.Segments[segment] < 255 ? 1 : 0;
        }

        return (segment, offset);
    }

    private static void Append(MediaBytes bytes, PooledBytes packet, long offset, int length, int limit)
    {
        int wanted = Math.Min(length, limit - packet.Length);
        if (wanted > 0)
        {
            ReadOnlySpan<byte> data = bytes.Peek(offset, wanted);
            data.CopyTo(packet.Room(data.Length));
            packet.Length += data.Length;
        }
    }
}
