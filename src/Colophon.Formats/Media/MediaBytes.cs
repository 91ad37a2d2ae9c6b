using System.Buffers;
using System.Buffers.Binary;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Media;

/// <summary>
/// A file by position, through one small window: headers that lie close together cost one read, and what is jumped over
/// costs none. The token is looked at with every read.
/// </summary>
internal sealed class MediaBytes(ZipSource source, CancellationToken cancellationToken) : IDisposable
{
    private const int Window = 8 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Window);
    private long _start;
    private int _filled;

    public long Length => source.Length;

    /// <summary>The bytes there, fewer at the end of the file. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Peek(long offset, int length)
    {
        if (offset < 0 || offset >= Length || length <= 0)
        {
            return [];
        }

        length = (int)Math.Min(length, Length - offset);
        if (offset < _start || offset + length > _start + _filled)
        {
            Refill(offset, length);
        }

        int at = (int)(offset - _start);
        return _buffer.AsSpan(at, Math.Clamp(_filled - at, 0, length));
    }

    /// <summary>A copy of a range that has to outlive the window; shorter at the end of the file.</summary>
    public byte[] Copy(long offset, long length, int limit)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long there = Math.Clamp(Length - offset, 0, Math.Min(Math.Max(0, length), limit));
        byte[] bytes = new byte[offset < 0 ? 0 : there];
        int filled = source.Fill(bytes, offset);
        return filled == bytes.Length ? bytes : bytes[..filled];
    }

    /// <summary>Zero behind the end, as the longer numbers are.</summary>
    public byte Byte(long offset) => Peek(offset, 1) is [var value] ? value : (byte)0;

    public uint UInt32(long offset) =>
        Peek(offset, 4) is { Length: 4 } bytes ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : 0;

    public ulong UInt64(long offset) =>
        Peek(offset, 8) is { Length: 8 } bytes ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : 0;

    public void ThrowIfCancelled() => cancellationToken.ThrowIfCancellationRequested();

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _filled = 0;
    }

    private void Refill(long offset, int length)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_buffer.Length < length)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = ArrayPool<byte>.Shared.Rent(length);
        }

        _start = offset;
        _filled = source.Fill(_buffer.AsSpan(0, Math.Max(Window, length)), offset);
    }
}
