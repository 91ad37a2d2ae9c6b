using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;

namespace Colophon.Server.Tests.Artwork;

public sealed class ChooseCoverTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "D1")]
    public async Task A_person_chooses_among_the_pictures_of_a_book_and_the_choice_survives_scans()
    {
        var (library, book) = await BookAsync("choose");
        var assets = await AssetsAsync(book);
        assets.Count.ShouldBe(2);
        var embedded = assets.Single(asset => asset["source"].Text() == "embedded");
        assets.Single(asset => (bool)asset["in_use"]!)["source"].Text().ShouldBe("path");

        var chosen = await server.Admin.PostAsync($"/api/assets/{embedded["id"]}/select");

        chosen["selected"]!.GetValue<bool>().ShouldBeTrue();
        chosen["in_use"]!.GetValue<bool>().ShouldBeTrue();
        await library.ScanAsync(new { force = true });
        (await AssetsAsync(book)).Single(asset => (bool)asset["in_use"]!)["source"].Text().ShouldBe("embedded");
    }

    [Fact]
    public async Task A_picture_that_is_refused_gives_way_to_the_next()
    {
        var (_, book) = await BookAsync("refuse");
        var beside = (await AssetsAsync(book)).Single(asset => (bool)asset["in_use"]!);

        await server.Admin.DeleteAsync($"/api/assets/{beside["id"]}");

        var after = await AssetsAsync(book);
        after.Single(asset => (bool)asset["in_use"]!)["source"].Text().ShouldBe("embedded");
        after.Single(asset => (bool)asset["rejected"]!)["id"]!
            .GetValue<long>()
            .ShouldBe(beside["id"]!.GetValue<long>());
    }

    [Fact]
    public async Task An_uploaded_picture_is_the_cover_at_once()
    {
        var (_, book) = await BookAsync("upload");
        var picture = TinyPng.Cover(120, 180, seed: 77);

        var asset = await UploadAsync(book, picture, "cover");

        asset["source"].Text().ShouldBe("manual");
        asset["in_use"]!.GetValue<bool>().ShouldBeTrue();
        asset["width"]!.GetValue<long>().ShouldBe(120);
        var image = await server.Admin.SendAsync("GET", $"/api/assets/{asset["id"]}/image");
        image.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Pictures_beside_the_cover_tell_too_which_is_in_use_and_a_refusal_can_be_taken_back()
    {
        var (_, book) = await BookAsync("banners");
        var first = await UploadAsync(book, TinyPng.Cover(100, 20, seed: 5), "banner");
        var second = await UploadAsync(book, TinyPng.Cover(100, 20, seed: 6), "banner");
        second["in_use"]!.GetValue<bool>().ShouldBeTrue();
        (await BannersInUseAsync(book)).ShouldBe([(long)second["id"]!]);

        await server.Admin.DeleteAsync($"/api/assets/{second["id"]}");
        (await BannersInUseAsync(book)).ShouldBe([(long)first["id"]!]);

        var back = await server.Admin.PostAsync($"/api/assets/{second["id"]}/restore");
        (back["rejected"]!.GetValue<bool>(), back["selected"]!.GetValue<bool>()).ShouldBe((false, false));
        (await BannersInUseAsync(book)).ShouldBe([(long)first["id"]!]);
    }

    [Theory]
    [InlineData("cover", "no picture")]
    [InlineData("theme", "picture")]
    public async Task What_is_no_picture_and_an_unknown_type_are_refused(string type, string content)
    {
        var (_, book) = await BookAsync($"bad {content}");
        var bytes = content == "picture" ? TinyPng.Cover(20, 30, seed: 1) : "<svg onload='alert(1)'/>"u8.ToArray();

        using var answer = await SendAsync(book, bytes, type);

        ((int)answer.StatusCode).ShouldBe(400);
        (await AssetsAsync(book)).Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Req", "C18")]
    public async Task A_locked_cover_stays_when_a_stronger_picture_appears()
    {
        var (library, book) = await BookAsync("locked cover");
        var beside = (await AssetsAsync(book)).Single(asset => (bool)asset["in_use"]!);
        (await server.Admin.SendAsync("PUT", $"/api/items/{book["id"]}/locks/cover")).Expect(200);
        library.With("Book/Book.png", TinyPng.Cover(200, 300, seed: 9));

        await library.ScanAsync();

        var after = (await AssetsAsync(book)).Single(asset => (bool)asset["in_use"]!);
        after["id"]!.GetValue<long>().ShouldBe(beside["id"]!.GetValue<long>());
        after["locked"]!.GetValue<bool>().ShouldBeTrue();
        (await library.OnlyBookAsync())["locks"]!.AsArray().Select(field => field.Text()).ShouldBe(["cover"]);
    }

    private async Task<IEnumerable<long>> BannersInUseAsync(JsonNode book) =>
        from asset in await AssetsAsync(book)
        where asset["type"].Text() == "banner" && (bool)asset["in_use"]!
        select (long)asset["id"]!;

    private async Task<(LibraryOnDisk Library, JsonNode Book)> BookAsync(string name)
    {
        var library = server
            .Library(name)
            .With("Book/Book.epub", EpubBuilder.Titled("Book").GeneratedCover(seed: 1))
            .With("Book/cover.png", TinyPng.Cover(200, 300, seed: 2));
        await (await library.AddAsync()).ScanAsync();
        return (library, await library.OnlyBookAsync());
    }

    private async Task<IReadOnlyList<JsonNode>> AssetsAsync(JsonNode book) =>
        [
            .. (await server.Admin.GetAsync($"/api/items/{book["id"]}/assets"))["assets"]!
                .AsArray()
                .Select(asset => asset!),
        ];

    private async Task<JsonNode> UploadAsync(JsonNode book, byte[] picture, string type)
    {
        using var answer = await SendAsync(book, picture, type);
        var text = await answer.Content.ReadAsStringAsync(Token);
        ((int)answer.StatusCode).ShouldBe(201, text);
        return JsonNode.Parse(text)!;
    }

    private async Task<HttpResponseMessage> SendAsync(JsonNode book, byte[] picture, string type)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(server.Address, $"/api/items/{book["id"]}/assets")
        );
        request.Headers.Add("X-Colophon", "1");
        request.Headers.Add("Cookie", server.Admin.CookieHeader);
        using var file = new ByteArrayContent(picture);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(type), "type" },
            { file, "file", "c.png" },
        };
        request.Content = form;
        return await http.SendAsync(request, Token);
    }
}
