using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Zip;

/// <summary>Bytes by position: a file, read without moving a shared position, or a seekable stream.</summary>
internal abstract class ZipSource
{
    public abstract long Length { get; }

    public abstract int Read(Span<byte> buffer, long offset);

    /// <summary>Fills the buffer as far as there are bytes; returns how many there were.</summary>
    public int Fill(Span<byte> buffer, long offset)
    {
        int filled = 0;
        while (offset >= 0 && filled < buffer.Length && offset + filled < Length)
        {
            int read = Read(buffer[filled..], offset + filled);
            if (read == 0)
            {
                break;
            }

            filled += read;
        }

        return filled;
    }

    public static ZipSource Of(SafeFileHandle file) => new FileSource(file);

    public static ZipSource Of(Stream stream) => new StreamSource(stream);

    private sealed class FileSource(SafeFileHandle file) : ZipSource
    {
        public override long Length { get; } = RandomAccess.GetLength(file);

        public override int Read(Span<byte> buffer, long offset) => RandomAccess.Read(file, buffer, offset);
    }

    private sealed class StreamSource(Stream stream) : ZipSource
    {
        public override long Length { get; } = stream.Length;

        public override int Read(Span<byte> buffer, long offset)
        {
            stream.Position = offset;
            return stream.Read(buffer);
        }
    }
}
