using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming;

/// <summary>Several people in one name: "Terry Pratchett &amp; Neil Gaiman", "Pratchett, Terry; Gaiman, Neil".</summary>
public static partial class PersonList
{
    private const int Limit = 20;

    private static readonly string[] _particles =
    [
        "le",
        "la",
        "de",
        "du",
        "van",
        "von",
        "der",
        "den",
        "di",
        "da",
        "st.",
        "mac",
        "el",
        "al",
    ];

    /// <summary>Single names in the order First Last.</summary>
    public static IReadOnlyList<string> Split(string names) => Split(names, new BookNameDraft());

    internal static IReadOnlyList<string> Split(string names, BookNameDraft draft)
    {
        var people = new List<string>();
        string[] parts = Divider().Split(names);
        if (parts.Length > 1)
        {
            draft.Fire(BookRules.SeveralAuthors, names, names, $"people={parts.Length}");
        }

        foreach (string part in parts)
        {
            people.AddRange(ByComma(part.Trim().TrimEnd(',').Trim(), draft));
        }

        return
        [
            .. people
                .Select(person => CleanText.Line(person, 200))
                .Where(person => person.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Take(Limit),
        ];
    }

    private static IEnumerable<string> ByComma(string part, BookNameDraft draft)
    {
        string[] pieces = WithSuffixes(
            part.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        );
        if (pieces.Length < 2)
        {
            return pieces.Length == 0 ? [] : [pieces[0]];
        }

        if (pieces.Length == 2 && IsSurname(pieces[0]))
        {
            draft.Fire(BookRules.InvertedAuthor, part, part, $"person={pieces[1]} {pieces[0]}");
            return [$"{pieces[1]} {pieces[0]}"];
        }

        draft.Fire(BookRules.SeveralAuthors, part, part, $"people={pieces.Length}");
        return pieces;
    }

    /// <summary>"Martin Luther King, Jr.": what stands behind the comma belongs to the name before it.</summary>
    private static string[] WithSuffixes(string[] pieces)
    {
        var names = new List<string>(pieces.Length);
        foreach (string piece in pieces)
        {
            if (names.Count > 0 && names[^1].Contains(' ') && Suffix().IsMatch(piece))
            {
                names[^1] = $"{names[^1]}, {piece}";
            }
            else
            {
                names.Add(piece);
            }
        }

        return [.. names];
    }

    /// <summary>
    /// People as a tag names them: values of their own, and in each the dividers of <see cref="Split(string)"/>. A slash divides
    /// only between whole names ("Ann Author/Bob Writer"), so that AC/DC stays one.
    /// </summary>
    /// <param name="values">The tag's values as the file divides them.</param>
    public static IReadOnlyList<string> OfTag(IReadOnlyList<string> values) =>
        [
            .. values
                .SelectMany(BySlash)
                .SelectMany(Split)
                .Select(name => LeadingBy().Replace(name, ""))
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Take(Limit),
        ];

    private static string[] BySlash(string value)
    {
        string[] parts = value.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        bool areNames = parts.Length > 1 && Array.TrueForAll(parts, part => part.Contains(' '));
        return areNames || value.Contains(" / ", StringComparison.Ordinal) ? parts : [value];
    }

    /// <summary>One word, or words led by a particle ("Le Guin"): then what follows the comma are given names.</summary>
    internal static bool IsSurname(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 1 || (words.Length > 1 && _particles.Contains(words[0].ToLowerInvariant()));
    }

    /// <summary>"Tolkien, J. R. R.": one comma, a surname before it, short words behind it.</summary>
    internal static bool IsInverted(string text)
    {
        string[] pieces = text.Split(',', StringSplitOptions.TrimEntries);
        return pieces.Length == 2
            && pieces[1].Length is > 0 and <= 40
            && char.IsUpper(pieces[1][0])
            && pieces[1].Count(c => c == ' ') <= 3
            && IsSurname(pieces[0])
            && !BookRules.ArticleBehind.Pattern!.IsMatch(text);
    }

    [GeneratedRegex(
        @"^(?:jr|sr|ph\.?\s?d|m\.?d|esq|ii|iii|iv)\.?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Suffix();

    [GeneratedRegex(
        @"^(?:(?:written|narrated|read)\s+)?by\s+(?=\p{Lu})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex LeadingBy();

    [GeneratedRegex(@"\s*(?:;|\s&\s|\sand\s|\sund\s)\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Divider();
}
