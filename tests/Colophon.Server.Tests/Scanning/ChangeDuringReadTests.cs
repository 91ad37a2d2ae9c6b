using Colophon.Server.Platform.Data;
using Colophon.Testing;

namespace Colophon.Server.Tests.Scanning;

/// <summary>A unit that changes while it is read is not taken for known: nothing says what was read of it.</summary>
public sealed class ChangeDuringReadTests
{
    private const string Book = "Held/Held.epub";
    private static readonly DateTime LongAgo = new(2020, 2, 2, 0, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nothing", "an old folder", true)]
    [InlineData("nothing", "a fresh folder", true)]
    [InlineData("a file comes", "an old folder", false)]
    [InlineData("a file comes", "a fresh folder", false)]
    [InlineData("a file changes", "an old folder", false)]
    [InlineData("a file changes", "a fresh folder", false)]
    [InlineData("a file goes", "an old folder", false)]
    public async Task Its_fingerprint_is_stored_only_when_it_is_after_as_it_was_before(
        string change,
        string folder,
        bool stored
    )
    {
        using var held = new HeldReader();
        await using var server = await ColophonServer.StartAsync(adjust: held.Adjust);
        var library = server.Library().With(Book, EpubBuilder.Titled("Held")).With("Held/notes.txt", "notes");
        if (folder == "an old folder")
            Directory.SetLastWriteTimeUtc(library.PathOf("Held"), LongAgo);
        await library.AddAsync(new { write_sidecars = false });
        var job = (long)(await library.StartScanAsync())["id"]!;
        await held.Reached;

        Change(library, change);
        held.LetGo();
        await library.EndOfAsync(job);

        var fingerprints = await server.Database.ReadAsync(
            connection => Task.FromResult(connection.Rows("select fingerprint from units", row => row.LongOrNull(0))),
            Token
        );
        fingerprints.Select(fingerprint => fingerprint is not null).ShouldBe([stored]);
        await library.ScanAsync();
        (await library.LastScanAsync()).Numbers("directories_queued").ShouldBe([stored ? 0 : 1]);
    }

    private static void Change(LibraryOnDisk library, string change)
    {
        if (change == "a file comes")
            library.With("Held/more.txt", "more");
        else if (change == "a file changes")
            library.With(Book, EpubBuilder.Titled("Held, revised"));
        else if (change == "a file goes")
            library.Without("Held/notes.txt");
    }
}
