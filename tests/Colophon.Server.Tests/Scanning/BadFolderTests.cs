using System.Diagnostics;
using Colophon.Testing;

namespace Colophon.Server.Tests.Scanning;

public sealed class BadFolderTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    [Trait("Req", "C8")]
    public async Task Links_to_folders_neither_loop_nor_lead_out()
    {
        var outside = Directory.CreateTempSubdirectory("colophon-outside-").FullName;
        EpubBuilder.Titled("Not ours").WriteTo(Path.Combine(outside, "Not ours.epub"));
        var library = await server.Library("links").With("A/One/One.epub", EpubBuilder.Titled("One")).AddAsync();
        Directory.CreateSymbolicLink(library.PathOf("A/One/loop"), library.PathOf("A"));
        Directory.CreateSymbolicLink(library.PathOf("out"), outside);
        File.CreateSymbolicLink(library.PathOf("A/Two.epub"), Path.Combine(outside, "Not ours.epub"));

        (await library.ScanAsync()).Status().ShouldBe("completed");

        (await library.TitlesAsync()).ShouldBe(["One"]);
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task A_name_that_is_not_utf8_is_an_error_of_the_scan_and_stops_nothing()
    {
        var library = await server.Library("names").With("Good/Good.epub", EpubBuilder.Titled("Good")).AddAsync();
        await ShellAsync("printf x > \"$1/$(printf 'b\\377d').epub\"", library.Folder);

        (await library.ScanAsync()).Status().ShouldBe("completed");

        (await library.TitlesAsync()).ShouldBe(["Good"]);
        var scan = await library.LastScanAsync();
        var errors = await server.Admin.GetAsync($"/api/scans/{scan["id"]}/errors");
        errors["errors"]![0]!["code"].Text().ShouldBe("name_not_utf8");
        await ShellAsync("rm -f \"$1\"/b*", library.Folder);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Empty_files_and_other_things_under_a_books_name_are_told_apart()
    {
        var library = await server
            .Library("things")
            .With("Empty/Empty.epub", [])
            .With("Page/Page.epub", "<!DOCTYPE html><title>404</title>")
            .With(
                "Comic/Comic.epub",
                EpubBuilder.Titled("x").Without("META-INF/container.xml").Without("OEBPS/package.opf")
            )
            .With("Upper/UPPER.EPUB", EpubBuilder.Titled("Upper"))
            .AddAsync();

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var titles = await library.TitlesAsync();
        titles.ShouldContain("Upper");
        titles.ShouldNotContain("Page");
        (await library.LastScanAsync()).Numbers("directories_scanned", "directories_failed").ShouldBe([4, 3]);
    }

    [Fact]
    [Trait("Req", "C11")]
    public async Task A_path_outside_the_library_is_refused()
    {
        var library = await server.Library("outside").AddAsync();

        var answer = await server.Admin.SendAsync(
            "POST",
            "/api/jobs",
            new
            {
                type = "scan",
                library_id = library.Id,
                data = new { path = "/etc" },
            }
        );

        answer.ExpectProblem(400, "validation_failed").Fields.ShouldBe(["data.path"]);
    }

    /// <summary>.NET cannot say such a name, so a shell makes the file and takes it away.</summary>
    private static async Task ShellAsync(string script, string folder)
    {
        using var shell = Process.Start("/bin/sh", ["-c", script, "sh", folder]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        shell.ExitCode.ShouldBe(0);
    }
}
