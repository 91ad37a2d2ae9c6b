using System.Buffers.Binary;

namespace Colophon.Formats.Audio.Ogg;

/// <summary>
/// Walks a packet of Vorbis comments: the name of the program that wrote them, a count, then each comment with its length.
/// Counts and lengths that lie end the walk.
/// </summary>
internal ref struct VorbisCommentWalk
{
    private const int CountLimit = 20_000;

    private readonly ReadOnlySpan<byte> _block;
    private readonly uint _count;
    private int _at;

    public VorbisCommentWalk(ReadOnlySpan<byte> block)
    {
        _block = block;
        Index = -1;
        if (!TakeLength(out int vendor) || vendor > _block.Length - _at - 4)
        {
            IsDamaged = true;
            return;
        }

        _at += vendor;
        _count = BinaryPrimitives.ReadUInt32LittleEndian(_block[_at..]);
        _at += 4;
    }

    /// <summary>Whether the packet ended before its comments did.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Number of the current comment, from zero.</summary>
    public int Index { get; private set; }

    public ReadOnlySpan<byte> Name { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Moves on to the next comment that has a name.</summary>
    public bool MoveNext()
    {
        while (!IsDamaged && Index + 1 < Math.Min(_count, CountLimit))
        {
            Index++;
            if (!TakeLength(out int length))
            {
                IsDamaged = true;
                return false;
            }

            ReadOnlySpan<byte> comment = _block.Slice(_at, length);
            _at += length;
            int equals = comment.IndexOf((byte)'=');
            if (equals > 0)
            {
                Name = comment[..equals];
                Value = comment[(equals + 1)..];
                return true;
            }
        }

        return false;
    }

    private bool TakeLength(out int length)
    {
        length = 0;
        if (_at + 4 > _block.Length)
        {
            return false;
        }

        uint said = BinaryPrimitives.ReadUInt32LittleEndian(_block[_at..]);
        _at += 4;
        length = (int)Math.Min(said, int.MaxValue);
        return said <= _block.Length - _at;
    }
}
