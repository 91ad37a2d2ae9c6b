using System.Globalization;
using System.Text.Json.Nodes;
using Colophon.Formats.Text;
using Colophon.Server.Platform.Data;
using Colophon.Server.Tests.Activity;
using Dapper;

namespace Colophon.Server.Tests.Search;

/// <summary>Pages of a search that finds more than a page of titles that begin so, and goes on behind them.</summary>
public sealed class BroadSearchTests(IdleServer server) : IClassFixture<IdleServer>
{
    private const string Typed = "the kalo";

    // Some share a title; one begins so without holding all words; the last ones hold them and do not begin so.
    private static readonly string[] Titles =
    [
        "The Kalo",
        "The Kalo",
        "The Kalo Bird",
        "The Kalo Cave",
        "The Kalo Cave",
        "Kalo Cup",
        "The Kalo Door",
        "The Kalomi",
        "The Kalomi Egg",
        "Above the Kalo",
        "Above the Kalo",
        "Of the Kalomi",
        "Zero at the Kalo",
    ];

    [Theory]
    [InlineData(1, "book")]
    [InlineData(1, "book movie")]
    [InlineData(2, "book")]
    [InlineData(2, "book movie")]
    public async Task Every_page_is_a_part_of_one_order_whether_titles_that_begin_so_fill_it_or_not(
        int libraries,
        string kinds
    )
    {
        var (ids, expected) = await FillAsync(libraries, kinds.Split(' '));
        var caller = await server.Server.AsAsync("viewer", [.. ids]);

        foreach (var limit in new[] { 1, 3, 5, expected.Count, expected.Count + 1 })
        {
            var found = new List<long>();
            for (var offset = 0; offset <= expected.Count; offset += limit)
                found.AddRange(await PageAsync(caller, limit, offset, expected.Count));
            found.ShouldBe(expected, $"in pages of {limit}");
        }
    }

    [Fact]
    public async Task A_page_of_one_library_holds_no_title_of_another()
    {
        var (ids, _) = await FillAsync(2, ["book"]);
        var all = await server.Server.AsAsync("viewer", [.. ids]);
        var one = await server.Server.AsAsync("viewer", ids[0]);

        var narrowed = await all.GetAsync($"/api/search?q={Typed}&limit=4&library_id={ids[0]}");
        var allowed = await one.GetAsync($"/api/search?q={Typed}&limit=4");

        Libraries(narrowed).ShouldBe([ids[0], ids[0], ids[0], ids[0]]);
        Libraries(allowed).ShouldBe([ids[0], ids[0], ids[0], ids[0]]);
    }

    private static async Task<IEnumerable<long>> PageAsync(TestClient caller, int limit, int offset, int total)
    {
        var page = await caller.GetAsync($"/api/search?q={Typed}&limit={limit}&offset={offset}");
        ((int)page["total"]!).ShouldBe(total);
        return IdleServer.Ids(page, "items");
    }

    private static IEnumerable<long> Libraries(JsonNode page) =>
        page["items"]!.AsArray().Select(item => (long)item!["library_id"]!);

    /// <summary>Every title in each library and kind, once there and once in the trash.</summary>
    private async Task<(IReadOnlyList<long> Libraries, IReadOnlyList<long> Expected)> FillAsync(
        int libraries,
        IReadOnlyList<string> kinds
    )
    {
        var ids = new List<long>();
        for (var library = 0; library < libraries; library++)
            ids.Add(await server.LibraryAsync());
        // The last title is added first, so that no order of ids is the order of titles.
        var rows = Enumerable
            .Reverse(Titles)
            .SelectMany(title => kinds.Select(kind => (title, kind)))
            .SelectMany(row => ids.Select(library => new Row(library, row.kind, row.title)))
            .ToList();
        var found = new List<(long Id, Row Row)>();
        foreach (var row in rows)
        {
            await AddAsync(row, missingSince: 1);
            found.Add((await AddAsync(row, missingSince: null), row));
        }
        var expected = found
            .Where(item => item.Row.IsFound)
            .OrderBy(item => item.Row.Key.StartsWith("kalo", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(item => item.Row.Key, StringComparer.Ordinal)
            .ThenBy(item => item.Id);
        return (ids, [.. expected.Select(item => item.Id)]);
    }

    private Task<long> AddAsync(Row row, long? missingSince) =>
        server.WriteAsync(commit =>
        {
            var values = new
            {
                row.Library,
                row.Kind,
                row.Title,
                row.Key,
                row.Words,
                identity = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
                missingSince,
            };
            var id = commit.Connection.QuerySingle<long>(
                """
                insert into items (library_id, kind, identity_key, title, title_key, state, metadata, sources, missing_since,
                    added_at, updated_at)
                values (@Library, @Kind, @identity, @Title, @Key, 'discovered', '{}', '{}', @missingSince, 0, 0) returning id
                """,
                values,
                commit.Transaction
            );
            commit.AddWords(id, row.Words);
            return id;
        });

    private sealed record Row(long Library, string Kind, string Title)
    {
        public string Key => TextKeys.SortKey(Title);

        public string Words => string.Join(' ', TextKeys.IndexTokens(Title));

        public bool IsFound => Words.Split(' ').Contains("the");
    }
}
