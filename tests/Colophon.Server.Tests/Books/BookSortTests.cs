using Colophon.Server.Books;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Dapper;

namespace Colophon.Server.Tests.Books;

public sealed class BookSortTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    public static TheoryData<string> Sorts() => [.. BookQuery.Sorts, .. BookQuery.Sorts.Select(sort => "-" + sort)];

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task Every_offered_sort_reads_a_library_from_an_index(string sort)
    {
        var filters = new BookFilters(1, null, sort, null, null, null, null, null, null, null, null, null, null, null);
        var caller = new Colophon.Server.Platform.Http.Caller(
            1,
            "admin",
            "admin",
            new HashSet<string>(),
            Libraries: null
        );
        var query = BookQuery.Of(filters, caller);

        var plan = await server.Database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync(
                        $"explain query plan select i.id from items i where {query.Where} order by {query.Order} limit 50",
                        query.Parameters
                    )
                )
                    .Select(row => (string)row.detail)
                    .ToList(),
            TestContext.Current.CancellationToken
        );

        plan.ShouldContain(step =>
            step.Contains("USING", StringComparison.Ordinal) && step.Contains("items_by_", StringComparison.Ordinal)
        );
        plan.ShouldNotContain(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Books_are_sorted_as_people_would()
    {
        var library = await server
            .Library("sorted")
            .With("1.epub", EpubBuilder.Titled("The Zebra").By("Bo Ax").InSeries("Row", 10))
            .With("2.epub", EpubBuilder.Titled("Ångström").By("Al Zed").InSeries("Row", 2))
            .With("3.epub", EpubBuilder.Titled("Book 10").By("Cy Mid").Published("1999"))
            .With("4.epub", EpubBuilder.Titled("Book 9").By("Di Bee").Published("2001-05"))
            .AddAsync();
        await library.ScanAsync();

        (await library.TitlesAsync("&sort=title")).ShouldBe(["Ångström", "Book 9", "Book 10", "The Zebra"]);
        (await library.TitlesAsync("&sort=-title")).ShouldBe(["The Zebra", "Book 10", "Book 9", "Ångström"]);
        (await library.TitlesAsync("&sort=author")).ShouldBe(["The Zebra", "Book 9", "Book 10", "Ångström"]);
        (await library.TitlesAsync("&sort=-series")).Take(2).ShouldBe(["The Zebra", "Ångström"]);
        (await library.TitlesAsync("&sort=-release_date")).Take(2).ShouldBe(["Book 9", "Book 10"]);
    }

    [Fact]
    public async Task Filters_and_words_find_what_they_name()
    {
        var library = await server
            .Library("found")
            .With(
                "1.epub",
                EpubBuilder.Titled("Solaris").By("Stanisław Lem").Language("pl").Subjects("Science Fiction")
            )
            .With("2.epub", EpubBuilder.Titled("静かな海").By("Keiko").Language("ja").Publisher("Kodansha"))
            .AddAsync();
        await library.ScanAsync();

        (await library.TitlesAsync("&q=stanislaw")).ShouldBe(["Solaris"]);
        (await library.TitlesAsync("&q=lem sol")).ShouldBe(["Solaris"]);
        (await library.TitlesAsync("&q=かな")).ShouldBe(["静かな海"]);
        (await library.TitlesAsync("&q=nothing")).ShouldBeEmpty();
        (await library.TitlesAsync("&language=ja")).ShouldBe(["静かな海"]);
        (await library.TitlesAsync("&genre=science fiction")).ShouldBe(["Solaris"]);
        (await library.TitlesAsync("&publisher=KODANSHA")).ShouldBe(["静かな海"]);
        (await library.TitlesAsync("&format=epub&has_error=false")).Count.ShouldBe(2);
        (await server.Admin.SendAsync("GET", "/api/books?sort=colour")).ExpectProblem(400, "validation_failed");
    }
}
