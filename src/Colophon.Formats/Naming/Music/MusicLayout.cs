using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Music;

/// <summary>What the folders above a track say.</summary>
/// <param name="Artist">Of the artist's folder; null where none is one.</param>
/// <param name="Album">Of the album's folder; null where the track lies directly in an artist's folder, on a shelf or in a root.</param>
internal sealed partial record MusicLayout(string? Artist, AlbumName? Album, DiscFolder? Disc, AlbumType? Type)
{
    /// <summary>Whether what stands before a dash may be an artist.</summary>
    public bool IsArtistOpen => Artist is null || ArtistNames.IsVarious(Artist);

    /// <summary>Reads the folders.</summary>
    /// <param name="folders">From the root down.</param>
    /// <param name="stem">Of the file's name.</param>
    /// <param name="hits">Told what fires.</param>
    public static MusicLayout Of(string[] folders, string stem, RuleHitList hits)
    {
        int at = folders.Length - 1;
        DiscFolder? disc = TakeDisc(folders, ref at, hits);
        string? album = TakeAlbum(folders, stem, ref at, hits);
        AlbumType? type = TakeTypes(folders, ref at, hits, out bool isShelf);
        string? artist = TakeArtist(folders, at, hits) ?? (isShelf ? ArtistNames.Various : null);
        if (album is null)
        {
            return new MusicLayout(artist, null, disc, type);
        }

        AlbumName name = AlbumFolder.Read(album, artist, hits);
        artist = artist is null || (ArtistNames.IsVarious(artist) && isShelf) ? name.Artist ?? artist : artist;
        hits.Fire(MusicFolderRules.Album, album, album, $"album={name.Title}, year={name.Year}");
        return new MusicLayout(artist, name, disc, name.Type ?? type);
    }

    /// <summary>Whether the name of a file begins with its number: then the folders alone say whose they are.</summary>
    public static bool IsNumbered(string stem) => NumberedPattern().IsMatch(stem);

    /// <summary>The disc that the last folder is; null for others.</summary>
    public static DiscFolder? DiscOf(string[] folders, RuleHitList hits)
    {
        int at = folders.Length - 1;
        return TakeDisc(folders, ref at, hits);
    }

    /// <summary>Discs by all words where the folder above is no artist's, else by the sure ones only.</summary>
    private static DiscFolder? TakeDisc(string[] folders, ref int at, RuleHitList hits)
    {
        if (at < 0)
        {
            return null;
        }

        string? parent = at > 0 ? folders[at - 1] : null;
        bool isInAlbum = folders[..at].Count(folder => !IsPassedOver(folder)) > 1;
        if (!isInAlbum && !MusicFolders.IsSure(folders[at], parent))
        {
            return null;
        }

        DiscFolder? disc = MusicFolders.DiscOf(folders[at], parent, hits);
        at -= disc is null ? 0 : 1;
        return disc;
    }

    private static string? TakeAlbum(string[] folders, string stem, ref int at, RuleHitList hits)
    {
        bool isNumbered = IsNumbered(stem);
        bool isLetter = at > 0 && folders[at].Length == 1 && isNumbered; // albums are called so: X, +
        if (at < 0 || (MusicFolders.IsShelf(folders[at]) && !isLetter))
        {
            return null;
        }

        if (MusicFolders.TypeOf(folders[at]) is not null && (at == 0 || !isNumbered))
        {
            return null;
        }

        if (!isNumbered && IsArtist(folders, stem, at))
        {
            hits.Fire(MusicFolderRules.LooseFolder, folders[at], folders[at], $"artist={folders[at]}");
            return null;
        }

        return folders[at--];
    }

    /// <summary>"Artist/Artist - Title", but neither "Artist/Artist/..." nor "Artist/Album/Album - 01 - Title".</summary>
    private static bool IsArtist(string[] folders, string stem, int at)
    {
        List<string> parts = MusicWords.Parts(stem);
        bool isInArtist = at > 0 && !IsPassedOver(folders[at - 1]);
        bool isAlbum =
            isInArtist
            && (
                IsSame(folders[at - 1], folders[at])
                || (parts.Count > 2 && TrackRules.NumberWithin.Pattern!.IsMatch(parts[1]))
            );
        return parts.Count > 1 && !isAlbum && IsSame(folders[at], parts[0]);
    }

    /// <summary>Folders between artist and album; at the top such a shelf holds albums of several artists.</summary>
    private static AlbumType? TakeTypes(string[] folders, ref int at, RuleHitList hits, out bool isShelf)
    {
        AlbumType? type = null;
        while (at >= 0 && MusicFolders.TypeOf(folders[at]) is { } found)
        {
            hits.Fire(MusicFolderRules.Type, folders[at], folders[at], $"type={found}");
            type ??= found;
            at--;
        }

        isShelf = at < 0 && type is AlbumType.Compilation;
        return type;
    }

    private static string? TakeArtist(string[] folders, int at, RuleHitList hits)
    {
        if (at < 0)
        {
            return null;
        }

        if (MusicFolders.IsShelf(folders[at]))
        {
            hits.Fire(MusicFolderRules.Shelf, folders[at], folders[at], "passed over");
            return null;
        }

        string? artist = AlbumFolder.ReadArtist(folders[at], hits);
        hits.Fire(MusicFolderRules.Artist, folders[at], folders[at], $"artist={artist}");
        return ArtistNames.IsUnknown(artist) ? null : artist;
    }

    private static bool IsPassedOver(string folder) =>
        MusicFolders.IsShelf(folder) || MusicFolders.TypeOf(folder) is not null;

    private static bool IsSame(string folder, string text) =>
        TextKeys.SortKey(AlbumFolder.ReadArtist(folder, new RuleHitList())) == TextKeys.SortKey(text);

    [GeneratedRegex(
        @"^[\[(#]?(?:track\s?)?[0-9]{1,3}(?:[\s._\-)\]]|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex NumberedPattern();
}
