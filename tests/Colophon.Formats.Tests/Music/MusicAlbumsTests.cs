using Colophon.Formats.Music;
using static Colophon.Formats.Tests.Music.MusicShelf;

namespace Colophon.Formats.Tests.Music;

public sealed class MusicAlbumsTests
{
    [Fact]
    public void Files_of_one_title_and_artist_are_one_album() =>
        Shown(File("Ann/Xen/2.flac", "Xen", "Ann", 2), File("Ann/Xen/1.flac", "Xen", "Ann", 1))
            .ShouldBe(["Ann: Xen [1 2]"]);

    [Fact]
    public void A_folder_without_tags_is_one_album_by_its_name() =>
        Shown(Untagged("Ann/1999 - Xen/01 - One.mp3"), Untagged("Ann/1999 - Xen/02 - Two.mp3"))
            .ShouldBe(["Ann: Xen [1 2]"]);

    [Fact]
    public void A_folder_without_tags_and_with_several_artists_is_one_album() =>
        Shown(Untagged("Soundtracks/Xen/01 - Ann - One.mp3"), Untagged("Soundtracks/Xen/02 - Ben - Two.mp3"))
            .ShouldBe(["Various Artists: Xen [1 2]"]);

    [Fact]
    public void A_folder_of_loose_tracks_gives_many_albums() =>
        Shown(
                File("Mixed/a.mp3", "Xen", "Ann", 1),
                File("Mixed/b.mp3", "Y", "B", 1),
                File("Mixed/c.mp3", "Xen", "Ann", 3),
                File("Mixed/d.mp3", "Z", "C")
            )
            .ShouldBe(["Ann: Xen [1 3]", "B: Y [1]", "C: Z [?]"]);

    [Fact]
    public void Songs_that_nothing_puts_on_an_album_are_together_by_artist() =>
        Shown(Untagged("Ann - One.mp3"), Untagged("B - Two.mp3"), Untagged("Ann - Three.mp3"), Untagged("four.mp3"))
            .ShouldBe(["Ann: - [? ?]", "B: - [?]", ": - [?]"]);

    [Fact]
    public void Two_albums_of_one_title_are_told_by_their_artists()
    {
        Shown(
                File("Mixed/a.mp3", "Greatest Hits", "Ann", 1, "Ann"),
                File("Mixed/b.mp3", "Greatest Hits", "B", 1, "B"),
                File("Mixed/c.mp3", "Greatest Hits", "B", 2)
            )
            .ShouldBe(["Ann: Greatest Hits [1]", "B: Greatest Hits [1 2]"]);
        Shown(File("Mixed/a.mp3", "Greatest Hits", "Ann", 1), File("Mixed/b.mp3", "Greatest Hits", "B", 1))
            .ShouldBe(["Ann: Greatest Hits [1]", "B: Greatest Hits [1]"]);
    }

    [Fact]
    public void Several_artists_and_no_album_artist_make_a_compilation()
    {
        AlbumFacts album = MusicAlbums
            .Of([File("X/1.mp3", "Xen", "Ann", 1), File("X/2.mp3", "Xen", "B", 2), File("X/3.mp3", "Xen", "C", 3)])
            .ShouldHaveSingleItem();

        album.Artists.ShouldBe([
            new MusicArtist("Various Artists", "Various Artists", "89ad4ac3-39f7-470e-963a-56509c546377"),
        ]);
        album.IsCompilation.ShouldBeTrue();
        album.Tracks.Select(track => track.Artists.Single().Name).ShouldBe(["Ann", "B", "C"]);
    }

    [Fact]
    public void The_flag_makes_a_compilation_of_files_in_one_place()
    {
        MusicFile[] files =
        [
            .. new[] { File("X/1.mp3", "Xen", "Ann", 1), File("X/2.mp3", "Xen", "B", 1) }.Select(file =>
                file.With(tags => tags with { IsCompilation = true })
            ),
        ];

        Shown(files).ShouldBe(["Various Artists: Xen [1 1]"]);
        MusicAlbums
            .Of([File("X/1.mp3", "Xen", "Ann", 1, "Ann").With(tags => tags with { IsCompilation = true })])
            .Single()
            .IsCompilation.ShouldBeTrue();
    }

    [Theory]
    [InlineData("A", "A feat. B", "A & C", "A")]
    [InlineData("A & C", "A", "A", "A")]
    [InlineData("A; B", "B; A", "A; B", "A+B")]
    [InlineData("A", "A", "B", "Various Artists")]
    public void Without_an_album_artist_it_is_who_has_a_part_in_every_track(
        string first,
        string second,
        string third,
        string artist
    ) =>
        MusicAlbums
            .Of([File("X/1.mp3", "Xen", first, 1), File("X/2.mp3", "Xen", second, 2), File("X/3.mp3", "Xen", third, 3)])
            .Select(album => string.Join('+', album.Artists.Select(one => one.Name)))
            .ShouldBe([artist]);

    [Fact]
    public void The_folder_s_artist_counts_with_a_part_in_half_the_tracks()
    {
        Shown(File("Ann/Xen/1.mp3", "Xen", "Ann", 1), File("Ann/Xen/2.mp3", "Xen", "B", 2))
            .ShouldBe(["Ann: Xen [1 2]"]);
        Shown(File("Rock/X/1.mp3", "Xen", "Ann", 1), File("Rock/X/2.mp3", "Xen", "B", 2))
            .ShouldBe(["Various Artists: Xen [1 2]"]);
    }

    [Fact]
    public void What_says_no_album_belongs_to_the_one_beside_it()
    {
        Shown(File("Ann/Xen/1.mp3", "Y", "Ann", 1), Untagged("Ann/Xen/02 - Two.mp3")).ShouldBe(["Ann: Y [1 2]"]);
        Shown(
                File("Ann/Xen/1.mp3", "Y", "Ann", 1),
                File("Ann/Xen/3.mp3", "Xen", "Ann", 3),
                Untagged("Ann/Xen/02 - Two.mp3")
            )
            .ShouldBe(["Ann: Xen [2 3]", "Ann: Y [1]"]);
        Shown(File("1.mp3", "Y", "Ann", 1), Untagged("B - Two.mp3")).ShouldBe(["Ann: Y [1]", "B: - [?]"]);
    }

    [Fact]
    public void Discs_come_from_tags_titles_and_folders()
    {
        Shown(File("Ann/Xen/1.mp3", "Xen", "Ann", 1, disc: 1), File("Ann/Xen/2.mp3", "Xen", "Ann", 1, disc: 2))
            .ShouldBe(["Ann: Xen [1.1 2.1]"]);
        Shown(File("Ann/Xen/1.mp3", "Xen (Disc 1)", "Ann", 1), File("Ann/Xen/2.mp3", "Xen [CD2]", "Ann", 1))
            .ShouldBe(["Ann: Xen [1.1 2.1]"]);
        Shown(Untagged("Ann/Xen/CD1/01 - One.mp3"), Untagged("Ann/Xen/CD2/01 - One.mp3"))
            .ShouldBe(["Ann: Xen [1.1 2.1]"]);
    }

    [Fact]
    public void Where_tags_call_every_disc_the_first_its_folder_counts() =>
        Shown(File("Ann/Xen/CD2/1.mp3", "Xen", "Ann", 1, disc: 1), File("Ann/Xen/CD1/1.mp3", "Xen", "Ann", 1, disc: 1))
            .ShouldBe(["Ann: Xen [1.1 2.1]"]);

    [Fact]
    public void Sides_of_vinyl_are_counted_through()
    {
        Shown(
                Untagged("Ann/Xen/A1 One.flac"),
                Untagged("Ann/Xen/A2 Two.flac"),
                Untagged("Ann/Xen/B1 Three.flac"),
                Untagged("Ann/Xen/C1 Four.flac")
            )
            .ShouldBe(["Ann: Xen [1.1 1.2 1.3 2.1]"]);
        Shown(
                File("Ann/Xen/1.flac", "Xen", "Ann").Saying("TRACKNUMBER", "A1"),
                File("Ann/Xen/2.flac", "Xen", "Ann").Saying("TRACKNUMBER", "B1")
            )
            .ShouldBe(["Ann: Xen [1.1 1.2]"]);
    }

    [Fact]
    public void Numbers_behind_a_hundred_are_disc_and_number_where_each_disc_begins()
    {
        Shown(Untagged("Ann/Xen/101 - One.mp3"), Untagged("Ann/Xen/102 - Two.mp3"), Untagged("Ann/Xen/201 - One.mp3"))
            .ShouldBe(["Ann: Xen [1.1 1.2 2.1]"]);
        Shown(Untagged("Ann/Xen/101 - One.mp3"), Untagged("Ann/Xen/305 - Two.mp3")).ShouldBe(["Ann: Xen [101 305]"]);
    }

    [Fact]
    public void A_release_is_one_album_whatever_its_discs_are_called() =>
        Shown(
                File("Ann/Box/CD1/1.flac", "Box: Dawn", "Ann", 1, "Ann", 1).Saying("MUSICBRAINZALBUMID", ReleaseId),
                File("Ann/Box/CD2/1.flac", "Box: Dusk", "Ann", 1, "Ann", 2).Saying("MUSICBRAINZALBUMID", ReleaseId)
            )
            .ShouldBe(["Ann: Box: Dawn [1.1 2.1]"]);

    [Fact]
    public void Editions_in_one_folder_are_told_by_release_where_they_meet()
    {
        Shown(
                File("Ann/Xen/1.flac", "Xen", "Ann", 1, "Ann").Saying("MUSICBRAINZALBUMID", ReleaseId),
                File("Ann/Xen/1.mp3", "Xen", "Ann", 1, "Ann").Saying("MUSICBRAINZALBUMID", OtherReleaseId)
            )
            .ShouldBe(["Ann: Xen [1]", "Ann: Xen [1]"]);
        Shown(
                File("Ann/Xen/1.flac", "Xen", "Ann", 1, "Ann").Saying("MUSICBRAINZALBUMID", ReleaseId),
                File("Ann/Xen/2.flac", "Xen", "Ann", 2, "Ann").Saying("MUSICBRAINZALBUMID", OtherReleaseId)
            )
            .ShouldBe(["Ann: Xen [1 2]"]);
    }

    [Fact]
    public void What_most_files_say_is_the_album_s()
    {
        MusicFile[] files =
        [
            .. new[] { ("1999", "Pop"), ("2001-05", "Rock"), ("2001-05", "Pop") }.Select(
                (said, i) =>
                    File($"Ann/Xen/{i}.flac", "Xen", "Ann", i + 1, "Ann")
                        .With(tags => tags with { Date = said.Item1, Genres = [said.Item2], DiscTotal = 1 })
                        .Saying("LABEL", "Label")
            ),
        ];

        AlbumFacts album = MusicAlbums.Of(files).Single();

        (album.Tags.Date, album.Year, album.Tags.DiscTotal).ShouldBe(("2001-05", 2001, 1));
        album.Tags.Genres.ShouldBe(["Pop", "Rock"]);
        album.Tags.Labels.ShouldBe(["Label"]);
    }

    [Fact]
    public void The_order_of_the_files_changes_nothing()
    {
        MusicFile[] files =
        [
            File("M/a.mp3", "Xen", "Ann", 1),
            File("M/b.mp3", "Xen", "B", 1),
            File("M/c.mp3", "Y", "C", 1, "D"),
            Untagged("M/d.mp3"),
            File("M/e.mp3", "Y", "C", 2),
        ];
        string[] expected = Shown(files);
        var random = new Random(7);
        for (int i = 0; i < 50; i++)
        {
            random.Shuffle(files);
            Shown(files).ShouldBe(expected);
        }
    }

    [Fact]
    public void Every_file_is_on_one_album_whatever_it_says()
    {
        var random = new Random(11);
        for (int i = 0; i < 500; i++)
        {
            MusicFile[] files =
            [
                .. Enumerable
                    .Range(0, random.Next(1, 8))
                    .Select(n =>
                        File(
                                $"{RandomText.Next(random)}{n}",
                                RandomText.Next(random),
                                RandomText.Next(random),
                                random.Next(0, 3),
                                random.Next(2) == 0 ? null : RandomText.Next(random)
                            )
                            .Saying("TRACKNUMBER", RandomText.Next(random))
                            .Saying("MUSICBRAINZALBUMID", random.Next(2) == 0 ? ReleaseId : RandomText.Next(random))
                    ),
            ];

            MusicAlbums
                .Of(files)
                .SelectMany(album => album.Tracks.Select(track => track.File))
                .Order()
                .ShouldBe(Enumerable.Range(0, files.Length));
        }
    }

    [Fact]
    public void No_files_are_no_albums() => MusicAlbums.Of([]).ShouldBeEmpty();
}
