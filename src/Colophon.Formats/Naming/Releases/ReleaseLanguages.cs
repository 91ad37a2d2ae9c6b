namespace Colophon.Formats.Naming.Releases;

/// <summary>How releases write languages; the value is BCP 47.</summary>
internal static class ReleaseLanguages
{
    public static readonly (ReleaseWordKind Kind, ReleaseWordTrust Trust, string Words)[] Lines =
    [
        (
            ReleaseWordKind.Language,
            ReleaseWordTrust.Sure,
            "fr: truefrench, vff, vfq, vf2, vfi; ro: rodubbed; he: hebdubbed; pt-BR: dublado; "
                + "pl: pldub, dubpl, pl dub, dub pl, lekpl, lek pl; es-419: latino"
        ),
        (
            ReleaseWordKind.Language,
            ReleaseWordTrust.Weak,
            "en: english; fr: french, français, vof; de: german, deutsch; es: spanish, castellano, español; "
                + "it: italian, italiano; pt: portuguese; pt-BR: brazilian; nl: dutch, flemish; sv: swedish; "
                + "da: danish; no: norwegian; fi: finnish; is: icelandic; ru: russian; uk: ukrainian; pl: polish; cs: czech; "
                + "sk: slovak; hu: hungarian; ro: romanian; bg: bulgarian; el: greek; tr: turkish; hr: croatian; sr: serbian; "
                + "sl: slovenian; mk: macedonian; lt: lithuanian; lv: latvian; et: estonian; ja: japanese; zh: chinese, mandarin; "
                + "yue: cantonese; ko: korean; ar: arabic; he: hebrew; fa: persian; hi: hindi; ta: tamil; te: telugu; "
                + "ml: malayalam; kn: kannada; mr: marathi; bn: bengali; ur: urdu; th: thai; vi: vietnamese; id: indonesian; "
                + "tl: tagalog; ca: catalan, catala; gl: galician; eu: basque; af: afrikaans; rm: romansh; ka: georgian; "
                + "mn: mongolian; az: azerbaijani; uz: uzbek"
        ),
        (
            ReleaseWordKind.Language,
            ReleaseWordTrust.Capitals,
            "en: eng, en; fr: fre, fra, fr, vf; de: ger, deu, de; es: spa, esp, es; it: ita; pt: por, pt; nl: dut, nld, nl; "
                + "sv: swe; da: dan, dk; no: nor; fi: fin; ru: rus, ru; uk: ukr; pl: pol, pl; cs: cze, cz; hu: hun, hu; "
                + "ro: rum, ro; bg: bul, bg; tr: tur, tr; lt: lit, lt; lv: lav, lv; ja: jpn, jap; zh: chi, chs, cht; ko: kor; "
                + "ar: ara; he: heb; hi: hin; ta: tam; te: tel; th: tha; vi: vie; ca: cat; ka: geo, ka; el: gre"
        ),
    ];
}
