using Colophon.Testing;

namespace Colophon.Server.Tests.Books;

public sealed class BookRefusalTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Theory]
    [InlineData("PATCH", "/api/books/{book}", """{"title": "X"}""")]
    [InlineData("DELETE", "/api/books/{book}", null)]
    [InlineData("POST", "/api/books/{book}/merge", """{"book_ids": [{other}]}""")]
    [InlineData("POST", "/api/books/{book}/split", """{"file_ids": [{file}]}""")]
    [InlineData("POST", "/api/books/{book}/resync", "{}")]
    [InlineData("PATCH", "/api/books/files/{file}", """{"publisher": "X"}""")]
    [InlineData("DELETE", "/api/books/files/{file}", null)]
    [InlineData("POST", "/api/books/files/{file}/resync", "{}")]
    [InlineData("POST", "/api/files/{file}/resync", "{}")]
    [InlineData("PUT", "/api/items/{book}/locks/title", null)]
    public async Task A_book_is_changed_by_who_may_and_sees_its_library_and_saw_it_as_it_is(
        string method,
        string address,
        string? body
    )
    {
        var library = server
            .Library($"refused {method}{address.Replace('/', ' ')}")
            .With("Book/Book.epub", EpubBuilder.Titled("Book").By("Ann"))
            .With("Book/Book.pdf", PdfBuilder.Titled("Book").By("Ann").Build())
            .With("Other/Other.epub", EpubBuilder.Titled("Other"));
        await (await library.AddAsync(new { write_sidecars = false })).ScanAsync();
        var ids = await library.IdsAsync();
        var before = await server.Admin.SendAsync("GET", $"/api/books/{ids[0]}");
        var viewer = await server.AsAsync("viewer");
        var stranger = await server.WithoutLibrariesAsync("editor");
        var editor = await server.AsAsync("editor");

        (await ChangeAsync(viewer)).ExpectProblem(403, "forbidden");
        (await ChangeAsync(stranger)).ExpectProblem(403, "library_forbidden");
        editor.Headers["If-Match"] = "\"999\"";
        (await ChangeAsync(editor)).ExpectProblem(412, "item_changed");

        (await server.Admin.SendAsync("GET", $"/api/books/{ids[0]}")).Body.ShouldBe(before.Body);
        (await library.IdsAsync()).ShouldBe(ids);
        editor.Headers["If-Match"] = before.Headers["ETag"];
        (await ChangeAsync(editor)).Status.ShouldBeInRange(200, 299);

        Task<Answer> ChangeAsync(TestClient caller) =>
            caller.SendAsync(method, Filled(address), body is null ? null : Filled(body));

        string Filled(string text) =>
            text.Replace("{book}", $"{ids[0]}", StringComparison.Ordinal)
                .Replace("{other}", $"{ids[1]}", StringComparison.Ordinal)
                .Replace("{file}", $"{before.Json.FileOf("pdf")}", StringComparison.Ordinal);
    }
}
