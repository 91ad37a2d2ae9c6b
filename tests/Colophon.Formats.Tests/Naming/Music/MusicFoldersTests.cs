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

    [Fact]
    public void Volumes_are_discs_only_beside_each_other()
    {
        MusicFolders.AreDiscs(["Disc 1"], "Album").ShouldBeTrue();
        MusicFolders.AreDiscs(["Vol. 1", "Vol. 2"], "Album").ShouldBeTrue();
        MusicFolders.AreDiscs(["Vol. 4"], "Black Sabbath").ShouldBeFalse();
        MusicFolders.AreDiscs(["Vol. 4", "Paranoid"], "Black Sabbath").ShouldBeFalse();
        MusicFolders.AreDiscs(["Vol. 1", "Volume 1"], "Album").ShouldBeFalse();
        MusicFolders.AreDiscs(["The Wall (Disc 1)", "The Wall (Disc 2)"], "The Wall (1979)").ShouldBeTrue();
        MusicFolders.AreDiscs(["The Wall (Disc 1)", "The Wall (Disc 2)"], "Pink Floyd").ShouldBeFalse();
        MusicFolders.AreDiscs([], "Album").ShouldBeFalse();
    }

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
