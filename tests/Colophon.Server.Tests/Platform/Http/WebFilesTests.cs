namespace Colophon.Server.Tests.Platform.Http;

public sealed class WebFilesTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("colophon-web-");
    private ColophonServer server = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(In("assets"));
        await File.WriteAllTextAsync(
            In("index.html"),
            "<title>Colophon</title>",
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(In("assets/app-1a2b.js"), "alert()", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(In("assets/app-1a2b.js.br"), "small", TestContext.Current.CancellationToken);
        server = await ColophonServer.StartAsync(web: folder.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_address_of_the_application_gets_the_page_which_is_never_cached_blindly()
    {
        foreach (var path in (string[])["/", "/index.html", "/libraries/3", "/settings/jobs/7?level=warn"])
        {
            var answer = await server.Anonymous().SendAsync("GET", path);
            answer.Status.ShouldBe(200);
            answer.ContentType.ShouldBe("text/html");
            answer.Body.ShouldContain("Colophon");
            answer.Headers["Cache-Control"].ShouldBe("no-cache");
        }
    }

    [Fact]
    public async Task A_hashed_file_is_kept_for_ever_and_sent_small()
    {
        var client = server.Anonymous();
        var plain = await client.SendAsync("GET", "/assets/app-1a2b.js");
        plain.Headers["Cache-Control"].ShouldContain("immutable");
        plain.ContentType.ShouldBe("text/javascript");
        plain.Body.ShouldBe("alert()");

        client.Headers["Accept-Encoding"] = "gzip, br";
        var small = await client.SendAsync("GET", "/assets/app-1a2b.js");
        small.Headers["Content-Encoding"].ShouldBe("br");
        small.Body.ShouldBe("small");

        client.Headers["If-None-Match"] = plain.Headers["ETag"];
        (await client.SendAsync("GET", "/assets/app-1a2b.js")).Status.ShouldBe(304);
    }

    [Theory]
    [InlineData("/assets/app-0000.js")]
    [InlineData("/missing.png")]
    [InlineData("/assets/../index.js")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd.txt")]
    [InlineData("/api/nothing")]
    public async Task What_is_not_a_file_of_ours_is_not_answered_by_a_page(string path) =>
        (await server.Anonymous().SendAsync("GET", path)).ExpectProblem(404, "not_found");

    private string In(string name) => Path.Combine(folder.FullName, name);
}
