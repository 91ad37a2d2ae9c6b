using Colophon.Formats.Naming.Music;

namespace Colophon.Formats.Tests.Naming.Music;

public sealed class TrackPathTests
{
    [Theory]
    [InlineData("01 - Title", null, 1, "Title")]
    [InlineData("1 - Title", null, 1, "Title")]
    [InlineData("01. Title", null, 1, "Title")]
    [InlineData("1. Title", null, 1, "Title")]
    [InlineData("01 Title", null, 1, "Title")]
    [InlineData("12 Title", null, 12, "Title")]
    [InlineData("01_Title", null, 1, "Title")]
    [InlineData("01-Title", null, 1, "Title")]
    [InlineData("01.Some.Title", null, 1, "Some Title")]
    [InlineData("[01] Title", null, 1, "Title")]
    [InlineData("(01) Title", null, 1, "Title")]
    [InlineData("Track 01", null, 1, "Track 01")]
    [InlineData("Track 01 - Title", null, 1, "Title")]
    [InlineData("01", null, 1, "01")]
    [InlineData("1-01 Title", 1, 1, "Title")]
    [InlineData("2-14 - Title", 2, 14, "Title")]
    [InlineData("1.01 - Title", 1, 1, "Title")]
    [InlineData("CD2-03 Title", 2, 3, "Title")]
    [InlineData("Disc 1 - 02 - Title", 1, 2, "Title")]
    [InlineData("01 - Artist - Title", null, 1, "Title")]
    [InlineData("Artist - 01 - Title", null, 1, "Title")]
    [InlineData("Artist - Album - 01 - Title", null, 1, "Title")]
    [InlineData("Artist - Album - 1-01 - Title", 1, 1, "Title")]
    [InlineData("Artist - Album - 01. Title", null, 1, "Title")]
    [InlineData("Album - 01 - Title", null, 1, "Title")]
    [InlineData("01 - Title - Second Half", null, 1, "Title - Second Half")]
    [InlineData("01 - Title (X - Y Mix)", null, 1, "Title (X - Y Mix)")]
    [InlineData("01-artist-some_title-grp", null, 1, "some title")]
    [InlineData("Title", null, null, "Title")]
    [InlineData("7 Seconds", null, null, "7 Seconds")]
    [InlineData("5.15", null, null, "5.15")]
    [InlineData("24-7", null, null, "24-7")]
    [InlineData("D.J. (2017 Remaster)", null, null, "D.J.")]
    [InlineData("01 - Mr. Brightside", null, 1, "Mr. Brightside")]
    [InlineData("01 - The Kiss (Skit) (Produced By Eminem)", null, 1, "The Kiss (Skit)")]
    [InlineData("01 - Title [320kbps]", null, 1, "Title")]
    [InlineData("01 - Title - 2009 Remaster", null, 1, "Title")]
    public void A_file_says_disc_number_and_title(string stem, int? disc, int? track, string title)
    {
        TrackName name = TrackPath.Explain($"Artist/Album (1999)/{stem}.flac").Name;

        (name.Disc, name.Track, name.Title).ShouldBe((disc, track, title));
        (name.Artist, name.Album.Artist, name.Album.Title, name.Album.Year).ShouldBe(
            ("Artist", "Artist", "Album", 1999)
        );
    }

    [Theory]
    [InlineData("Music/Artist/Album/CD1/01 - Title.flac", "Artist", "Album", 1)]
    [InlineData("Artist/Albums/1999 - Album/Disc 2 - Live/01 - Title.flac", "Artist", "Album", 2)]
    [InlineData("Artist - Album (1999) [FLAC]/01 - Title.flac", "Artist", "Album", null)]
    [InlineData("Music/Artist - Album/01 - Title.flac", "Artist", "Album", null)]
    [InlineData("Artist/Album (Disc 2)/01 - Title.flac", "Artist", "Album", 2)]
    [InlineData("Artist/Album/Album CD2/01 - Title.flac", "Artist", "Album", 2)]
    [InlineData("Artist/Vol. 4/01 - Title.flac", "Artist", "Vol. 4", null)]
    [InlineData("Artist/Album/Vol. 4/01 - Title.flac", "Artist", "Album", 4)]
    [InlineData("Artist/Live/01 - Title.flac", "Artist", "Live", null)]
    [InlineData("Artist/X/01 - Title.flac", "Artist", "X", null)]
    [InlineData("Artist/Singles/Title.flac", "Artist", null, null)]
    [InlineData("Artist/Artist - Title.flac", "Artist", null, null)]
    [InlineData("Artist/Artist - Album - 01 - Title.flac", "Artist", "Album", null)]
    [InlineData("Artist/Artist/01 - Title.flac", "Artist", "Artist", null)]
    [InlineData("Artist - Album - 01 - Title.flac", "Artist", "Album", null)]
    [InlineData("Artist - Album - Title.flac", "Artist", "Album", null)]
    [InlineData("Compilations/Album/01 Title.m4a", "Various Artists", "Album", null)]
    [InlineData("VA - Album (2004)/01 - Somebody - Title.mp3", "Various Artists", "Album", null)]
    [InlineData("Pink Floyd - Discography [FLAC]/1979 - The Wall/01 - Title.flac", "Pink Floyd", "The Wall", null)]
    [InlineData("Beatles, The/Help!/01 - Title.flac", "The Beatles", "Help!", null)]
    [InlineData("Album/01 - Title.flac", null, "Album", null)]
    [InlineData("Soundtracks/Album (1994)/01 - Somebody - Title.flac", null, "Album", null)]
    [InlineData("Title.flac", null, null, null)]
    public void Folders_say_artist_album_and_disc(string path, string? artist, string? album, int? disc)
    {
        TrackName name = TrackPath.Explain(path).Name;

        (name.Album.Artist, name.Album.Title, name.Disc, name.Title).ShouldBe((artist, album, disc, "Title"));
    }

    [Theory]
    [InlineData("VA/Album/01 - Somebody - Title.mp3", "Somebody", "Title")]
    [InlineData("VA/Album/01. Somebody - Title.mp3", "Somebody", "Title")]
    [InlineData("VA/Album/Somebody - Title.mp3", "Somebody", "Title")]
    [InlineData("VA/Album/01-somebody_else-some_title-grp.mp3", "somebody else", "some title")]
    [InlineData("Artist/Album/01 - Artist & Other - Title.mp3", "Artist & Other", "Title")]
    [InlineData("Blink-182/Album/01-blink-182-dumpweed.mp3", "Blink-182", "dumpweed")]
    [InlineData("Ed Sheeran/Album/01 - Wait....mp3", "Ed Sheeran", "Wait...")]
    [InlineData("50 Cent - In da Club.mp3", "50 Cent", "In da Club")]
    [InlineData("A1 - Title.mp3", "A1", "Title")]
    [InlineData("AC∕DC - Title.mp3", "AC∕DC", "Title")]
    [InlineData("Artist/Album/Title.mp3", "Artist", "Title")]
    [InlineData("VA/Album/Title.mp3", null, "Title")]
    public void The_artist_of_a_track_may_be_another_than_the_album_s(string path, string? artist, string title)
    {
        TrackName name = TrackPath.Explain(path).Name;

        (name.Artist, name.Title).ShouldBe((artist, title));
    }

    [Theory]
    [InlineData("A1 Title", 'A', 1, 1)]
    [InlineData("B2. Title", 'B', 1, 2)]
    [InlineData("C1 - Title", 'C', 2, 1)]
    [InlineData("Artist - A3 - Title", 'A', 1, 3)]
    public void Sides_of_records_are_read(string stem, char side, int disc, int track)
    {
        TrackName name = TrackPath.Explain($"Artist/Album/{stem}.flac").Name;

        (name.Side, name.Disc, name.Track, name.Title).ShouldBe((side, disc, track, "Title"));
    }

    [Fact]
    public void Guests_are_told_from_title_and_artist()
    {
        TrackName name = TrackPath.Explain("VA/Album/01 - Artist feat. One - Title (feat. Two).mp3").Name;

        (name.Artist, name.Title).ShouldBe(("Artist", "Title"));
        name.Featured.ShouldBe(["Two", "One"], ignoreOrder: true);
    }
}
