using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Colophon.Formats.Zip;

/// <summary>
/// Writes a ZIP archive forward (APPNOTE.TXT 6.3.10), its entries new or taken over from another archive as they are packed
/// there: nothing is unpacked, so a copy costs what copying costs and a bomb stays packed. ZIP64 where offsets need it.
/// The directory is gathered in a stream of its own, so that memory does not grow with the entries. Not safe for several
/// threads; both streams stay the caller's.
/// </summary>
/// <param name="target">Gets the archive, from its present position on; never read nor moved.</param>
/// <param name="directory">Empty, seekable; of use to nobody else.</param>
public sealed class ZipWriter(Stream target, Stream directory)
{
    private const uint LocalSignature = 0x04034B50;
    private const uint DirectorySignature = 0x02014B50;
    private const uint EndSignature = 0x06054B50;
    private const uint End64Signature = 0x06064B50;
    private const uint Locator64Signature = 0x07064B50;
    private const ushort NamesInUtf8 = 0x0800;
    private const uint FirstOfJanuary1980 = 0x00210000;
    private const int CopyBuffer = 64 * 1024;

    private long _count;
    private long _position;

    /// <summary>Takes an entry over. Null when all of it was there.</summary>
    public Finding? Copy(ZipDirectory archive, ZipEntry entry, CancellationToken cancellationToken)
    {
        if (entry.IsEncrypted)
        {
            return FindingList.Make(FindingCodes.ZipEncrypted, FindingSeverity.Fatal);
        }

        if (
            archive.DataOffset(entry) is not { } offset
            || entry.CompressedSize >= uint.MaxValue
            || entry.Size >= uint.MaxValue
        )
        {
            return FindingList.Make(FindingCodes.ZipEntryDamaged, FindingSeverity.Fatal);
        }

        Begin(
            new Written(entry.Name, entry.Method, entry.Crc, entry.CompressedSize, entry.Size, entry.Time, _position)
        );
        byte[] buffer = ArrayPool<byte>.Shared.Rent(CopyBuffer);
        try
        {
            for (long left = entry.CompressedSize; left > 0; )
            {
                cancellationToken.ThrowIfCancellationRequested();
                int wanted = (int)Math.Min(left, buffer.Length);
                int read = archive.Source.Fill(buffer.AsSpan(0, wanted), offset);
                if (read < wanted)
                {
                    return FindingList.Make(FindingCodes.ZipEntryDamaged, FindingSeverity.Fatal);
                }

                Write(buffer.AsSpan(0, read));
                (offset, left) = (offset + read, left - read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return null;
    }

    /// <summary>Adds a new entry.</summary>
    public void Add(string name, ReadOnlySpan<byte> content, CompressionLevel compression)
    {
        byte[] packed =
            compression == CompressionLevel.NoCompression ? content.ToArray() : Deflate(content, compression);
        int method = compression == CompressionLevel.NoCompression ? 0 : 8;
        Begin(
            new Written(name, method, Crc32.Of(content), packed.Length, content.Length, FirstOfJanuary1980, _position)
        );
        Write(packed);
    }

    /// <summary>Writes the directory. Nothing can be added after it.</summary>
    /// <param name="comment">Of the archive; 65,535 bytes of it are written.</param>
    public void Finish(ReadOnlySpan<byte> comment = default)
    {
        comment = comment[..Math.Min(comment.Length, ushort.MaxValue)];
        long start = _position;
        directory.Position = 0;
        directory.CopyTo(target);
        _position += directory.Length;
        long size = _position - start;
        bool isLarge = start >= uint.MaxValue || _count >= ushort.MaxValue;
        if (isLarge)
        {
            WriteEnd64(start, size);
        }

        Span<byte> end = stackalloc byte[22];
        end.Clear();
        ushort count = isLarge ? ushort.MaxValue : (ushort)_count;
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)size);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], isLarge ? uint.MaxValue : (uint)start);
        BinaryPrimitives.WriteUInt16LittleEndian(end[20..], (ushort)comment.Length);
        Write(end);
        Write(comment);
    }

    private void Begin(Written entry)
    {
        WriteDirectoryEntry(entry);
        byte[] name = Encoding.UTF8.GetBytes(entry.Name);
        Span<byte> header = stackalloc byte[30];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, LocalSignature);
        WriteCommon(header[4..], entry, name.Length, version: 20);
        Write(header);
        Write(name);
    }

    private void WriteDirectoryEntry(Written entry)
    {
        byte[] name = Encoding.UTF8.GetBytes(entry.Name);
        bool isFar = entry.Offset >= uint.MaxValue;
        Span<byte> header = stackalloc byte[46];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, DirectorySignature);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], isFar ? (ushort)45 : (ushort)20);
        WriteCommon(header[6..], entry, name.Length, isFar ? (ushort)45 : (ushort)20);
        BinaryPrimitives.WriteUInt16LittleEndian(header[30..], isFar ? (ushort)12 : (ushort)0);
        BinaryPrimitives.WriteUInt32LittleEndian(header[42..], isFar ? uint.MaxValue : (uint)entry.Offset);
        directory.Write(header);
        directory.Write(name);
        _count++;
        if (isFar)
        {
            Span<byte> extra = stackalloc byte[12];
            BinaryPrimitives.WriteUInt16LittleEndian(extra, 1);
            BinaryPrimitives.WriteUInt16LittleEndian(extra[2..], 8);
            BinaryPrimitives.WriteInt64LittleEndian(extra[4..], entry.Offset);
            directory.Write(extra);
        }
    }

    /// <summary>The fields that stand alike in both headers, from the version needed to the length of the name.</summary>
    private static void WriteCommon(Span<byte> at, Written entry, int nameLength, ushort version)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at, version);
        BinaryPrimitives.WriteUInt16LittleEndian(at[2..], Ascii.IsValid(entry.Name) ? (ushort)0 : NamesInUtf8);
        BinaryPrimitives.WriteUInt16LittleEndian(at[4..], (ushort)entry.Method);
        BinaryPrimitives.WriteUInt32LittleEndian(at[6..], entry.Time);
        BinaryPrimitives.WriteUInt32LittleEndian(at[10..], entry.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(at[14..], (uint)entry.Packed);
        BinaryPrimitives.WriteUInt32LittleEndian(at[18..], (uint)entry.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(at[22..], (ushort)nameLength);
    }

    private void WriteEnd64(long start, long size)
    {
        long at = _position;
        Span<byte> end = stackalloc byte[56];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, End64Signature);
        BinaryPrimitives.WriteInt64LittleEndian(end[4..], 44);
        BinaryPrimitives.WriteUInt16LittleEndian(end[12..], 45);
        BinaryPrimitives.WriteUInt16LittleEndian(end[14..], 45);
        BinaryPrimitives.WriteInt64LittleEndian(end[24..], _count);
        BinaryPrimitives.WriteInt64LittleEndian(end[32..], _count);
        BinaryPrimitives.WriteInt64LittleEndian(end[40..], size);
        BinaryPrimitives.WriteInt64LittleEndian(end[48..], start);
        Write(end);
        Span<byte> locator = stackalloc byte[20];
        locator.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(locator, Locator64Signature);
        BinaryPrimitives.WriteInt64LittleEndian(locator[8..], at);
        BinaryPrimitives.WriteUInt32LittleEndian(locator[16..], 1);
        Write(locator);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        target.Write(bytes);
        _position += bytes.Length;
    }

    private static byte[] Deflate(ReadOnlySpan<byte> content, CompressionLevel compression)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, compression, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    private sealed record Written(string Name, int Method, uint Crc, long Packed, long Size, uint Time, long Offset);
}
