using System.Collections.Frozen;
using Colophon.Formats.Text;

namespace Colophon.Server.Enrichment.Identify;

/// <summary>How alike two titles are, from 0 to 1: 1 when they differ only in case, marks, articles and how parts are counted.</summary>
internal static class TitleLikeness
{
    private const int Longest = 300;
    private const double OtherNumber = 0.6;

    private static readonly FrozenDictionary<string, string> Counted = new[]
    {
        "i one",
        "ii two",
        "iii three",
        "iv four",
        "v five",
        "vi six",
        "vii seven",
        "viii eight",
        "ix nine",
        "x ten",
        "xi eleven",
        "xii twelve",
        "xiii thirteen",
    }
        .SelectMany(
            (words, before) => words.Split(' ').Select(word => (word, Number: TextKeys.SortKey($"{before + 1}")))
        )
        .ToFrozenDictionary(pair => pair.word, pair => pair.Number, StringComparer.Ordinal);

    public static double Of(string one, string other)
    {
        var (a, b) = (KeyOf(one), KeyOf(other));
        if (a == b || Inverted(one) == Inverted(other))
            return a.Length == 0 ? 0 : 1;
        if (a.Length == 0 || b.Length == 0)
            return 0;
        var like = 0.95 * Math.Max(Letters(a, b), Words(a, b));
        // The second part is not the third, however alike their titles are.
        return NumbersOf(a).SetEquals(NumbersOf(b)) ? like : Math.Min(like, OtherNumber);
    }

    /// <summary>As in a catalog: "The Matrix" and "Matrix, The" are one.</summary>
    private static string Inverted(string title) => Numbered(TextKeys.SortKey(TextKeys.TitleSort(title)));

    /// <summary>"Part II" and "Part Two" as "Part 2". What a title begins with is a name: "Nine" is not "9".</summary>
    private static string Numbered(string key) =>
        string.Join(' ', key.Split(' ').Select((word, at) => at == 0 ? word : Counted.GetValueOrDefault(word, word)));

    private static HashSet<string> NumbersOf(string key) =>
        key.Split(' ').Where(word => word.All(char.IsAsciiDigit)).ToHashSet(StringComparer.Ordinal);

    private static string KeyOf(string title)
    {
        var key = Numbered(TextKeys.SortKey(title.Replace("&", " and ", StringComparison.Ordinal)));
        return key.Length > Longest ? key[..Longest] : key;
    }

    /// <summary>1 less the share of letters that have to change (Levenshtein).</summary>
    private static double Letters(string one, string other)
    {
        var before = new int[other.Length + 1];
        var now = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
            before[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                now[j] = Math.Min(change, Math.Min(before[j], now[j - 1]) + 1);
            }
            (before, now) = (now, before);
        }
        return 1 - ((double)before[other.Length] / Math.Max(one.Length, other.Length));
    }

    /// <summary>The share of words that both have (Dice), so that their order and a subtitle weigh less.</summary>
    private static double Words(string one, string other)
    {
        var (a, b) = (
            one.Split(' ').ToHashSet(StringComparer.Ordinal),
            other.Split(' ').ToHashSet(StringComparer.Ordinal)
        );
        return 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
    }
}
