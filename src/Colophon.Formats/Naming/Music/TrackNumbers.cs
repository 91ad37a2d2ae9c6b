using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Shows;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Music;

/// <summary>Finds disc, side and number in the name of a track's file, and what stands before them.</summary>
internal static class TrackNumbers
{
    public static void Take(TrackDraft draft, MusicLayout layout)
    {
        string raw = draft.Text;
        draft.Text = MusicWords.Spaced(raw);
        if (TakeWithin(draft, layout))
        {
            return;
        }

        // at the root "A1 - Title" is an artist
        bool isLeading =
            TakeLeading(TrackRules.DiscNumber, draft, layout)
            || (layout.Album is not null && TakeLeading(TrackRules.Side, draft, layout))
            || TakeLeading(TrackRules.Number, draft, layout);
        if (isLeading && !raw.Contains(' '))
        {
            SplitScene(draft, layout);
        }
    }

    /// <summary>The place that a tag says in the way of vinyl: <c>A1</c>.</summary>
    public static (char Side, int Track)? SideOf(string text) =>
        text.Trim().ToUpperInvariant() is { Length: 2 or 3 } place
        && place[0] is >= 'A' and <= 'H'
        && Number(place[1..]) is > 0 and var track
            ? (place[0], track)
            : null;

    /// <summary>The record that a side belongs to.</summary>
    public static int DiscOf(char side) => ((side - 'A') / 2) + 1;

    /// <summary>"Artist - Album - 01 - Title".</summary>
    private static bool TakeWithin(TrackDraft draft, MusicLayout layout)
    {
        List<string> parts = MusicWords.Parts(draft.Text);
        for (int i = 1; i < parts.Count; i++)
        {
            Match match = TrackRules.NumberWithin.Pattern!.Match(parts[i]);
            bool hasTitle = i + 1 < parts.Count || match.Groups["title"].Success;
            if (
                !match.Success
                || !hasTitle
                || !parts[0].Any(char.IsLetter)
                || TrackRules.Side.Pattern!.IsMatch(draft.Text)
            )
            {
                continue;
            }

            SetPlace(draft, match);
            string title = string.Join(" - ", parts[(i + 1)..].Prepend(match.Groups["title"].Value)).Trim(' ', '-');
            draft.Hits.Fire(TrackRules.NumberWithin, draft.Text, parts[i], $"track={draft.Track}, title={title}");
            draft.Text = title;
            TakeBefore(parts[..i], draft, layout);
            return true;
        }

        return false;
    }

    private static void TakeBefore(List<string> before, TrackDraft draft, MusicLayout layout)
    {
        int disc = before.FindLastIndex(part => MusicFolders.IsSure(part, null));
        if (disc >= 0)
        {
            draft.Disc ??= MusicFolders.DiscOf(before[disc])?.Number;
            before.RemoveAt(disc);
        }

        if (before.Count == 0)
        {
            return;
        }

        bool isAlbum = before.Count == 1 && TextKeys.NameKey(layout.Album?.Title) == TextKeys.NameKey(before[0]);
        if (isAlbum)
        {
            return;
        }

        bool isSame = layout.Artist is not null && TextKeys.SortKey(layout.Artist) == TextKeys.SortKey(before[0]);
        draft.Artist = isSame ? layout.Artist : AlbumFolder.ArtistOf(before[0], draft.Hits);
        draft.Album = before.Count > 1 ? string.Join(" - ", before[1..]) : null;
        if (ArtistNames.IsVarious(draft.Artist))
        {
            draft.Artist = null;
        }
    }

    private static bool TakeLeading(NameRule rule, TrackDraft draft, MusicLayout layout)
    {
        Match match = rule.Pattern!.Match(draft.Text);
        bool isLoose = match.Groups["loose"].Success && layout.Album is null && match.Groups["track"].Value[0] != '0';
        if (!match.Success || isLoose || Number(match.Groups["track"].Value) is null or 0)
        {
            return false;
        }

        SetPlace(draft, match);
        string rest = draft.Text[match.Length..].Trim();
        string side = draft.Side is null ? "" : $", side={draft.Side}";
        draft.Hits.Fire(rule, draft.Text, match.Value, $"disc={draft.Disc}, track={draft.Track}{side}");
        draft.Text = rest.Length == 0 ? draft.Text : rest;
        return true;
    }

    private static void SetPlace(TrackDraft draft, Match match)
    {
        draft.Track = Number(match.Groups["track"].Value);
        draft.Disc = match.Groups["disc"].Success ? Number(match.Groups["disc"].Value) : null;
        if (match.Groups["side"].Success)
        {
            draft.Side = match.Groups["side"].Value[0];
            draft.Disc = DiscOf(draft.Side.Value);
        }
    }

    /// <summary>"01-some_artist-some_title-grp": the bare dashes divide where artist or group show it.</summary>
    private static void SplitScene(TrackDraft draft, MusicLayout layout)
    {
        int artist = TitlePrefix.Length(draft.Text, layout.Artist); // which may have dashes of its own: Blink-182
        bool isArtist = artist > 0 && artist < draft.Text.Length && draft.Text[artist] == '-';
        int dash = isArtist ? artist : draft.Text.IndexOf('-');
        bool isOpen = dash > 0 && layout.IsArtistOpen && draft.Text.Contains(' ');
        if (!isArtist && !isOpen)
        {
            return;
        }

        string title = draft.Text[(dash + 1)..];
        int last = title.LastIndexOf('-');
        bool isGroup = last > 0 && title.Length - last is > 2 and < 17 && !title.AsSpan(last).Contains(' ');
        draft.Text = $"{draft.Text[..dash].Trim()} - {(isGroup ? title[..last] : title).Trim()}";
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
