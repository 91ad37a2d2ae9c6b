using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Releases;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Music;

/// <summary>Reads artist, title, year, type and edition out of the name of an album's folder. Never throws, and says why.</summary>
public static partial class AlbumFolder
{
    private const int NameLimit = 500;

    /// <summary>Explains a folder's name.</summary>
    /// <param name="name">The folder's name.</param>
    /// <param name="artist">Whose folder it lies in; null where no folder names an artist, so that the name may.</param>
    public static AlbumFolderExplanation Explain(string name, string? artist = null)
    {
        var hits = new RuleHitList();
        return new AlbumFolderExplanation(Read(name, artist, hits), hits.All);
    }

    /// <summary>An album's title as a tag has it: only the mark of a disc goes.</summary>
    internal static AlbumName ReadDisc(string title)
    {
        var draft = new AlbumDraft(CleanText.Line(title, NameLimit), new RuleHitList());
        AlbumMarks.TakeDisc(draft);
        return draft.ToName(CleanText.LineOrNull(draft.Text, NameLimit));
    }

    internal static AlbumName Read(string name, string? artist, RuleHitList hits)
    {
        string whole = CleanText.Line(name, NameLimit);
        var draft = new AlbumDraft(whole, hits);
        AlbumMarks.TakeIds(draft);
        if (!TakeScene(draft))
        {
            draft.Text = MusicWords.Spaced(draft.Text);
            TakePrefix(draft);
            AlbumMarks.TakeTail(draft);
            AlbumMarks.TakeYearFirst(draft);
            TakeArtist(draft, artist);
        }

        TakeDiscography(draft);
        string title = TurnArticle(MusicWords.Shown(draft.Text), hits);
        draft.Artist = draft.Artist is null ? null : ArtistOf(draft.Artist, hits);
        return draft.ToName(title.Length == 0 ? CleanText.LineOrNull(whole, NameLimit) : title);
    }

    /// <summary>The artist that a folder is named after: <c>Beatles, The [FLAC]</c>. Null for shelves.</summary>
    internal static string? ReadArtist(string name, RuleHitList hits)
    {
        var draft = new AlbumDraft(CleanText.Line(name, NameLimit), hits);
        AlbumMarks.TakeIds(draft);
        draft.Text = MusicWords.Spaced(draft.Text);
        AlbumMarks.TakeTail(draft);
        List<string> parts = MusicWords.Parts(draft.Text);
        bool isAll = parts.Count > 1 && AlbumRules.Discography.Pattern!.IsMatch(parts[^1]);
        if (isAll)
        {
            hits.Fire(AlbumRules.Discography, draft.Text, parts[^1], $"artist={parts[0]}");
            draft.Text = parts[0];
        }

        return ArtistOf(draft.Text, hits) is { Length: > 0 } artist ? artist : CleanText.LineOrNull(name, NameLimit);
    }

    internal static string ArtistOf(string text, RuleHitList hits)
    {
        string artist = TurnArticle(MusicWords.Shown(text), hits);
        if (!ArtistNames.IsVarious(artist))
        {
            return artist;
        }

        hits.Fire(ArtistRules.Various, text, artist, $"artist={ArtistNames.Various}");
        return ArtistNames.Various;
    }

    /// <summary>"Artist-Album-(Deluxe_Edition)-2CD-2016-GRP".</summary>
    private static bool TakeScene(AlbumDraft draft)
    {
        if (!AlbumRules.Scene.Pattern!.IsMatch(draft.Text))
        {
            return false;
        }

        List<string> pieces = [.. draft.Text.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(Plain)];
        int year = pieces.FindLastIndex(piece => YearPattern().IsMatch(piece));
        int end = year;
        while (end > 2 && IsMark(pieces[end - 1]))
        {
            end--;
        }

        bool isRelease =
            end < year || draft.Text.AsSpan(0, draft.Text.Length - pieces[^1].Length).IndexOfAny(" _.") >= 0;
        if (year < 2 || !isRelease)
        {
            return false;
        }

        string? edition = pieces[end..year].Find(piece => MusicWords.EditionPattern().IsMatch(piece));
        draft.Hits.Fire(AlbumRules.Scene, draft.Text, draft.Text, $"artist={pieces[0]}, year={pieces[year]}");
        draft.Artist = pieces[0];
        draft.Text = string.Join('-', pieces[1..end]);
        draft.Year = int.Parse(pieces[year], CultureInfo.InvariantCulture);
        draft.Edition = edition?.Trim('(', ')', ' ');
        draft.IsRelease = true;
        return true;
    }

    private static string Plain(string piece) => ReleaseText.Title(piece.Replace('_', ' ').Trim('(', ')', ' '));

    private static bool IsMark(string piece) =>
        MusicWords.AudioPattern().IsMatch(piece)
        || MusicWords.EditionPattern().IsMatch(piece)
        || ShortMarkPattern().IsMatch(piece);

    private static void TakePrefix(AlbumDraft draft)
    {
        if (AlbumRules.Prefix.Pattern!.Match(draft.Text) is { Success: true } match)
        {
            draft.Take(AlbumRules.Prefix, match, "dropped");
        }
    }

    private static void TakeArtist(AlbumDraft draft, string? artist)
    {
        List<string> parts = MusicWords.Parts(draft.Text);
        if (parts.Count < 2)
        {
            return;
        }

        bool isKnown = artist is not null && !ArtistNames.IsVarious(artist);
        bool isSame = isKnown && IsAmong(artist!, parts[0]);
        bool isVarious = ArtistNames.IsVarious(parts[0]);
        if (isKnown && !isSame && !isVarious)
        {
            return;
        }

        NameRule rule = isSame ? AlbumRules.ArtistPrefix : AlbumRules.ArtistAlbum;
        draft.Hits.Fire(rule, draft.Text, parts[0], $"artist={parts[0]}");
        draft.Artist = parts[0];
        draft.Text = string.Join(" - ", parts[1..]);
        AlbumMarks.TakeYearFirst(draft);
    }

    /// <summary>Whether a text names the artist, alone or before others: "Miles Davis &amp; John Coltrane".</summary>
    internal static bool IsAmong(string artist, string text)
    {
        string key = TextKeys.SortKey(artist); // Beatles is The Beatles
        string all = TextKeys.SortKey(text);
        return all == key
            || (key.Length > 0 && all.StartsWith(key, StringComparison.Ordinal) && OthersPattern().IsMatch(text));
    }

    private static void TakeDiscography(AlbumDraft draft)
    {
        if (!AlbumRules.Discography.Pattern!.IsMatch(draft.Text.Trim()))
        {
            return;
        }

        draft.Hits.Fire(AlbumRules.Discography, draft.Text, draft.Text, $"artist={draft.Artist}");
        draft.IsDiscography = true;
        draft.Text = "Discography";
    }

    private static string TurnArticle(string title, RuleHitList hits)
    {
        if (BookRules.ArticleBehind.Pattern!.Match(title) is not { Success: true } match)
        {
            return title;
        }

        string turned = $"{match.Groups["article"]} {match.Groups["title"]}";
        hits.Fire(BookRules.ArticleBehind, title, match.Groups["article"].Value, $"title={turned}");
        return turned;
    }

    [GeneratedRegex("^(?:19|20)[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex YearPattern();

    // languages, countries, catalogue numbers: DE, JP, CAT001, INT
    [GeneratedRegex(
        @"^(?:[A-Z]{2,5}|(?=[A-Z0-9 ]*[0-9])[A-Z0-9 ]{4,16}|READ ?NFO|PROPER|REPACK)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ShortMarkPattern();

    [GeneratedRegex(
        @"\s(?:&|and|und|et|y|feat\.?|ft\.?|with|vs\.?|\+|/)\s|[;,]\s",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex OthersPattern();
}
