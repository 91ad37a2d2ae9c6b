using Colophon.Server.Books;
using Colophon.Server.Catalog.Lists;
using Dapper;

namespace Colophon.Server.Tests.Books;

/// <summary>A page of a list walks the index of its sort, whatever narrows it; nothing is sorted on the way.</summary>
public sealed class BookListPlanTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private static readonly string[] Filters =
    [
        "none",
        "words",
        "person",
        "narrator",
        "series",
        "genre",
        "tag",
        "publisher",
        "language",
        "format",
        "errors",
        "no errors",
        "review",
        "no review",
    ];

    public static TheoryData<string> Sorts() => [.. ItemSort.Names.SelectMany(name => new[] { name, $"-{name}" })];

    public static TheoryData<string, string> Lists()
    {
        var lists = new TheoryData<string, string>();
        foreach (var sort in ItemSort.Names.SelectMany(name => new[] { name, $"-{name}" }))
        foreach (var filter in Filters)
            lists.Add(sort, filter);
        return lists;
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_page_is_read_from_the_index_of_its_sort(string sort, string filter)
    {
        var query = BookQuery.Of(Filter(filter) with { Sort = sort }, [1]);

        var plan = await PlanAsync(query, query.WalkSql([1], query.Sort, after: null));

        plan.ShouldContain(step => step.Contains($"items_by_{IndexOf(sort)}", StringComparison.Ordinal));
        plan.ShouldNotContain(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Pages_of_several_libraries_are_merged_and_not_sorted(string sort, string filter)
    {
        var query = BookQuery.Of(Filter(filter) with { Sort = sort }, [1, 2, 3]);

        var plan = await PlanAsync(query, query.WalkSql([1, 2, 3], query.Sort, after: null));

        plan.ShouldContain(step => step.StartsWith("MERGE", StringComparison.Ordinal));
        plan.ShouldNotContain(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_cursor_starts_in_the_index(string sort, string filter)
    {
        var query = BookQuery.Of(Filter(filter) with { Sort = sort }, [1]);
        var isNumber = query.Sort.Type == SortKeyType.Number;
        var cursor = new ListCursor(sort, isNumber ? null : "k", isNumber ? 1 : null, 7);

        var plan = await PlanAsync(
            query,
            query.WalkSql([1], query.Sort, cursor.Condition(query.Sort, query.Parameters))
        );

        var walk = plan.Single(step => step.Contains($"items_by_{IndexOf(sort)}", StringComparison.Ordinal));
        walk.ShouldMatch($@"kind=\? AND {query.Sort.Column}[<>]\?|\({query.Sort.Column},(id|rowid)\)[<>]");
        plan.ShouldNotContain(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_total_reads_no_row_of_an_item()
    {
        foreach (var filter in Filters)
        {
            var query = BookQuery.Of(Filter(filter), [1]);

            var plan = await PlanAsync(query, query.CountSql([1]));

            plan.ShouldContain(step => step.StartsWith("SEARCH i USING", StringComparison.Ordinal));
            plan.ShouldNotContain(step => step.StartsWith("SCAN i ", StringComparison.Ordinal), filter);
        }
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task PostgreSQL_can_walk_the_index_of_each_sort_too(string sort)
    {
        Assert.SkipUnless(TestDatabase.IsShared, "The plans of SQLite are looked at above.");
        var query = BookQuery.Of(Filter("none") with { Sort = sort }, [1]);
        query.Parameters.Add("limit", 50);
        query.Parameters.Add("offset", 0);

        var plan = await server.Database.ReadAsync(
            async connection =>
            {
                // A catalog of a few rows is read and sorted; what matters is that it need not be.
                await connection.ExecuteAsync(
                    "set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off"
                );
                var sql = query.WalkSql([1], query.Sort, after: null);
                var steps = await connection.QueryAsync<string>($"explain {sql}", query.Parameters);
                await connection.ExecuteAsync("reset all");
                return steps.AsList();
            },
            TestContext.Current.CancellationToken
        );

        plan.ShouldContain(step => step.Contains($"items_by_{IndexOf(sort)}", StringComparison.Ordinal));
        plan.ShouldNotContain(step => step.Contains("Sort", StringComparison.Ordinal));
    }

    private static BookFilters Filter(string name) =>
        name switch
        {
            "words" => new() { Q = "some words" },
            "person" => new() { PersonId = 1 },
            "narrator" => new() { NarratorId = 1 },
            "series" => new() { SeriesId = 1 },
            "genre" => new() { Genre = "x" },
            "tag" => new() { Tag = "x" },
            "publisher" => new() { Publisher = "x" },
            "language" => new() { Language = "en" },
            "format" => new() { Format = "epub" },
            "errors" => new() { HasError = true },
            "no errors" => new() { HasError = false },
            "review" => new() { NeedsReview = true },
            "no review" => new() { NeedsReview = false },
            _ => new(),
        };

    private static string IndexOf(string sort) =>
        sort.TrimStart('-') == "release_date" ? "release" : sort.TrimStart('-');

    private Task<List<string>> PlanAsync(ItemQuery query, string sql)
    {
        Assert.SkipWhen(TestDatabase.IsShared, "These are the words of SQLite.");
        query.Parameters.Add("limit", 50);
        query.Parameters.Add("offset", 0);
        return server.Database.ReadAsync(
            async connection =>
                (await connection.QueryAsync($"explain query plan {sql}", query.Parameters))
                    .Select(row => (string)row.detail)
                    .ToList(),
            TestContext.Current.CancellationToken
        );
    }
}
