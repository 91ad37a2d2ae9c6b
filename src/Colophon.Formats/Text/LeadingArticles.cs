using System.Collections.Frozen;

namespace Colophon.Formats.Text;

/// <summary>
/// Finds the article a title begins with, which sorting passes over. Only English unless a language is given: "Die" is an
/// article in German and a verb in English.
/// </summary>
internal static class LeadingArticles
{
    private static readonly FrozenDictionary<string, string[]> _byLanguage = new Dictionary<string, string[]>(
        StringComparer.Ordinal
    )
    {
        ["en"] = ["the", "a", "an"],
        ["de"] = ["der", "die", "das", "ein", "eine"],
        ["fr"] = ["le", "la", "les", "un", "une", "l'"],
        ["es"] = ["el", "la", "los", "las", "un", "una", "unos", "unas"],
        ["it"] = ["il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "l'", "un'"],
        ["pt"] = ["o", "a", "os", "as", "um", "uma", "uns", "umas"],
        ["ca"] = ["el", "la", "els", "les", "un", "una", "l'"],
        ["nl"] = ["de", "het", "een", "'t"],
        ["sv"] = ["en", "ett", "den", "det", "de"],
        ["da"] = ["en", "et", "den", "det", "de"],
        ["nb"] = ["en", "ei", "et", "den", "det", "de"],
        ["no"] = ["en", "ei", "et", "den", "det", "de"],
        ["hu"] = ["a", "az", "egy"],
        ["ro"] = ["un", "o"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Length of the article with what separates it from the rest; 0 when there is none or nothing would be left.</summary>
    /// <param name="article">The article as it is written in the title.</param>
    public static int Find(ReadOnlySpan<char> title, string? language, out ReadOnlySpan<char> article)
    {
        foreach (string candidate in Of(language))
        {
            int length = Match(title, candidate);
            if (length > 0)
            {
                article = title[..candidate.Length];
                return length;
            }
        }

        article = default;
        return 0;
    }

    private static string[] Of(string? language)
    {
        if (string.IsNullOrEmpty(language))
        {
            return _byLanguage["en"];
        }

        int end = language.AsSpan().IndexOfAny('-', '_');
        string primary = (end < 0 ? language : language[..end]).ToLowerInvariant();
        return _byLanguage.GetValueOrDefault(primary, []);
    }

    private static int Match(ReadOnlySpan<char> title, string article)
    {
        if (title.Length <= article.Length)
        {
            return 0;
        }

        for (int i = 0; i < article.Length; i++)
        {
            char c = title[i] == '\u2019' ? '\'' : char.ToLowerInvariant(title[i]);
            if (c != article[i])
            {
                return 0;
            }
        }

        int at = article.Length;
        if (article[^1] != '\'' && !char.IsWhiteSpace(title[at]))
        {
            return 0;
        }

        while (at < title.Length && char.IsWhiteSpace(title[at]))
        {
            at++;
        }

        return at < title.Length && char.IsLetterOrDigit(title[at]) ? at : 0;
    }
}
