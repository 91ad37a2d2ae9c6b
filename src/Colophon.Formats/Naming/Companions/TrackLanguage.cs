using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Colophon.Formats.Books;

namespace Colophon.Formats.Naming.Companions;

/// <summary>
/// The language a word of a file's name stands for. Unlike <see cref="LanguageTag"/>, which trusts a field meant for
/// languages, it takes only what is known as one: any three letters could be a code.
/// </summary>
public static partial class TrackLanguage
{
    // ISO 639-1, and what subtitles use of ISO 639-3 besides
    private static readonly FrozenSet<string> _codes = (
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
        + "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
        + "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
        + "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st "
        + "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
        + "ceb cmn fil gsw haw nds yue"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // names, the longer codes LanguageTag does not shorten, and what releases call regional kinds of a language
    private static readonly FrozenDictionary<string, string> _words = (
        "albanian:sq alb:sq sqi:sq armenian:hy arm:hy hye:hy basque:eu bengali:bn ben:bn bosnian:bs bos:bs bulgarian:bg "
        + "catalan:ca català:ca croatian:hr hrvatski:hr čeština:cs cesky:cs česky:cs dansk:da ελληνικά:el estonian:et "
        + "eesti:et suomi:fi filipino:fil tagalog:tl tgl:tl flemish:nl-BE galician:gl georgian:ka geo:ka kat:ka "
        + "עברית:he icelandic:is indonesian:id indonesia:id irish:ga 日本語:ja kazakh:kk kaz:kk 한국어:ko kurdish:ku kur:ku "
        + "latin:la latvian:lv lithuanian:lt macedonian:mk mac:mk mkd:mk malay:ms malayalam:ml mal:ml maltese:mt mlt:mt "
        + "mongolian:mn mon:mn magyar:hu nederlands:nl norsk:no norwegian(bokmal):nb bokmål:nb bokmal:nb nynorsk:nn "
        + "persian:fa farsi:fa polski:pl punjabi:pa pan:pa română:ro romana:ro romanian:ro русский:ru serbian:sr "
        + "slovak:sk slovenčina:sk slovenian:sl slovene:sl castellano:es castilian:es svenska:sv tamil:ta tam:ta "
        + "telugu:te tel:te türkçe:tr turkce:tr українська:uk ukrainian:uk urdu:ur urd:ur uzbek:uz uzb:uz vietnamese:vi "
        + "welsh:cy afrikaans:af afr:af azerbaijani:az aze:az belarusian:be bel:be kannada:kn kan:kn marathi:mr mar:mr "
        + "gujarati:gu guj:gu nepali:ne nep:ne sinhala:si sin:si swahili:sw swa:sw esperanto:eo cantonese:yue "
        + "mandarin:cmn chs:zh-Hans cht:zh-Hant 中文:zh 简体:zh-Hans 简体中文:zh-Hans 繁體:zh-Hant 繁體中文:zh-Hant 繁体:zh-Hant "
        + "chinese(simplified):zh-Hans simplified:zh-Hans chinese(traditional):zh-Hant traditional:zh-Hant "
        + "brazilian:pt-BR brazil:pt-BR pob:pt-BR ptbr:pt-BR portuguese(brazil):pt-BR portuguese(brazilian):pt-BR "
        + "portuguese(portugal):pt-PT portuguese(iberian):pt-PT latino:es-419 latinoamericano:es-419 spa(la):es-419 "
        + "spanish(latinamerican):es-419 spanish(latinamerica):es-419 latinamericanspanish:es-419 spanish(castilian):es-ES "
        + "spanish(european):es-ES spanish(spain):es-ES french(canadian):fr-CA french(canada):fr-CA canadianfrench:fr-CA "
        + "french(france):fr-FR french(european):fr-FR english(us):en-US english(uk):en-GB brazilianportuguese:pt-BR"
    )
        .Split(' ')
        .Select(pair => pair.Split(':'))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>
    /// BCP 47 of a code (<c>en</c>, <c>eng</c>, <c>pt-BR</c>, <c>zh_Hant</c>), a name (<c>English</c>, <c>Deutsch</c>) or what
    /// releases write (<c>Brazilian</c>, <c>CHS</c>, <c>Spanish (Latin American)</c>); null for what is no language.
    /// </summary>
    public static string? Find(string text)
    {
        if (text.Length is < 2 or > 40)
        {
            return null;
        }

        string word = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        if (_words.TryGetValue(word, out string? tag))
        {
            return tag;
        }

        return LanguageTag.Normalise(text) is { } normal && IsKnown(normal) ? normal : null;
    }

    /// <summary>A known language alone, or with a script or a region.</summary>
    private static bool IsKnown(string tag)
    {
        Match parts = TagPattern().Match(tag);
        return parts.Success && _codes.Contains(parts.Groups["language"].Value);
    }

    [GeneratedRegex("^(?<language>[a-z]{2,3})(?:-(?:Hans|Hant|Cyrl|Latn))?(?:-(?:[A-Z]{2}|419))?$")]
    private static partial Regex TagPattern();
}
