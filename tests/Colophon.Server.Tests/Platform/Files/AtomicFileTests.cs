using Colophon.Server.Platform.Files;

namespace Colophon.Server.Tests.Platform.Files;

/// <summary>A file is placed whole under a name that is free, or not at all.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("colophon-test-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(folder.FullName, "poster.jpg");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_has_the_name_already_stays_and_nothing_is_left_behind()
    {
        await File.WriteAllTextAsync(Target, "mine", Token);

        await Should.ThrowAsync<IOException>(() => PlaceAsync("other", WhenThere.Refuse));

        (await File.ReadAllTextAsync(Target, Token)).ShouldBe("mine");
        Names().ShouldBe(["poster.jpg"]);
    }

    [Fact]
    public async Task What_a_crash_left_under_the_temporary_name_is_no_hindrance()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".1.part"), "half of something longer", Token);

        await PlaceAsync("whole", WhenThere.Refuse);

        (await File.ReadAllTextAsync(Target, Token)).ShouldBe("whole");
        Names().ShouldBe(["poster.jpg"]);
    }

    [Fact]
    public async Task A_write_that_breaks_off_leaves_the_older_file()
    {
        await PlaceAsync("older", WhenThere.Refuse);

        await Should.ThrowAsync<IOException>(() =>
            AtomicFile.PlaceAsync(
                Target,
                ".1.part",
                WhenThere.Replace,
                (_, _) => throw new IOException("No space left on device"),
                Token
            )
        );

        (await File.ReadAllTextAsync(Target, Token)).ShouldBe("older");
        Names().ShouldBe(["poster.jpg"]);
    }

    private Task PlaceAsync(string text, WhenThere whenThere) =>
        AtomicFile.PlaceAsync(
            Target,
            ".1.part",
            whenThere,
            async (stream, token) => await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), token),
            Token
        );

    private IEnumerable<string> Names() => folder.GetFiles().Select(file => file.Name);
}
