using Colophon.Formats.Naming.Music;

namespace Colophon.Formats.Tests.Naming.Music;

public sealed class MusicFoldersTests
{
    [Theory]
    [InlineData("CD1", 1, null)]
    [InlineData("CD 01", 1, null)]
    [InlineData("Disc 2", 2, null)]
    [InlineData("Disk 03 - Title", 3, "Title")]
    [InlineData("Disc One", 1, null)]
    [InlineData("Vol 2", 2, null)]
    [InlineData("Digital Media 1", 1, null)]
    [InlineData("[CD 2]", 2, null)]
    [InlineData("Disc 1 of 3", 1, null)]
    [InlineData("CD 2 (Live at Home)", 2, "Live at Home")]
    [InlineData("CD 2 [FLAC]", 2, null)]
    [InlineData("Disco 2000", null, null)]
    [InlineData("CD", null, null)]
    [InlineData("Disc 0", null, null)]
    [InlineData("Cdefg 1", null, null)]
    [InlineData("Partition 2", null, null)]
    public void A_folder_is_a_disc_or_not(string name, int? number, string? title)
    {
        DiscFolder? disc = MusicFolders.DiscOf(name);

        (disc?.Number, disc?.Title).ShouldBe((number, title));
    }

    [Theory]
    [InlineData("Ann/Album/CD1", true)]
    [InlineData("Album/CD1", true)]
    [InlineData("CD1", false)]
    [InlineData("Ann/Album/Vol. 1", true)]
    [InlineData("Black Sabbath/Vol. 4", false)]
    [InlineData("Music/Black Sabbath/Vol. 4", false)]
    [InlineData("Pink Floyd/The Wall (1979)/The Wall (Disc 1)", true)]
    [InlineData("Pink Floyd/The Wall (Disc 1)", false)]
    public void A_folder_is_a_disc_of_the_album_above_or_not(string path, bool isDisc) =>
        MusicFolders.IsDisc(path).ShouldBe(isDisc);

    [Theory]
    [InlineData("Scans", true)]
    [InlineData("Booklet", true)]
    [InlineData("Artwork (PNG)", true)]
    [InlineData("Covers", true)]
    [InlineData("scans 300dpi", true)]
    [InlineData("Artworks of Love", false)]
    [InlineData("Images and Words", false)]
    public void A_folder_is_of_pictures_or_not(string name, bool isArtwork) =>
        MusicFolders.IsArtwork(name).ShouldBe(isArtwork);

    [Theory]
    [InlineData("Albums", AlbumType.Album)]
    [InlineData("singles", AlbumType.Single)]
    [InlineData("EPs", AlbumType.Ep)]
    [InlineData("EP's", AlbumType.Ep)]
    [InlineData("Live", AlbumType.Live)]
    [InlineData("Compilations", AlbumType.Compilation)]
    [InlineData("Soundtracks", AlbumType.Soundtrack)]
    [InlineData("Remixes", AlbumType.Remix)]
    [InlineData("Bootlegs", AlbumType.Bootleg)]
    [InlineData("Broadcasts", AlbumType.Broadcast)]
    [InlineData("Mixtapes", AlbumType.Mixtape)]
    [InlineData("DJ-Mixes", AlbumType.DjMix)]
    [InlineData("Streets", AlbumType.Mixtape)]
    [InlineData("Spokenword", AlbumType.SpokenWord)]
    [InlineData("Others", AlbumType.Other)]
    [InlineData("Living", null)]
    public void A_folder_holds_releases_of_a_kind_or_not(string name, AlbumType? type) =>
        MusicFolders.TypeOf(name).ShouldBe(type);
}
