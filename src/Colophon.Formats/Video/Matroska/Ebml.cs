using System.Buffers.Binary;
using System.Text;
using Colophon.Formats.Media;

namespace Colophon.Formats.Video.Matroska;

/// <summary>An element (RFC 8794, 5).</summary>
/// <param name="Id">With its marker, as the specifications write it.</param>
/// <param name="Start">Of the content, behind the header.</param>
/// <param name="End">Behind the content, never behind what holds it.</param>
/// <param name="IsCut">Whether it says it is longer than what holds it.</param>
/// <param name="IsUnknown">Whether it does not say how long it is, as live recordings do.</param>
internal readonly record struct EbmlElement(uint Id, long Start, long End, bool IsCut, bool IsUnknown)
{
    public long Length => End - Start;
}

/// <summary>
/// Walks elements by their headers: what is not asked for is jumped over and never read. Levels are walked only where the
/// reader goes, so nothing can be nested too deep; all together no more elements are read than any honest file has.
/// </summary>
internal sealed class Ebml(MediaBytes bytes)
{
    private const int ElementLimit = 400_000;
    private const int LongestHeader = 12;
    private const int TextLimit = 64 * 1024;

    private int _left = ElementLimit;

    public MediaBytes Bytes => bytes;

    /// <summary>Something on the way was no element.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>The elements between two places, in order. Rubbish ends the walk.</summary>
    public IEnumerable<EbmlElement> Walk(long start, long end)
    {
        for (long at = start; at + 2 <= end && _left > 0; _left--)
        {
            if (Read(at, end) is not { } element)
            {
                IsDamaged = true;
                yield break;
            }

            yield return element;
            at = element.End;
        }
    }

    public IEnumerable<EbmlElement> Children(EbmlElement element) => Walk(element.Start, element.End);

    /// <summary>The element at a place; null for what is none.</summary>
    public EbmlElement? Read(long at, long end)
    {
        bytes.ThrowIfCancelled();
        ReadOnlySpan<byte> header = bytes.Peek(at, (int)Math.Clamp(end - at, 0, LongestHeader));
        int idLength = header.Length == 0 ? 0 : LengthOf(header[0]);
        if (idLength is 0 or > 4 || idLength >= header.Length)
        {
            return null;
        }

        uint id = 0;
        foreach (byte value in header[..idLength])
        {
            id = (id << 8) | value;
        }

        int sizeLength = LengthOf(header[idLength]);
        if (sizeLength == 0 || idLength + sizeLength > header.Length)
        {
            return null;
        }

        ulong size = (ulong)header[idLength] & (0xFFu >> sizeLength);
        foreach (byte value in header.Slice(idLength + 1, sizeLength - 1))
        {
            size = (size << 8) | value;
        }

        bool isUnknown = size == (1UL << (7 * sizeLength)) - 1;
        long start = at + idLength + sizeLength;
        bool isCut = !isUnknown && size > (ulong)(end - start);
        return new EbmlElement(id, start, isUnknown || isCut ? end : start + (long)size, isCut, isUnknown);
    }

    /// <summary>Zero when it is longer than a number.</summary>
    public ulong UInt(EbmlElement element)
    {
        ulong number = 0;
        if (element.Length <= 8)
        {
            foreach (byte value in bytes.Peek(element.Start, (int)element.Length))
            {
                number = (number << 8) | value;
            }
        }

        return number;
    }

    /// <summary>As far as it is one of this size; else null.</summary>
    public int? Int(EbmlElement element) => UInt(element) is <= int.MaxValue and var number ? (int)number : null;

    public bool Flag(EbmlElement element) => UInt(element) != 0;

    public double Float(EbmlElement element) =>
        bytes.Peek(element.Start, (int)Math.Min(element.Length, 9)) switch
        {
            { Length: 4 } four => BinaryPrimitives.ReadSingleBigEndian(four),
            { Length: 8 } eight => BinaryPrimitives.ReadDoubleBigEndian(eight),
            _ => 0,
        };

    /// <summary>Without the zeros that may pad it; the beginning of a long one.</summary>
    public string Text(EbmlElement element)
    {
        ReadOnlySpan<byte> text = bytes.Peek(element.Start, (int)Math.Min(element.Length, TextLimit));
        int end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }

    /// <summary>A copy of the beginning, up to a limit.</summary>
    public byte[] Content(EbmlElement element, int limit) =>
        bytes.Peek(element.Start, (int)Math.Min(element.Length, limit)).ToArray();

    private static int LengthOf(byte first) =>
        System.Numerics.BitOperations.LeadingZeroCount((uint)first << 24) + 1 is <= 8 and var length ? length : 0;
}
