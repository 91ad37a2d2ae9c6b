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
        string[] pieces = part.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length < 2)
        {
            return [part];
        }

        if (pieces.Length == 2 && IsSurname(pieces[0]))
        {
            draft.Fire(BookRules.InvertedAuthor, part, part, $"person={pieces[1]} {pieces[0]}");
            return [$"{pieces[1]} {pieces[0]}"];
        }

        draft.Fire(BookRules.SeveralAuthors, part, part, $"people={pieces.Length}");
        return pieces;
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

    [GeneratedRegex(@"\s*(?:;|\s&\s|\sand\s|\sund\s)\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Divider();
}
