using System.Text;
using Colophon.Formats.Media;

namespace Colophon.Formats.Mp4;

/// <summary>A box (ISO/IEC 14496-12, 4.2; "atom" in QuickTime).</summary>
/// <param name="Type">Four characters, each of one byte (the copyright sign is U+00A9).</param>
/// <param name="Start">Of the content, behind the header.</param>
/// <param name="End">Behind the content, never behind what holds it.</param>
/// <param name="IsCut">Whether it says it is longer than what holds it.</param>
internal readonly record struct Mp4Box(string Type, long Start, long End, bool IsCut)
{
    public long Length => End - Start;
}

/// <summary>Walks boxes by their headers: what is not asked for is jumped over and never read.</summary>
internal static class Mp4Boxes
{
    private const int BoxLimit = 20_000;

    /// <summary>The boxes between two places, in order. Rubbish ends the walk.</summary>
    public static IEnumerable<Mp4Box> Walk(MediaBytes bytes, long start, long end)
    {
        long at = start;
        for (int count = 0; at + 8 <= end && count < BoxLimit; count++)
        {
            if (Read(bytes, at, end) is not { } box)
            {
                yield break;
            }

            yield return box;
            at = box.End;
        }
    }

    public static IEnumerable<Mp4Box> Children(MediaBytes bytes, Mp4Box box, int skip = 0) =>
        Walk(bytes, box.Start + skip, box.End);

    public static Mp4Box? Find(MediaBytes bytes, Mp4Box box, string type, int skip = 0)
    {
        foreach (Mp4Box child in Children(bytes, box, skip))
        {
            if (child.Type == type)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>Down a way of types, first box of each.</summary>
    public static Mp4Box? Find(MediaBytes bytes, Mp4Box box, ReadOnlySpan<string> way)
    {
        Mp4Box? found = box;
        foreach (string type in way)
        {
            found = found is { } inner ? Find(bytes, inner, type) : null;
        }

        return found;
    }

    /// <summary>Whether a file that begins so is made of boxes.</summary>
    public static bool Begin(ReadOnlySpan<byte> head) =>
        head.Length >= 8
        && Encoding.Latin1.GetString(head[4..8])
            is "ftyp"
                or "moov"
                or "mdat"
                or "wide"
                or "skip"
                or "free"
                or "pnot"
                or "styp";

    private static Mp4Box? Read(MediaBytes bytes, long at, long end)
    {
        bytes.ThrowIfCancelled();
        ReadOnlySpan<byte> header = bytes.Peek(at, 8);
        if (header.Length < 8)
        {
            return null;
        }

        string type = Encoding.Latin1.GetString(header[4..]);
        ulong size = bytes.UInt32(at);
        int headerLength = 8;
        if (size == 1)
        {
            size = bytes.UInt64(at + 8);
            headerLength = 16;
        }
        else if (size == 0)
        {
            size = (ulong)(end - at); // to the end of what holds it
        }

        if (size < (ulong)headerLength || at + headerLength > end)
        {
            return null;
        }

        bool isCut = size > (ulong)(end - at);
        return new Mp4Box(type, at + headerLength, isCut ? end : at + (long)size, isCut);
    }
}
