using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Releases;

namespace Colophon.Formats.Naming.Music;

/// <summary>Takes what stands around an album's title: ids, formats, years, editions, types, discs.</summary>
internal static class AlbumMarks
{
    private const int Rounds = 20;

    public static void TakeIds(AlbumDraft draft)
    {
        Match match = AlbumRules.Id.Pattern!.Match(draft.Text);
        if (!match.Success)
        {
            return;
        }

        string key = match.Groups["discogs"].Success ? "discogs" : "musicbrainz";
        string value = match.Groups[key].Value.ToLowerInvariant();
        if (draft.Take(AlbumRules.Id, match, $"{key}={value}"))
        {
            draft.Ids = new Dictionary<string, string>(StringComparer.Ordinal) { [key] = value };
        }
    }

    /// <summary>Works from the end towards the title, as long as something is taken.</summary>
    public static void TakeTail(AlbumDraft draft)
    {
        for (int round = 0; round < Rounds; round++)
        {
            bool isTaken =
                TakeDisc(draft)
                || TakeBrackets(draft)
                || TakeAudio(draft)
                || TakeDashYear(draft)
                || TakeDashEdition(draft);
            if (!isTaken)
            {
                break;
            }
        }

        TakeBareYear(draft);
        if (AlbumRules.Type.Pattern!.Match(draft.Text) is { Success: true } type)
        {
            draft.Type ??= MusicWords.TypeOf(type.Groups["type"].Value.Replace(".", ""));
            draft.Hits.Fire(AlbumRules.Type, draft.Text, type.Value, $"type={draft.Type}");
        }
    }

    /// <summary>"1999 - Album": nearer to the title than a year behind it, which then is an edition's.</summary>
    public static void TakeYearFirst(AlbumDraft draft)
    {
        Match match = AlbumRules.YearFirst.Pattern!.Match(draft.Text);
        if (match.Success && draft.Take(AlbumRules.YearFirst, match, $"year={match.Groups["year"]}"))
        {
            draft.Year = Number(match.Groups["year"]);
        }
    }

    /// <summary>"Album (Disc 2)".</summary>
    public static bool TakeDisc(AlbumDraft draft)
    {
        Match match = AlbumRules.DiscMark.Pattern!.Match(draft.Text);
        if (!match.Success || !draft.Take(AlbumRules.DiscMark, match, $"disc={match.Groups["number"]}"))
        {
            return false;
        }

        draft.Disc ??= Number(match.Groups["number"]);
        return true;
    }

    private static bool TakeAudio(AlbumDraft draft)
    {
        Match match = AlbumRules.Audio.Pattern!.Match(draft.Text);
        bool isTaken = match.Success && draft.Take(AlbumRules.Audio, match, "dropped");
        draft.IsRelease |= isTaken;
        return isTaken;
    }

    private static bool TakeBrackets(AlbumDraft draft)
    {
        Match match = AlbumRules.Brackets.Pattern!.Match(draft.Text);
        if (!match.Success)
        {
            return false;
        }

        string text = match.Groups["text"].Value.Trim();
        bool isRound = match.Groups["round"].Success;
        if (MusicWords.EditionPattern().IsMatch(text))
        {
            return TakeEdition(draft, match, ReleaseText.Title(text));
        }

        if (MusicWords.TypeOf(text) is { } type)
        {
            return TakeType(draft, match, type, isRound);
        }

        bool isAudio = MusicWords.AudioPattern().IsMatch(text);
        Match year = MusicWords.YearPattern().Match(text);
        bool isYear = year.Success && (!isRound || year.Length == text.Length);
        if (isRound && !isAudio && !isYear && !SpanOnly(text))
        {
            return false;
        }

        if (
            !draft.Take(
                isYear ? AlbumRules.Year
                    : isAudio ? AlbumRules.Audio
                    : AlbumRules.Brackets,
                match,
                Said(isYear, year)
            )
        )
        {
            return false;
        }

        draft.IsRelease |= isAudio || MusicWords.SureAudioPattern().IsMatch(text);
        draft.Year ??= isYear ? Number(year.Groups["year"]) : null;
        return true;
    }

    /// <summary>"(Live)" and "(Soundtrack)" tell albums of one title apart, "(EP)" and "(Album)" do not.</summary>
    private static bool TakeType(AlbumDraft draft, Match match, AlbumType type, bool isRound)
    {
        bool isDropped = !isRound || type is AlbumType.Album or AlbumType.Single or AlbumType.Ep;
        bool isKnown = draft.Type is not null;
        draft.Type ??= type;
        if (isDropped)
        {
            return draft.Take(AlbumRules.Type, match, $"type={type}");
        }

        if (!isKnown)
        {
            draft.Hits.Fire(AlbumRules.Type, draft.Text, match.Value, $"type={type}");
        }

        return false;
    }

    private static bool TakeDashYear(AlbumDraft draft) =>
        TakeYear(draft, AlbumRules.DashYearPattern().Match(draft.Text));

    /// <summary>"The Love Movement 1998 2CD": bare, only where the words of a release stood behind.</summary>
    private static void TakeBareYear(AlbumDraft draft)
    {
        if (draft is { IsRelease: true, Year: null })
        {
            TakeYear(draft, AlbumRules.BareYearPattern().Match(draft.Text));
        }
    }

    private static bool TakeYear(AlbumDraft draft, Match match)
    {
        if (!match.Success || !draft.Take(AlbumRules.Year, match, $"year={match.Value.Trim(' ', '-', '–', ',')}"))
        {
            return false;
        }

        draft.Year ??= match.Groups["until"].Success ? null : Number(match.Groups["year"]);
        return true;
    }

    private static bool TakeDashEdition(AlbumDraft draft)
    {
        Match match = AlbumRules.Edition.Pattern!.Match(draft.Text);
        return match.Success && TakeEdition(draft, match, match.Groups["edition"].Value);
    }

    /// <summary>Several in the order of the name: <c>(Deluxe) (Explicit)</c>.</summary>
    private static bool TakeEdition(AlbumDraft draft, Match match, string edition)
    {
        if (!draft.Take(AlbumRules.Edition, match, $"edition={edition}"))
        {
            return false;
        }

        draft.Edition = draft.Edition is null ? edition : $"{edition}, {draft.Edition}";
        return true;
    }

    private static string Said(bool isYear, Match year) => isYear ? $"year={year.Groups["year"]}" : "dropped";

    /// <summary>"1965-1995".</summary>
    private static bool SpanOnly(string text) =>
        text.Length is >= 5 and <= 12
        && text.All(c => char.IsAsciiDigit(c) || c is '-' or '–' or ' ')
        && text.Count(char.IsAsciiDigit) is 4 or 8;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);
}
