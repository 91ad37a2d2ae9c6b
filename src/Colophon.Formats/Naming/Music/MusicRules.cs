namespace Colophon.Formats.Naming.Music;

/// <summary>
/// The one table of rules for the names of music: those for folders (<see cref="MusicFolderRules"/>), albums
/// (<see cref="AlbumRules"/>), tracks (<see cref="TrackRules"/>) and artists (<see cref="ArtistRules"/>).
/// </summary>
public static class MusicRules
{
    private static readonly NameRule[] _all =
    [
        MusicFolderRules.Disc,
        MusicFolderRules.Volume,
        MusicFolderRules.TitledDisc,
        MusicFolderRules.LooseFolder,
        MusicFolderRules.Type,
        MusicFolderRules.Shelf,
        MusicFolderRules.Artist,
        MusicFolderRules.Album,
        AlbumRules.Id,
        AlbumRules.Scene,
        AlbumRules.Prefix,
        AlbumRules.DiscMark,
        AlbumRules.Edition,
        AlbumRules.Type,
        AlbumRules.Brackets,
        AlbumRules.Audio,
        AlbumRules.Year,
        AlbumRules.YearFirst,
        AlbumRules.ArtistPrefix,
        AlbumRules.ArtistAlbum,
        AlbumRules.Discography,
        BookRules.ArticleBehind,
        TrackRules.NumberWithin,
        TrackRules.DiscNumber,
        TrackRules.Side,
        TrackRules.Number,
        TrackRules.FolderArtist,
        TrackRules.ArtistTitle,
        TrackRules.Version,
        ArtistRules.Various,
        ArtistRules.Featured,
        ArtistRules.With,
        ArtistRules.Several,
    ];

    /// <summary>In the order they are tried.</summary>
    public static IReadOnlyList<NameRule> All => _all;
}
