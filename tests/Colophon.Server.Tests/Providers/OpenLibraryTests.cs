using System.Text.Json;
using Colophon.Server.Metadata;
using Colophon.Server.Metadata.Input;
using Colophon.Server.Providers;
using Colophon.Server.Providers.OpenLibrary;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Providers;

[Trait("Req", "C20")]
public sealed class OpenLibraryTests
{
    private const string EditionId = "OL900001M";
    private const string WorkId = "OL800001W";
    private static readonly ProviderSubject Edition = Subject(EditionId);
    private static readonly Uri OfItself = new("https://openlibrary.org/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edition_is_read_with_its_work_and_its_authors()
    {
        await using var calls = await StartAsync();

        var record = await calls.Provider.ReadAsync(Edition, await calls.OpenAsync(), Token);

        record.ShouldNotBeNull().Id.ShouldBe(new ProviderId("openlibrary", EditionId));
        record.Said(Fields.Title).ShouldBe("\"Das Leuchtturmbuch\"");
        record.Said(Fields.Subtitle).ShouldBe("\"Ein Roman\"");
        record.People(Fields.Authors).ShouldBe("Niamh Bergström (author), Hiro Castellanos (author)");
        record
            .People(Fields.Contributors)
            .ShouldBe(
                "Ada Müller (translator), Chloé Dubois (cover_artist), Esmé Šimek (contributor), Gábor Grønn (illustrator)"
            );
        record.People(Fields.Narrators).ShouldBe("Boris Ivanova (narrator)");
        record
            .Said(Fields.Series)
            .ShouldBe(
                """[{"name":"Die Leuchtturm-Reihe","number":2},{"name":"The Lighthouse","number":2.5},{"name":"Hafen Classics"}]"""
            );
        record.Said(Fields.Description).ShouldNotBeNull().ShouldContain("One of them is <b>late</b>.");
        record.Said(Fields.Description).ShouldNotBeNull().ShouldNotContain("contained");
        record.Names(Fields.Genres).ShouldBe("Fantasy, Mystery");
        record.Names(Fields.Tags).ShouldBe("Lighthouses, Sea stories");
        record.Said(Fields.Publisher).ShouldBe("\"Hafen Verlag\"");
        record.Said(Fields.ReleaseDate).ShouldBe("\"2004-03-03\"");
        record.Said(Fields.Language).ShouldBe("\"de\"");
        record
            .Identifiers()
            .ShouldBe(
                $"openlibrary {EditionId}, isbn_13 9783161484100, isbn_10 316148410X, asin B00LIGHT42, goodreads 5907421"
            );
        calls
            .Network.Requests.Select(request => request.ToString())
            .ShouldBe(
                [
                    $"GET /books/{EditionId}.json",
                    $"GET /works/{WorkId}.json",
                    "GET /authors/OL700001A.json",
                    "GET /authors/OL700009A.json",
                    "GET /authors/OL700002A.json",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task A_work_says_what_all_editions_share()
    {
        await using var calls = await StartAsync();

        var record = await calls.Provider.ReadAsync(Subject(WorkId), await calls.OpenAsync(), Token);

        record.ShouldNotBeNull().Id.Value.ShouldBe(WorkId);
        record.Said(Fields.Title).ShouldBe("\"The Book of Lighthouses\"");
        record.Said(Fields.Subtitle).ShouldBe("\"A Novel\"");
        record.Identifiers().ShouldBe($"openlibrary {WorkId}");
        record.Said(Fields.Publisher).ShouldBeNull();
        record.Said(Fields.Language).ShouldBeNull();
    }

    [Fact]
    public async Task Pictures_come_from_the_same_answers_those_of_the_edition_first()
    {
        await using var calls = await StartAsync();
        var session = await calls.OpenAsync();

        var record = await calls.Provider.ReadAsync(Edition, session, Token);
        var asked = calls.Network.Requests.Count;
        var offers = await calls.Provider.ArtworkAsync(Edition, session, Token);

        offers
            .Select(offer => offer.Address.PathAndQuery)
            .ShouldBe([
                "/b/id/4200001.jpg?default=false",
                "/b/id/4200002.jpg?default=false",
                "/b/id/4200003.jpg?default=false",
            ]);
        offers.ShouldAllBe(offer =>
            offer.Type == "cover" && offer.Address.Authority == calls.Network.Address.Authority
        );
        record.ShouldNotBeNull().Artwork.ShouldBe(offers);
        calls.Network.Requests.Count.ShouldBe(asked);
    }

    [Fact]
    public void Its_own_covers_lie_on_a_host_of_their_own()
    {
        var edition = JsonElement.Parse("""{"covers": [12]}""");

        var offer = OpenLibraryCovers.Offers(OfItself, edition, default).ShouldHaveSingleItem();

        offer.Address.ToString().ShouldBe("https://covers.openlibrary.org/b/id/12.jpg?default=false");
        offer.Preview?.ToString().ShouldBe("https://covers.openlibrary.org/b/id/12-M.jpg?default=false");
    }

    [Fact]
    public async Task Many_authors_are_read_at_once()
    {
        await using var calls = await ProviderCalls.StartAsync("openlibrary");
        LoopbackOpenLibrary.On(calls.Network, [new("Tales", "Ada B", "Boris C", "Chloé D", "Dmitri E", "Esmé F")]);

        var record = await calls.Provider.ReadAsync(Subject("OL1M"), await calls.OpenAsync(), Token);

        record
            .People(Fields.Authors)
            .ShouldBe("Ada B (author), Boris C (author), Chloé D (author), Dmitri E (author), Esmé F (author)");
        calls
            .Network.Requests.Select(request => request.Path)
            .ShouldBe(["/books/OL1M.json", "/works/OL1W.json", "/search.json"]);
    }

    [Fact]
    public async Task A_search_tells_what_scoring_needs()
    {
        await using var calls = await ProviderCalls.StartAsync("openlibrary");
        calls.Network.On("/search.json", AnswerDocument.Read("openlibrary-search"));
        var query = new ItemQuery("book", "The Book of: Lighthouses?") { People = ["Niamh \"N\" Bergström", "Other"] };

        var found = await calls.Provider.SearchAsync(query, await calls.OpenAsync(), Token);

        var request = calls.Network.Requests.Single();
        (request.Asked("title"), request.Asked("author")).ShouldBe(("The Book of Lighthouses", "Niamh N Bergström"));
        found.Select(match => match.Title).ShouldBe(["The Book of Lighthouses", "Lighthouses"]);
        found[0].Id.ShouldBe(new ProviderId("openlibrary", WorkId));
        found[0].OtherTitles.ShouldBe(["The Book of Lighthouses: A Novel"]);
        found[0].People.ShouldBe(["Niamh Bergström", "Hiro Castellanos"]);
        (found[0].Year, found[0].Language, found[0].Description).ShouldBe((1998, null, "12 editions"));
        found[0].Picture.ShouldNotBeNull().PathAndQuery.ShouldBe("/b/id/4200003-M.jpg?default=false");
        found[0].Page.ShouldBe(new Uri($"https://openlibrary.org/works/{WorkId}"));
        (found[1].Year, found[1].Language, found[1].Description).ShouldBe((null, "de", "1 edition"));
        found[1].Picture.ShouldBeNull();
    }

    [Fact]
    public async Task A_title_that_finds_nothing_is_followed_by_the_shorter_one()
    {
        await using var calls = await ProviderCalls.StartAsync("openlibrary");
        LoopbackOpenLibrary.On(
            calls.Network,
            [new("Emma", "Jane Austen") { Year = 1815 }, new("Persuasion", "Jane Austen")]
        );
        var query = new ItemQuery("book", "Emma: Illustrated") { People = ["Jane Austen"] };

        var found = await calls.Provider.SearchAsync(query, await calls.OpenAsync(), Token);

        found.ShouldHaveSingleItem().Year.ShouldBe(1815);
        calls.Network.Requests.Select(request => request.Asked("title")).ShouldBe(["Emma Illustrated", "Emma"]);
    }

    [Fact]
    public async Task An_isbn_finds_the_edition()
    {
        await using var calls = await ProviderCalls.StartAsync("openlibrary");
        var books = LoopbackOpenLibrary.On(
            calls.Network,
            [new("Emma", "Jane Austen"), new("Persuasion", "Jane Austen")]
        );
        var session = await calls.OpenAsync();

        var found = await calls.Provider.FindAsync("book", new Identifier("isbn_13", books.IsbnOf(1)), session, Token);
        var unknown = await calls.Provider.FindAsync("book", new Identifier("isbn_10", "316148410X"), session, Token);
        var wrong = await calls.Provider.FindAsync("book", new Identifier("isbn_13", "9783161484101"), session, Token);

        found.ShouldBe(new ProviderId("openlibrary", "OL2M"));
        (unknown, wrong).ShouldBe((null, null));
    }

    [Fact]
    public async Task What_was_merged_goes_by_the_id_that_is_left()
    {
        await using var calls = await StartAsync();
        calls
            .Network.On(
                "/works/OL1W.json",
                $$"""{"key": "/works/OL1W", "type": {"key": "/type/redirect"}, "location": "/works/{{WorkId}}"}"""
            )
            .On("/works/OL2W.json", """{"key": "/works/OL2W", "type": {"key": "/type/delete"}}""")
            .On("/works/OL3W.json", """{"type": {"key": "/type/redirect"}, "location": "/works/OL3W"}""");
        var session = await calls.OpenAsync();

        (await calls.Provider.ReadAsync(Subject("OL1W"), session, Token)).ShouldNotBeNull().Id.Value.ShouldBe(WorkId);
        (await calls.Provider.ReadAsync(Subject("OL2W"), session, Token)).ShouldBeNull();
        (await calls.Provider.ReadAsync(Subject("OL3W"), session, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task An_unknown_book_is_null_and_what_is_no_id_is_not_asked_for()
    {
        await using var calls = await ProviderCalls.StartAsync("openlibrary");
        var session = await calls.OpenAsync();

        (await calls.Provider.ReadAsync(Subject("OL1M"), session, Token)).ShouldBeNull();
        (await calls.Provider.ReadAsync(Subject("OL1A"), session, Token)).ShouldBeNull();
        (await calls.Provider.ArtworkAsync(Subject("../etc"), session, Token)).ShouldBeEmpty();

        calls.Network.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("The Expanse, #1", "The Expanse", 1.0)]
    [InlineData("Earthsea (Book 2)", "Earthsea", 2.0)]
    [InlineData("Discworld ; v. 4", "Discworld", 4.0)]
    [InlineData("Perry Rhodan -- 12", "Perry Rhodan", 12.0)]
    [InlineData("Narnia Book 3", "Narnia", 3.0)]
    [InlineData("Area 51", "Area 51", null)]
    [InlineData("Penguin classics, 1999", "Penguin classics, 1999", null)]
    [InlineData("#1", "#1", null)]
    public void Series_are_read_as_cataloguers_write_them(string text, string name, double? number) =>
        OpenLibrarySeries.Read(text).ShouldBe(new SeriesEntry(name, number));

    [Theory]
    [InlineData("ol45804w", "OL45804W")]
    [InlineData("OL7353617M", "OL7353617M")]
    [InlineData("OL23919A", null)]
    [InlineData("45804", null)]
    public void Identifiers_of_books_may_be_its_works_and_editions(string value, string? written)
    {
        IdentifierRules.OfBooks.ShouldContain("openlibrary");
        IdentifierRules.Normalise("openlibrary", value).ShouldBe(written);
    }

    [Fact]
    public void Odd_shapes_are_read_as_far_as_they_go()
    {
        foreach (var edition in OddAnswers.Of("openlibrary-edition"))
            ShouldBeRead(edition, default);
        foreach (var work in OddAnswers.Of("openlibrary-work"))
            ShouldBeRead(default, work);
        foreach (var found in OddAnswers.Of("openlibrary-search"))
            OpenLibraryMatches.Of(found, OfItself).ShouldAllBe(match => match.Title.Length > 0);
    }

    [Fact]
    public async Task Half_a_character_in_an_answer_is_not_said()
    {
        await using var calls = await ProviderCalls.StartAsync("openlibrary");
        calls.Network.On(
            "/works/OL1W.json",
            """{"key": "/works/OL1W", "title": "Whole", "subtitle": "half \ud83d", "covers": [1]}"""
        );

        var record = await calls.Provider.ReadAsync(Subject("OL1W"), await calls.OpenAsync(), Token);

        record.Said(Fields.Title).ShouldBe("\"Whole\"");
        record.Said(Fields.Subtitle).ShouldBeNull();
    }

    private static void ShouldBeRead(JsonElement edition, JsonElement work)
    {
        OpenLibraryBook.Read(WorkId, edition, work, []).Fields.Keys.ShouldContain(Fields.Identifiers);
        OpenLibraryCovers.Offers(OfItself, edition, work).ShouldAllBe(offer => offer.Address.Scheme == "https");
    }

    private static ProviderSubject Subject(string id) => new("book", new ProviderId("openlibrary", id));

    private static async Task<ProviderCalls> StartAsync()
    {
        var calls = await ProviderCalls.StartAsync("openlibrary");
        calls
            .Network.On($"/books/{EditionId}.json", AnswerDocument.Read("openlibrary-edition"))
            .On($"/works/{WorkId}.json", AnswerDocument.Read("openlibrary-work"))
            .On(
                "/authors/OL700001A.json",
                """{"key": "/authors/OL700001A", "type": {"key": "/type/redirect"}, "location": "/authors/OL700009A"}"""
            )
            .On("/authors/OL700009A.json", """{"key": "/authors/OL700009A", "name": "Niamh Bergström"}""")
            .On(
                "/authors/OL700002A.json",
                """{"key": "/authors/OL700002A", "name": "Hiro Castellanos", "bio": null}"""
            );
        return calls;
    }
}
