using System.Globalization;

namespace Colophon.Formats.Books;

/// <summary>Dates with the precision they are given in: <c>2009</c>, <c>2009-05</c>, <c>2009-05-01</c>.</summary>
public static class BookDate
{
    private static readonly string[] _exact =
    [
        "d.M.yyyy",
        "MMMM d, yyyy",
        "MMMM d yyyy",
        "MMM d, yyyy",
        "d MMMM yyyy",
        "d MMM yyyy",
        "d-MMM-yyyy",
        "yyyyMMdd",
        "ddd MMM d HH:mm:ss yyyy",
    ];

    private static readonly string[] _months = ["MMMM yyyy", "MMM yyyy", "MMMM, yyyy", "M/yyyy", "MM-yyyy"];

    /// <summary>Reads ISO 8601 and what tools write in its place. A time of day is dropped, as it is written. Null for no date.</summary>
    public static string? Parse(string? text)
    {
        string trimmed = (text ?? "").Trim();
        if (trimmed.Length is < 4 or > 64 || trimmed.StartsWith("0101-01-01", StringComparison.Ordinal))
        {
            return null; // calibre writes the year 101 for "unknown"
        }

        return Iso(trimmed) ?? Spelled(trimmed);
    }

    private static string? Iso(string text)
    {
        if (!TryNumber(text, 0, 4, out int year) || year == 0 || (text.Length > 4 && char.IsAsciiDigit(text[4])))
        {
            return null;
        }

        string known = year.ToString("0000", CultureInfo.InvariantCulture);
        if (text.Length < 7 || text[4] is not ('-' or '/' or '.') || !TryNumber(text, 5, 2, out int month))
        {
            return known;
        }

        if (month is < 1 or > 12)
        {
            return known;
        }

        known = $"{known}-{month.ToString("00", CultureInfo.InvariantCulture)}";
        bool hasDay = text.Length >= 10 && text[7] == text[4] && TryNumber(text, 8, 2, out _);
        if (!hasDay || !TryNumber(text, 8, 2, out int day) || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return known;
        }

        return $"{known}-{day.ToString("00", CultureInfo.InvariantCulture)}";
    }

    private static string? Spelled(string text)
    {
        if (TryExact(text, _exact, out DateTime date))
        {
            return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return TryExact(text, _months, out DateTime month)
            ? month.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : LoneYear(text);
    }

    private static bool TryExact(string text, string[] formats, out DateTime date) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out date);

    /// <summary>"c1999", "[1999]", "published 1999": a single number of four digits that can be a year.</summary>
    private static string? LoneYear(string text)
    {
        string? found = null;
        for (int i = 0; i + 4 <= text.Length; i++)
        {
            bool whole =
                TryNumber(text, i, 4, out int year)
                && year is >= 1000 and <= 2999
                && (i == 0 || !char.IsAsciiDigit(text[i - 1]))
                && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4]));
            if (whole && found is not null)
            {
                return null;
            }

            found = whole ? text.Substring(i, 4) : found;
        }

        return found;
    }

    private static bool TryNumber(string text, int at, int length, out int number)
    {
        number = 0;
        if (at + length > text.Length)
        {
            return false;
        }

        for (int i = at; i < at + length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }

            number = (number * 10) + (text[i] - '0');
        }

        return true;
    }
}
