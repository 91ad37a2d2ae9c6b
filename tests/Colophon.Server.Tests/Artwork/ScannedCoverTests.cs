using Colophon.Testing;

namespace Colophon.Server.Tests.Artwork;

/// <summary>From the folder to the cover that a browser gets.</summary>
[Trait("Req", "C5")]
public sealed class ScannedCoverTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private static readonly byte[] Inside = TinyPng.Cover(60, 90, seed: 1);
    private static readonly byte[] Beside = TinyPng.Cover(61, 90, seed: 2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scan_keeps_the_cover_inside_the_book()
    {
        var library = await server.Library("Inside").With("Frank Herbert/Dune/Dune.epub", Dune()).AddAsync();

        await library.ScanAsync();

        (await CoverAsync(library)).ShouldBe(Inside);
        var scan = (await server.Admin.GetAsync($"/api/scans?library_id={library.Id}"))["scans"]![0]!;
        ((long)scan["assets_queued"]!, (long)scan["assets_cached"]!).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_picture_put_beside_the_book_is_its_cover_until_it_is_taken_away()
    {
        var library = await server
            .Library("Beside")
            .With("Frank Herbert/Dune/Dune.epub", Dune())
            .With("Frank Herbert/Dune/cover.jpg", Beside)
            .AddAsync();
        await library.ScanAsync();
        (await CoverAsync(library)).ShouldBe(Beside);

        library.Without("Frank Herbert/Dune/cover.jpg");
        await library.ScanAsync();

        (await CoverAsync(library)).ShouldBe(Inside);
    }

    [Fact]
    public async Task A_cover_that_is_no_picture_is_an_error_of_the_scan_and_the_book_stays()
    {
        var library = await server
            .Library("Broken")
            .With("Frank Herbert/Dune/Dune.epub", Dune())
            .With("Frank Herbert/Dune/cover.jpg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
            .AddAsync();

        var job = await library.ScanAsync();

        ((string?)job["status"]).ShouldBe("completed");
        (await CoverAsync(library)).ShouldBe(Inside);
        var scan = (await server.Admin.GetAsync($"/api/scans?library_id={library.Id}"))["scans"]![0]!;
        var errors = await server.Admin.GetAsync($"/api/scans/{scan["id"]}/errors");
        ((string?)errors["errors"]![0]!["code"]).ShouldBe("asset.not_a_picture");
        ((string?)errors["errors"]![0]!["item_kind"]).ShouldBe("book");
    }

    private static EpubBuilder Dune() => EpubBuilder.Titled("Dune").By("Frank Herbert").Cover(Inside);

    private async Task<byte[]> CoverAsync(LibraryOnDisk library)
    {
        var book = (await server.Admin.GetAsync($"/api/books?library_id={library.Id}"))["books"]![0]!;
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", server.Admin.CookieHeader);
        return await http.GetByteArrayAsync(new Uri(server.Address, (string?)book["cover_url"]), Token);
    }
}
