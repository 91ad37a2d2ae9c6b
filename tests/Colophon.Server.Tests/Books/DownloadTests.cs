using System.IO.Compression;
using Colophon.Formats.Epub;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;

namespace Colophon.Server.Tests.Books;

public sealed class DownloadTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private const string Path = "Jane Austen/Emma/Emma.epub";

    [Fact]
    public async Task A_file_is_given_out_as_it_lies_there()
    {
        var (library, file) = await EmmaAsync("plain");

        using var answer = await GetAsync($"{file}/download");

        ((int)answer.StatusCode).ShouldBe(200);
        (await answer.Content.ReadAsByteArrayAsync(Token)).ShouldBe(
            await File.ReadAllBytesAsync(library.PathOf(Path), Token)
        );
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/epub+zip");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Emma.epub");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Ranges_and_tags_are_honoured()
    {
        var (library, file) = await EmmaAsync("ranges");
        var whole = await File.ReadAllBytesAsync(library.PathOf(Path), Token);

        using var part = await GetAsync($"{file}/download", ("Range", "bytes=10-19"));
        ((int)part.StatusCode).ShouldBe(206);
        (await part.Content.ReadAsByteArrayAsync(Token)).ShouldBe(whole[10..20]);
        using var again = await GetAsync($"{file}/download", ("If-None-Match", part.Headers.ETag!.Tag));
        ((int)again.StatusCode).ShouldBe(304);
        using var beyond = await GetAsync($"{file}/download", ("Range", "bytes=99999999-"));
        ((int)beyond.StatusCode).ShouldBe(416);
    }

    [Fact]
    public async Task Only_what_a_browser_may_show_is_given_inline()
    {
        var (_, epub) = await EmmaAsync("inline");
        var papers = await server
            .Library("inline papers")
            .With("A/Paper/Paper.pdf", PdfBuilder.Titled("Paper").Build())
            .AddAsync();
        await papers.ScanAsync();
        var pdf = $"/api/books/files/{(await papers.OnlyBookAsync())["files"]![0]!["id"]}";

        using var shown = await GetAsync($"{pdf}/download?inline=1");
        shown.Content.Headers.ContentDisposition?.DispositionType.ShouldNotBe("attachment");
        shown.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        using var kept = await GetAsync($"{epub}/download?inline=true");
        kept.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task A_copy_carries_what_the_catalog_shows_and_the_source_stays_as_it_is()
    {
        var (library, file) = await EmmaAsync("copied");
        var before = await File.ReadAllBytesAsync(library.PathOf(Path), Token);
        var book = await library.OnlyBookAsync();
        await server.Admin.PatchAsync(
            $"/api/books/{book["id"]}",
            new
            {
                title = "Emma, edited",
                authors = new[] { new { name = "J. Austen", role = "author" } },
                series = new[] { new { name = "Novels", number = 4 } },
            }
        );

        using var answer = await GetAsync($"{file}/download?with_metadata=true");
        var copy = await answer.Content.ReadAsByteArrayAsync(Token);

        var reading = EpubReader.Read(new MemoryStream(copy), Token);
        reading.Findings.ShouldBeEmpty();
        reading.Value!.Title.ShouldBe("Emma, edited");
        reading.Value.Creators.ShouldHaveSingleItem().Name.ShouldBe("J. Austen");
        reading.Value.Series.ShouldBe([new EpubSeries("Novels", 4)]);
        (await File.ReadAllBytesAsync(library.PathOf(Path), Token)).ShouldBe(before);
        Directory.GetFiles(System.IO.Path.Combine(server.DataFolder, "temporary")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cover_beside_the_book_goes_into_the_copy()
    {
        var picture = TinyPng.Cover(40, 60, 3);
        var library = await server
            .Library("covered")
            .With(Path, EpubBuilder.Titled("Emma"))
            .With("Jane Austen/Emma/cover.png", picture)
            .AddAsync();
        await library.ScanAsync();
        var file = (await library.OnlyBookAsync())["files"]![0]!["id"];

        using var answer = await GetAsync($"/api/books/files/{file}/download?with_metadata=true");
        var copy = await answer.Content.ReadAsByteArrayAsync(Token);

        var cover = EpubReader.Read(new MemoryStream(copy), Token).Value!.Cover!;
        using var archive = new ZipArchive(new MemoryStream(copy));
        await using var entry = await archive.GetEntry(cover.Entry)!.OpenAsync(Token);
        using var content = new MemoryStream();
        await entry.CopyToAsync(content, Token);
        content.ToArray().ShouldBe(picture);
    }

    [Fact]
    public async Task What_cannot_be_given_out_is_refused_with_a_reason()
    {
        var (library, file) = await EmmaAsync("refused download");
        var papers = await server
            .Library("refused papers")
            .With("A/Paper/Paper.pdf", PdfBuilder.Titled("Paper").Build())
            .With("B/Broken/Broken.epub", "no archive at all, but PK")
            .AddAsync();
        await papers.ScanAsync();
        var pdf = (await papers.OnlyBookAsync())["files"]![0]!["id"];
        var stranger = await server.AsAsync("viewer", papers.Id);

        (await server.Admin.SendAsync("GET", $"/api/books/files/{pdf}/download?with_metadata=true"))
            .ExpectProblem(400, "validation_failed")
            .Fields.ShouldBe(["with_metadata"]);
        (await stranger.SendAsync("GET", $"{file}/download")).ExpectProblem(403, "library_forbidden");
        (await server.Anonymous().SendAsync("GET", $"{file}/download")).ExpectProblem(401, "unauthenticated");
        (await server.Admin.SendAsync("GET", "/api/books/files/999999/download")).ExpectProblem(404, "not_found");
        library.Without(Path);
        (await server.Admin.SendAsync("GET", $"{file}/download")).ExpectProblem(404, "not_found");
    }

    [Fact]
    public async Task A_link_that_leads_out_of_the_library_is_not_followed()
    {
        var (library, file) = await EmmaAsync("linked");
        var outside = System.IO.Path.Combine(server.DataFolder, "secret");
        await File.WriteAllTextAsync(outside, "secret", Token);
        library.Without(Path);
        File.CreateSymbolicLink(library.PathOf(Path), outside);

        (await server.Admin.SendAsync("GET", $"{file}/download")).ExpectProblem(404, "not_found");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<(LibraryOnDisk Library, string File)> EmmaAsync(string name)
    {
        var library = await server.Library(name).With(Path, EpubBuilder.Titled("Emma").By("Jane Austen")).AddAsync();
        await library.ScanAsync();
        return (library, $"/api/books/files/{(await library.OnlyBookAsync())["files"]![0]!["id"]}");
    }

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, path));
        request.Headers.TryAddWithoutValidation("Cookie", server.Admin.CookieHeader);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request, Token);
    }
}
