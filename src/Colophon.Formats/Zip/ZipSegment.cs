namespace Colophon.Formats.Zip;

/// <summary>A part of a source as a stream that only goes forward; the source's other readers are not disturbed.</summary>
internal sealed class ZipSegment(ZipSource source, long offset, long length) : Stream
{
    private long _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int wanted = (int)Math.Min(buffer.Length, length - _at);
        int read =
            wanted <= 0 || offset < 0 || offset + _at >= source.Length
                ? 0
                : source.Read(buffer[..wanted], offset + _at);
        _at += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
