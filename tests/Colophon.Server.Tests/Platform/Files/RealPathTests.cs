using Colophon.Server.Platform.Files;

namespace Colophon.Server.Tests.Platform.Files;

public sealed class RealPathTests : IDisposable
{
    private readonly string folder = RealPath.Of(Directory.CreateTempSubdirectory("colophon-paths-").FullName)!;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_sibling_with_the_same_beginning_is_not_inside()
    {
        var root = Folder("books");
        var sibling = Folder("books2");

        RealPath.IsInside(root, sibling).ShouldBeFalse();
        RealPath.IsInside(root, root).ShouldBeTrue();
        RealPath.IsInside(root + "/", Folder("books/a")).ShouldBeTrue();
        RealPath.IsInside("/", root).ShouldBeTrue();
    }

    [Fact]
    public void A_link_out_of_the_root_is_not_inside()
    {
        var root = Folder("books");
        var secret = Folder("secret");
        File.WriteAllText(Path.Combine(secret, "key"), "1");
        Directory.CreateSymbolicLink(Path.Combine(root, "way-out"), secret);

        RealPath.IsInside(root, Path.Combine(root, "way-out", "key")).ShouldBeFalse();
        RealPath.IsInside(root, Path.Combine(root, "..", "secret")).ShouldBeFalse();
        RealPath.IsInside(root, Path.Combine(root, "nothing")).ShouldBeFalse();
    }

    [Fact]
    public void An_open_file_is_checked_by_where_it_really_lies()
    {
        var root = Folder("books");
        var secret = Folder("secret");
        File.WriteAllText(Path.Combine(secret, "key"), "1");
        File.WriteAllText(Path.Combine(root, "book"), "1");
        File.CreateSymbolicLink(Path.Combine(root, "link"), Path.Combine(secret, "key"));

        using (var handle = RealPath.OpenInside([root], Path.Combine(root, "book")))
            RealPath.Of(handle).ShouldBe(Path.Combine(root, "book"));
        Should.Throw<UnauthorizedAccessException>(() => RealPath.OpenInside([root], Path.Combine(root, "link")));
    }

    [Fact]
    public async Task A_file_is_written_whole_or_not_at_all()
    {
        var path = Path.Combine(folder, "file");
        await AtomicFile.WriteAsync(path, "old"u8.ToArray(), Durability.Synced, TestContext.Current.CancellationToken);

        await Should.ThrowAsync<InvalidDataException>(() =>
            AtomicFile.WriteAsync(
                path,
                async (stream, token) =>
                {
                    await stream.WriteAsync("ne"u8.ToArray(), token);
                    throw new InvalidDataException();
                },
                Durability.Quick,
                TestContext.Current.CancellationToken
            )
        );

        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe("old");
        FolderReader.List(folder).Entries.Count.ShouldBe(1);
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
}
