using Colophon.Formats.Naming.Music;

namespace Colophon.Formats.Tests.Naming.Music;

public sealed class AlbumFolderTests
{
    [Theory]
    [InlineData("Artist - Album (1999) [FLAC]", "Artist", "Album", 1999)]
    [InlineData("Artist - Album", "Artist", "Album", null)]
    [InlineData("Artist - 1999 - Album", "Artist", "Album", 1999)]
    [InlineData("Artist - [1999] Album", "Artist", "Album", 1999)]
    [InlineData("Artist - Album - 1999", "Artist", "Album", 1999)]
    [InlineData("1999 - Artist - Album", "Artist", "Album", 1999)]
    [InlineData("Artist_-_Album_(1999)", "Artist", "Album", 1999)]
    [InlineData("Artist - Album [24bit-96kHz] [WEB] {CAT 001}", "Artist", "Album", null)]
    [InlineData("Artist - Album (24-192) (Vinyl)", "Artist", "Album", null)]
    [InlineData("Artist-Album-WEB-1999-GRP", "Artist", "Album", 1999)]
    [InlineData("Some_Artist-Some_Album-(CAT001)-WEB-FLAC-2017-GRP", "Some Artist", "Some Album", 2017)]
    [InlineData("VA-Some_Album_Vol_2-2CD-FLAC-2004-GRP", "Various Artists", "Some Album Vol 2", 2004)]
    [InlineData("Verschiedene Interpreten - Album (1999)", "Various Artists", "Album", 1999)]
    [InlineData("Beatles, The - Help! (1965)", "The Beatles", "Help!", 1965)]
    [InlineData("Ed Sheeran - + (2011)", "Ed Sheeran", "+", 2011)]
    public void A_folder_says_artist_album_and_year(string name, string artist, string title, int? year)
    {
        AlbumName said = AlbumFolder.Explain(name).Name;

        (said.Artist, said.Title, said.Year).ShouldBe((artist, title, year));
    }

    [Theory]
    [InlineData("1999 - Album", "Album", 1999)]
    [InlineData("(1999) Album", "Album", 1999)]
    [InlineData("[1999-05-01] Album", "Album", 1999)]
    [InlineData("1999. Album", "Album", 1999)]
    [InlineData("Album (1999)", "Album", 1999)]
    [InlineData("Album [1999]", "Album", 1999)]
    [InlineData("Artist - Album (1999)", "Album", 1999)]
    [InlineData("Artist & Other - Album", "Album", null)]
    [InlineData("The Artist - Album", "Album", null)]
    [InlineData("Album - Second Part (1999)", "Album - Second Part", 1999)]
    [InlineData("1989", "1989", null)]
    [InlineData("1984 (1984)", "1984", 1984)]
    [InlineData("2112", "2112", null)]
    [InlineData("1973 - Album (2011 Remaster)", "Album", 1973)]
    [InlineData("The Best Of '75-'94", "The Best Of '75-'94", null)]
    [InlineData("(What's the Story) Morning Glory", "(What's the Story) Morning Glory", null)]
    [InlineData("The Marshall Mathers LP", "The Marshall Mathers LP", null)]
    [InlineData("( )", "( )", null)]
    [InlineData("[REC]", "[REC]", null)]
    [InlineData("Album (Web of Lies)", "Album (Web of Lies)", null)]
    public void In_the_artist_s_folder_a_dash_belongs_to_the_title(string name, string title, int? year)
    {
        AlbumName said = AlbumFolder.Explain(name, "Artist").Name;

        (said.Title, said.Year).ShouldBe((title, year));
    }

    [Theory]
    [InlineData("Album (Deluxe Edition)", "Album", "Deluxe Edition", null)]
    [InlineData("Album [2011 Remaster]", "Album", "2011 Remaster", null)]
    [InlineData("Album (2016 Remastered) (1999)", "Album", "2016 Remastered", 1999)]
    [InlineData("Album - Super Deluxe Edition", "Album", "Super Deluxe Edition", null)]
    [InlineData("Album (Deluxe) (Explicit)", "Album", "Deluxe, Explicit", null)]
    [InlineData("Album (Mono)", "Album", "Mono", null)]
    [InlineData("Album (20th Anniversary)", "Album", "20th Anniversary", null)]
    [InlineData("Album (Stereo Love)", "Album (Stereo Love)", null, null)]
    public void An_edition_is_no_title_and_its_year_not_the_album_s(
        string name,
        string title,
        string? edition,
        int? year
    )
    {
        AlbumName said = AlbumFolder.Explain(name, "Artist").Name;

        (said.Title, said.Edition, said.Year).ShouldBe((title, edition, year));
    }

    [Theory]
    [InlineData("Album (EP)", "Album", AlbumType.Ep)]
    [InlineData("Album EP", "Album EP", AlbumType.Ep)]
    [InlineData("Album [Single]", "Album", AlbumType.Single)]
    [InlineData("Album (Live)", "Album (Live)", AlbumType.Live)]
    [InlineData("Album [Bootleg] (1999)", "Album", AlbumType.Bootleg)]
    [InlineData("Film OST", "Film OST", AlbumType.Soundtrack)]
    [InlineData(
        "Film (Original Motion Picture Soundtrack)",
        "Film (Original Motion Picture Soundtrack)",
        AlbumType.Soundtrack
    )]
    public void A_folder_says_the_type(string name, string title, AlbumType type)
    {
        AlbumName said = AlbumFolder.Explain(name, "Artist").Name;

        (said.Title, said.Type).ShouldBe((title, type));
    }

    [Theory]
    [InlineData("Album (Disc 2)", "Album", 2)]
    [InlineData("Album [CD2] (1999)", "Album", 2)]
    [InlineData("Album - CD 2", "Album", 2)]
    [InlineData("Album (Disc 2: Live)", "Album", 2)]
    [InlineData("Compact Disc", "Compact Disc", null)]
    public void A_folder_may_be_a_disc_of_its_album(string name, string title, int? disc)
    {
        AlbumName said = AlbumFolder.Explain(name, "Artist").Name;

        (said.Title, said.Disc).ShouldBe((title, disc));
    }

    [Fact]
    public void Ids_stand_in_brackets()
    {
        AlbumFolder
            .Explain("Album (1999) [f5093c06-23e3-404f-aeaa-40f72885ee3a]", "Artist")
            .Name.Ids["musicbrainz"]
            .ShouldBe("f5093c06-23e3-404f-aeaa-40f72885ee3a");
        AlbumFolder.Explain("Album {discogs-12345}", "Artist").Name.Ids["discogs"].ShouldBe("12345");
    }
}
