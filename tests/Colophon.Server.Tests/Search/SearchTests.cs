using System.Globalization;
using System.Text.Json.Nodes;
using Colophon.Testing;

namespace Colophon.Server.Tests.Search;

/// <summary>What is found for what people type: the books and queries of search-cases.tsv, over HTTP.</summary>
public sealed class SearchTests(SearchTests.Shelf shelf) : IClassFixture<SearchTests.Shelf>
{
    public static TheoryData<string, string> Queries()
    {
        var queries = new TheoryData<string, string>();
        foreach (var query in Shelf.Lines("query"))
            queries.Add(query[0], query.ElementAtOrDefault(1) ?? "");
        return queries;
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Every_word_is_found_in_any_field_and_any_spelling(string typed, string expected)
    {
        var found = await shelf.SearchAsync(typed);

        found["items"]!
            .AsArray()
            .Select(item => shelf.NameOf((string)item!["title"]!, (string)item["authors"]![0]!["name"]!))
            .Order(StringComparer.Ordinal)
            .ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        ((long)found["total"]!).ShouldBe(found["items"]!.AsArray().Count);
    }

    [Fact]
    public void There_are_two_hundred_queries() => Shelf.Lines("query").Count.ShouldBeGreaterThanOrEqualTo(200);

    [Fact]
    public async Task What_is_called_so_comes_first_and_says_what_it_is()
    {
        var found = await shelf.SearchAsync("faber");
        var first = found["items"]![0]!;

        ((string)first["kind"]!).ShouldBe("book");
        ((string)first["title"]!).ShouldStartWith("Faber");
        ((string)first["authors"]![0]!["name"]!).ShouldBe("Toby Faber");
        first["series"]!.AsArray().ShouldBeEmpty();
        first["cover_url"].ShouldBeNull();
        ((string)(await shelf.SearchAsync("war"))["items"]![0]!["title"]!).ShouldBe("Caliban’s War");
    }

    [Fact]
    public async Task People_and_series_are_found_by_their_names()
    {
        var lem = await shelf.SearchAsync("lem stan");
        ((string)lem["people"]![0]!["name"]!).ShouldBe("Stanisław Lem");
        ((long)lem["people"]![0]!["items_count"]!).ShouldBe(2);

        var expanse = await shelf.SearchAsync("expan");
        ((string)expanse["series"]![0]!["name"]!).ShouldBe("The Expanse");
        expanse["people"]!.AsArray().ShouldBeEmpty();
        ((string)(await shelf.SearchAsync("春樹"))["people"]![0]!["name"]!).ShouldBe("村上春樹");
    }

    [Fact]
    public async Task Pages_go_on_and_a_query_is_needed()
    {
        var second = await shelf.SearchAsync("expanse", "&limit=2&offset=2");
        second["items"]!.AsArray().Count.ShouldBe(1);
        ((long)second["total"]!).ShouldBe(3);
        ((long)(await shelf.SearchAsync("expanse", "&limit=2&offset=9"))["total"]!).ShouldBe(3);

        var refused = await shelf.Server.Admin.SendAsync("GET", "/api/search");
        refused.ExpectProblem(400, "validation_failed").Fields.ShouldBe(["q"]);
    }

    [Fact]
    public async Task Libraries_that_one_may_not_see_are_not_searched()
    {
        var stranger = await shelf.Server.WithoutLibrariesAsync("viewer");

        var found = await stranger.GetAsync("/api/search?q=expanse");

        found["items"]!.AsArray().ShouldBeEmpty();
        ((long)found["total"]!).ShouldBe(0);
        found["people"]!.AsArray().ShouldBeEmpty();
        found["series"]!.AsArray().ShouldBeEmpty();
        (await stranger.SendAsync("GET", $"/api/search?q=expanse&library_id={shelf.LibraryId}")).ExpectProblem(
            403,
            "library_forbidden"
        );
    }

    /// <summary>A server with the books of the file.</summary>
    public sealed class Shelf : IAsyncLifetime
    {
        private readonly Dictionary<(string Title, string Author), string> names = [];

        public ColophonServer Server { get; } = new();

        public long LibraryId { get; private set; }

        public static IReadOnlyList<string[]> Lines(string kind) =>
            [
                .. File.ReadLines(RepositoryFolder.Path("tests/Colophon.Server.Tests/Search/search-cases.tsv"))
                    .Select(line => line.Split('\t'))
                    .Where(cells => cells[0] == kind)
                    .Select(cells => cells[1..]),
            ];

        public async ValueTask InitializeAsync()
        {
            await Server.InitializeAsync();
            var library = Server.Library("search");
            foreach (var book in Lines("book"))
                library.With($"{book[0]}/{book[0]}.epub", Book(book));
            await library.AddAsync();
            await library.ScanAsync();
            LibraryId = library.Id;
            var list = await Server.Admin.GetAsync("/api/books?limit=500");
            foreach (var book in list["books"]!.AsArray())
                names[Key(book!)] = Path.GetFileNameWithoutExtension((string)book!["files"]![0]!["filepath"]!);
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();

        public string NameOf(string title, string author) => names[(title, author)];

        public Task<JsonNode> SearchAsync(string text, string more = "") =>
            Server.Admin.GetAsync($"/api/search?q={Uri.EscapeDataString(text)}{more}");

        private static (string, string) Key(JsonNode book) =>
            ((string)book["title"]!, (string)book["authors"]![0]!["name"]!);

        private static EpubBuilder Book(string[] cells)
        {
            string? Cell(int index) => cells.ElementAtOrDefault(index) is { Length: > 0 } text ? text : null;
            var book = EpubBuilder.Titled(cells[1]).By(cells[2]);
            if (Cell(3) is { } series)
            {
                var space = series.LastIndexOf(' ');
                book.InSeries(series[..space], double.Parse(series[space..], CultureInfo.InvariantCulture));
            }
            if (Cell(4) is { } isbn)
                book.Isbn(isbn);
            if (Cell(5) is { } subtitle)
                book.Subtitle(subtitle);
            return book;
        }
    }
}
