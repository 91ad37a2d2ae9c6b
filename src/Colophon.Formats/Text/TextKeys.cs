using System.Text;

namespace Colophon.Formats.Text;

/// <summary>
/// Keys that databases compare byte by byte, so that both give the same order and the same identity, and the words of the
/// search. All of them fold text in one way (NFKC, lower case, marks dropped, ł ø ß æ œ đ ð þ spelled out); none throws.
/// </summary>
public static class TextKeys
{
    /// <summary>Characters a sort key holds at most.</summary>
    public const int SortKeyLimit = 200;

    /// <summary>Characters an identity key holds at most.</summary>
    public const int NameKeyLimit = 500;

    // 10 digits hold every number a title has in practice; longer ones still compare right against shorter ones
    private const int NumberWidth = 10;

    /// <summary>
    /// A key to sort by: folded, without the leading article, numbers padded with zeros (<c>2</c> before <c>10</c>),
    /// punctuation as single spaces, at most <see cref="SortKeyLimit"/> characters.
    /// </summary>
    /// <param name="language">BCP 47 tag of the title; its articles are dropped. Null: English.</param>
    public static string SortKey(string? text, string? language = null)
    {
        string trimmed = (text ?? "").Trim();
        return Key(trimmed[LeadingArticles.Find(trimmed, language, out _)..], SortKeyLimit);
    }

    /// <summary>
    /// A key for the identity of a person, term or series: as <see cref="SortKey"/>, but articles are kept, and bounded by
    /// <see cref="NameKeyLimit"/>. A text of symbols only has itself as key, so that "!!!" and "???" differ.
    /// </summary>
    public static string NameKey(string? text) => Key((text ?? "").Trim(), NameKeyLimit);

    /// <summary>
    /// The words to search for, in order: folded; runs of scripts without spaces (Han, Hiragana, Katakana, Hangul, Thai,
    /// Lao, Khmer, Myanmar) as overlapping pairs (a single character alone). At most 10,000 words of at most 64 characters.
    /// </summary>
    public static IReadOnlyList<string> Tokens(string? text) => SearchTokens.Of(text ?? "", SearchTokenUse.Query);

    /// <summary>
    /// The words to index: those of <see cref="Tokens"/>, and the last character of each run of pairs, so that a single
    /// character is found wherever it stands: as the beginning of a pair, or alone at the end.
    /// </summary>
    public static IReadOnlyList<string> IndexTokens(string? text) => SearchTokens.Of(text ?? "", SearchTokenUse.Index);

    /// <summary>"Ursula K. Le Guin" as "Le Guin, Ursula K."; names that are already inverted or have one part stay.</summary>
    public static string PersonSortName(string? name) => PersonNames.SortName(name ?? "");

    /// <summary>"The Hobbit" as "Hobbit, The".</summary>
    /// <param name="language">BCP 47 tag of the title; its articles are moved. Null: English.</param>
    public static string TitleSort(string? title, string? language = null)
    {
        string trimmed = (title ?? "").Trim();
        int length = LeadingArticles.Find(trimmed, language, out ReadOnlySpan<char> article);
        return length == 0 ? trimmed : $"{trimmed.AsSpan(length)}, {article}";
    }

    private static string Key(string text, int limit)
    {
        // folding never makes text shorter than a quarter, and what lies beyond cannot reach the key
        string folded = TextFolding.Fold(text, limit * 4);
        var key = new KeyText(stackalloc char[limit + 1]);
        for (int i = 0; i < folded.Length && key.Length < limit; )
        {
            Rune rune = RuneAt(folded, i);
            if (Rune.IsDigit(rune))
            {
                i = AppendNumber(ref key, folded, i);
                continue;
            }

            int length = rune.Utf16SequenceLength;
            if (TextFolding.IsWordPart(rune))
            {
                key.Append(folded.AsSpan(i, length));
            }
            else if (SpokenSymbol(folded, i) is { } word)
            {
                key.Separate();
                key.Append(word);
                key.Separate();
            }
            else if (!TextFolding.IsApostrophe(rune))
            {
                key.Separate();
            }

            i += length;
        }

        if (key.Length == 0)
        {
            key.Append(folded.AsSpan().Trim());
        }

        return key.ToString(limit);
    }

    /// <summary>"Faber &amp; Faber" is "Faber and Faber"; "C++" and "C#" are not "C".</summary>
    internal static string? SpokenSymbol(string folded, int at) =>
        folded[at] switch
        {
            '&' => "and",
            '+' => "plus",
            '#' when at > 0 && char.IsLetter(folded[at - 1]) => "sharp",
            _ => null,
        };

    internal static Rune RuneAt(string text, int at) =>
        Rune.TryGetRuneAt(text, at, out Rune rune) ? rune : Rune.ReplacementChar;

    private static int AppendNumber(ref KeyText key, string folded, int start)
    {
        int significant = 0;
        int digits = 0;
        int end = start;
        while (end < folded.Length)
        {
            Rune rune = RuneAt(folded, end);
            if (Rune.IsDigit(rune))
            {
                digits++;
                significant += significant > 0 || DigitOf(rune) > 0 ? 1 : 0;
                end += rune.Utf16SequenceLength;
            }
            else if (IsGroupingComma(folded, end, digits))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        key.AppendZeros(NumberWidth - significant);
        for (int i = start, passed = 0; i < end; )
        {
            Rune rune = RuneAt(folded, i);
            if (Rune.IsDigit(rune) && ++passed > digits - significant)
            {
                key.Append([(char)('0' + DigitOf(rune))]);
            }

            i += rune.Utf16SequenceLength;
        }

        return end;
    }

    private static int DigitOf(Rune rune) => (int)Rune.GetNumericValue(rune);

    // "20,000 Leagues" is one number, "1, 2, 3" and "1,2,3" are three
    private static bool IsGroupingComma(string folded, int at, int digitsBefore) =>
        folded[at] == ','
        && digitsBefore is > 0 and <= 12
        && at + 3 < folded.Length
        && char.IsAsciiDigit(folded[at + 1])
        && char.IsAsciiDigit(folded[at + 2])
        && char.IsAsciiDigit(folded[at + 3])
        && (at + 4 == folded.Length || !char.IsDigit(folded[at + 4]));
}
