using Colophon.Formats.Audio;
using Colophon.Formats.Music;
using Colophon.Formats.Naming.Music;
using static Colophon.Formats.Tests.Music.MusicShelf;

namespace Colophon.Formats.Tests.Music;

public sealed class MusicTagsTests
{
    private static readonly MusicFile _file = File("a.flac", "X", "A feat. B", 1, "A");

    [Fact]
    public void Ids_are_told_by_what_they_are_of()
    {
        MusicTags tags = Of(
            _file
                .Saying("MUSICBRAINZTRACKID", ArtistId)
                .Saying("MUSICBRAINZRELEASETRACKID", GuestId)
                .Saying("MUSICBRAINZALBUMID", ReleaseId.ToUpperInvariant())
                .Saying("MUSICBRAINZRELEASEGROUPID", "no id")
        );

        (tags.RecordingId, tags.ReleaseTrackId, tags.ReleaseId, tags.ReleaseGroupId).ShouldBe(
            (ArtistId, GuestId, ReleaseId, null)
        );
    }

    [Fact]
    public void People_behind_the_music_have_roles_composers_first()
    {
        MusicTags tags = Of(
            _file.Saying("PRODUCER", "Tony").Saying("COMPOSER", "Ann; Bob", "Ann").Saying("MOOD", "Cold; Quiet")
        );

        tags.People.ShouldBe([
            new MusicCredit("Ann", "composer"),
            new MusicCredit("Bob", "composer"),
            new MusicCredit("Tony", "producer"),
        ]);
        tags.Moods.ShouldBe(["Cold", "Quiet"]);
    }

    [Fact]
    public void Tags_from_a_container_of_videos_mean_the_same()
    {
        AudioTags tags = AudioTags.Of(
            new Dictionary<string, IReadOnlyList<string>>
            {
                ["TITLE"] = ["One"],
                ["Album Artist"] = ["Ann"],
                ["TRACK"] = ["3/9"],
            }
        );

        (tags.Title, tags.AlbumArtists[0], tags.Track, tags.TrackTotal).ShouldBe(("One", "Ann", 3, 9));
        AudioTags.Of(new Dictionary<string, IReadOnlyList<string>>()).ShouldBe(AudioTags.None);
    }

    [Fact]
    public void Artists_get_their_ids_where_there_is_one_for_each()
    {
        MusicTags tags = Of(_file.Saying("MUSICBRAINZARTISTID", $"{ArtistId}/{GuestId}"));

        tags.Artists.ShouldBe([new MusicArtist("A", null, ArtistId)]);
        tags.Featured.ShouldBe([new MusicArtist("B", null, GuestId)]);
        Of(_file.Saying("MUSICBRAINZARTISTID", ArtistId)).Artists.ShouldBe([new MusicArtist("A", null, ArtistId)]);
        Of(File("a.flac", "X", "A & C").Saying("MUSICBRAINZARTISTID", ArtistId, GuestId))
            .Artists.ShouldBe([new MusicArtist("A & C")]);
    }

    [Fact]
    public void Picard_names_artists_one_by_one_beside_the_credit()
    {
        MusicTags tags = Of(
            File("a.flac", "X", "A & C feat. B")
                .Saying("ARTISTS", "A", "C", "B")
                .Saying("MUSICBRAINZARTISTID", ArtistId, ReleaseId, GuestId)
        );

        tags.Artists.ShouldBe([new MusicArtist("A", null, ArtistId), new MusicArtist("C", null, ReleaseId)]);
        tags.Featured.ShouldBe([new MusicArtist("B", null, GuestId)]);
    }

    [Fact]
    public void Guests_in_the_title_are_guests_and_the_title_stays()
    {
        MusicTags tags = Of(_file.With(said => said with { Title = "Title (feat. C)" }));

        tags.Title.ShouldBe("Title (feat. C)");
        tags.Featured.Select(artist => artist.Name).ShouldBe(["B", "C"]);
    }

    [Fact]
    public void Sort_names_are_of_the_one_artist()
    {
        MusicTags tags = Of(
            File("a.flac", "X", "The A feat. B", 1, "The A")
                .With(said => said with { ArtistSort = "A, The feat. B", AlbumArtistSort = "A, The" })
        );

        tags.Artists.ShouldBe([new MusicArtist("The A", "A, The")]);
        tags.AlbumArtists.ShouldBe([new MusicArtist("The A", "A, The")]);
    }

    [Theory]
    [InlineData("album; live", AlbumType.Album, AlbumType.Live)]
    [InlineData("Album/Compilation", AlbumType.Album, AlbumType.Compilation)]
    [InlineData("mixtape/street", AlbumType.Mixtape)]
    [InlineData("dj-mix", AlbumType.DjMix)]
    [InlineData("ep", AlbumType.Ep)]
    [InlineData("something")]
    public void Types_are_said_in_words(string value, params AlbumType[] types) =>
        Of(_file.Saying("RELEASETYPE", value)).Types.ShouldBe(types);

    [Fact]
    public void Codes_are_checked()
    {
        MusicTags tags = Of(
            _file
                .Saying("ISRC", "GB-AYE-67-00106; rubbish", "GBAYE6700107")
                .Saying("BARCODE", "0 77774-64462 9")
                .Saying("CATALOGNUMBER", "CDP 7 46446 2; 0777 7 46446 2 8")
                .Saying("MUSICBRAINZALBUMSTATUS", "Bootleg")
                .Saying("DISCSUBTITLE", "Dawn")
        );

        tags.Isrcs.ShouldBe(["GBAYE6700106", "GBAYE6700107"]);
        tags.Barcode.ShouldBe("077774644629");
        tags.CatalogNumbers.ShouldBe(["CDP 7 46446 2", "0777 7 46446 2 8"]);
        tags.Types.ShouldBe([AlbumType.Bootleg]);
        tags.DiscTitle.ShouldBe("Dawn");
        Of(_file.Saying("BARCODE", "none")).Barcode.ShouldBeNull();
    }

    [Fact]
    public void What_programs_write_for_nothing_says_nothing()
    {
        MusicTags tags = Of(File("a.flac", "Unknown Album", "Unknown Artist", 1, "[unknown]"));

        (tags.Album, tags.Artists.Count, tags.AlbumArtists.Count).ShouldBe((null, 0, 0));
    }

    [Fact]
    public void Tags_of_nothing_are_read() => MusicTags.Of(AudioTags.None).Artists.ShouldBeEmpty();

    private static MusicTags Of(MusicFile file) => MusicTags.Of(file.Tags);
}
