using System.Globalization;
using System.Text.Json.Nodes;
using Colophon.Formats.Text;
using Colophon.Testing.Books;

namespace Colophon.Testing.Loopback;

/// <summary>
/// Stands for Open Library and its covers over a list of books: search, look-up by ISBN, works, editions, authors, pictures. The book at
/// place n is the work OL{n}W, the edition OL{n}M and the cover n, counted from 1.
/// <code>
/// await using var library = await LoopbackOpenLibrary.StartAsync([new("Emma", "Jane Austen") { Year = 1815 }]);
/// await admin.PutAsync("/api/providers/openlibrary", new { enabled = true, address = library.Address });
/// </code>
/// </summary>
public sealed class LoopbackOpenLibrary : IAsyncDisposable
{
    private const int MostFound = 100;

    private readonly IReadOnlyList<LoopbackBook> books;
    private readonly IReadOnlyList<HashSet<string>> titleWords;
    private readonly IReadOnlyList<HashSet<string>> authorWords;
    private readonly List<string> authors;
    private readonly Dictionary<string, int> byIsbn = new(StringComparer.Ordinal);
    private readonly CoverPool large = new(200, 300, drawn: 24);
    private readonly CoverPool small = new(60, 90, drawn: 24);

    private LoopbackOpenLibrary(LoopbackServer server, IReadOnlyList<LoopbackBook> books)
    {
        (Server, this.books) = (server, books);
        titleWords = [.. books.Select(book => Words([book.Title, book.Subtitle]))];
        authorWords = [.. books.Select(book => Words(book.Authors))];
        authors = [.. books.SelectMany(book => book.Authors).Distinct(StringComparer.Ordinal)];
        for (var place = 0; place < books.Count; place++)
            byIsbn.TryAdd(IsbnOf(place), place);
        server
            .On("/search.json", request => LoopbackAnswer.Json(Search(request).ToJsonString()))
            .On("/isbn/*", request => SendOn(request.Path["/isbn/".Length..]))
            .On("/works/*", request => Record(request, "/works/", 'W', books.Count, Work))
            .On("/books/*", request => Record(request, "/books/", 'M', books.Count, Edition))
            .On("/authors/*", request => Record(request, "/authors/", 'A', authors.Count, Author))
            .On("/languages/*", """{"key": "/languages/eng", "name": "English", "type": {"key": "/type/language"}}""")
            .On("/b/id/*", request => Cover(request.Path["/b/id/".Length..]));
    }

    /// <summary>To see what it was asked, to slow it down, limit it or break it.</summary>
    public LoopbackServer Server { get; }

    /// <summary>What the provider's address is to be.</summary>
    public Uri Address => Server.Address;

    public static async Task<LoopbackOpenLibrary> StartAsync(IReadOnlyList<LoopbackBook> books, int port = 0) =>
        new(await LoopbackServer.StartAsync(port), books);

    /// <summary>On a server that runs already.</summary>
    public static LoopbackOpenLibrary On(LoopbackServer server, IReadOnlyList<LoopbackBook> books) =>
        new(server, books);

    /// <summary>Of the book at this place of the list, counted from 0.</summary>
    public static string WorkId(int place) => Id(place, 'W');

    /// <inheritdoc cref="WorkId"/>
    public static string EditionId(int place) => Id(place, 'M');

    /// <inheritdoc cref="WorkId"/>
    public string IsbnOf(int place) => books[place].Isbn ?? MadeUpIsbn(place);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>All words must be there, as at Open Library; <c>q=key:/works/OL1W</c> is the one work.</summary>
    private JsonObject Search(LoopbackRequest request)
    {
        var found =
            request.Asked("q") is { } query && query.StartsWith("key:", StringComparison.Ordinal)
                ? Places(query[(query.LastIndexOf('/') + 1)..], 'W', books.Count)
                : Matching(request);
        var most = int.TryParse(request.Asked("limit"), out var limit) ? Math.Min(limit, MostFound) : MostFound;
        var docs = found.Take(most).Select(Found).ToArray<JsonNode?>();
        return new JsonObject
        {
            ["numFound"] = docs.Length,
            ["start"] = 0,
            ["docs"] = new JsonArray(docs),
        };
    }

    private IEnumerable<int> Matching(LoopbackRequest request)
    {
        var title = TextKeys.Tokens(request.Asked("title") ?? request.Asked("q"));
        var author = TextKeys.Tokens(request.Asked("author"));
        return title.Count == 0 && author.Count == 0
            ? []
            : Enumerable
                .Range(0, books.Count)
                .Where(place => title.All(titleWords[place].Contains) && author.All(authorWords[place].Contains));
    }

    private JsonObject Found(int place)
    {
        var book = books[place];
        return new JsonObject
        {
            ["key"] = $"/works/{WorkId(place)}",
            ["title"] = book.Title,
            ["subtitle"] = book.Subtitle,
            ["author_key"] = Texts(book.Authors.Select(AuthorId)),
            ["author_name"] = Texts(book.Authors),
            ["first_publish_year"] = book.Year,
            ["edition_count"] = 1,
            ["language"] = Texts(Present(book.Language)),
            ["cover_i"] = book.HasCover ? place + 1 : null,
        };
    }

    private JsonObject Work(int place)
    {
        var book = books[place];
        return new JsonObject
        {
            ["key"] = $"/works/{WorkId(place)}",
            ["type"] = Key("/type/work"),
            ["title"] = book.Title,
            ["authors"] = List(
                book.Authors.Select(name => new JsonObject { ["author"] = Key($"/authors/{AuthorId(name)}") })
            ),
            ["description"] = book.Description is { } text
                ? new JsonObject { ["type"] = "/type/text", ["value"] = text }
                : null,
            ["subjects"] = Texts(book.Subjects),
            ["covers"] = Covers(place),
        };
    }

    private JsonObject Edition(int place)
    {
        var book = books[place];
        return new JsonObject
        {
            ["key"] = $"/books/{EditionId(place)}",
            ["type"] = Key("/type/edition"),
            ["works"] = List([Key($"/works/{WorkId(place)}")]),
            ["title"] = book.Title,
            ["subtitle"] = book.Subtitle,
            ["publishers"] = Texts(Present(book.Publisher)),
            ["publish_date"] = book.PublishDate ?? book.Year.ToString("0000", CultureInfo.InvariantCulture),
            ["languages"] = List(Present(book.Language).Select(language => Key($"/languages/{language}"))),
            ["series"] = Texts(Present(book.Series)),
            ["isbn_13"] = Texts([IsbnOf(place)]),
            ["covers"] = Covers(place),
        };
    }

    private JsonObject Author(int place) =>
        new()
        {
            ["key"] = $"/authors/{Id(place, 'A')}",
            ["type"] = Key("/type/author"),
            ["name"] = authors[place],
        };

    private LoopbackAnswer SendOn(string file) =>
        byIsbn.TryGetValue(file.Replace(".json", "", StringComparison.Ordinal), out var place)
            ? LoopbackAnswer.To($"/books/{EditionId(place)}.json")
            : LoopbackAnswer.NotFound;

    private LoopbackAnswer Cover(string file)
    {
        var name = file.Split('.')[0].Split('-');
        return
            int.TryParse(name[0], out var number) && number > 0 && number <= books.Count && books[number - 1].HasCover
            ? LoopbackAnswer.Picture((name.Length == 1 ? large : small).Cover(number), "image/png")
            : LoopbackAnswer.NotFound;
    }

    private JsonArray Covers(int place) => books[place].HasCover ? new JsonArray(place + 1) : [];

    private string AuthorId(string name) => Id(authors.IndexOf(name), 'A');

    private static LoopbackAnswer Record(
        LoopbackRequest request,
        string folder,
        char kind,
        int count,
        Func<int, JsonObject> read
    )
    {
        var id = request.Path[folder.Length..].Replace(".json", "", StringComparison.Ordinal);
        return Places(id, kind, count) is [var place]
            ? LoopbackAnswer.Json(read(place).ToJsonString())
            : LoopbackAnswer.NotFound;
    }

    private static IReadOnlyList<int> Places(string id, char kind, int count) =>
        id.StartsWith("OL", StringComparison.Ordinal)
        && id[^1] == kind
        && int.TryParse(id.AsSpan(2, id.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
        && number <= count
            ? [number - 1]
            : [];

    private static string Id(int place, char kind) =>
        string.Create(CultureInfo.InvariantCulture, $"OL{place + 1}{kind}");

    /// <summary>With the right check digit.</summary>
    private static string MadeUpIsbn(int place)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"9789{place:00000000}");
        var sum = digits.Select((digit, at) => (digit - '0') * (at % 2 == 0 ? 1 : 3)).Sum();
        return $"{digits}{(10 - (sum % 10)) % 10}";
    }

    private static HashSet<string> Words(IEnumerable<string?> texts) => [.. texts.SelectMany(TextKeys.IndexTokens)];

    private static IEnumerable<string> Present(string? text) => text is null ? [] : [text];

    private static JsonObject Key(string key) => new() { ["key"] = key };

    private static JsonArray Texts(IEnumerable<string> texts) => List(texts.Select(text => JsonValue.Create(text)));

    private static JsonArray List(IEnumerable<JsonNode?> nodes) => new([.. nodes]);
}
