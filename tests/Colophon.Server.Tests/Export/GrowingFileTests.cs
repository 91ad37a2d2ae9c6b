using System.Text;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Tests.Export;

public sealed class GrowingFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("colophon-growing-");

    private string PathOf => Path.Combine(folder.FullName, "exports", "1.json");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task It_goes_on_from_the_last_noted_length_and_shows_itself_only_when_finished()
    {
        long noted;
        await using (var file = GrowingFile.Open(PathOf, 0))
        {
            await file.Stream.WriteAsync("one,"u8.ToArray(), Token);
            noted = await file.KeepAsync(Token);
            await file.Stream.WriteAsync("lost by a crash"u8.ToArray(), Token);
        }
        new FileInfo(PathOf).Exists.ShouldBeFalse();
        await using (var file = GrowingFile.Open(PathOf, noted))
        {
            await file.Stream.WriteAsync("two"u8.ToArray(), Token);
            await file.FinishAsync(Token);
        }
        Encoding.UTF8.GetString(await File.ReadAllBytesAsync(PathOf, Token)).ShouldBe("one,two");
    }

    [Fact]
    public async Task It_begins_anew_when_it_was_finished_just_before_the_crash()
    {
        await using (var file = GrowingFile.Open(PathOf, 0))
        {
            await file.Stream.WriteAsync("whole"u8.ToArray(), Token);
            await file.FinishAsync(Token);
        }
        await using (var file = GrowingFile.Open(PathOf, 3))
            file.Length.ShouldBe(0);
        GrowingFile.Delete(PathOf);
        folder.EnumerateFiles("*", SearchOption.AllDirectories).ShouldBeEmpty();
    }
}
