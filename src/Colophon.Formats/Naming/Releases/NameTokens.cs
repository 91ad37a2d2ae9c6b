using System.Collections.Frozen;

namespace Colophon.Formats.Naming.Releases;

/// <summary>A word of a name.</summary>
/// <param name="Key">Lower case, without apostrophes.</param>
internal readonly record struct NameToken(int Start, int End, string Key);

/// <summary>
/// Cuts a name into words: letters and digits, with apostrophes inside. Words that releases glue together (<c>BD1080p</c>,
/// <c>PDTVx264</c>, <c>DDP5.1</c>) are cut where the table of words knows the pieces.
/// </summary>
internal static class NameTokens
{
    private static readonly FrozenSet<string> _articles = FrozenSet.ToFrozenSet(
        ["the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il"],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> _plus = FrozenSet.ToFrozenSet(
        ["dd", "hdr10", "ac3"],
        StringComparer.Ordinal
    );

    public static List<NameToken> Of(string name)
    {
        string lower = name.ToLowerInvariant();
        var tokens = new List<NameToken>();
        int at = 0;
        while (at < lower.Length)
        {
            if (!char.IsLetterOrDigit(lower[at]))
            {
                at++;
                continue;
            }

            int end = at + 1;
            while (end < lower.Length && IsInside(lower, end))
            {
                end++;
            }

            if (end < lower.Length && lower[end] == '+' && _plus.Contains(lower[at..end]))
            {
                end++;
            }

            Add(tokens, lower, at, end);
            at = end;
        }

        return tokens;
    }

    /// <summary>Whether these words can be a title: an article alone is none, so that The Final Cut is not cut.</summary>
    public static bool IsTitle(List<NameToken> tokens, int from, int behind)
    {
        for (int i = Math.Max(from, 0); i < behind; i++)
        {
            if (!_articles.Contains(tokens[i].Key))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInside(string text, int at) =>
        char.IsLetterOrDigit(text[at])
        || char.GetUnicodeCategory(text[at])
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark
        || (text[at] is '\'' or '\u2019' && at + 1 < text.Length && char.IsLetter(text[at + 1]));

    private static void Add(List<NameToken> tokens, string lower, int start, int end)
    {
        string key = lower[start..end].Replace("'", "").Replace("\u2019", "");
        int cut = key.Length == end - start ? GlueIn(key, lower, end) : 0;
        if (cut > 0)
        {
            tokens.Add(new NameToken(start, start + cut, key[..cut]));
            tokens.Add(new NameToken(start + cut, end, key[cut..]));
        }
        else
        {
            tokens.Add(new NameToken(start, end, key));
        }
    }

    /// <summary>Where to cut a glued word; 0 for nowhere.</summary>
    private static int GlueIn(string key, string lower, int end)
    {
        if (key.Length is < 3 or > 20 || ReleaseWords.IsKnown(key))
        {
            return 0;
        }

        bool isBeforeChannels =
            char.IsAsciiDigit(key[^1])
            && end + 1 < lower.Length
            && lower[end] is '.' or ' '
            && lower[end + 1] is >= '0' and <= '2'
            && (end + 2 == lower.Length || !char.IsLetterOrDigit(lower[end + 2]));
        if (isBeforeChannels && ReleaseWords.IsKnown(key[..^1], ReleaseWordKind.AudioCodec))
        {
            return key.Length - 1;
        }

        for (int i = 2; i <= key.Length - 2; i++)
        {
            bool isBorder = char.IsAsciiDigit(key[i]) || key[i] is 'x' or 'h';
            if (isBorder && ReleaseWords.IsTechnical(key[i..]) && ReleaseWords.IsKnown(key[..i]))
            {
                return i;
            }
        }

        return 0;
    }
}
