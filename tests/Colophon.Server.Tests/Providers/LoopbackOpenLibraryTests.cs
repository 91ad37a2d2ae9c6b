using System.Net;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Providers;

/// <summary>What stands for Open Library answers the provider as the real one does, for as many books as one likes.</summary>
public sealed class LoopbackOpenLibraryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_of_a_thousand_books_is_found_by_its_title_and_read_with_what_it_was_given()
    {
        await using var calls = await ProviderCalls.StartAsync("openlibrary");
        var books = LoopbackOpenLibrary.On(
            calls.Network,
            [
                .. Enumerable
                    .Range(0, 1000)
                    .Select(n => new LoopbackBook($"Volume {n} of Łódź", $"Author {n % 50}")
                    {
                        Year = 1900 + (n % 100),
                        Series = $"The Shelf, #{n}",
                    }),
            ]
        );
        var session = await calls.OpenAsync();

        var found = await calls.Provider.SearchAsync(
            new ItemQuery("book", "volume 777 of lodz") { People = ["Author 27"] },
            session,
            Token
        );
        var edition = await calls.Provider.FindAsync(
            "book",
            new Identifier("isbn_13", books.IsbnOf(777)),
            session,
            Token
        );
        var record = await calls.Provider.ReadAsync(
            new ProviderSubject("book", edition.ShouldNotBeNull()),
            session,
            Token
        );

        found.ShouldHaveSingleItem().Id.Value.ShouldBe(LoopbackOpenLibrary.WorkId(777));
        edition.Value.ShouldBe(LoopbackOpenLibrary.EditionId(777));
        record.Said(Fields.Title).ShouldBe("\"Volume 777 of Łódź\"");
        record.People(Fields.Authors).ShouldBe("Author 27 (author)");
        record.Said(Fields.ReleaseDate).ShouldBe("\"1977\"");
        record.Said(Fields.Series).ShouldBe("""[{"name":"The Shelf","number":777}]""");
        record.Identifiers().ShouldBe($"openlibrary OL778M, isbn_13 {books.IsbnOf(777)}");
    }

    [Fact]
    public async Task Covers_are_pictures_and_what_has_none_is_not_found()
    {
        await using var library = await LoopbackOpenLibrary.StartAsync([
            new("Emma", "Jane Austen"),
            new("Persuasion", "Jane Austen") { HasCover = false },
        ]);
        using var http = new HttpClient { BaseAddress = library.Address };

        var cover = await http.GetByteArrayAsync("b/id/1.jpg?default=false", Token);
        using var none = await http.GetAsync("b/id/2.jpg?default=false", Token);

        cover.AsSpan(1, 3).ToArray().ShouldBe("PNG"u8.ToArray());
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
