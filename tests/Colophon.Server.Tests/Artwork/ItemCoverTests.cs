using System.Net;
using Colophon.Formats.Pictures;
using Colophon.Server.Platform.Native;
using Colophon.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Colophon.Server.Tests.Artwork;

[Trait("Req", "C5")]
public sealed class ItemCoverTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private static readonly byte[] Picture = TinyPng.Cover(1200, 1800, seed: 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_width_the_original_bytes_are_served()
    {
        var item = await BookAsync();

        using var answer = await GetAsync(server, $"/api/items/{item}/cover");

        (await answer.Content.ReadAsByteArrayAsync(Token)).ShouldBe(Picture);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        answer.Headers.ETag!.Tag.ShouldBe($"\"{CacheFolder.Sha256(Picture)}\"");
        answer.Headers.CacheControl!.Private.ShouldBeTrue();
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Content.Headers.ContentLength.ShouldBe(Picture.Length);
    }

    [Theory]
    [InlineData(1, 160)]
    [InlineData(160, 160)]
    [InlineData(161, 240)]
    [InlineData(320, 320)]
    [InlineData(641, 960)]
    [InlineData(961, 1200)]
    public async Task A_width_is_snapped_to_the_next_larger_of_a_few(int asked, int served)
    {
        if (!await HasVipsAsync())
            return;
        var item = await BookAsync();

        using var answer = await GetAsync(server, $"/api/items/{item}/cover?width={asked}");

        var facts = PictureFacts.Sniff(await answer.Content.ReadAsByteArrayAsync(Token))!;
        (facts.Width, facts.Height).ShouldBe((served, served * 3 / 2));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(facts.MediaType);
        var tag = CacheFolder.Sha256(Picture) + (served == 1200 ? "" : $"-{served}");
        answer.Headers.ETag!.Tag.ShouldBe($"\"{tag}\"");
    }

    [Fact]
    public async Task A_small_picture_is_never_made_larger()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var small = TinyPng.Cover(100, 150, seed: 2);
        var item = await shelf.CoveredBookAsync("Dune", small);

        using var answer = await GetAsync(server, $"/api/items/{item}/cover?width=160");

        (await answer.Content.ReadAsByteArrayAsync(Token)).ShouldBe(small);
    }

    [Fact]
    public async Task A_thumbnail_is_made_once_however_many_ask_for_it()
    {
        if (!await HasVipsAsync())
            return;
        var shelf = await PictureShelf.MakeAsync(server);
        var picture = TinyPng.Cover(900, 1350, seed: 4);
        var item = await shelf.CoveredBookAsync("Dune", picture);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => GetAsync(server, $"/api/items/{item}/cover?width=240"))
        );

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        var sha256 = CacheFolder.Sha256(picture);
        var folder = Path.Combine(server.DataFolder, "cache/thumbnails", sha256[..2]);
        Directory.GetFiles(folder, $"*{sha256}*").Select(Path.GetFileName).ShouldBe([$"{sha256}_240.webp"]);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so_in_short()
    {
        var item = await BookAsync();
        using var first = await GetAsync(server, $"/api/items/{item}/cover?width=320");

        using var second = await GetAsync(server, $"/api/items/{item}/cover?width=320", first.Headers.ETag!.Tag);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_child_that_was_killed_costs_no_cover()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var item = await shelf.CoveredBookAsync("Dune", TinyPng.Cover(901, 1350, seed: 6));
        using (await GetAsync(server, $"/api/items/{item}/cover?width=160")) { }
        var probe = server.Services.GetRequiredService<Probe>();
        using (var child = System.Diagnostics.Process.GetProcessById(probe.ProcessId!.Value))
        {
            child.Kill();
            await child.WaitForExitAsync(Token);
        }

        using var answer = await GetAsync(server, $"/api/items/{item}/cover?width=240");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        if (await HasVipsAsync())
            answer.Headers.ETag!.Tag.ShouldEndWith("-240\"");
    }

    [Fact]
    public async Task Where_no_thumbnail_can_be_made_the_original_is_served()
    {
        await using var bare = await ColophonServer.StartAsync(adjust: builder =>
            builder.Services.AddSingleton(ProbeOptions.Default with { Program = "/nonexistent/colophon" })
        );
        bare.Log.Expect("No thumbnail of");
        var shelf = await PictureShelf.MakeAsync(bare);
        var item = await shelf.CoveredBookAsync("Dune", Picture);

        using var answer = await GetAsync(bare, $"/api/items/{item}/cover?width=160");

        (await answer.Content.ReadAsByteArrayAsync(Token)).ShouldBe(Picture);
        answer.Headers.ETag!.Tag.ShouldBe($"\"{CacheFolder.Sha256(Picture)}\"");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("10001")]
    [InlineData("wide")]
    public async Task A_width_out_of_range_is_refused(string width)
    {
        var item = await BookAsync();

        var answer = await server.Admin.SendAsync("GET", $"/api/items/{item}/cover?width={width}");

        answer.ExpectProblem(400, "validation_failed").Fields.ShouldBe(["width"]);
    }

    [Fact]
    public async Task Without_a_cover_there_is_nothing()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var (item, _) = await shelf.BookAsync("Dune");

        (await server.Admin.SendAsync("GET", $"/api/items/{item}/cover")).ExpectProblem(404, "not_found");
        (await server.Admin.SendAsync("GET", "/api/items/999999/cover")).ExpectProblem(404, "not_found");
        (await server.Admin.SendAsync("GET", "/api/items/abc/cover")).ExpectProblem(404, "not_found");
    }

    [Fact]
    public async Task A_cover_whose_file_has_another_size_is_not_served()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var picture = TinyPng.Cover(90, 135, seed: 9);
        var item = await shelf.CoveredBookAsync("Dune", picture);
        var path = $"cache/book/{item}/cover_{CacheFolder.Sha256(picture)}.png";
        await File.WriteAllBytesAsync(Path.Combine(server.DataFolder, path), picture[..50], Token);

        (await server.Admin.SendAsync("GET", $"/api/items/{item}/cover")).ExpectProblem(404, "not_found");
    }

    [Fact]
    public async Task A_cover_is_shown_to_those_who_may_see_its_library()
    {
        var mine = await PictureShelf.MakeAsync(server);
        var theirs = await PictureShelf.MakeAsync(server);
        var seen = await mine.CoveredBookAsync("Mine", Picture);
        var hidden = await theirs.CoveredBookAsync("Theirs", Picture);
        var viewer = await server.AsAsync("viewer", mine.LibraryId);

        (await viewer.SendAsync("GET", $"/api/items/{seen}/cover")).Status.ShouldBe(200);
        (await viewer.SendAsync("GET", $"/api/items/{hidden}/cover")).ExpectProblem(403, "library_forbidden");
        (await server.Anonymous().SendAsync("GET", $"/api/items/{seen}/cover")).ExpectProblem(401, "unauthenticated");
    }

    private async Task<long> BookAsync() =>
        await (await PictureShelf.MakeAsync(server)).CoveredBookAsync("Dune", Picture);

    private async Task<bool> HasVipsAsync()
    {
        var look = new ProbeRequest(ProbeOperations.Look, "", "", 0);
        return (await server.Services.GetRequiredService<Probe>().AskAsync(look, Token)).Code is null;
    }

    private static async Task<HttpResponseMessage> GetAsync(ColophonServer from, string path, string? known = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(from.Address, path));
        request.Headers.TryAddWithoutValidation("Cookie", from.Admin.CookieHeader);
        if (known is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        var answer = await http.SendAsync(request, Token);
        await answer.Content.LoadIntoBufferAsync(Token);
        return answer;
    }
}
