using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Colophon.Formats.Pictures;
using Colophon.Formats.Text;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Zip;

/// <summary>
/// Takes entries out of an archive, bounded in size and in ratio. Sizes that lie are met by stopping; check sums are not
/// asked for, because damaged XML and pictures show themselves. What goes wrong is a finding, never an exception, but for
/// errors of the disk.
/// </summary>
public static class ZipEntryReader
{
    private const int HeaderLength = 30;
    private const uint HeaderSignature = 0x04034B50;
    private const int CopyBuffer = 64 * 1024;

    // text deflates to a tenth, and honest tables of contents to a fiftieth; small entries may do what they like
    private const int BombRatio = 200;
    private const long BombSize = 8 * 1024 * 1024;

    /// <summary>Copies a picture out of an archive by what a reader noted about its place.</summary>
    /// <param name="archive">The open archive, unchanged since it was read.</param>
    /// <param name="destination">Gets the picture's bytes, and a part of them when it fails.</param>
    /// <param name="limit">A picture larger than this is refused before a byte is written.</param>
    /// <returns>Null when the whole picture was copied.</returns>
    public static Finding? CopyPicture(
        SafeFileHandle archive,
        EmbeddedPicture picture,
        Stream destination,
        long limit,
        CancellationToken cancellationToken
    )
    {
        ZipSource source = ZipSource.Of(archive);
        var entry = new ZipEntry(picture.Entry, 0, picture.CompressedSize, picture.Size, picture.Method, false);
        return Refusal(entry, limit) ?? CopyData(source, entry, picture.Offset, destination, limit, cancellationToken);
    }

    internal static Finding? Copy(
        ZipSource source,
        ZipEntry entry,
        Stream destination,
        long limit,
        CancellationToken cancellationToken
    )
    {
        if (Refusal(entry, limit) is { } refusal)
        {
            return refusal;
        }

        return DataOffset(source, entry) is { } offset
            ? CopyData(source, entry, offset, destination, limit, cancellationToken)
            : Fail(FindingCodes.ZipEntryDamaged, entry);
    }

    internal static long? DataOffset(ZipSource source, ZipEntry entry)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        return source.Fill(header, entry.HeaderOffset) == HeaderLength ? DataOffset(header, entry) : null;
    }

    /// <summary>Reads header and data in one read where the entry is small, as metadata are.</summary>
    internal static PooledBytes? ReadAll(ZipSource source, ZipEntry entry, long limit, out Finding? finding)
    {
        finding = Refusal(entry, limit);
        if (finding is not null)
        {
            return null;
        }

        // a header's extra field is seldom longer than what is left of 512 bytes
        long wanted = HeaderLength + 512 + entry.Name.Length + entry.CompressedSize;
        if (entry.HeaderOffset < 0 || entry.HeaderOffset >= source.Length || wanted > int.MaxValue)
        {
            finding = Fail(FindingCodes.ZipEntryDamaged, entry);
            return null;
        }

        using var packed = new PooledBytes((int)Math.Min(wanted, source.Length - entry.HeaderOffset));
        int available = (int)Math.Min(wanted, source.Length - entry.HeaderOffset);
        packed.Length = source.Fill(packed.Room(available)[..available], entry.HeaderOffset);
        if (packed.Length < HeaderLength || DataOffset(packed.Span, entry) is not { } offset)
        {
            finding = Fail(FindingCodes.ZipEntryDamaged, entry);
            return null;
        }

        long start = offset - entry.HeaderOffset;
        if (start + entry.CompressedSize <= packed.Length)
        {
            var data = new MemoryStream(packed.Array, (int)start, (int)entry.CompressedSize, writable: false);
            return Take(data, entry, limit, out finding);
        }

        return Take(new ZipSegment(source, offset, entry.CompressedSize), entry, limit, out finding);
    }

    private static long? DataOffset(ReadOnlySpan<byte> header, ZipEntry entry) =>
        BinaryPrimitives.ReadUInt32LittleEndian(header) == HeaderSignature
            ? entry.HeaderOffset
                + HeaderLength
                + BinaryPrimitives.ReadUInt16LittleEndian(header[26..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[28..])
            : null;

    private static Finding? Refusal(ZipEntry entry, long limit)
    {
        if (entry.IsEncrypted)
        {
            return Fail(FindingCodes.ZipEncrypted, entry);
        }

        if (entry.Method is not (0 or 8))
        {
            return Fail(FindingCodes.ZipMethodUnsupported, entry);
        }

        if (entry.Size < 0 || entry.CompressedSize < 0)
        {
            return Fail(FindingCodes.ZipEntryDamaged, entry);
        }

        return entry.Size > limit || entry.CompressedSize > limit ? Fail(FindingCodes.ZipEntryTooLarge, entry) : null;
    }

    private static PooledBytes? Take(Stream data, ZipEntry entry, long limit, out Finding? finding)
    {
        var content = new PooledBytes((int)Math.Min(entry.Size + 1, 1024 * 1024));
        finding = null;
        try
        {
            using Stream plain = Plain(data, entry);
            for (int read; (read = plain.Read(content.Room(1))) > 0; )
            {
                content.Length += read;
                finding = Excess(content.Length, entry, limit);
                if (finding is not null)
                {
                    content.Dispose();
                    return null;
                }
            }

            return content;
        }
        catch (InvalidDataException)
        {
            content.Dispose();
            finding = Fail(FindingCodes.ZipEntryDamaged, entry);
            return null;
        }
    }

    private static Finding? CopyData(
        ZipSource source,
        ZipEntry entry,
        long offset,
        Stream destination,
        long limit,
        CancellationToken cancellationToken
    )
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(CopyBuffer);
        try
        {
            using Stream plain = Plain(new ZipSegment(source, offset, entry.CompressedSize), entry);
            long copied = 0;
            while (copied < entry.Size)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int read = plain.Read(buffer, 0, (int)Math.Min(buffer.Length, entry.Size - copied));
                if (read == 0)
                {
                    return Fail(FindingCodes.ZipEntryDamaged, entry);
                }

                copied += read;
                if (Excess(copied, entry, limit) is { } excess)
                {
                    return excess;
                }

                destination.Write(buffer, 0, read);
            }

            return null;
        }
        catch (InvalidDataException)
        {
            return Fail(FindingCodes.ZipEntryDamaged, entry);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Stream Plain(Stream data, ZipEntry entry) =>
        entry.Method == 0 ? data : new DeflateStream(data, CompressionMode.Decompress);

    private static Finding? Excess(long taken, ZipEntry entry, long limit)
    {
        if (taken > limit)
        {
            return Fail(FindingCodes.ZipEntryTooLarge, entry);
        }

        return taken > BombSize && taken / Math.Max(1, entry.CompressedSize) > BombRatio
            ? Fail(FindingCodes.ZipBomb, entry)
            : null;
    }

    private static Finding Fail(string code, ZipEntry entry) =>
        FindingList.Make(code, FindingSeverity.Fatal, CleanText.Line(entry.Name, 200));
}
