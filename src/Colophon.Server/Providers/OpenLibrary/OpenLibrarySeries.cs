using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.OpenLibrary;

/// <summary>Series as cataloguers write them: <c>The Expanse, #1</c>, <c>Discworld ; v. 4</c>, <c>Earthsea (Book 2)</c>, <c>Penguin classics</c>.</summary>
internal static partial class OpenLibrarySeries
{
    public static SeriesEntry Read(string text) =>
        Numbered().Match(text) is { Success: true } numbered
            ? new SeriesEntry(
                numbered.Groups["name"].Value,
                double.Parse(numbered.Groups["number"].Value, NumberStyles.Float, CultureInfo.InvariantCulture)
            )
            : new SeriesEntry(text.TrimEnd(' ', ',', ';', ':', '.'));

    // A bare number behind the name is part of it; more than three digits are a year
    [GeneratedRegex(
        """
            ^(?<name>.*?[^\s,;:(\#-])
            ( \s*([,;:(\#]|--)[\s\#]* ((vol|volume|book|bk|band|bd|tome|no|nr|part|v)\b\.?\s*)?
            | \s+(vol|volume|book|bk|band|bd|tome|no|nr|part|v)\b\.?\s*\#? )
            (?<number>[0-9]{1,3}(\.[0-9]+)?)\)?\.?$
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Numbered();
}
