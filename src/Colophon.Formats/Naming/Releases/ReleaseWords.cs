using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Releases;

/// <summary>Finds the words of releases in a name: resolution, source, codecs, editions, languages and the like.</summary>
public static partial class ReleaseWords
{
    private const int GapLimit = 3;

    private static readonly FrozenDictionary<string, Entry[]> _byFirst = Entries()
        .GroupBy(entry => entry.Keys[0], StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.OrderByDescending(entry => entry.Keys.Length).ToArray(),
            StringComparer.Ordinal
        );

    /// <summary>All words of releases in a name, in its order. Those that titles have too are among them.</summary>
    /// <param name="name">A file's name without its extension, or a folder's.</param>
    public static IReadOnlyList<ReleaseWord> In(string name) => In(name, NameTokens.Of(name), int.MaxValue);

    /// <param name="name">A file's name without its extension, or a folder's.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="anchor">Behind it is no title any more, so that short codes need no capitals.</param>
    internal static List<ReleaseWord> In(string name, List<NameToken> tokens, int anchor)
    {
        var words = new List<ReleaseWord>();
        int at = 0;
        while (at < tokens.Count)
        {
            ReleaseWord? word = ChannelsAt(name, tokens, at, words) ?? WordAt(name, tokens, at, anchor);
            if (word is not null)
            {
                words.Add(word);
            }

            at = word?.Tokens.Behind ?? (at + 1);
        }

        return words;
    }

    internal static bool IsKnown(string key, ReleaseWordKind? kind = null) =>
        _byFirst.TryGetValue(key, out Entry[]? entries)
        && Array.Exists(entries, entry => entry.Keys.Length == 1 && (kind is null || entry.Kind == kind));

    /// <summary>What is glued behind other words: 1080p, x264, 10bit.</summary>
    internal static bool IsTechnical(string key) =>
        SizePattern().IsMatch(key)
        || IsKnown(key, ReleaseWordKind.VideoCodec)
        || IsKnown(key, ReleaseWordKind.BitDepth)
        || key is "10";

    private static ReleaseWord? WordAt(string name, List<NameToken> tokens, int at, int anchor)
    {
        NameToken first = tokens[at];
        if (SizePattern().Match(first.Key) is { Success: true } size)
        {
            string value = size.Groups["lines"].Success ? $"{size.Groups["lines"]}" : first.Key;
            return Word(
                tokens,
                at,
                at + 1,
                new Entry([], ReleaseWordKind.Resolution, ReleaseWordTrust.Sure, value),
                name
            );
        }

        if (!_byFirst.TryGetValue(first.Key, out Entry[]? entries))
        {
            return null;
        }

        Entry? found = Array.Find(entries, entry => IsAt(entry, name, tokens, at, anchor));
        return found is null ? null : Word(tokens, at, at + found.Keys.Length, found, name);
    }

    private static ReleaseWord Word(List<NameToken> tokens, int first, int behind, Entry entry, string name)
    {
        int start = tokens[first].Start;
        int end = tokens[behind - 1].End;
        bool isOrdinal =
            entry.Kind == ReleaseWordKind.Edition
            && entry.Keys[0] == "anniversary"
            && first > 0
            && OrdinalPattern().IsMatch(tokens[first - 1].Key);
        if (isOrdinal)
        {
            first--;
            start = tokens[first].Start;
        }

        string value = entry.Kind is ReleaseWordKind.Edition ? ReleaseText.Plain(name[start..end]) : entry.Value;
        return new ReleaseWord(start, end, entry.Kind, value) { Trust = entry.Trust, Tokens = (first, behind) };
    }

    private static bool IsAt(Entry entry, string name, List<NameToken> tokens, int at, int anchor)
    {
        if (at + entry.Keys.Length > tokens.Count)
        {
            return false;
        }

        for (int i = 1; i < entry.Keys.Length; i++)
        {
            bool isSame = entry.Keys[i] == "*" || entry.Keys[i] == tokens[at + i].Key;
            if (!isSame || !IsPlainGap(name, tokens[at + i - 1].End, tokens[at + i].Start))
            {
                return false;
            }
        }

        bool isAnyCase = tokens[at].Start >= anchor && entry.Kind != ReleaseWordKind.Service;
        return entry.Trust != ReleaseWordTrust.Capitals || isAnyCase || IsInCapitals(name, tokens[at]);
    }

    private static bool IsInCapitals(string name, NameToken token) =>
        !name.AsSpan(token.Start, token.End - token.Start).ContainsAnyInRange('a', 'z');

    private static bool IsPlainGap(string name, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (name[i] is not (' ' or '.' or '_' or '-'))
            {
                return false;
            }
        }

        return to - from <= GapLimit;
    }

    /// <summary>5.1 and 7 1 behind a word for sound.</summary>
    private static ReleaseWord? ChannelsAt(string name, List<NameToken> tokens, int at, List<ReleaseWord> words)
    {
        bool isBehindSound =
            words.Count > 0
            && words[^1].Kind == ReleaseWordKind.AudioCodec
            && words[^1].Tokens.Behind == at
            && at + 1 < tokens.Count;
        if (!isBehindSound)
        {
            return null;
        }

        (string front, string back) = (tokens[at].Key, tokens[at + 1].Key);
        bool isChannels =
            front is ['1' or '2' or '3' or '4' or '5' or '6' or '7' or '9']
            && back is ['0' or '1' or '2']
            && IsPlainGap(name, tokens[at].End, tokens[at + 1].Start);
        return isChannels
            ? Word(
                tokens,
                at,
                at + 2,
                new Entry([], ReleaseWordKind.AudioChannels, ReleaseWordTrust.Weak, $"{front}.{back}"),
                name
            )
            : null;
    }

    private static IEnumerable<Entry> Entries() =>
        from line in ReleaseTable.Lines.Concat(ReleaseLanguages.Lines)
        from meaning in line.Words.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let parts = meaning.Split(':', 2, StringSplitOptions.TrimEntries)
        from word in parts[^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select new Entry(word.Split(' '), line.Kind, line.Trust, parts.Length == 2 ? parts[0] : word);

    // 4:3 and other small sizes stand for episodes: 1x02, 11x11
    [GeneratedRegex(
        @"^(?:m?(?<lines>(?:360|480|540|576|720|1080|1440|2160|4320)[pi])[0-9]{0,3}|[0-9]{3,4}x[0-9]{3,4})$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex SizePattern();

    [GeneratedRegex("^[0-9]{1,3}(?:st|nd|rd|th)$", RegexOptions.CultureInvariant)]
    private static partial Regex OrdinalPattern();

    private sealed record Entry(string[] Keys, ReleaseWordKind Kind, ReleaseWordTrust Trust, string Value);
}
