using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Colophon.Server.Tests.Platform.Files;

public sealed class FolderPickerTests : IDisposable
{
    private readonly string folder = RealPath.Of(Directory.CreateTempSubdirectory("colophon-roots-").FullName)!;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Folders_inside_the_roots_are_shown_and_nothing_else()
    {
        Make("books/Author");
        Make("books/.hidden");
        Make("secret");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "books/file.epub"),
            "",
            TestContext.Current.CancellationToken
        );
        Directory.CreateSymbolicLink(Path.Combine(folder, "books/way-out"), Path.Combine(folder, "secret"));
        await using var server = await StartAsync(Path.Combine(folder, "books"));

        var top = await server.Admin.GetAsync("/api/filesystem");

        ((string?)top["path"]).ShouldBe(Path.Combine(folder, "books"));
        top["parent"].ShouldBeNull();
        top["folders"]!.AsArray().Select(entry => (string?)entry!["name"]).ShouldBe(["Author", "way-out"]);
        var below = await server.Admin.GetAsync($"/api/filesystem?path={folder}/books/Author");
        ((string?)below["parent"]).ShouldBe(Path.Combine(folder, "books"));
        foreach (
            var path in (string[])["secret", "books/way-out", "books/../secret", "books/nothing", "books/file.epub", ""]
        )
            (await server.Admin.SendAsync("GET", $"/api/filesystem?path={folder}/{path}"))
                .ExpectProblem(400, "validation_failed")
                .Fields.ShouldBe(["path"]);
        (await server.Admin.SendAsync("GET", "/api/filesystem?path=relative")).ExpectProblem(400, "validation_failed");
        (await (await server.AsAsync("editor")).SendAsync("GET", "/api/filesystem")).ExpectProblem(403, "forbidden");
    }

    [Fact]
    public async Task Of_several_roots_one_chooses_first()
    {
        Make("a");
        Make("b");
        await using var server = await StartAsync(Path.Combine(folder, "a"), Path.Combine(folder, "b"));

        var top = await server.Admin.GetAsync("/api/filesystem");

        top["folders"]!.AsArray().Select(entry => (string?)entry!["path"]).ShouldBe([$"{folder}/a", $"{folder}/b"]);
        ((string?)(await server.Admin.GetAsync($"/api/filesystem?path={folder}/a"))["parent"]).ShouldBe("");
    }

    [Fact]
    public void The_kernels_folders_and_the_data_folder_are_never_allowed()
    {
        Make("data/cache");
        Make("media");
        var allowed = new AllowedFolders(new ServerOptions { DataFolder = Path.Combine(folder, "data") });

        allowed.JudgeShown("/proc/self").ShouldBe(FolderVerdict.OutsideRoots);
        allowed.JudgeShown("/sys").ShouldBe(FolderVerdict.OutsideRoots);
        allowed.JudgeShown(Path.Combine(folder, "data/cache")).ShouldBe(FolderVerdict.DataFolder);
        allowed.JudgeShown(folder).ShouldBe(FolderVerdict.Allowed);
        allowed.JudgeRoot(folder).ShouldBe(FolderVerdict.DataFolder);
        allowed.JudgeRoot(Path.Combine(folder, "data/cache")).ShouldBe(FolderVerdict.DataFolder);
        allowed.JudgeRoot(Path.Combine(folder, "media")).ShouldBe(FolderVerdict.Allowed);
        allowed.JudgeRoot(Path.Combine(folder, "nothing")).ShouldBe(FolderVerdict.Missing);
        allowed.IsHidden("/proc").ShouldBeTrue();
        allowed.IsHidden("/procurement").ShouldBeFalse();
    }

    private void Make(string name) => Directory.CreateDirectory(Path.Combine(folder, name));

    private static Task<ColophonServer> StartAsync(params string[] roots) =>
        ColophonServer.StartAsync(adjust: builder =>
        {
            var options = (ServerOptions)
                builder.Services.Last(service => service.ServiceType == typeof(ServerOptions)).ImplementationInstance!;
            builder.Services.Replace(ServiceDescriptor.Singleton(options with { Roots = roots }));
        });
}
