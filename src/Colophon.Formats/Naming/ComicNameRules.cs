using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Books;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming;

/// <summary>Works through the rules on one name, a file's or a folder's, from its marks to its core.</summary>
internal static class ComicNameRules
{
    private const int Limit = 500;

    // what stands alone in brackets and is meant as a language; "gb" and "digital" are not
    private static readonly FrozenSet<string> _languages = new[]
    {
        "en",
        "eng",
        "english",
        "fr",
        "french",
        "français",
        "de",
        "german",
        "deutsch",
        "es",
        "spanish",
        "español",
        "it",
        "italian",
        "italiano",
        "pt",
        "pt-br",
        "portuguese",
        "ja",
        "jpn",
        "japanese",
        "ko",
        "korean",
        "zh",
        "chinese",
        "ru",
        "russian",
        "pl",
        "polish",
        "nl",
        "dutch",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a file's name without its extension.</summary>
    public static ComicNameDraft ReadFile(string name)
    {
        ComicNameDraft draft = TakeOuterMarks(name);
        if (!TakeMarks(draft))
        {
            TakeBareNumbers(draft);
        }

        return draft;
    }

    /// <summary>Reads a folder's name: bare numbers belong to it ("Foo 50"), unless it is nothing else.</summary>
    public static ComicNameDraft ReadFolder(string name)
    {
        ComicNameDraft draft = TakeOuterMarks(name);
        if (!TakeMarks(draft) && !TakeNumberOnly(draft))
        {
            draft.Series = Trimmed(draft.Rest);
        }

        return draft;
    }

    /// <summary>Without what surrounds a name: dashes, commas, spaces. Null when nothing is left.</summary>
    public static string? Trimmed(string text) =>
        CleanText.LineOrNull(text.Trim(' ', '-', '–', '_', ',', '~', ':', ';'), Limit);

    private static ComicNameDraft TakeOuterMarks(string name)
    {
        var draft = new ComicNameDraft { Rest = name };
        ReplaceSeparators(draft);
        TakeCountry(draft);
        TakeEdition(draft);
        TakeTags(draft);
        TakeParentheses(draft);
        return draft;
    }

    private static void ReplaceSeparators(ComicNameDraft draft)
    {
        string input = draft.Rest;
        draft.Rest = input.Replace('_', ' ').Replace('\u3000', ' ').Trim();
        if (input.Contains('_'))
        {
            draft.Fire(ComicRules.Separators, input, input, $"name={draft.Rest}");
        }
    }

    private static void TakeCountry(ComicNameDraft draft)
    {
        Match match = ComicRules.CountryPrefix.Pattern!.Match(draft.Rest);
        if (match.Success)
        {
            string country = match.Groups["country"].Value.ToLowerInvariant();
            draft.Language = country == "be" ? "fr" : country;
            Take(ComicRules.CountryPrefix, match, draft, $"language={draft.Language}");
        }
    }

    private static void TakeEdition(ComicNameDraft draft)
    {
        Match match = ComicRules.Edition.Pattern!.Match(draft.Rest);
        if (match.Success)
        {
            draft.Edition = match.Value;
            draft.Fire(ComicRules.Edition, draft.Rest, match.Value, $"edition={match.Value}");
        }
    }

    private static void TakeTags(ComicNameDraft draft)
    {
        for (
            Match match = ComicRules.Tags.Pattern!.Match(draft.Rest);
            match.Success && match.Length < draft.Rest.Length;
            match = ComicRules.Tags.Pattern.Match(draft.Rest)
        )
        {
            Take(ComicRules.Tags, match, draft, TakeLanguage(match.Groups["text"].Value, draft) ?? "dropped");
        }
    }

    private static void TakeParentheses(ComicNameDraft draft)
    {
        for (
            Match match = ComicRules.Parentheses.Pattern!.Match(draft.Rest);
            match.Success && match.Length < draft.Rest.Length;
            match = ComicRules.Parentheses.Pattern.Match(draft.Rest)
        )
        {
            string text = match.Groups["text"].Value.Trim();
            (NameRule rule, string result) = Meaning(text, draft);
            Take(rule, match, draft, result);
        }
    }

    private static (NameRule Rule, string Result) Meaning(string text, ComicNameDraft draft)
    {
        if (ComicRules.Count.Pattern!.Match(text) is { Success: true } count)
        {
            draft.Count = int.Parse(count.Groups["count"].Value, CultureInfo.InvariantCulture);
            return (ComicRules.Count, $"count={draft.Count}");
        }

        if (ComicRules.Chapter.Pattern!.Match(text) is { Success: true, Index: 0 } chapter)
        {
            draft.Chapter ??= Range(chapter);
            return (ComicRules.Chapter, $"chapter={chapter.Groups["number"]}");
        }

        if (ComicRules.Volume.Pattern!.Match(text) is { Success: true, Index: 0 } volume && Range(volume).Start > 0)
        {
            draft.Volume ??= Range(volume);
            return (ComicRules.Volume, $"volume={volume.Groups["number"]}");
        }

        if (ComicRules.Year.Pattern!.Match(text) is { Success: true } year)
        {
            draft.Year ??= int.Parse(year.Groups["year"].Value, CultureInfo.InvariantCulture);
            return (ComicRules.Year, $"year={draft.Year}");
        }

        return (ComicRules.Parentheses, TakeLanguage(text, draft) ?? "dropped");
    }

    private static string? TakeLanguage(string text, ComicNameDraft draft)
    {
        if (draft.Language is not null || !_languages.Contains(text.Trim()))
        {
            return null;
        }

        draft.Language = LanguageTag.Normalise(text);
        return $"language={draft.Language}";
    }

    /// <summary>The first special, volume and chapter; before the first of them is the series, behind the last the title.</summary>
    private static bool TakeMarks(ComicNameDraft draft)
    {
        string text = draft.Rest;
        int start = text.Length;
        int end = 0;
        if (ComicRules.Special.Pattern!.Match(text) is { Success: true } special)
        {
            draft.IsSpecial = true;
            draft.Fire(ComicRules.Special, text, special.Value, $"special={special.Groups["number"]}");
            Stretch(special, ref start, ref end);
        }

        Match volume = ComicRules.Volume.Pattern!.Match(text);
        if (volume.Success)
        {
            draft.Volume = Range(volume);
            draft.Fire(ComicRules.Volume, text, volume.Value, $"volume={volume.Groups["number"]}");
            Stretch(volume, ref start, ref end);
        }

        if (ComicRules.Chapter.Pattern!.Match(text) is { Success: true } chapter)
        {
            draft.Chapter = Range(chapter);
            draft.Fire(ComicRules.Chapter, text, chapter.Value, $"chapter={chapter.Groups["number"]}");
            Stretch(chapter, ref start, ref end);
        }
        else if (volume.Success && !draft.IsSpecial)
        {
            end += TakeNumberAfterVolume(text[end..], draft);
        }

        if (end == 0)
        {
            return false;
        }

        draft.Series = Trimmed(text[..start]);
        draft.Title = TitleOf(text[end..]);
        draft.Rest = "";
        return true;
    }

    private static void Stretch(Match match, ref int start, ref int end)
    {
        start = Math.Min(start, match.Index);
        end = Math.Max(end, match.Index + match.Length);
    }

    private static int TakeNumberAfterVolume(string behind, ComicNameDraft draft)
    {
        Match match = ComicRules.NumberAfterVolume.Pattern!.Match(behind);
        if (!match.Success || draft.Chapter is not null)
        {
            return 0;
        }

        draft.Chapter = Range(match);
        draft.Fire(ComicRules.NumberAfterVolume, behind, match.Value, $"chapter={match.Groups["number"]}");
        return match.Length;
    }

    private static void TakeBareNumbers(ComicNameDraft draft)
    {
        if (TakeNumberOnly(draft) || TakeNumberBefore(draft))
        {
            return;
        }

        CutSideStories(draft);
        string text = Trimmed(draft.Rest) ?? draft.Rest;
        if (draft.HasNumber)
        {
            draft.Series = text; // the numbers stood in parentheses
            return;
        }

        foreach (NameRule rule in (ReadOnlySpan<NameRule>)[ComicRules.NumberAndTitle, ComicRules.NumberAtEnd])
        {
            Match match = rule.Pattern!.Match(text);
            if (!match.Success || match.Groups["series"].Value.EndsWith("No.", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            draft.Chapter = Range(match);
            draft.Series = Trimmed(match.Groups["series"].Value);
            draft.Title = match.Groups["title"].Success ? TitleOf(match.Groups["title"].Value) : null;
            draft.Fire(rule, text, match.Value, $"series={draft.Series}, chapter={match.Groups["number"]}");
            return;
        }

        draft.Title = Trimmed(text);
    }

    private static bool TakeNumberOnly(ComicNameDraft draft)
    {
        Match match = ComicRules.NumberOnly.Pattern!.Match(draft.Rest.Trim());
        if (match.Success)
        {
            draft.IsBare = true;
            draft.Chapter ??= Range(match);
            draft.Fire(ComicRules.NumberOnly, draft.Rest, match.Value, $"chapter={match.Groups["number"]}");
        }

        return match.Success;
    }

    private static bool TakeNumberBefore(ComicNameDraft draft)
    {
        Match match = ComicRules.NumberBefore.Pattern!.Match(draft.Rest.Trim());
        if (match.Success)
        {
            draft.IsBare = true;
            draft.Chapter ??= Range(match);
            draft.Title = Trimmed(match.Groups["title"].Value);
            draft.Fire(ComicRules.NumberBefore, draft.Rest, match.Groups["number"].Value, $"title={draft.Title}");
        }

        return match.Success;
    }

    private static void CutSideStories(ComicNameDraft draft)
    {
        Match match = ComicRules.SideStories.Pattern!.Match(draft.Rest);
        if (match.Success)
        {
            string input = draft.Rest;
            draft.Series = Trimmed(input[..match.Index]);
            draft.Fire(ComicRules.SideStories, input, match.Value, $"series={draft.Series}");
        }
    }

    /// <summary>What is no more than marks and remains of brackets is no title.</summary>
    private static string? TitleOf(string text) =>
        Trimmed(text) is { } title && title.Any(char.IsLetter) && title.Length > 2 ? title : null;

    private static (double Start, double? End) Range(Match match) =>
        ComicNameDraft.Range(match.Groups["number"].Value, match.Groups["end"].Value);

    private static void Take(NameRule rule, Match match, ComicNameDraft draft, string result)
    {
        string input = draft.Rest;
        draft.Rest = CleanText.Line(
            $"{input.AsSpan(0, match.Index)} {input.AsSpan(match.Index + match.Length)}",
            Limit
        );
        draft.Fire(rule, input, match.Value, result);
    }
}
