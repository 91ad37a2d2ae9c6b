using System.Text;

namespace Colophon.Formats.Text;

/// <summary>Cuts text into the words of the search. Index and query use the same words, so a word means one thing.</summary>
internal static class SearchTokens
{
    private const int MaxTokens = 10_000;
    private const int MaxTokenLength = 64;
    private const int MaxText = 200_000;

    // "don't" is one word and "clockmaker's" too; "d'Angelo" and "l'été" are two, because people look for the second
    private static readonly string[] _shortEndings = ["s", "t", "d", "m", "re", "ll", "ve"];

    public static IReadOnlyList<string> Of(string text, SearchTokenUse use)
    {
        string folded = TextFolding.Fold(text, MaxText);
        var tokens = new List<string>();
        var word = new StringBuilder();
        int i = 0;
        while (i < folded.Length && tokens.Count < MaxTokens)
        {
            Rune rune = TextKeys.RuneAt(folded, i);
            if (TextFolding.IsUnspaced(rune))
            {
                Flush(word, tokens);
                i = AddPairs(folded, i, tokens, use);
                continue;
            }

            if (TextFolding.IsWordPart(rune))
            {
                AppendTo(word, rune);
            }
            else if (!(TextFolding.IsApostrophe(rune) && IsShortEnding(folded, i + 1, word)))
            {
                Flush(word, tokens);
                if (TextKeys.SpokenSymbol(folded, i) is { } spoken)
                {
                    tokens.Add(spoken);
                }
            }

            i += rune.Utf16SequenceLength;
        }

        Flush(word, tokens);
        return tokens;
    }

    private static void AppendTo(StringBuilder word, Rune rune)
    {
        if (word.Length >= MaxTokenLength)
        {
            return;
        }

        if (Rune.IsDigit(rune))
        {
            word.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
        }
        else
        {
            word.AppendRune(rune);
        }
    }

    private static bool IsShortEnding(string folded, int at, StringBuilder word)
    {
        if (word.Length < 2)
        {
            return false;
        }

        int end = at;
        while (end < folded.Length && char.IsAsciiLetter(folded[end]))
        {
            end++;
        }

        bool wordEnds = end == folded.Length || !char.IsLetterOrDigit(folded[end]);
        return wordEnds && _shortEndings.Contains(folded[at..end], StringComparer.Ordinal);
    }

    private static int AddPairs(string folded, int start, List<string> tokens, SearchTokenUse use)
    {
        var run = new List<Rune>();
        int i = start;
        while (i < folded.Length && TextKeys.RuneAt(folded, i) is var rune && TextFolding.IsUnspaced(rune))
        {
            run.Add(rune);
            i += rune.Utf16SequenceLength;
        }

        if (run.Count == 1)
        {
            tokens.Add(run[0].ToString());
        }

        for (int k = 0; k + 1 < run.Count && tokens.Count < MaxTokens; k++)
        {
            tokens.Add(run[k].ToString() + run[k + 1]);
        }

        if (use == SearchTokenUse.Index && run.Count > 1 && tokens.Count < MaxTokens)
        {
            tokens.Add(run[^1].ToString());
        }

        return i;
    }

    private static void Flush(StringBuilder word, List<string> tokens)
    {
        if (word.Length > 0)
        {
            tokens.Add(word.ToString());
            word.Clear();
        }
    }
}

/// <summary>What words are cut for.</summary>
internal enum SearchTokenUse
{
    Query,
    Index,
}
