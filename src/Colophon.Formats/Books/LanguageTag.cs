using System.Collections.Frozen;

namespace Colophon.Formats.Books;

/// <summary>Languages as BCP 47 writes them: <c>en</c>, <c>pt-BR</c>, <c>zh-Hant-TW</c>.</summary>
public static class LanguageTag
{
    // BCP 47 takes the shortest code; files hold ISO 639-2 and names as well
    private static readonly FrozenDictionary<string, string> _shorter = Table(
        "eng:en english:en fre:fr fra:fr french:fr français:fr ger:de deu:de german:de deutsch:de spa:es spanish:es "
            + "español:es ita:it italian:it italiano:it por:pt portuguese:pt português:pt dut:nl nld:nl dutch:nl "
            + "swe:sv swedish:sv dan:da danish:da nor:no norwegian:no nob:nb nno:nn fin:fi finnish:fi rus:ru russian:ru "
            + "pol:pl polish:pl cze:cs ces:cs czech:cs slo:sk slk:sk hun:hu hungarian:hu rum:ro ron:ro gre:el ell:el "
            + "greek:el tur:tr turkish:tr ukr:uk bul:bg hrv:hr srp:sr slv:sl lit:lt lav:lv est:et jpn:ja japanese:ja "
            + "chi:zh zho:zh chinese:zh kor:ko korean:ko ara:ar arabic:ar heb:he hebrew:he hin:hi hindi:hi tha:th "
            + "vie:vi ind:id may:ms msa:ms per:fa fas:fa cat:ca baq:eu eus:eu glg:gl ice:is isl:is gle:ga wel:cy cym:cy "
            + "lat:la epo:eo iw:he in:id ji:yi"
    );

    /// <summary>Normalises case and separators and takes the shorter code; null for what is no language tag, and for <c>und</c>.</summary>
    public static string? Normalise(string? text)
    {
        string tag = (text ?? "").Trim().Replace('_', '-');
        if (tag.Length is < 2 or > 35)
        {
            return null;
        }

        string[] parts = tag.Split('-');
        string language = parts[0].ToLowerInvariant();
        language = _shorter.GetValueOrDefault(language, language);
        if (
            language.Length is < 2 or > 3
            || language is "und" or "zxx" or "mul" or "mis"
            || !language.All(char.IsAsciiLetter)
        )
        {
            return null;
        }

        parts[0] = language;
        for (int i = 1; i < parts.Length; i++)
        {
            if (parts[i].Length is 0 or > 8 || !parts[i].All(char.IsAsciiLetterOrDigit))
            {
                return null;
            }

            parts[i] = Subtag(parts[i], afterSingleton: parts[..i].Skip(1).Any(part => part.Length == 1));
        }

        return string.Join('-', parts);
    }

    private static string Subtag(string part, bool afterSingleton)
    {
        string lower = part.ToLowerInvariant();
        if (afterSingleton)
        {
            return lower; // extensions and private use
        }

        return part.Length switch
        {
            2 => lower.ToUpperInvariant(),
            4 when part.All(char.IsAsciiLetter) => char.ToUpperInvariant(lower[0]) + lower[1..],
            _ => lower,
        };
    }

    private static FrozenDictionary<string, string> Table(string pairs) =>
        pairs
            .Split(' ')
            .Select(pair => pair.Split(':'))
            .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
