using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Music;

/// <summary>Tells artist and title apart in what stands behind a track's number.</summary>
internal static class TrackTitle
{
    private const int Rounds = 5;

    public static void Take(TrackDraft draft, MusicLayout layout)
    {
        TakeArtist(draft, layout);
        TakeVersions(draft);
        ArtistCredit title = ArtistNames.Take(draft.Text, draft.Hits);
        if (title.Text.Any(char.IsLetterOrDigit))
        {
            draft.Text = title.Text;
            draft.AddFeatured(title.Featured);
        }

        TakeVersions(draft);
        if (draft.Artist is { } artist)
        {
            ArtistCredit credit = ArtistNames.Credit(artist, draft.Hits);
            draft.Artist = credit.Text;
            draft.AddFeatured(credit.Featured);
        }
    }

    private static void TakeArtist(TrackDraft draft, MusicLayout layout)
    {
        List<string> parts = MusicWords.Parts(draft.Text);
        if (parts.Count < 2 || draft.Artist is not null)
        {
            return;
        }

        string first = MusicWords.Shown(parts[0]);
        bool isSame = layout.Artist is not null && TextKeys.SortKey(layout.Artist) == TextKeys.SortKey(first);
        bool isAlbum = layout.Album?.Title is { } album && TextKeys.NameKey(album) == TextKeys.NameKey(first);
        if (isSame || isAlbum)
        {
            bool isBoth =
                isSame && parts.Count > 2 && TextKeys.NameKey(layout.Album?.Title) == TextKeys.NameKey(parts[1]);
            Fire(TrackRules.FolderArtist, draft, parts[0], parts[(isBoth ? 2 : 1)..]);
            TakeAlbum(draft, layout);
            return;
        }

        bool isAmong = layout.Artist is not null && AlbumFolder.IsAmong(layout.Artist, first);
        if (!isAmong && !layout.IsArtistOpen)
        {
            return;
        }

        draft.Artist = AlbumFolder.ArtistOf(parts[0], draft.Hits);
        Fire(TrackRules.ArtistTitle, draft, parts[0], parts[1..]);
        TakeAlbum(draft, layout);
    }

    /// <summary>"Artist - Album - Title" where no folder is the album.</summary>
    private static void TakeAlbum(TrackDraft draft, MusicLayout layout)
    {
        List<string> parts = MusicWords.Parts(draft.Text);
        if (layout.Album is null && parts.Count == 2 && draft.Track is null && draft.Album is null)
        {
            draft.Album = parts[0];
            draft.Text = parts[1];
        }
    }

    private static void Fire(NameRule rule, TrackDraft draft, string matched, List<string> rest)
    {
        string title = string.Join(" - ", rest);
        draft.Hits.Fire(rule, draft.Text, matched, $"artist={matched}, title={title}");
        draft.Text = title;
    }

    private static void TakeVersions(TrackDraft draft)
    {
        for (int round = 0; round < Rounds; round++)
        {
            Match match = TrackRules.Version.Pattern!.Match(draft.Text);
            string rest = match.Success ? draft.Text[..match.Index].Trim() : "";
            if (!rest.Any(char.IsLetterOrDigit))
            {
                return;
            }

            string version = match.Groups["text"].Value.Trim();
            draft.Hits.Fire(TrackRules.Version, draft.Text, match.Value, $"version={version}");
            draft.Version ??= version;
            draft.Text = rest;
        }
    }
}
