using System.Buffers.Binary;
using System.Text;

namespace Colophon.Testing.Video;

/// <summary>An element of EBML in the making: <c>EbmlNode.Text(0x7BA9, "Title")</c>. Lengths take four bytes.</summary>
public sealed class EbmlNode
{
    private const ulong Unknown = 0x01FF_FFFF_FFFF_FFFF;

    private readonly byte[] _content;
    private readonly uint _id;
    private readonly bool _isOpen;

    private EbmlNode(uint id, byte[] content, bool isOpen)
    {
        _id = id;
        _content = content;
        _isOpen = isOpen;
    }

    public static EbmlNode Of(uint id, params IEnumerable<EbmlNode> children) =>
        new(id, [.. children.SelectMany(child => child.ToArray())], isOpen: false);

    /// <summary>Without a length, as in live recordings.</summary>
    public static EbmlNode Open(uint id, params IEnumerable<EbmlNode> children) =>
        new(id, [.. children.SelectMany(child => child.ToArray())], isOpen: true);

    public static EbmlNode Bytes(uint id, params byte[] content) => new(id, content, isOpen: false);

    public static EbmlNode Text(uint id, string text) => Bytes(id, Encoding.UTF8.GetBytes(text));

    public static EbmlNode Number(uint id, ulong number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        return Bytes(id, bytes);
    }

    public static EbmlNode Float(uint id, double number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, number);
        return Bytes(id, bytes);
    }

    public byte[] ToArray()
    {
        Span<byte> id = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(id, _id);
        var size = new byte[_isOpen ? 8 : 4];
        if (_isOpen)
            BinaryPrimitives.WriteUInt64BigEndian(size, Unknown);
        else
            BinaryPrimitives.WriteUInt32BigEndian(size, 0x1000_0000u | (uint)_content.Length);
        return [.. id.TrimStart((byte)0), .. size, .. _content];
    }
}
