using System.Buffers.Binary;
using System.Text;

namespace Colophon.Formats.Zip;

/// <summary>Finds and parses the central directory.</summary>
internal static class ZipDirectoryReader
{
    private const int HeaderLength = 46;
    private const uint HeaderSignature = 0x02014B50;

    // holds the end record and the whole directory of an ordinary book, so that one read does
    private const int FirstTail = 16 * 1024;
    private const int LongestTail = ZipEndRecord.Length + ushort.MaxValue + 4096;

    private static readonly UTF8Encoding _strictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding _codePage437 = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    public static Reading<ZipDirectory> Read(ZipSource source, ZipLimits limits, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        if (source.Length == 0)
        {
            findings.Fail(FindingCodes.ZipEmpty);
            return findings.With<ZipDirectory>(null);
        }

        using var tail = new PooledBytes(FirstTail);
        int at = ReadTail(source, tail, FirstTail);
        if (at < 0 && source.Length > FirstTail)
        {
            at = ReadTail(source, tail, LongestTail);
        }

        if (at < 0)
        {
            findings.Fail(StartsLikeArchive(source) ? FindingCodes.ZipTruncated : FindingCodes.ZipNotAnArchive);
            return findings.With<ZipDirectory>(null);
        }

        long tailStart = source.Length - tail.Length;
        if (ZipEndRecord.Parse(source, tail.Span, at, tailStart) is not { } end)
        {
            findings.Fail(FindingCodes.ZipDirectoryDamaged);
            return findings.With<ZipDirectory>(null);
        }

        if (end.Size > limits.DirectoryBytes)
        {
            findings.Fail(FindingCodes.ZipDirectoryTooLarge);
            return findings.With<ZipDirectory>(null);
        }

        List<ZipEntry>? entries = ReadEntries(source, tail.Span, tailStart, end, limits, findings, cancellationToken);
        return findings.With(entries is null ? null : new ZipDirectory(source, entries, Comment(tail.Span[at..])));
    }

    private static byte[] Comment(ReadOnlySpan<byte> endRecord) =>
        endRecord.Slice(ZipEndRecord.Length, BinaryPrimitives.ReadUInt16LittleEndian(endRecord[20..])).ToArray();

    private static int ReadTail(ZipSource source, PooledBytes tail, int wanted)
    {
        int length = (int)Math.Min(source.Length, wanted);
        tail.Length = 0;
        tail.Length = source.Fill(tail.Room(length)[..length], source.Length - length);
        return ZipEndRecord.Find(tail.Span);
    }

    private static bool StartsLikeArchive(ZipSource source)
    {
        Span<byte> head = stackalloc byte[4];
        return source.Fill(head, 0) == 4 && head.SequenceEqual("PK\u0003\u0004"u8);
    }

    private static List<ZipEntry>? ReadEntries(
        ZipSource source,
        ReadOnlySpan<byte> tail,
        long tailStart,
        ZipEndRecord end,
        ZipLimits limits,
        FindingList findings,
        CancellationToken cancellationToken
    )
    {
        if (end.Start >= tailStart)
        {
            return Parse(
                tail.Slice((int)(end.Start - tailStart), (int)end.Size),
                end,
                limits,
                findings,
                cancellationToken
            );
        }

        using var directory = new PooledBytes((int)end.Size);
        directory.Length = source.Fill(directory.Room((int)end.Size)[..(int)end.Size], end.Start);
        return Parse(directory.Span, end, limits, findings, cancellationToken);
    }

    private static List<ZipEntry>? Parse(
        ReadOnlySpan<byte> directory,
        ZipEndRecord end,
        ZipLimits limits,
        FindingList findings,
        CancellationToken cancellationToken
    )
    {
        var entries = new List<ZipEntry>((int)Math.Clamp(end.Entries, 0, directory.Length / HeaderLength));
        while (
            directory.Length >= HeaderLength && BinaryPrimitives.ReadUInt32LittleEndian(directory) == HeaderSignature
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            int name = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            int extra = BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]);
            int comment = BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            int length = HeaderLength + name + extra + comment;
            if (length > directory.Length)
            {
                break;
            }

            if (entries.Count == limits.Entries)
            {
                findings.Fail(FindingCodes.ZipTooManyEntries);
                return null;
            }

            if (name <= limits.NameBytes)
            {
                entries.Add(ParseEntry(directory[..length], name, extra, end.Shift));
            }

            directory = directory[length..];
        }

        if (directory.Length >= HeaderLength || entries.Count < Math.Min(end.Entries, 1))
        {
            // entries that could be read before the damage are of use only when there are some
            findings.Add(
                FindingList.Make(
                    FindingCodes.ZipDirectoryDamaged,
                    entries.Count == 0 ? FindingSeverity.Fatal : FindingSeverity.Warning
                )
            );
        }

        return entries.Count == 0 && findings.IsFatal ? null : entries;
    }

    private static ZipEntry ParseEntry(ReadOnlySpan<byte> header, int nameLength, int extraLength, long shift)
    {
        int flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        long compressed = BinaryPrimitives.ReadUInt32LittleEndian(header[20..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(header[42..]);
        ReadOnlySpan<byte> extra = header.Slice(HeaderLength + nameLength, extraLength);
        if (size == uint.MaxValue || compressed == uint.MaxValue || offset == uint.MaxValue)
        {
            Widen(extra, ref size, ref compressed, ref offset);
        }

        return new ZipEntry(
            Name(header.Slice(HeaderLength, nameLength)),
            offset + shift,
            compressed,
            size,
            BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            (flags & 0x2041) != 0 // encrypted, strongly, or with masked headers
        )
        {
            Time = BinaryPrimitives.ReadUInt32LittleEndian(header[12..]),
            Crc = BinaryPrimitives.ReadUInt32LittleEndian(header[16..]),
        };
    }

    /// <summary>The ZIP64 extra field holds only those of the three that did not fit, in this order (4.5.3).</summary>
    private static void Widen(ReadOnlySpan<byte> extra, ref long size, ref long compressed, ref long offset)
    {
        while (extra.Length >= 4)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            int length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (id == 1)
            {
                ReadOnlySpan<byte> field = extra.Slice(4, length);
                Take(ref field, ref size);
                Take(ref field, ref compressed);
                Take(ref field, ref offset);
                return;
            }

            extra = extra[(4 + length)..];
        }
    }

    private static void Take(ref ReadOnlySpan<byte> field, ref long value)
    {
        if (value == uint.MaxValue && field.Length >= 8)
        {
            value = BinaryPrimitives.ReadInt64LittleEndian(field);
            field = field[8..];
        }
    }

    /// <summary>Most tools write UTF-8 whether or not they set the flag; what is no UTF-8 is code page 437 (appendix D).</summary>
    private static string Name(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        try
        {
            return _strictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return _codePage437.GetString(bytes);
        }
    }
}
