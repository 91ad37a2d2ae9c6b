using System.Globalization;

namespace Colophon.Formats.Audio.Ogg;

/// <summary>CHAPTER001=00:00:00.000 and CHAPTER001NAME=Title among comments (https://wiki.xiph.org/Chapter_Extension).</summary>
internal sealed class ChapterMarks
{
    private const int Limit = 10_000;
    private const string Prefix = "CHAPTER";

    private readonly SortedDictionary<int, (double? StartMs, string? Title)> _marks = [];

    /// <summary>False for a comment that is none of a chapter.</summary>
    public bool Take(string name, string text)
    {
        int digits = name.Skip(Prefix.Length).TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 5 || !name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        int number = int.Parse(name.AsSpan(Prefix.Length, digits), CultureInfo.InvariantCulture);
        ReadOnlySpan<char> rest = name.AsSpan(Prefix.Length + digits);
        if (_marks.Count < Limit || _marks.ContainsKey(number))
        {
            (double? start, string? title) = _marks.GetValueOrDefault(number);
            _marks[number] =
                rest.IsEmpty ? (Time(text) ?? start, title)
                : rest.Equals("NAME", StringComparison.OrdinalIgnoreCase) ? (start, text)
                : (start, title);
        }

        return true;
    }

    public void AddTo(AudioDraft draft)
    {
        foreach ((double? start, string? title) in _marks.Values)
        {
            if (start is { } known)
            {
                draft.AddChapter(title, known, endMs: null);
            }
        }
    }

    /// <summary>Hours, minutes and seconds with a fraction; null for what is none.</summary>
    private static double? Time(string text)
    {
        double seconds = 0;
        foreach (string part in text.Trim().Split(':'))
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value))
            {
                return null;
            }

            seconds = (seconds * 60) + value;
        }

        return seconds * 1000;
    }
}
