namespace Colophon.Formats.Media.Codecs;

/// <summary>Reads numbers of any count of bits, highest bit first; zeros behind the end.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public readonly bool IsPastEnd => _at > _bytes.Length * 8;

    /// <summary>Up to 32 bits.</summary>
    public uint Read(int count)
    {
        uint value = 0;
        for (int i = 0; i < count; i++, _at++)
        {
            int index = _at >> 3;
            uint bit = index < _bytes.Length ? (uint)(_bytes[index] >> (7 - (_at & 7))) & 1 : 0;
            value = (value << 1) | bit;
        }

        return value;
    }

    public bool ReadFlag() => Read(1) == 1;

    public void Skip(int count) => _at += count;

    /// <summary>Exp-Golomb, unsigned (ITU-T H.264, 9.1).</summary>
    public uint ReadGolomb()
    {
        int zeros = 0;
        while (zeros < 32 && !IsPastEnd && Read(1) == 0)
        {
            zeros++;
        }

        return zeros >= 32 ? uint.MaxValue : (1u << zeros) - 1 + Read(zeros);
    }

    /// <summary>Exp-Golomb, signed.</summary>
    public int ReadSignedGolomb()
    {
        uint code = ReadGolomb();
        int half = (int)(code >> 1);
        return (code & 1) == 1 ? half + 1 : -half;
    }
}
