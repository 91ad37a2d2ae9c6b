using System.Buffers;
using System.Buffers.Binary;
using Colophon.Formats.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Scanning;

/// <summary>XXH64 over a file's size and its first and last 64 KiB: enough to know a file again when it has moved.</summary>
public static class QuickHash
{
    private const int End = 64 * 1024;

    public static long Of(SafeFileHandle file, long size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(sizeof(long) + (2 * End));
        try
        {
            BinaryPrimitives.WriteInt64LittleEndian(buffer, size);
            var at = sizeof(long);
            at += Fill(file, buffer.AsSpan(at, End), offset: 0);
            if (size > End)
                at += Fill(file, buffer.AsSpan(at, End), Math.Max(End, size - End));
            return unchecked((long)XxHash64.Hash(buffer.AsSpan(0, at)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int Fill(SafeFileHandle file, Span<byte> span, long offset)
    {
        var filled = 0;
        while (filled < span.Length)
        {
            var read = RandomAccess.Read(file, span[filled..], offset + filled);
            if (read == 0)
                break;
            filled += read;
        }
        return filled;
    }
}
