using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Colophon.Formats.Books;
using Colophon.Formats.Text;

namespace Colophon.Formats.Nfo;

/// <summary>
/// Reads the <c>.nfo</c> texts that come with audiobooks: lines of <c>Key: value</c> and, under a heading, the description.
/// There is no standard; the keys are those that programs which make such files write (the cases of audiobookshelf's tests).
/// XML, which other programs call <c>.nfo</c> too, says nothing here. Never throws.
/// </summary>
public static partial class BookNfoReader
{
    /// <summary>Bytes of the largest text that is read; they are a page or two.</summary>
    public const int SizeLimit = 256 * 1024;

    private const int LineLimit = 1_000;
    private const int DescriptionLimit = 32_000;
    private const int ListLimit = 200;

    /// <summary>Reads the whole file: UTF-8, or Windows-1252 as old ones have it.</summary>
    public static BookNfo Read(ReadOnlySpan<byte> file)
    {
        string text = Decode(file.Length > SizeLimit ? file[..SizeLimit] : file);
        return text.TrimStart().StartsWith('<') ? Of([], null) : Of(Values(text), DescriptionOf(text));
    }

    private static string Decode(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> body = file.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? file[3..] : file;
        return System.Text.Unicode.Utf8.IsValid(body) ? Encoding.UTF8.GetString(body) : Encoding.Latin1.GetString(body);
    }

    /// <summary>The first value of each key; a key without one says nothing.</summary>
    private static Dictionary<string, string> Values(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in text.Split('\n'))
        {
            Match match = KeyAndValue().Match(line.Length > LineLimit ? line[..LineLimit] : line);
            string value = match.Success ? CleanText.Line(match.Groups["value"].Value, LineLimit) : "";
            if (value.Length > 0)
            {
                values.TryAdd(match.Groups["key"].Value.Trim().ToLowerInvariant(), value);
            }
        }

        return values;
    }

    private static string? DescriptionOf(string text)
    {
        Match match = Heading().Match(text);
        return
            match.Success
            && CleanText.Lines(text[(match.Index + match.Length)..], DescriptionLimit) is { Length: > 0 } said
            ? said
            : null;
    }

    private static BookNfo Of(Dictionary<string, string> values, string? description) =>
        new(
            One(values, "title", "book title"),
            One(values, "subtitle"),
            Many(values, "author", "authors", "written by"),
            Many(values, "narrator", "narrators", "read by", "narrated by"),
            One(values, "series", "series name"),
            double.TryParse(
                One(values, "position in series", "series position", "book number", "volume"),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out double number
            )
                ? number
                : null,
            Many(values, "genre", "genres"),
            Many(values, "tag", "tags"),
            One(values, "publisher"),
            DateOf(One(values, "release date", "publish date", "released", "date", "year")),
            One(values, "language", "lang"),
            One(values, "asin"),
            One(values, "isbn"),
            description
        );

    private static string? DateOf(string? text) => BookDate.Parse(text);

    private static string? One(Dictionary<string, string> values, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (values.TryGetValue(key, out string? value))
            {
                return value;
            }
        }

        return null;
    }

    private static IReadOnlyList<string> Many(Dictionary<string, string> values, params ReadOnlySpan<string> keys) =>
        One(values, keys) is { } text
            ?
            [
                .. text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Distinct(StringComparer.Ordinal)
                    .Take(ListLimit),
            ]
            : [];

    [GeneratedRegex(@"^[\s*.\-]*(?<key>[A-Za-z][A-Za-z ]{1,30}?)[ .]*:(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyAndValue();

    [GeneratedRegex(
        @"^[ \t]*(?:Book )?Description:?[ \t]*\r?\n(?:[ \t]*[=\-_*~]{3,}[ \t]*\r?\n)?",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Heading();
}
