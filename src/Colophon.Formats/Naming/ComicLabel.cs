using System.Globalization;

namespace Colophon.Formats.Naming;

/// <summary>Names comics by their place in a series: <c>Saga v001</c>, <c>Bleach c012.5</c>, <c>Saga v001-003</c>.</summary>
public static class ComicLabel
{
    /// <summary>Null without series or number. A number that nobody says what it counts is a volume.</summary>
    public static string? Of(string? series, double? number, double? numberEnd, ComicUnit? unit)
    {
        if (string.IsNullOrWhiteSpace(series) || number is not { } first)
        {
            return null;
        }

        string mark = unit == ComicUnit.Chapter ? "c" : "v";
        string range = numberEnd is { } last ? $"-{Padded(last)}" : "";
        return $"{series} {mark}{Padded(first)}{range}";
    }

    private static string Padded(double number) =>
        number < 0
            ? number.ToString("0.####", CultureInfo.InvariantCulture)
            : number.ToString("000.####", CultureInfo.InvariantCulture);
}
