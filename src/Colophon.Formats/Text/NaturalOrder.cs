namespace Colophon.Formats.Text;

/// <summary>
/// Order of names as people count: <c>page 2</c> before <c>page 10</c>, case aside. Total: names that differ in zeros or
/// case only are ordered by their characters.
/// </summary>
public sealed class NaturalOrder : IComparer<string>
{
    /// <summary>The one there is; it has no state.</summary>
    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        int order = Compare((x ?? "").AsSpan(), (y ?? "").AsSpan());
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    /// <summary>Paths by their segments, the files of a folder before its subfolders.</summary>
    public static int ComparePaths(string left, string right)
    {
        ReadOnlySpan<char> x = left;
        ReadOnlySpan<char> y = right;
        while (true)
        {
            int xEnd = x.IndexOfAny('/', '\\');
            int yEnd = y.IndexOfAny('/', '\\');
            if ((xEnd < 0) != (yEnd < 0))
            {
                return xEnd < 0 ? -1 : 1;
            }

            int order = Compare(xEnd < 0 ? x : x[..xEnd], yEnd < 0 ? y : y[..yEnd]);
            if (order != 0 || xEnd < 0)
            {
                return order != 0 ? order : string.CompareOrdinal(left, right);
            }

            x = x[(xEnd + 1)..];
            y = y[(yEnd + 1)..];
        }
    }

    private static int Compare(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        int i = 0;
        int j = 0;
        while (i < x.Length && j < y.Length)
        {
            int order;
            if (char.IsAsciiDigit(x[i]) && char.IsAsciiDigit(y[j]))
            {
                order = CompareNumbers(Digits(x, ref i), Digits(y, ref j));
            }
            else
            {
                order = char.ToUpperInvariant(x[i++]).CompareTo(char.ToUpperInvariant(y[j++]));
            }

            if (order != 0)
            {
                return order;
            }
        }

        return (x.Length - i).CompareTo(y.Length - j);
    }

    private static ReadOnlySpan<char> Digits(ReadOnlySpan<char> text, ref int at)
    {
        int start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return text[start..at].TrimStart('0');
    }

    private static int CompareNumbers(ReadOnlySpan<char> x, ReadOnlySpan<char> y) =>
        x.Length != y.Length ? x.Length.CompareTo(y.Length) : x.SequenceCompareTo(y);
}
