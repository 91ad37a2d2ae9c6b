using Colophon.Formats.Media;

namespace Colophon.Formats.Audio.Tags;

/// <summary>What follows the header of an ID3v2 tag, by position: in the file, or decoded when the whole tag is unsynchronised.</summary>
internal sealed class Id3Body
{
    private readonly MediaBytes? _bytes;
    private readonly long _start;
    private readonly byte[]? _raw;
    private readonly byte[]? _plain;

    private Id3Body(byte[] content)
    {
        (_raw, _plain) = (content, content);
        Length = content.Length;
    }

    private Id3Body(MediaBytes bytes, long start, long length, byte[]? raw)
    {
        (_bytes, _start, _raw) = (bytes, start, raw);
        _plain = raw is null ? null : Id3Unsync.Decode(raw);
        Length = _plain?.Length ?? length;
    }

    public long Length { get; }

    public bool IsDecoded => _plain is not null;

    public static Id3Body InFile(MediaBytes bytes, long start, long length) => new(bytes, start, length, null);

    public static Id3Body Decoded(MediaBytes bytes, long start, byte[] raw) => new(bytes, start, raw.Length, raw);

    /// <summary>Bytes taken out of a frame, which have no place of their own in the file.</summary>
    public static Id3Body Of(byte[] content) => new(content);

    /// <summary>Bytes there; valid until the next call.</summary>
    public ReadOnlySpan<byte> Peek(long offset, int length)
    {
        int there = (int)Math.Clamp(Length - offset, 0, length);
        return _plain is null
            ? _bytes!.Peek(_start + offset, there)
            : _plain.AsSpan((int)Math.Min(offset, Length), there);
    }

    public byte[] Copy(long offset, long length, int limit)
    {
        int there = (int)Math.Clamp(Length - offset, 0, Math.Min(Math.Max(0, length), limit));
        return _plain is null
            ? _bytes!.Copy(_start + offset, there, limit)
            : _plain.AsSpan((int)Math.Min(offset, Length), there).ToArray();
    }

    /// <summary>Where in the file the byte stands.</summary>
    public long FileOffset(long offset) => _start + (_raw is null ? offset : Id3Unsync.RawOffset(_raw, (int)offset));
}
