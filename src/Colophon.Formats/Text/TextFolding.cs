using System.Globalization;
using System.Text;

namespace Colophon.Formats.Text;

/// <summary>
/// The one folding of the house: NFKC, lower case, combining marks of Latin, Greek, Cyrillic, Hebrew and Arabic dropped,
/// letters that do not decompose (ł ø ß æ œ đ ð þ) spelled out. Kana keep their voicing marks and Indic scripts their
/// vowel signs, because there they tell words apart.
/// </summary>
internal static class TextFolding
{
    /// <summary>Folds at most <paramref name="limit"/> characters of the text. Lone surrogates become U+FFFD.</summary>
    public static string Fold(string text, int limit)
    {
        string head = text.Length <= limit ? text : text[..limit];
        if (Ascii.IsValid(head))
        {
            return head.ToLowerInvariant();
        }

        string decomposed = WithoutLoneSurrogates(head).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (char c in decomposed)
        {
            if (!IsDroppedMark(c))
            {
                AppendLower(folded, c);
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>True for Han, Hiragana, Katakana and Hangul, which are written without spaces or searched by parts of words.</summary>
    public static bool IsCjk(Rune rune) =>
        rune.Value switch
        {
            0x3005 or 0x3007 or 0x303B => true, // iteration marks and zero, written like Han
            >= 0x3041 and <= 0x30FF => rune.Value != 0x30FB && rune.Value != 0x30A0,
            >= 0x31F0 and <= 0x31FF or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF => true,
            >= 0x1100 and <= 0x11FF or >= 0x3130 and <= 0x318F or >= 0xAC00 and <= 0xD7A3 => true,
            >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF => true,
            _ => false,
        };

    /// <summary>True for scripts whose words are not set apart by spaces: CJK, Thai, Lao, Khmer, Myanmar.</summary>
    public static bool IsUnspaced(Rune rune) =>
        IsCjk(rune)
        || (
            rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
            && IsWordPart(rune)
            && !Rune.IsDigit(rune)
        );

    public static bool IsWordPart(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;

    public static bool IsApostrophe(Rune rune) =>
        rune.Value is '\'' or '`' or 0x2018 or 0x2019 or 0x02BC or 0x02BB or 0x2032 or 0x00B4;

    private static string WithoutLoneSurrogates(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.AppendRune(rune);
        }

        return clean.ToString();
    }

    private static bool IsDroppedMark(char c) =>
        c
            is >= '\u0300'
                and <= '\u036F'
                or >= '\u0483'
                and <= '\u0489'
                or >= '\u0591'
                and <= '\u05C7'
                or >= '\u0610'
                and <= '\u061A'
                or >= '\u064B'
                and <= '\u065F'
                or '\u0670'
                or '\u0640'
                or >= '\u1AB0'
                and <= '\u1AFF'
                or >= '\u1DC0'
                and <= '\u1DFF'
                or >= '\u20D0'
                and <= '\u20FF'
                or >= '\uFE00'
                and <= '\uFE0F'
                or >= '\uFE20'
                and <= '\uFE2F'
        || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static void AppendLower(StringBuilder folded, char c)
    {
        char lower = char.ToLowerInvariant(c);
        switch (lower)
        {
            case 'ł':
                folded.Append('l');
                break;
            case 'ø':
                folded.Append('o');
                break;
            case 'ß':
                folded.Append("ss");
                break;
            case 'æ':
                folded.Append("ae");
                break;
            case 'œ':
                folded.Append("oe");
                break;
            case 'đ' or 'ð':
                folded.Append('d');
                break;
            case 'þ':
                folded.Append("th");
                break;
            case 'ħ':
                folded.Append('h');
                break;
            case 'ı':
                folded.Append('i');
                break;
            case 'ŧ':
                folded.Append('t');
                break;
            case 'ŋ':
                folded.Append('n');
                break;
            case 'ẞ': // the capital, which the invariant culture keeps
                folded.Append("ss");
                break;
            case 'ς':
                folded.Append('σ');
                break;
            default:
                folded.Append(lower);
                break;
        }
    }
}
