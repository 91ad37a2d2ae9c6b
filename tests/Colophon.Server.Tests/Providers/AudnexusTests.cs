using Colophon.Server.Metadata;
using Colophon.Server.Providers;
using Colophon.Server.Providers.Audnexus;

namespace Colophon.Server.Tests.Providers;

[Trait("Req", "C20")]
public sealed class AudnexusTests
{
    private const string Asin = "B0LIGHT001";
    private static readonly ProviderSubject Book = new("book", new ProviderId("asin", "b0light001"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_book_is_read_with_its_chapters_and_its_cover()
    {
        await using var calls = await ProviderCalls.StartAsync("audnexus");
        calls
            .Network.On($"/books/{Asin}", AnswerDocument.Read("audnexus-book"))
            .On($"/books/{Asin}/chapters", AnswerDocument.Read("audnexus-chapters"));
        var session = await calls.OpenAsync(new SessionWishes { Country = "AT" });

        var record = await calls.Provider.ReadAsync(Book, session, Token);
        var offers = await calls.Provider.ArtworkAsync(Book, session, Token);

        record.ShouldNotBeNull().Id.ShouldBe(new ProviderId("asin", Asin));
        record.Said(Fields.Title).ShouldBe("\"The Book of Lighthouses\"");
        record.Said(Fields.Subtitle).ShouldBe("\"The Keepers, Book 2\"");
        record.People(Fields.Authors).ShouldBe("Niamh Bergström (author)");
        record.People(Fields.Contributors).ShouldBe("Ada Müller (translator), Inés Jean-Paul (introduction)");
        record.People(Fields.Narrators).ShouldBe("Gábor Grønn (narrator)");
        record
            .Said(Fields.Series)
            .ShouldBe("""[{"name":"The Keepers","number":2},{"name":"Sea Trilogies","number":1,"number_end":3.5}]""");
        record.Said(Fields.Description).ShouldBe("\"<p>A keeper <i>counts</i> ships. ©2004</p>\"");
        record.Names(Fields.Genres).ShouldBe("Science Fiction & Fantasy");
        record.Names(Fields.Tags).ShouldBe("Sea Adventures, Epic");
        record.Said(Fields.Publisher).ShouldBe("\"Harbour Audio\"");
        record.Said(Fields.ReleaseDate).ShouldBe("\"2019-05-04\"");
        record.Said(Fields.Language).ShouldBe("\"en\"");
        record.Identifiers().ShouldBe($"asin {Asin}, isbn_13 9783161484100");
        record
            .Document.Fields[Fields.Chapters]
            .ShouldBeOfType<ChaptersValue>()
            .Entries.Select(chapter => (chapter.Title, chapter.StartMs))
            .ShouldBe([("Opening Credits", 0), ("Kapitel 1: Nebel", 21_042), ("Chapter 2", 1_863_084)]);
        offers.ShouldBe([new ArtworkOffer("cover", new Uri("https://m.media-amazon.com/images/I/81lighthouse.jpg"))]);
        record.Artwork.ShouldBe(offers);
        calls
            .Network.Requests.Select(request => request.ToString())
            .ShouldBe([$"GET /books/{Asin}?region=de", $"GET /books/{Asin}/chapters?region=de"]);
    }

    [Fact]
    public async Task What_the_own_shop_lacks_is_sought_in_the_largest()
    {
        await using var calls = await ProviderCalls.StartAsync("audnexus");
        calls.Network.On(
            $"/books/{Asin}",
            request =>
                request.Asked("region") == "us"
                    ? Colophon.Testing.Loopback.LoopbackAnswer.Json(AnswerDocument.Read("audnexus-book"))
                    : Colophon.Testing.Loopback.LoopbackAnswer.NotFound
        );
        var session = await calls.OpenAsync(new SessionWishes { Country = "GB" });

        var record = await calls.Provider.ReadAsync(Book, session, Token);

        record.Said(Fields.Chapters).ShouldBeNull();
        calls.Network.Requests.Select(request => request.Asked("region")).ShouldBe(["uk", "us", "us"]);
    }

    [Fact]
    public async Task An_unknown_book_is_null_and_what_is_no_asin_is_not_asked_for()
    {
        await using var calls = await ProviderCalls.StartAsync("audnexus");
        var session = await calls.OpenAsync();
        var isbn = new ProviderSubject("book", new ProviderId("asin", "../authors"));

        (await calls.Provider.ReadAsync(Book, session, Token)).ShouldBeNull();
        (await calls.Provider.ReadAsync(isbn, session, Token)).ShouldBeNull();
        (await calls.Provider.ArtworkAsync(Book, session, Token)).ShouldBeEmpty();

        calls.Network.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("US", "en", "us")]
    [InlineData("GB", "en", "uk")]
    [InlineData("CH", "fr", "de")]
    [InlineData("BR", "pt", "us")]
    [InlineData(null, "ja", "jp")]
    [InlineData(null, "fr", "fr")]
    [InlineData(null, "en", "us")]
    public void The_shop_is_that_of_the_country_else_of_the_language(string? country, string language, string region) =>
        AudnexusRegions.Of(country, language).ShouldBe(region);

    [Fact]
    public void Guessed_times_of_chapters_are_not_said()
    {
        var answer = System.Text.Json.JsonElement.Parse(
            """{"isAccurate": false, "chapters": [{"title": "One", "startOffsetMs": 0}]}"""
        );

        AudnexusChapters.Of(answer).Entries.ShouldBeEmpty();
    }

    [Fact]
    public void Odd_shapes_are_read_as_far_as_they_go()
    {
        foreach (var answer in OddAnswers.Of("audnexus-book"))
        {
            var document = AudnexusBook.Read(answer, Asin, AudnexusChapters.Of(answer));
            document.Fields.Keys.ShouldContain(Fields.Identifiers);
            AudnexusBook.Offers(answer).Count.ShouldBeLessThanOrEqualTo(1);
        }
        foreach (var answer in OddAnswers.Of("audnexus-chapters"))
            AudnexusChapters.Of(answer).Entries.ShouldAllBe(chapter => chapter.StartMs >= 0);
    }
}
