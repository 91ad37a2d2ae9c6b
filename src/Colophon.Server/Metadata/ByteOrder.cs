namespace Colophon.Server.Metadata;

/// <summary>Orders text as its UTF-8 bytes are ordered, without making them.</summary>
internal static class ByteOrder
{
    public static int Compare(string one, string other)
    {
        var same = one.AsSpan().CommonPrefixLength(other);
        if (same == one.Length || same == other.Length)
            return one.Length.CompareTo(other.Length);
        char a = one[same],
            b = other[same];
        // A surrogate stands for four bytes, which come after all that three bytes can say: U+E000 to U+FFFF too.
        var far = char.IsSurrogate(a);
        return far == char.IsSurrogate(b) ? a.CompareTo(b)
            : far ? 1
            : -1;
    }
}
