using System.Globalization;
using Colophon.Server.Tests.Books;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;

namespace Colophon.Server.Tests.Faults;

/// <summary>A resync and a scan of the same book at once, in both orders and both modes.</summary>
public sealed class ResyncDuringScanTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private const string RoundsVariable = "COLOPHON_RESYNC_ROUNDS";
    private const int Rounds = 20;

    [Theory]
    [Trait("Req", "B11")]
    [InlineData("scan first", false)]
    [InlineData("scan first", true)]
    [InlineData("resync first", false)]
    [InlineData("resync first", true)]
    public async Task The_result_is_the_same_in_either_order_and_no_update_is_lost(string order, bool refresh)
    {
        var library = server.Library($"{order} {refresh}").With("Book/Book.epub", Book(0));
        await (await library.AddAsync()).ScanAsync();
        var book = await library.OnlyBookAsync();
        for (var round = 1; round <= RoundsAsked(); round++)
        {
            await server.Admin.PatchAsync($"/api/books/{book["id"]}", new { subtitle = $"By hand {round}" });
            library.With("Book/Book.epub", Book(round));
            var isScanFirst = order == "scan first";
            var first = isScanFirst ? ScanAsync(library) : ResyncAsync(book["id"]!.GetValue<long>(), refresh);
            var second = isScanFirst ? ResyncAsync(book["id"]!.GetValue<long>(), refresh) : ScanAsync(library);
            await Task.WhenAll(first, second);

            var after = await library.OnlyBookAsync();
            after["title"].Text().ShouldBe($"Title {round}");
            after["subtitle"].Text().ShouldBe(refresh ? $"Subtitle {round}" : $"By hand {round}");
            after["files"]!.AsArray().Count.ShouldBe(1);
        }
        // What was written beside the book meanwhile is known as ours only once its job has ended.
        await server.SettledJobsAsync(library);
        await ScanAsync(library);
        await ScanAsync(library);
        (await library.LastScanAsync()).Numbers("directories_unchanged").ShouldBe([1]);
    }

    private static int RoundsAsked() =>
        int.TryParse(
            Environment.GetEnvironmentVariable(RoundsVariable),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var asked
        )
            ? asked
            : Rounds;

    private static EpubBuilder Book(int round) =>
        EpubBuilder.Titled($"Title {round}").Subtitle($"Subtitle {round}").Description(new string('x', 100 * round));

    private static async Task ScanAsync(LibraryOnDisk library) =>
        (await library.ScanAsync()).Status().ShouldBe("completed");

    private async Task ResyncAsync(long book, bool refresh) =>
        (await server.Admin.SendAsync("POST", $"/api/books/{book}/resync", new { refresh })).Expect(200);
}
