using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Colophon.Formats.Zip;

/// <summary>Where the directory lies, as the end of the archive says (APPNOTE.TXT 4.3.14 - 4.3.16).</summary>
/// <param name="Start">Of the directory from the start of the file, bytes before the archive counted.</param>
/// <param name="Shift">Bytes before the archive: what is to be added to every offset in it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ZipEndRecord(long Start, long Size, long Entries, long Shift)
{
    public const int Length = 22;

    private const uint EndSignature = 0x06054B50;
    private const uint DirectorySignature = 0x02014B50;
    private const uint LocatorSignature = 0x07064B50;
    private const uint Zip64Signature = 0x06064B50;
    private const int LocatorLength = 20;
    private const int Zip64Length = 56;

    /// <summary>Position of the end record in the tail, the last one whose comment fits; -1 when there is none.</summary>
    public static int Find(ReadOnlySpan<byte> tail)
    {
        int end = tail.Length;
        while (end >= Length)
        {
            int at = tail[..end].LastIndexOf("PK\u0005\u0006"u8);
            if (at < 0)
            {
                return -1;
            }

            if (at + Length <= tail.Length)
            {
                int comment = BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]);
                if (at + Length + comment <= tail.Length)
                {
                    return at;
                }
            }

            end = at + 3; // it may overlap the one before
        }

        return -1;
    }

    public static ZipEndRecord? Parse(ZipSource source, ReadOnlySpan<byte> tail, int at, long tailStart)
    {
        ReadOnlySpan<byte> record = tail[at..];
        long entries = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        long end = tailStart + at;
        if (entries == ushort.MaxValue || size == uint.MaxValue || offset == uint.MaxValue)
        {
            if (Zip64(source, end) is { } large)
            {
                (entries, size, offset, end) = large;
            }
        }

        if (size < 0 || offset < 0 || size > end)
        {
            return null;
        }

        long shift = end - size - offset;
        if (shift == 0 || size == 0 || HasDirectory(source, offset + shift))
        {
            return new ZipEndRecord(offset + shift, size, entries, shift);
        }

        return HasDirectory(source, offset)
            ? new ZipEndRecord(offset, Math.Min(size, source.Length - offset), entries, 0)
            : null;
    }

    private static (long Entries, long Size, long Offset, long End)? Zip64(ZipSource source, long end)
    {
        Span<byte> locator = stackalloc byte[LocatorLength];
        if (
            end < LocatorLength
            || source.Fill(locator, end - LocatorLength) < LocatorLength
            || BinaryPrimitives.ReadUInt32LittleEndian(locator) != LocatorSignature
        )
        {
            return null;
        }

        long stated = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        // with bytes before the archive the stated place is wrong, and the record still ends at the locator
        return Zip64At(source, stated) ?? Zip64At(source, end - LocatorLength - Zip64Length);
    }

    private static (long Entries, long Size, long Offset, long End)? Zip64At(ZipSource source, long at)
    {
        Span<byte> record = stackalloc byte[Zip64Length];
        if (
            at < 0
            || at > source.Length - Zip64Length
            || source.Fill(record, at) < Zip64Length
            || BinaryPrimitives.ReadUInt32LittleEndian(record) != Zip64Signature
        )
        {
            return null;
        }

        return (
            BinaryPrimitives.ReadInt64LittleEndian(record[32..]),
            BinaryPrimitives.ReadInt64LittleEndian(record[40..]),
            BinaryPrimitives.ReadInt64LittleEndian(record[48..]),
            at
        );
    }

    private static bool HasDirectory(ZipSource source, long at)
    {
        Span<byte> signature = stackalloc byte[4];
        return at >= 0
            && at < source.Length
            && source.Fill(signature, at) == 4
            && BinaryPrimitives.ReadUInt32LittleEndian(signature) is (DirectorySignature or EndSignature);
    }
}
