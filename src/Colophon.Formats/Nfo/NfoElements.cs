using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Books;
using Colophon.Formats.Text;
using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>The elements of one root, or of one in it, and what they say as text, number, date, list.</summary>
internal sealed partial class NfoElements
{
    /// <summary>Entries of a list that are kept.</summary>
    public const int ListLimit = 5_000;

    private const int LineLimit = 2_000;
    private const int TextLimit = 40_000;
    private const int FirstYear = 1850;

    private static readonly string[] _times =
    [
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    private static readonly List<LooseElement> _none = [];

    private readonly LooseDocument _document;
    private readonly FindingList _findings;
    private readonly Dictionary<string, List<LooseElement>> _byName = new(StringComparer.Ordinal);

    public NfoElements(LooseDocument document, IEnumerable<LooseElement> elements, FindingList findings)
    {
        (_document, _findings) = (document, findings);
        foreach (LooseElement element in elements)
        {
            if (!_byName.TryGetValue(element.Key, out List<LooseElement>? same))
            {
                _byName[element.Key] = same = [];
            }

            // Kodi's way to say that what was said before does not count
            if (FlagOf(element.Attribute("clear")) == true)
            {
                same.Clear();
            }

            same.Add(element);
        }
    }

    /// <summary>What stands in an element.</summary>
    public NfoElements In(LooseElement element) => new(_document, element.Elements, _findings);

    /// <summary>As if there were only this element.</summary>
    public NfoElements Only(LooseElement element) => new(_document, [element], _findings);

    /// <summary>Every element of these names, those of the first name first.</summary>
    public IEnumerable<LooseElement> All(params ReadOnlySpan<string> names)
    {
        IEnumerable<LooseElement> all = _byName.GetValueOrDefault(names[0]) ?? _none;
        foreach (string name in names[1..])
        {
            all = _byName.TryGetValue(name, out List<LooseElement>? more) ? all.Concat(more) : all;
        }

        return all;
    }

    /// <summary>The first of these that says something, as one line.</summary>
    public string? Line(params ReadOnlySpan<string> names) =>
        All(names).Select(LineOf).FirstOrDefault(line => line is not null);

    /// <summary>The text of one element, as one line.</summary>
    public string? LineOf(LooseElement element) => CleanText.LineOrNull(TextOf(element), LineLimit);

    /// <summary>The text an element has of itself, as one line, when it holds no elements.</summary>
    public string? OwnLine(LooseElement element) => element.Elements.Any() ? null : LineOf(element);

    /// <summary>The first of these that says something, its lines kept.</summary>
    public string? Lines(params ReadOnlySpan<string> names) =>
        All(names)
            .Select(element => CleanText.Lines(TextOf(element), TextLimit))
            .FirstOrDefault(text => text.Length > 0);

    /// <summary>All that these elements name, each once, split where one element names several.</summary>
    public IReadOnlyList<string> List(Func<string, IEnumerable<string>> split, params ReadOnlySpan<string> names) =>
        Kept(
            All(names)
                .Select(LineOf)
                .OfType<string>()
                .SelectMany(split)
                .Select(name => CleanText.Line(name, LineLimit))
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.Ordinal)
        );

    /// <summary>As much of a list as is kept.</summary>
    public IReadOnlyList<T> Kept<T>(IEnumerable<T> list)
    {
        List<T> kept = [.. list.Take(ListLimit + 1)];
        if (kept.Count > ListLimit)
        {
            _findings.Warn(FindingCodes.NfoListCut);
            kept.RemoveAt(ListLimit);
        }

        return kept;
    }

    /// <summary>A whole number from zero on; -1 is what programs write for "not known".</summary>
    public int? Whole(params ReadOnlySpan<string> names) =>
        First<int>(
            names,
            line => int.TryParse(line, CultureInfo.InvariantCulture, out int number) && number >= 0 ? number : null
        );

    /// <summary>A number from zero on, with a point or a comma.</summary>
    public double? Number(params ReadOnlySpan<string> names) => First(names, NumberOf);

    /// <summary>Minutes: <c>90</c>, <c>90 min</c>.</summary>
    public int? Minutes(string name) =>
        First<int>(
            [name],
            line =>
                Minute().Match(line) is { Success: true } match
                && int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) is > 0 and var minutes
                    ? minutes
                    : null
        );

    /// <summary>Seconds: <c>245</c>, <c>4:05</c>, <c>1:02:03</c>.</summary>
    public int? Seconds(string name) => First([name], SecondsOf);

    public int? Year(string name) =>
        First<int>(
            [name],
            line =>
                BookDate.Parse(line) is { } date
                && int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture) is > FirstYear and var year
                    ? year
                    : null
        );

    public string? Date(params ReadOnlySpan<string> names) =>
        All(names).Select(element => DateOf(LineOf(element))).FirstOrDefault(date => date is not null);

    /// <summary>Day and time as they are written; a zone is not looked at.</summary>
    public DateTime? Time(string name) =>
        First<DateTime>(
            [name],
            line =>
                DateTimeOffset.TryParseExact(
                    line,
                    _times,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out DateTimeOffset time
                )
                && time.Year > FirstYear
                    ? time.DateTime.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond))
                    : null
        );

    public bool? Flag(string name) => First([name], FlagOf);

    /// <summary>The number a text holds, from zero on.</summary>
    public static double? NumberOf(string? line) =>
        double.TryParse(line?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
        && number >= 0
            ? Math.Round(number, 4)
            : null;

    public static bool? FlagOf(string? text) =>
        text?.Trim().ToLowerInvariant() switch
        {
            "true" or "1" or "yes" => true,
            "false" or "0" or "no" => false,
            _ => null,
        };

    /// <summary>An address that can be fetched; null for paths of somebody's disk.</summary>
    public static string? AddressOf(string? line) =>
        line is not null
        && (
            line.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        )
        && !line.Contains(' ')
            ? line
            : null;

    private static string? DateOf(string? line) =>
        // "0001-01-01" is what a program writes that has none
        BookDate.Parse(line)
            is { } date
        && string.CompareOrdinal(date, "1000") >= 0
            ? date
            : null;

    private static int? SecondsOf(string line)
    {
        string[] parts = line.Split(':');
        int seconds = 0;
        foreach (string part in parts)
        {
            if (
                parts.Length > 3
                || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            )
            {
                return null;
            }

            seconds = number < 1_000_000 && seconds < 1_000_000 ? (seconds * 60) + number : 0;
        }

        return seconds > 0 ? seconds : null;
    }

    private T? First<T>(ReadOnlySpan<string> names, Func<string, T?> read)
        where T : struct =>
        All(names)
            .Select(element => LineOf(element) is { } line ? read(line) : null)
            .FirstOrDefault(value => value is not null);

    private string TextOf(LooseElement element)
    {
        string text = _document.TextOf(element, TextLimit, out bool cut);
        if (cut)
        {
            _findings.Warn(FindingCodes.NfoTextCut);
        }

        return text;
    }

    // "2h 10" is neither 2 minutes nor 10
    [GeneratedRegex("^([0-9]{1,5})(?:[.,][0-9]+)?(?:$|[ ]?(?i:m)| (?![ ]*[hH]))", RegexOptions.CultureInvariant)]
    private static partial Regex Minute();
}
