using System.Net;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;
using Colophon.Server.Providers.MusicBrainz;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Providers;

[Trait("Req", "C20")]
public sealed class MusicBrainzTests
{
    private const string ArtistId = "0f4e6a1c-7c53-4b7e-9a55-2f1d0b8c9e01";
    private const string ReleaseId = "2a6f9b10-8a1e-4a2c-b3a7-6c3f0d5e7f10";
    private const string GroupId = "3b7f0c21-9b2f-4b3d-84b8-7d401e6f8021";

    private static readonly ProviderSubject Artist = new("artist", new ProviderId("musicbrainz_artist", ArtistId));
    private static readonly ProviderSubject Release = new("album", new ProviderId("musicbrainz_release", ReleaseId));
    private static readonly ProviderSubject Group = new("album", new ProviderId("musicbrainz_release_group", GroupId));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_artist_is_read_with_one_request()
    {
        await using var calls = await ProviderCalls.StartAsync("musicbrainz");
        calls.Network.On($"/artist/{ArtistId}", AnswerDocument.Read("musicbrainz-artist"));

        var record = await calls.Provider.ReadAsync(Artist, await calls.OpenAsync(), Token);

        record.ShouldNotBeNull().Id.ShouldBe(Artist.Id);
        record.Said(Fields.Title).ShouldBe("\"Søren & the Lanterns\"");
        record.Said(Fields.BeginDate).ShouldBe("\"1994-05\"");
        record.Said(Fields.EndDate).ShouldBe("\"2011\"");
        record.Names(Fields.Genres).ShouldBe("chamber pop, pop");
        record.Names(Fields.Tags).ShouldBe("danish");
        record.Said(Fields.Ratings).ShouldBe("""[{"source":"musicbrainz","value":8.7,"votes":17}]""");
        record
            .Identifiers()
            .ShouldBe(
                $"musicbrainz_artist {ArtistId}, discogs 482911, wikidata Q4242424, imdb nm0424242, allmusic mn0000424242"
            );
        calls
            .Network.Requests.Select(request => request.ToString())
            .ShouldBe([$"GET /artist/{ArtistId}?inc=aliases genres tags ratings url-rels&fmt=json"]);
    }

    [Fact]
    public async Task A_release_is_read_with_its_group()
    {
        await using var calls = await ProviderCalls.StartAsync("musicbrainz");
        calls.Network.On($"/release/{ReleaseId}", AnswerDocument.Read("musicbrainz-release"));

        var record = await calls.Provider.ReadAsync(Release, await calls.OpenAsync(), Token);

        record.Said(Fields.Title).ShouldBe("\"Night Ferry (Deluxe Edition)\"");
        record.People(Fields.Artists).ShouldBe("Søren & The Lanterns (artist), 久石 明 (artist)");
        record.Said(Fields.ReleaseDate).ShouldBe("\"1997-02\"");
        record.Said(Fields.AlbumType).ShouldBe("\"album; soundtrack\"");
        record.Said(Fields.Publisher).ShouldBe("\"Harbour Records\"");
        record.People(Fields.People).ShouldBe("Zoë Hawthorne (producer), Z. Hawthorne (mixer)");
        record.Names(Fields.Genres).ShouldBe("chamber pop, film score");
        record.Names(Fields.Tags).ShouldBe("nautical, deluxe");
        record.Said(Fields.Ratings).ShouldBe("""[{"source":"musicbrainz","value":8,"votes":6}]""");
        record
            .Identifiers()
            .ShouldBe(
                $"musicbrainz_release {ReleaseId}, musicbrainz_release_group {GroupId}, musicbrainz_album_artist {ArtistId}, "
                    + "musicbrainz_album_artist 1f4e6a1c-7c53-4b7e-9a55-2f1d0b8c9e03, barcode 5051234567890, "
                    + "catalog_number HRB 042, catalog_number HRB 042X, asin B00LANTERN, discogs 6202020"
            );
        calls.Network.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_release_group_is_read_and_what_nobody_voted_for_is_not_said()
    {
        await using var calls = await ProviderCalls.StartAsync("musicbrainz");
        calls.Network.On($"/release-group/{GroupId}", AnswerDocument.Read("musicbrainz-release-group"));

        var record = await calls.Provider.ReadAsync(Group, await calls.OpenAsync(), Token);

        record.ShouldNotBeNull().Id.ShouldBe(Group.Id);
        record.Said(Fields.Title).ShouldBe("\"Night Ferry\"");
        record.Said(Fields.ReleaseDate).ShouldBe("\"1997-02\"");
        record.Said(Fields.Ratings).ShouldBeNull();
        record.Said(Fields.Publisher).ShouldBeNull();
        record
            .Identifiers()
            .ShouldBe(
                $"musicbrainz_release_group {GroupId}, musicbrainz_album_artist {ArtistId}, discogs_master 77777, wikidata Q777"
            );
    }

    [Fact]
    public async Task A_merged_artist_goes_by_the_id_that_is_left()
    {
        await using var calls = await ProviderCalls.StartAsync("musicbrainz");
        calls.Network.On("/artist/aaaaaaaa-7c53-4b7e-9a55-2f1d0b8c9e01", AnswerDocument.Read("musicbrainz-artist"));
        var merged = new ProviderSubject(
            "artist",
            new ProviderId("musicbrainz_artist", "AAAAAAAA-7c53-4b7e-9a55-2f1d0b8c9e01")
        );

        var record = await calls.Provider.ReadAsync(merged, await calls.OpenAsync(), Token);

        record.ShouldNotBeNull().Id.Value.ShouldBe(ArtistId);
        record.Identifiers().ShouldStartWith($"musicbrainz_artist {ArtistId}");
    }

    [Fact]
    public async Task What_is_unknown_is_null_and_what_is_no_id_is_not_asked_for()
    {
        await using var calls = await ProviderCalls.StartAsync("musicbrainz");
        var session = await calls.OpenAsync();
        var noId = new ProviderSubject("artist", new ProviderId("musicbrainz_artist", "../label/1"));

        (await calls.Provider.ReadAsync(Artist, session, Token)).ShouldBeNull();
        (await calls.Provider.ReadAsync(noId, session, Token)).ShouldBeNull();

        calls.Network.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Artists_are_searched_by_all_names_with_every_sign_of_the_query_language_escaped()
    {
        await using var calls = await ProviderCalls.StartAsync("musicbrainz");
        calls.Network.On("/artist", AnswerDocument.Read("musicbrainz-artists"));
        var query = new ItemQuery("artist", "AC/DC (live) OR \"x\"") { OtherTitles = ["What?!"] };

        var found = await calls.Provider.SearchAsync(query, await calls.OpenAsync(), Token);

        calls
            .Network.Requests.Single()
            .Asked("query")
            .ShouldBe(
                """artist:((ac\/dc \(live\) or \"x\") OR (what\?\!)) OR alias:((ac\/dc \(live\) or \"x\") OR (what\?\!))"""
            );
        found.Select(match => match.Title).ShouldBe(["Søren & the Lanterns", "Søren"]);
        found[0].Id.ShouldBe(Artist.Id);
        found[0].OtherTitles.ShouldBe(["ソレンとランタンズ"]);
        found[0].Year.ShouldBe(1994);
        found[0].Description.ShouldBe("Group, Denmark, Danish chamber pop band");
        found[0].Page.ShouldBe(new Uri($"https://musicbrainz.org/artist/{ArtistId}"));
        (found[1].Year, found[1].Description).ShouldBe((null, null));
    }

    [Fact]
    public async Task Releases_of_one_album_are_one_match_that_fits_what_is_known()
    {
        await using var calls = await ProviderCalls.StartAsync("musicbrainz");
        calls.Network.On("/release", AnswerDocument.Read("musicbrainz-releases"));
        var session = await calls.OpenAsync();
        var plain = new ItemQuery("album", "Night Ferry") { People = ["Søren & the Lanterns"] };

        var found = await calls.Provider.SearchAsync(plain, session, Token);
        var deluxe = await calls.Provider.SearchAsync(plain with { Year = 2014, Parts = 11 }, session, Token);

        found.Select(match => match.Title).ShouldBe(["Night Ferry", "The Night Ferry"]);
        found[0].Id.ShouldBe(Group.Id);
        found[0].OtherTitles.ShouldBe(["Night Ferry (Deluxe Edition)"]);
        found[0].People.ShouldBe(["Søren & the Lanterns"]);
        (found[0].Year, found[0].Parts).ShouldBe((1997, 17));
        found[0].Description.ShouldBe("album, Harbour Records");
        (found[1].Year, found[1].Parts).ShouldBe((null, 4));
        found[1].People.ShouldBe(["Grønn"]);
        (deluxe[0].Year, deluxe[0].Parts).ShouldBe((2014, 11));
        calls.Network.Requests.Count.ShouldBe(1);
        calls
            .Network.Requests[0]
            .Asked("query")
            .ShouldBe("""release:(night ferry) AND artist:(søren \& the lanterns)""");
    }

    [Theory]
    [InlineData("5051234567890", "musicbrainz_release", ReleaseId)]
    [InlineData("5051234567899", null, null)]
    [InlineData("5051234567891", null, null)]
    [InlineData("x OR y", null, null)]
    public async Task A_barcode_finds_the_release_that_alone_bears_it(string barcode, string? type, string? id)
    {
        await using var calls = await ProviderCalls.StartAsync("musicbrainz");
        calls.Network.On("/release", AnswerDocument.Read("musicbrainz-releases"));

        var found = await calls.Provider.FindAsync(
            "album",
            new Identifier("barcode", barcode),
            await calls.OpenAsync(),
            Token
        );

        (found?.Type, found?.Value).ShouldBe((type, id));
    }

    [Fact]
    public async Task An_answer_of_503_means_that_it_was_asked_too_often()
    {
        await using var calls = await ProviderCalls.StartAsync("musicbrainz");
        calls.Network.Break(_ => LoopbackAnswer.Of(HttpStatusCode.ServiceUnavailable, """{"error": "slow down"}"""));
        var session = await calls.OpenAsync();

        var failed = await Should.ThrowAsync<ProviderException>(() => calls.Provider.TestAsync(session, Token));

        failed.Trouble.ShouldBe(ProviderTrouble.Limited);
    }

    [Fact]
    public void Odd_shapes_are_read_as_far_as_they_go()
    {
        var id = new ProviderId("musicbrainz_artist", ArtistId);
        foreach (var answer in OddAnswers.Of("musicbrainz-artist"))
            MusicBrainzArtist.Read(answer, id).Fields.Keys.ShouldContain(Fields.Identifiers);
        foreach (var answer in OddAnswers.Of("musicbrainz-release"))
            MusicBrainzAlbum.OfRelease(answer, id).Fields.Keys.ShouldContain(Fields.Identifiers);
        foreach (var answer in OddAnswers.Of("musicbrainz-release-group"))
            MusicBrainzAlbum.OfGroup(answer, id).Fields.Keys.ShouldContain(Fields.Identifiers);
        foreach (var answer in OddAnswers.Of("musicbrainz-releases"))
            MusicBrainzMatches.Albums(answer, new ItemQuery("album", "x")).ShouldAllBe(match => match.Title.Length > 0);
        foreach (var answer in OddAnswers.Of("musicbrainz-artists"))
            MusicBrainzMatches.Artists(answer).ShouldAllBe(match => match.Title.Length > 0);
    }
}
