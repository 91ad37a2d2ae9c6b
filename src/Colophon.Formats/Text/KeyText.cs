namespace Colophon.Formats.Text;

/// <summary>A key while it is made, in a buffer one character longer than keys may be; what finds no room is dropped.</summary>
internal ref struct KeyText(Span<char> buffer)
{
    private readonly Span<char> _buffer = buffer;
    private bool _isApart;

    public int Length { get; private set; }

    /// <summary>What follows is a word of its own.</summary>
    public void Separate() => _isApart = true;

    public void Append(scoped ReadOnlySpan<char> text)
    {
        Span<char> room = Room();
        text = text[..Math.Min(text.Length, room.Length)];
        text.CopyTo(room);
        Length += text.Length;
    }

    /// <summary>Nothing where the count is negative.</summary>
    public void AppendZeros(int count)
    {
        Span<char> zeros = Room();
        zeros = zeros[..Math.Clamp(count, 0, zeros.Length)];
        zeros.Fill('0');
        Length += zeros.Length;
    }

    /// <summary>At most so many characters, no half of a pair among them.</summary>
    public readonly string ToString(int limit)
    {
        int length =
            Length <= limit ? Length
            : char.IsHighSurrogate(_buffer[limit - 1]) ? limit - 1
            : limit;
        return _buffer[..length].TrimEnd().ToString();
    }

    /// <summary>Behind what is there, and behind a space where a word ended.</summary>
    private Span<char> Room()
    {
        if (_isApart && Length > 0 && Length < _buffer.Length)
        {
            _buffer[Length++] = ' ';
        }

        _isApart = false;
        return _buffer[Length..];
    }
}
