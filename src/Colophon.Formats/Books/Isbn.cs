namespace Colophon.Formats.Books;

/// <summary>International Standard Book Numbers (ISO 2108): only those with a right check digit count.</summary>
public static class Isbn
{
    /// <summary>Without hyphens and spaces, X upper case; null when it is no ISBN-10 and no ISBN-13 or its check digit is wrong.</summary>
    public static string? Normalise(string? text)
    {
        string compact = Compact(text);
        return IsIsbn13(compact) || IsIsbn10(compact) ? compact : null;
    }

    /// <summary>The ISBN-13 (978) of a right ISBN-10, an ISBN-13 as it is, both as <see cref="Normalise"/> writes them; else null.</summary>
    public static string? ToIsbn13(string? text)
    {
        if (Normalise(text) is not { } isbn || isbn.Length == 13)
        {
            return Normalise(text);
        }

        string digits = $"978{isbn[..9]}";
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return $"{digits}{(10 - (sum % 10)) % 10}";
    }

    /// <summary>Ten or thirteen digits that look like an ISBN, whatever the check digit.</summary>
    public static bool LooksLikeOne(string compact) =>
        (compact.Length == 13 && compact.All(char.IsAsciiDigit))
        || (
            compact.Length == 10
            && compact[..9].All(char.IsAsciiDigit)
            && (char.IsAsciiDigit(compact[9]) || compact[9] == 'X')
        );

    /// <summary>The text without hyphens, dashes and spaces; empty when it is too long for an ISBN.</summary>
    public static string Compact(string? text)
    {
        Span<char> compact = stackalloc char[32];
        int length = 0;
        foreach (char c in (text ?? "").AsSpan().Trim())
        {
            if (char.IsWhiteSpace(c) || c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u00AD')
            {
                continue;
            }

            if (length == compact.Length)
            {
                return "";
            }

            compact[length++] = char.ToUpperInvariant(c);
        }

        return compact[..length].ToString();
    }

    /// <summary>Weights 1 and 3, sum divisible by ten, prefix 978 or 979.</summary>
    public static bool IsIsbn13(string digits)
    {
        if (digits.Length != 13 || !digits.StartsWith("97", StringComparison.Ordinal) || digits[2] is not ('8' or '9'))
        {
            return false;
        }

        int sum = 0;
        for (int i = 0; i < 13; i++)
        {
            if (!char.IsAsciiDigit(digits[i]))
            {
                return false;
            }

            sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return sum % 10 == 0;
    }

    /// <summary>Weights ten to one, sum divisible by eleven, X for ten.</summary>
    public static bool IsIsbn10(string digits)
    {
        if (digits.Length != 10)
        {
            return false;
        }

        int sum = 0;
        for (int i = 0; i < 10; i++)
        {
            bool isTen = i == 9 && digits[i] == 'X';
            if (!isTen && !char.IsAsciiDigit(digits[i]))
            {
                return false;
            }

            sum += (isTen ? 10 : digits[i] - '0') * (10 - i);
        }

        return sum % 11 == 0;
    }
}
