using System.Globalization;
using System.Text.RegularExpressions;

namespace Colophon.Formats.Comic;

/// <summary>Numbers of issues, chapters and volumes as people write them: <c>001</c>, <c>1.5</c>, <c>½</c>, <c>1-3</c>, <c>153b</c>.</summary>
/// <param name="Start">The number, or the first of a range.</param>
/// <param name="End">The last of a range; null for a single number.</param>
public readonly partial record struct ComicNumber(double Start, double? End)
{
    private const int Limit = 40;

    /// <summary>
    /// Reads a number, a range (ends in either order; two ends that are one number are no range), or a number with a tail
    /// (<c>1AU</c> is 1, a lone <c>b</c> behind a chapter is its second half: 153.5). Null for all else.
    /// </summary>
    public static ComicNumber? Parse(string? text)
    {
        string trimmed = (text ?? "").Trim().TrimStart('#').Trim();
        if (trimmed.Length is 0 or > Limit)
        {
            return null;
        }

        Match match = Pattern().Match(trimmed);
        if (!match.Success || Single(match, "whole", "part", "half") is not { } first)
        {
            return null;
        }

        double? last = match.Groups["end"].Success ? Single(match, "endwhole", "endpart", "endhalf") : null;
        return last is null || last == first
            ? new ComicNumber(first, null)
            : new ComicNumber(Math.Min(first, last.Value), Math.Max(first, last.Value));
    }

    private static double? Single(Match match, string whole, string part, string half)
    {
        double? fraction = match.Groups[part].Value switch
        {
            "½" => 0.5,
            "¼" => 0.25,
            "¾" => 0.75,
            _ => null,
        };
        string digits = match.Groups[whole].Value;
        if (digits.Length == 0)
        {
            return fraction;
        }

        double number = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return number + (fraction ?? 0) + (match.Groups[half].Success && number % 1 == 0 ? 0.5 : 0);
    }

    [GeneratedRegex(
        @"^(?<whole>-?[0-9]{1,8}(?:\.[0-9]{1,4})?)?(?<part>[½¼¾])?(?<half>b\b)?(?<end>\s*[-–—~]\s*(?<endwhole>[0-9]{1,8}(?:\.[0-9]{1,4})?)?(?<endpart>[½¼¾])?(?<endhalf>b\b)?)?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Pattern();
}
