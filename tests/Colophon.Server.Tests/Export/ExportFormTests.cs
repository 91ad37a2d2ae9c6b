using System.IO.Compression;
using System.Text.Json.Nodes;
using Colophon.Formats.Epub;
using Colophon.Formats.Opf;
using Colophon.Server.Export;
using Colophon.Testing;

namespace Colophon.Server.Tests.Export;

[Trait("Req", "A2")]
public sealed class ExportFormTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    public async Task A_table_has_a_row_a_book_and_no_formulas()
    {
        var library = await ShelfAsync("Table");

        using var answer = await ExportedAsync(library, "csv");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = (await answer.Content.ReadAsStringAsync(Token)).Split("\r\n");
        lines[0].ShouldStartWith("id,library_id,title,sort_title,subtitle,authors,");
        lines.Length.ShouldBe(4);
        lines[^1].ShouldBeEmpty();
        lines.ShouldContain(line => line.Contains(",\"Emma, or \"\"Em\"\"\",", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains(",'=cmd|calc,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-x", "'-x")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("Emma = x", "Emma = x")]
    [InlineData("", "")]
    public void What_begins_like_a_formula_is_said_to_be_text(string value, string cell) =>
        CsvExport.Text(value).ShouldBe(cell);

    [Fact]
    public async Task A_bundle_has_a_folder_a_book_with_its_package_and_cover()
    {
        var library = await ShelfAsync("Bundle");

        using var answer = await ExportedAsync(library, "opf");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        answer.Content.Headers.ContentDisposition!.FileNameStar!.ShouldEndWith(".zip");
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync(Token));
        var names = archive.Entries.Select(entry => entry.FullName).ToList();
        names.Count(name => name.EndsWith("/metadata.opf", StringComparison.Ordinal)).ShouldBe(2);
        names.ShouldAllBe(name => name.StartsWith("Bundle/", StringComparison.Ordinal) && !name.Contains(".."));
        var emma = names.Single(name =>
            name.StartsWith("Bundle/Jane Austen/Emma, or _Em_ (", StringComparison.Ordinal)
            && name.EndsWith(".opf", StringComparison.Ordinal)
        );
        var package = Package(archive, emma);
        package.Title.ShouldBe("Emma, or \"Em\"");
        package.Series.ShouldBe([new EpubSeries("Novels", 4)]);
        package.Identifiers.Select(identifier => identifier.Value).ShouldContain("9780141439587");
        names.ShouldContain(emma.Replace("metadata.opf", "cover.png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_nobody_knows_is_refused()
    {
        var answer = await server.Admin.SendAsync(
            "POST",
            "/api/jobs",
            new { type = "export", data = new { format = "xlsx" } }
        );

        answer.ExpectProblem(400, "validation_failed").Fields.ShouldBe(["data.format"]);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static EpubBook Package(ZipArchive archive, string name)
    {
        using var stream = archive.GetEntry(name)!.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return OpfReader.Read(content.ToArray(), Token).Value!;
    }

    private async Task<LibraryOnDisk> ShelfAsync(string name)
    {
        var library = await server
            .Library(name)
            .With(
                "Jane Austen/Emma/Emma.epub",
                EpubBuilder
                    .Titled("Emma, or \"Em\"")
                    .By("Jane Austen")
                    .InSeries("Novels", 4)
                    .Isbn("9780141439587")
                    .GeneratedCover(1, 20, 30)
            )
            .With("Mallory/Bad/Bad.epub", EpubBuilder.Titled("=cmd|calc").By("Mallory"))
            .AddAsync();
        await library.ScanAsync();
        return library;
    }

    private async Task<HttpResponseMessage> ExportedAsync(LibraryOnDisk library, string format)
    {
        JsonNode job = await server.Admin.PostAsync(
            "/api/jobs",
            new
            {
                type = "export",
                library_id = library.Id,
                data = new { format },
            }
        );
        ((string?)(await library.EndOfAsync((long)job["id"]!))["status"]).ShouldBe("completed");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(server.Address, $"/api/jobs/{job["id"]}/download")
        );
        request.Headers.TryAddWithoutValidation("Cookie", server.Admin.CookieHeader);
        return await http.SendAsync(request, Token);
    }
}
