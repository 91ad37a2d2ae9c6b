using System.Net;
using System.Text.Json;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;
using Colophon.Server.Providers.GoogleBooks;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Providers;

[Trait("Req", "C20")]
public sealed class GoogleBooksTests
{
    private const string Id = "aB3_dEf-hIjK";
    private static readonly ProviderSubject Book = new("book", new ProviderId("google", Id));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_volume_is_read_with_its_cover_by_one_request()
    {
        await using var calls = await ProviderCalls.StartAsync("googlebooks");
        calls.Network.On($"/volumes/{Id}", AnswerDocument.Read("googlebooks-volume"));
        var session = await calls.OpenAsync(new SessionWishes { Country = "DE" });

        var record = await calls.Provider.ReadAsync(Book, session, Token);
        var offers = await calls.Provider.ArtworkAsync(Book, session, Token);

        record.ShouldNotBeNull().Id.ShouldBe(Book.Id);
        record.Said(Fields.Title).ShouldBe("\"The Book of Lighthouses\"");
        record.Said(Fields.Subtitle).ShouldBe("\"A Novel\"");
        record.People(Fields.Authors).ShouldBe("Niamh Bergström (author), Hiro Castellanos (author)");
        record.Said(Fields.Description).ShouldBe("\"<p>A keeper <b>counts</b> ships.</p>\"");
        record.Names(Fields.Genres).ShouldBe("Fiction, Fantasy, Sea Stories");
        record.Said(Fields.Publisher).ShouldBe("\"Harbour & Sons\"");
        record.Said(Fields.ReleaseDate).ShouldBe("\"2004-03\"");
        record.Said(Fields.Language).ShouldBe("\"en\"");
        record.Identifiers().ShouldBe($"google {Id}, isbn_10 316148410X, isbn_13 9783161484100");
        record.Artwork.ShouldBe(offers);
        calls.Network.Requests.Single().ToString().ShouldBe($"GET /volumes/{Id}?country=DE");
    }

    [Fact]
    public void The_cover_is_the_largest_that_is_named_flat_and_by_https()
    {
        var volume = JsonElement.Parse(AnswerDocument.Read("googlebooks-volume"));

        var offer = GoogleBooksImages.Offers(volume).ShouldHaveSingleItem();

        offer.Type.ShouldBe("cover");
        offer.Address.ShouldBe(
            new Uri(
                $"https://books.google.com/books/content?id={Id}&printsec=frontcover&img=1&zoom=3&imgtk=T&source=gbs_api"
            )
        );
        offer
            .Preview.ShouldNotBeNull()
            .Query.ShouldBe($"?id={Id}&printsec=frontcover&img=1&zoom=1&imgtk=T&source=gbs_api");
    }

    [Fact]
    public async Task A_search_names_title_and_author_and_tells_what_scoring_needs()
    {
        await using var calls = await ProviderCalls.StartAsync("googlebooks");
        calls.Network.On("/volumes", AnswerDocument.Read("googlebooks-volumes"));
        var query = new ItemQuery("book", "The \"Book\" of Lighthouses") { People = ["Niamh Bergström", "Other"] };

        var found = await calls.Provider.SearchAsync(query, await calls.OpenAsync(), Token);

        var request = calls.Network.Requests.Single();
        request.Asked("q").ShouldBe("intitle:\"The  Book  of Lighthouses\" inauthor:\"Niamh Bergström\"");
        request.Asked("country").ShouldBe("US");
        found.Select(match => match.Id.Value).ShouldBe(["mentions0001", Id]);
        found[0].Year.ShouldBe(1999);
        found[1].OtherTitles.ShouldBe(["The Book of Lighthouses: A Novel"]);
        found[1].People.ShouldBe(["Niamh Bergström"]);
        (found[1].Year, found[1].Language, found[1].Description).ShouldBe((2004, "en", "Harbour & Sons"));
        found[1].Picture.ShouldBe(new Uri($"https://books.google.com/books/content?id={Id}&img=1&zoom=1"));
        found[1].Page.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("isbn_10", "316148410X", Id)]
    [InlineData("isbn_13", "978-3-16-148410-0", Id)]
    [InlineData("isbn_13", "9780306406157", null)]
    [InlineData("isbn_13", "9780306406158", null)]
    public async Task An_isbn_finds_the_book_that_bears_it_and_none_that_mentions_it(
        string type,
        string isbn,
        string? id
    )
    {
        await using var calls = await ProviderCalls.StartAsync("googlebooks");
        calls.Network.On("/volumes", AnswerDocument.Read("googlebooks-volumes"));

        var found = await calls.Provider.FindAsync("book", new Identifier(type, isbn), await calls.OpenAsync(), Token);

        found?.Value.ShouldBe(id);
        (found is null).ShouldBe(id is null);
    }

    [Fact]
    public async Task The_key_goes_along_and_is_no_part_of_what_is_asked()
    {
        await using var calls = await ProviderCalls.StartAsync("googlebooks", "secret-key");
        calls.Network.On("/volumes", """{"totalItems": 1}""");
        var session = await calls.OpenAsync();

        await calls.Provider.TestAsync(session, Token);

        calls.Network.Requests.Single().Asked("key").ShouldBe("secret-key");
        var request = new ProviderRequest("volumes").With("q", "x");
        (await calls.Provider.AuthorizeAsync(request, session, Token)).Key.ShouldBe(request.Key);
        request.Key.ShouldNotContain("secret-key");
    }

    [Fact]
    public async Task Without_a_key_it_is_asked_all_the_same()
    {
        await using var calls = await ProviderCalls.StartAsync("googlebooks");

        (await calls.Provider.ReadAsync(Book, await calls.OpenAsync(), Token)).ShouldBeNull();

        calls.Network.Requests.Single().Asked("key").ShouldBeNull();
    }

    [Theory]
    [InlineData(403, "rateLimitExceeded", ProviderTrouble.Limited)]
    [InlineData(403, "dailyLimitExceededUnreg", ProviderTrouble.Limited)]
    [InlineData(403, "quotaExceeded", ProviderTrouble.Limited)]
    [InlineData(403, "accessNotConfigured", null)]
    [InlineData(400, "keyInvalid", ProviderTrouble.Key)]
    [InlineData(400, "invalidParameter", null)]
    public void What_went_wrong_is_told_by_its_reason(int status, string reason, ProviderTrouble? trouble)
    {
        var answer = JsonElement.Parse(
            $$$"""{"error": {"code": {{{status}}}, "message": "No.", "errors": [ {"reason": "{{{reason}}}"} ]} }"""
        );

        new GoogleBooksProvider().Judge((HttpStatusCode)status, answer).ShouldBe(trouble);
    }

    [Fact]
    public async Task A_spent_quota_is_no_refused_key()
    {
        await using var calls = await ProviderCalls.StartAsync("googlebooks", "secret-key");
        calls.Network.Break(_ =>
            LoopbackAnswer.Of(HttpStatusCode.Forbidden, """{"error": {"status": "RESOURCE_EXHAUSTED"}}""")
        );
        var session = await calls.OpenAsync();

        var failed = await Should.ThrowAsync<ProviderException>(() => calls.Provider.TestAsync(session, Token));

        failed.Trouble.ShouldBe(ProviderTrouble.Limited);
    }

    [Fact]
    public void Odd_shapes_are_read_as_far_as_they_go()
    {
        foreach (var answer in OddAnswers.Of("googlebooks-volume"))
        {
            GoogleBooksVolume.Read(answer, Id).Fields.Keys.ShouldContain(Fields.Identifiers);
            GoogleBooksVolume.Isbns(answer).ShouldAllBe(isbn => isbn.Length == 13);
            GoogleBooksImages.Offers(answer).Count.ShouldBeLessThanOrEqualTo(1);
            GoogleBooksMatches.Of(answer)?.Title.ShouldNotBeEmpty();
        }
    }
}
