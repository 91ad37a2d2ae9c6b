using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Releases;

/// <summary>A name cut where the words of a release begin.</summary>
/// <param name="Head">What stands before them, as it is written; never empty for a name that is not.</param>
/// <param name="HeadStart">Where the head begins in the name: behind a site or a group in brackets.</param>
/// <param name="HeadEnd">Where the words of the release begin; the name's length when there are none.</param>
/// <param name="Facts">What the words say.</param>
/// <param name="Words">Those that count, in the order of the name.</param>
/// <param name="Rules">What fired, each of <see cref="ReleaseRules"/>.</param>
public sealed record ReleaseSplit(
    string Head,
    int HeadStart,
    int HeadEnd,
    ReleaseFacts Facts,
    IReadOnlyList<ReleaseWord> Words,
    IReadOnlyList<RuleHit> Rules
)
{
    /// <summary>The head as people write it, without dots and underscores for spaces.</summary>
    public string Title => ReleaseText.Title(Head);
}

/// <summary>Splits the name of a release into title and the facts behind it. Pure, never throws, time grows with the length.</summary>
public static class ReleaseName
{
    private const int NameLimit = 500;

    /// <summary>Splits a file's name without its extension, or a folder's.</summary>
    /// <param name="name">Longer ones are cut at 500 characters.</param>
    /// <param name="anchor">
    /// Place behind which no title stands, such as the end of the year or of an episode's mark: words that titles have too
    /// (German, Extended) count there by themselves.
    /// </param>
    public static ReleaseSplit Split(string name, int? anchor = null)
    {
        string text = name.Length > NameLimit ? name[..NameLimit] : name;
        var hits = new List<RuleHit>();
        List<NameToken> tokens = NameTokens.Of(text);
        List<ReleaseWord> words = ReleaseWords.In(text, tokens, anchor ?? int.MaxValue);
        TrustBracketed(text, words);
        int start = Drop(ReleaseRules.Site, text, 0, hits);
        (start, string? leading) = LeadingGroup(text, start, words, hits);
        start = BehindLeadingWords(text, start, tokens, words);
        int first = FirstWord(start, anchor ?? int.MaxValue, tokens, words);
        List<ReleaseWord> counted = [.. words.Where((word, i) => i >= first || word.End <= start)];
        int end = first < words.Count ? words[first].Start : text.Length;
        string? hash = Hash(text, hits);
        string? group = Group(text, counted, hits) ?? leading;
        if (counted.Count > 0)
        {
            string matched = string.Join(' ', counted.Select(word => text[word.Start..word.End]));
            string values = string.Join(", ", counted.Select(word => $"{word.Kind}={word.Value}"));
            hits.Insert(0, new RuleHit(ReleaseRules.Words.Id, ReleaseRules.Words.Text, text, matched, values));
        }

        ReleaseFacts facts = ReleaseDraft.Of(text, counted) with { Group = group, Hash = hash };
        return new ReleaseSplit(text[start..end], start, end, facts, counted, hits);
    }

    /// <summary>What has brackets of its own is no part of a title: (Extended), [BD], (VHS).</summary>
    private static void TrustBracketed(string text, List<ReleaseWord> words)
    {
        int first = 0;
        for (int i = 0; i < words.Count; i++)
        {
            bool isGoingOn = i > 0 && words[i - 1].Tokens.Behind == words[i].Tokens.First;
            first = isGoingOn ? first : i;
            bool isBracketed =
                words[first].Start > 0
                && text[words[first].Start - 1] is '(' or '[' or '{'
                && words[i].End < text.Length
                && text[words[i].End] is ')' or ']' or '}';
            // (US) tells two shows of one name apart
            if (isBracketed && words[i].Kind != ReleaseWordKind.Remark && words[i].Trust == ReleaseWordTrust.Weak)
            {
                words[i] = words[i] with { Trust = ReleaseWordTrust.Sure };
            }
        }
    }

    private static int Drop(NameRule rule, string text, int start, List<RuleHit> hits)
    {
        Match match = rule.Pattern!.Match(text);
        if (!match.Success || match.Length == text.Length)
        {
            return start;
        }

        hits.Add(new RuleHit(rule.Id, rule.Text, text, match.Value.Trim(), "dropped"));
        return match.Index + match.Length;
    }

    private static (int Start, string? Group) LeadingGroup(
        string text,
        int start,
        List<ReleaseWord> words,
        List<RuleHit> hits
    )
    {
        Match match = ReleaseRules.LeadingGroup.Pattern!.Match(text[start..]);
        bool isRelease =
            words.Exists(word => word.Trust == ReleaseWordTrust.Sure) || ReleaseRules.Hash.Pattern!.IsMatch(text);
        int end = start + match.Length;
        bool isWords = words.Exists(word => word.Start < end); // [1080p] Title
        if (!match.Success || !isRelease || isWords)
        {
            return (start, null);
        }

        string group = match.Groups["group"].Value.Trim();
        NameRule rule = ReleaseRules.LeadingGroup;
        hits.Add(new RuleHit(rule.Id, rule.Text, text, match.Value.Trim(), $"group={group}"));
        return (end, group);
    }

    /// <summary>Some write the codec before the title; what is left must still be one.</summary>
    private static int BehindLeadingWords(string text, int start, List<NameToken> tokens, List<ReleaseWord> words)
    {
        int at = start;
        int token = tokens.FindIndex(entry => entry.Start >= start);
        foreach (ReleaseWord word in words.Where(word => word.Start >= start))
        {
            if (word.Tokens.First != token || word.Trust != ReleaseWordTrust.Sure)
            {
                break;
            }

            token = word.Tokens.Behind;
            at = word.End;
        }

        bool isTitleLeft = at > start && token < tokens.Count && !words.Exists(word => word.Tokens.First == token);
        while (isTitleLeft && at < text.Length && text[at] is ']' or ')' or ' ' or '.' or '_' or '-')
        {
            at++;
        }

        return isTitleLeft ? at : start;
    }

    /// <summary>The first word that counts; the number of words when none does.</summary>
    private static int FirstWord(int start, int anchor, List<NameToken> tokens, List<ReleaseWord> words)
    {
        int title = tokens.FindIndex(token => token.Start >= start);
        int first = words.FindIndex(word =>
            word.Start >= start
            && (word.Start >= anchor || word.Trust == ReleaseWordTrust.Sure)
            && NameTokens.IsTitle(tokens, title, word.Tokens.First)
        );
        if (first < 0)
        {
            return words.Count;
        }

        bool hasSource = words
            .Skip(first)
            .Any(word => word is { Kind: ReleaseWordKind.Source, Trust: ReleaseWordTrust.Sure });
        while (first > 0 && words[first - 1].Tokens.Behind == words[first].Tokens.First)
        {
            ReleaseWord before = words[first - 1];
            bool isTitle = before.Kind == ReleaseWordKind.Source && hasSource; // Charlotte's Web 1080p BluRay
            if (isTitle || before.Start < start || !NameTokens.IsTitle(tokens, title, before.Tokens.First))
            {
                break;
            }

            first--;
        }

        return first;
    }

    private static string? Hash(string text, List<RuleHit> hits)
    {
        NameRule rule = ReleaseRules.Hash;
        foreach (Match match in rule.Pattern!.Matches(text))
        {
            string hash = match.Groups["hash"].Value.ToUpperInvariant();
            bool isDate = hash.All(char.IsAsciiDigit); // (20131209)
            if (!isDate)
            {
                hits.Add(new RuleHit(rule.Id, rule.Text, text, match.Value, $"hash={hash}"));
                return hash;
            }
        }

        return null;
    }

    private static string? Group(string text, List<ReleaseWord> words, List<RuleHit> hits)
    {
        string bare = ReleaseRules.Hash.Pattern!.Replace(text, "").TrimEnd();
        if (ReleaseGroups.In(bare, words) is not { } found)
        {
            return null;
        }

        NameRule rule = ReleaseRules.Group;
        hits.Add(new RuleHit(rule.Id, rule.Text, text, found.Matched, $"group={found.Group}"));
        int at = text.LastIndexOf(found.Matched, StringComparison.Ordinal);
        words.RemoveAll(word => word.Start >= at && word.End <= at + found.Matched.Length); // [YTS.LT] is not Lithuanian
        return found.Group;
    }
}
