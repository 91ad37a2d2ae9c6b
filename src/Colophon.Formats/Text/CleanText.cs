using System.Globalization;
using System.Text;

namespace Colophon.Formats.Text;

/// <summary>
/// Makes foreign text fit to store: valid Unicode, no control characters but line breaks, no direction overrides (they
/// make names lie), bounded.
/// </summary>
public static class CleanText
{
    /// <summary>One line: white space of any kind becomes single spaces, ends are trimmed.</summary>
    public static string Line(string? text, int limit)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        return IsClean(text, limit, keepBreaks: false) ? text : Rewrite(text, limit, keepBreaks: false);
    }

    /// <summary>As <see cref="Line"/>; null when nothing is left.</summary>
    public static string? LineOrNull(string? text, int limit) =>
        Line(text, limit) is { Length: > 0 } line ? line : null;

    /// <summary>Several lines: as <see cref="Line"/>, but line breaks stay, two in a row at most.</summary>
    public static string Lines(string? text, int limit)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        return IsClean(text, limit, keepBreaks: true) ? text : Rewrite(text, limit, keepBreaks: true);
    }

    /// <summary>Whether there is nothing to rewrite, as far as a glance can tell.</summary>
    private static bool IsClean(string text, int limit, bool keepBreaks)
    {
        if (text.Length > limit || IsGap(text[0]) || IsGap(text[^1]))
        {
            return false;
        }

        int gaps = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isGap = IsGap(c);
            if (!(IsPlain(c) || (isGap && keepBreaks)))
            {
                return false;
            }

            gaps = isGap ? gaps + 1 : 0;
            bool isBlankLine = gaps == 2 && c == '\n' && text[i - 1] == '\n';
            if (gaps > 1 && !isBlankLine)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>ASCII that is printed, dashes and quotes, and the letters of common scripts.</summary>
    private static bool IsPlain(char c) =>
        c
            is >= ' '
                and < '\u007F'
                or >= '\u00C0'
                and < '\u0590'
                or >= '\u2010'
                and < '\u2028'
                or >= '\u3040'
                and < '\uD800';

    private static bool IsGap(char c) => c is ' ' or '\n';

    private static string Rewrite(string text, int limit, bool keepBreaks)
    {
        var clean = new StringBuilder(Math.Min(text.Length, limit));
        int breaks = 0;
        bool space = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (keepBreaks && rune.Value is ('\n' or 0x2028 or 0x2029))
            {
                breaks++;
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                space = true;
            }
            else if (!IsDropped(rune))
            {
                Separate(clean, breaks, space);
                (breaks, space) = (0, false);
                if (clean.Length + rune.Utf16SequenceLength > limit)
                {
                    break;
                }

                clean.AppendRune(rune);
            }
        }

        return clean.ToString().TrimEnd();
    }

    private static void Separate(StringBuilder clean, int breaks, bool space)
    {
        if (clean.Length == 0)
        {
            return;
        }

        if (breaks > 0)
        {
            clean.Append('\n', Math.Min(breaks, 2));
        }
        else if (space)
        {
            clean.Append(' ');
        }
    }

    private static bool IsDropped(Rune rune) =>
        rune.Value is 0xFEFF or 0x202A or 0x202B or 0x202D or 0x202E or 0xFFFE or 0xFFFF
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate;
}
