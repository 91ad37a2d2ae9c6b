using System.Buffers;

namespace Colophon.Formats.Zip;

/// <summary>Bytes in a rented array; given back when disposed. It grows like a list.</summary>
internal sealed class PooledBytes(int capacity) : IDisposable
{
    private byte[] _array = ArrayPool<byte>.Shared.Rent(Math.Max(16, capacity));

    public int Length { get; set; }

    public byte[] Array => _array;

    public ReadOnlySpan<byte> Span => _array.AsSpan(0, Length);

    /// <summary>Room behind what is there, at least this much.</summary>
    public Span<byte> Room(int atLeast)
    {
        if (_array.Length - Length < atLeast)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_array.Length * 2, Length + atLeast));
            Span.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_array);
            _array = larger;
        }

        return _array.AsSpan(Length);
    }

    public MemoryStream AsStream() => new(_array, 0, Length, writable: false);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_array);
        _array = [];
        Length = 0;
    }
}
