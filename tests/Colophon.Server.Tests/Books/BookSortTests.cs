using Colophon.Server.Tests.Scanning;
using Colophon.Testing;

namespace Colophon.Server.Tests.Books;

public sealed class BookSortTests(ColophonServer server) : IClassFixture<ColophonServer>
{
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
            .With("3.cbz", CbzBuilder.OfPages(1).Info("Title", "Preacher").Info("Imprint", "Vertigo").Build())
            .AddAsync();
        await library.ScanAsync();

        (await library.TitlesAsync("&q=stanislaw")).ShouldBe(["Solaris"]);
        (await library.TitlesAsync("&q=lem sol")).ShouldBe(["Solaris"]);
        (await library.TitlesAsync("&q=かな")).ShouldBe(["静かな海"]);
        (await library.TitlesAsync("&q=nothing")).ShouldBeEmpty();
        (await library.TitlesAsync("&language=ja")).ShouldBe(["静かな海"]);
        (await library.TitlesAsync("&genre=science fiction")).ShouldBe(["Solaris"]);
        (await library.TitlesAsync("&publisher=KODANSHA")).ShouldBe(["静かな海"]);
        (await library.TitlesAsync("&imprint=vertigo")).ShouldBe(["Preacher"]);
        (await library.TitlesAsync("&format=epub&has_error=false")).Count.ShouldBe(2);
        (await server.Admin.SendAsync("GET", "/api/books?sort=colour")).ExpectProblem(400, "validation_failed");
    }
}
