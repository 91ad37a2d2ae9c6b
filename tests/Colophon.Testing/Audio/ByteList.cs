using System.Buffers.Binary;
using System.Text;

namespace Colophon.Testing.Audio;

/// <summary>Bytes in the making, for builders of binary files.</summary>
internal sealed class ByteList
{
    private readonly MemoryStream _bytes = new();

    public int Length => (int)_bytes.Length;

    public ByteList Add(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    public ByteList Add(ByteList bytes) => Add(bytes.ToArray());

    public ByteList Byte(int value)
    {
        _bytes.WriteByte((byte)value);
        return this;
    }

    public ByteList Zeros(int count) => Add(new byte[count]);

    public ByteList Latin(string text) => Add(Encoding.Latin1.GetBytes(text));

    public ByteList Utf8(string text) => Add(Encoding.UTF8.GetBytes(text));

    public ByteList Big16(int value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        return Add(bytes);
    }

    public ByteList Big32(long value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value);
        return Add(bytes);
    }

    public ByteList Big64(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return Add(bytes);
    }

    public ByteList Little32(long value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)value);
        return Add(bytes);
    }

    public ByteList Little64(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return Add(bytes);
    }

    public byte[] ToArray() => _bytes.ToArray();

    /// <summary>A box of MP4: length, type, content.</summary>
    public static ByteList Box(string type, params ByteList[] content)
    {
        var box = new ByteList().Big32(8 + content.Sum(part => part.Length)).Latin(type);
        foreach (var part in content)
            box.Add(part);
        return box;
    }
}
