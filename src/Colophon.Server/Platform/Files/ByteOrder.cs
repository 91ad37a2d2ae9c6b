namespace Colophon.Server.Platform.Files;

/// <summary>
/// The order of names by their UTF-8 bytes, without making the bytes. It differs from the ordinal order of .NET strings
/// only where a surrogate pair meets a character from U+E000 on.
/// </summary>
public static class ByteOrder
{
    public static int Compare(string left, string right)
    {
        var common = Math.Min(left.Length, right.Length);
        for (var at = 0; at < common; at++)
            if (left[at] != right[at])
                return Rank(left[at]).CompareTo(Rank(right[at]));
        return left.Length.CompareTo(right.Length);
    }

    // Surrogates stand for characters beyond U+FFFF, so they come after all others.
    private static int Rank(char character) => char.IsSurrogate(character) ? character + 0x10000 : character;
}
