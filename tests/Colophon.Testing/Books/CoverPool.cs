using System.Buffers.Binary;

namespace Colophon.Testing.Books;

/// <summary>Many different covers at the price of a few: drawn ones, each made unique by what stands behind the picture.</summary>
public sealed class CoverPool(int width, int height, int drawn)
{
    private readonly Lazy<byte[]>[] pictures =
    [
        .. Enumerable.Range(0, drawn).Select(seed => new Lazy<byte[]>(() => TinyPng.Cover(width, height, seed))),
    ];

    /// <summary>Readers of PNG stop at its end mark, so the bytes behind it change the content and not the picture.</summary>
    public byte[] Cover(int seed)
    {
        var picture = pictures[seed % pictures.Length].Value;
        var unique = new byte[picture.Length + sizeof(int)];
        picture.CopyTo(unique, 0);
        BinaryPrimitives.WriteInt32LittleEndian(unique.AsSpan(picture.Length), seed);
        return unique;
    }
}
