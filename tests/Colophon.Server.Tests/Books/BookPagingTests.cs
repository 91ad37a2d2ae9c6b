using System.Globalization;
using System.Text.Json.Nodes;
using Colophon.Server.Catalog.Lists;
using Colophon.Server.Tests.Activity;

namespace Colophon.Server.Tests.Books;

/// <summary>Pages of a list whose rows are put into the tables directly: ties, gaps and several libraries as one wants them.</summary>
public sealed class BookPagingTests(IdleServer server) : IClassFixture<IdleServer>
{
    private const int Books = 57;

    public static TheoryData<string> Sorts() => [.. ItemSort.Names, .. ItemSort.Names.Select(sort => $"-{sort}")];

    [Theory]
    [MemberData(nameof(Sorts))]
    [Trait("Req", "C22")]
    public async Task Pages_from_either_end_and_by_cursor_show_every_book_once(string sort)
    {
        var library = await ShelfAsync(Books);
        var list = $"/api/books?library_id={library}&sort={sort}";
        var whole = await PageAsync($"{list}&limit=500");

        var byOffset = new List<long>();
        for (var offset = 0; offset < Books; offset += 10)
            byOffset.AddRange(Ids(await PageAsync($"{list}&limit=10&offset={offset}")));
        var byCursor = new List<long>();
        for (JsonNode? page = null; page is null || page["next"] is not null; )
        {
            page = await PageAsync($"{list}&limit=10{(page is null ? "" : $"&after={(string?)page["next"]}")}");
            byCursor.AddRange(Ids(page));
        }

        ((long)whole["total"]!).ShouldBe(Books);
        Ids(whole).Distinct().Count().ShouldBe(Books);
        byOffset.ShouldBe(Ids(whole));
        byCursor.ShouldBe(Ids(whole));
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task Descending_is_ascending_backwards(string sort)
    {
        var library = await ShelfAsync(12);
        var other = sort.StartsWith('-') ? sort[1..] : $"-{sort}";

        var forwards = Ids(await PageAsync($"/api/books?library_id={library}&sort={sort}"));
        var backwards = Ids(await PageAsync($"/api/books?library_id={library}&sort={other}"));

        backwards.Reverse().ShouldBe(forwards);
    }

    [Fact]
    public async Task Books_of_all_libraries_are_merged_in_one_order()
    {
        var first = await ShelfAsync(9);
        var second = await ShelfAsync(9);

        var all = await PageAsync("/api/books?sort=-added&limit=500");
        var libraries = all["books"]!.AsArray().Select(book => (long)book!["library_id"]!).ToList();
        var times = all["books"]!.AsArray().Select(book => (DateTime)book!["created_at"]!).ToList();

        libraries.ShouldContain(first);
        libraries.ShouldContain(second);
        times.ShouldBe([.. times.OrderDescending()]);
        var parts = new List<long>();
        for (var offset = 0; offset < (long)all["total"]!; offset += 7)
            parts.AddRange(Ids(await PageAsync($"/api/books?sort=-added&limit=7&offset={offset}")));
        parts.Count.ShouldBe((int)all["total"]!);
        parts.Take(500).ShouldBe(Ids(all));
    }

    [Fact]
    public async Task A_total_follows_every_change_of_the_library()
    {
        var library = await ShelfAsync(5);
        var list = $"/api/books?library_id={library}&language=de";
        ((long)(await PageAsync(list))["total"]!).ShouldBe(0);

        await server.SqlAsync("update items set language = 'de' where library_id = @library", new { library });
        ((long)(await PageAsync(list))["total"]!).ShouldBe(5);

        await server.SqlAsync(
            "update items set missing_since = 1 where id = (select max(id) from items where library_id = @library)",
            new { library }
        );
        ((long)(await PageAsync(list))["total"]!).ShouldBe(4);
        ((long)(await PageAsync($"{list}&missing=true"))["total"]!).ShouldBe(1);

        await server.SqlAsync("delete from items where library_id = @library", new { library });
        ((long)(await PageAsync(list))["total"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Filters_by_links_languages_formats_errors_and_review_can_be_combined()
    {
        var library = await ShelfAsync(20);
        var list = $"/api/books?library_id={library}&limit=500";
        await server.SqlAsync(
            "update items set language = 'pl' where library_id = @library and index_number < 10",
            new { library }
        );
        await server.SqlAsync(
            "update items set state = 'enrichment_failed' where library_id = @library and index_number < 4",
            new { library }
        );
        await server.SqlAsync(
            """
            insert into people (library_id, name, name_key, sort_name) values (@library, 'A', 'a', 'A');
            insert into item_people (item_id, person_id, role, position)
                select i.id, p.id, case when i.index_number < 2 then 'narrator' else 'author' end, 0
                from items i join people p on p.library_id = i.library_id where i.library_id = @library and i.index_number < 6
            """,
            new { library }
        );
        var person = await server.ReadAsync<long>("select id from people where library_id = @library", new { library });

        (await CountAsync($"{list}&language=pl")).ShouldBe(10);
        (await CountAsync($"{list}&needs_review=true")).ShouldBe(4);
        (await CountAsync($"{list}&needs_review=false&language=pl")).ShouldBe(6);
        (await CountAsync($"{list}&person_id={person}")).ShouldBe(4);
        (await CountAsync($"{list}&narrator_id={person}")).ShouldBe(2);
        (await CountAsync($"{list}&person_id={person}&needs_review=true&language=pl")).ShouldBe(2);
        (await CountAsync($"{list}&has_error=true")).ShouldBe(0);
        (await CountAsync($"{list}&has_error=false")).ShouldBe(20);
        (await CountAsync($"{list}&format=epub")).ShouldBe(0);
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_refused()
    {
        var library = await ShelfAsync(3);
        var list = $"/api/books?library_id={library}&limit=1";
        var next = (string)(await PageAsync(list))["next"]!;

        (await server.Admin.SendAsync("GET", $"{list}&after=nonsense!")).ExpectProblem(400, "validation_failed");
        (await server.Admin.SendAsync("GET", $"{list}&after=bm9uZQ")).ExpectProblem(400, "validation_failed");
        var other = await server.Admin.SendAsync("GET", $"{list}&sort=-title&after={next}");
        other.ExpectProblem(400, "validation_failed").Fields.ShouldBe(["after"]);
        (await PageAsync($"{list}&offset=2"))["next"].ShouldBeNull();
        (await PageAsync($"{list}&offset=3"))["books"]!.AsArray().ShouldBeEmpty();
    }

    /// <summary>A library of so many books, with ties in every key.</summary>
    private async Task<long> ShelfAsync(int books)
    {
        var library = await server.LibraryAsync();
        var rows = Enumerable
            .Range(0, books)
            .Select(number => new
            {
                library,
                number,
                identity = number.ToString(CultureInfo.InvariantCulture),
                key = $"k{number % 5}",
                date = number % 3 == 0 ? null : $"20{number % 4:00}",
                at = 1_700_000_000_000 + (number % 7),
            });
        foreach (var row in rows)
            await server.SqlAsync(
                """
                insert into items (library_id, kind, identity_key, title, title_key, author_key, series_key, index_number,
                    release_date, state, metadata, sources, added_at, updated_at)
                values (@library, 'book', @identity, @key, @key, @key, @key, @number, @date, 'discovered', '{}', '{}', @at, @at)
                """,
                row
            );
        return library;
    }

    private async Task<long> CountAsync(string address)
    {
        var page = await PageAsync(address);
        Ids(page).Count.ShouldBe((int)page["total"]!);
        return (long)page["total"]!;
    }

    private Task<JsonNode> PageAsync(string address) => server.Admin.GetAsync(address);

    private static IReadOnlyList<long> Ids(JsonNode page) => IdleServer.Ids(page, "books");
}
