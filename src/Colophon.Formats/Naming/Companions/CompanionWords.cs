using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Companions;

/// <summary>Reads language, flags and title out of the words behind a video's name, from the last to the first.</summary>
internal sealed class CompanionWords(CompanionDraft draft)
{
    private const int TitleLimit = 200;
    private const int WordLimit = 64;

    private static readonly char[] _breaks = [' ', '_', '(', ')', '[', ']', '+', ',', '-'];

    private readonly List<string> _title = [];
    private bool _isHindiOrFlag;

    /// <summary>Whether a text is made of languages, flags and a number, and of nothing else.</summary>
    public static bool AreKnown(string text)
    {
        string words = WithoutNumber(text);
        return TrackLanguage.Find(words) is not null
            || (Parts(words) is { Length: > 0 } parts && parts.All(part => IsKnown(part)));
    }

    /// <summary>Reads all words; what is no language and no flag is the title.</summary>
    public void Read(string text)
    {
        string[] words = Split(text);
        for (int i = words.Length - 1; i >= 0; i--)
        {
            bool isAmidWords = _title.Count > 0 && words[..i].Any(word => !AreKnown(word));
            if (!(words[i].Length == 2 && isAmidWords) && Take(words[i]))
            {
                continue;
            }

            AddTitle(words[i]);
        }

        _title.Reverse();
        string title = string.Join('.', _title);
        draft.Title = CleanText.LineOrNull(title, TitleLimit);
        if (draft.Title is not null)
        {
            draft.Fire(CompanionRules.Title, text, title, $"title={draft.Title}");
        }
    }

    /// <summary>Reads only the languages and flags at the end, for a name whose beginning is not understood.</summary>
    public void ReadEnd(string text)
    {
        string[] words = Split(text);
        for (int i = words.Length - 1; i > 0 && Take(words[i]); i--) { }
    }

    private static string[] Split(string text) => [.. text.Split('.').TakeLast(WordLimit)];

    private bool Take(string word)
    {
        string text = WithoutNumber(word.Trim());
        if (text.Length == 0 || TakeWord(text))
        {
            return true;
        }

        string[] parts = Parts(text);
        if (parts is [] || parts is [var only] && only == text || !parts.All(part => IsKnown(part)))
        {
            return false;
        }

        foreach (string part in parts.Reverse())
        {
            TakeWord(part);
        }

        return true;
    }

    private bool TakeWord(string word)
    {
        if (FlagRule(word) is { } rule && !(rule == CompanionRules.HearingImpaired && IsHindi(word)))
        {
            draft.IsForced |= rule == CompanionRules.Forced;
            draft.IsDefault |= rule == CompanionRules.Default;
            draft.IsHearingImpaired |= rule == CompanionRules.HearingImpaired;
            draft.Fire(rule, word, word, $"{rule.Id["companion.".Length..]}=true");
            return true;
        }

        return TakeLanguage(word);
    }

    private bool IsHindi(string word) =>
        word.Equals("hi", StringComparison.OrdinalIgnoreCase) && draft.Language is null;

    private bool TakeLanguage(string word)
    {
        if (TrackLanguage.Find(word) is not { } language || (draft.Language is not null && !_isHindiOrFlag))
        {
            return false;
        }

        if (_isHindiOrFlag)
        {
            draft.IsHearingImpaired = true;
            draft.Fire(CompanionRules.HearingImpaired, "hi", "hi", "hearing-impaired=true");
        }

        draft.Language = language;
        _isHindiOrFlag = word.Equals("hi", StringComparison.OrdinalIgnoreCase);
        draft.Fire(CompanionRules.Language, word, word, $"language={language}");
        return true;
    }

    private void AddTitle(string word)
    {
        string title = WithoutNumber(word.Trim());
        if (title != word.Trim())
        {
            draft.Fire(CompanionRules.CopyNumber, word, word[title.Length..], "dropped");
        }

        Match match = CompanionRules.LanguageAndTitle.Pattern!.Match(title);
        if (
            match.Success
            && draft.Language is null
            && TrackLanguage.Find(match.Groups["language"].Value) is { } language
        )
        {
            draft.Language = language;
            title = match.Groups["title"].Value;
            draft.Fire(CompanionRules.LanguageAndTitle, word, match.Value, $"language={language}, title={title}");
        }

        _title.Add(title);
    }

    private static string WithoutNumber(string word) => CompanionRules.CopyNumber.Pattern!.Replace(word, "").Trim();

    private static string[] Parts(string text) =>
        text.Split(_breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsKnown(string word) => FlagRule(word) is not null || TrackLanguage.Find(word) is not null;

    private static NameRule? FlagRule(string word) =>
        word.ToLowerInvariant() switch
        {
            "forced" or "foreign" => CompanionRules.Forced,
            "default" => CompanionRules.Default,
            "sdh" or "cc" or "hi" => CompanionRules.HearingImpaired,
            _ => null,
        };
}
