using System.IO.Compression;
using System.Text.Json;
using Colophon.Formats.Audio;
using Colophon.Formats.Comic;
using Colophon.Formats.Epub;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Audio;

namespace Colophon.Server.Tests.Books;

public sealed class DownloadTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private const string Path = "Jane Austen/Emma/Emma.epub";

    [Fact]
    public async Task A_file_is_given_out_as_it_lies_there()
    {
        var (library, file) = await EmmaAsync("plain");

        using var answer = await GetAsync($"{file}/download");

        ((int)answer.StatusCode).ShouldBe(200);
        (await answer.Content.ReadAsByteArrayAsync(Token)).ShouldBe(
            await File.ReadAllBytesAsync(library.PathOf(Path), Token)
        );
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/epub+zip");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Emma.epub");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Ranges_and_tags_are_honoured()
    {
        var (library, file) = await EmmaAsync("ranges");
        var whole = await File.ReadAllBytesAsync(library.PathOf(Path), Token);

        using var part = await GetAsync($"{file}/download", ("Range", "bytes=10-19"));
        ((int)part.StatusCode).ShouldBe(206);
        (await part.Content.ReadAsByteArrayAsync(Token)).ShouldBe(whole[10..20]);
        using var again = await GetAsync($"{file}/download", ("If-None-Match", part.Headers.ETag!.Tag));
        ((int)again.StatusCode).ShouldBe(304);
        using var beyond = await GetAsync($"{file}/download", ("Range", "bytes=99999999-"));
        ((int)beyond.StatusCode).ShouldBe(416);
    }

    [Fact]
    public async Task Only_what_a_browser_may_show_is_given_inline()
    {
        var (_, epub) = await EmmaAsync("inline");
        var papers = await server
            .Library("inline papers")
            .With("A/Paper/Paper.pdf", PdfBuilder.Titled("Paper").Build())
            .AddAsync();
        await papers.ScanAsync();
        var pdf = $"/api/books/files/{(await papers.OnlyBookAsync())["files"]![0]!["id"]}";

        using var shown = await GetAsync($"{pdf}/download?inline=1");
        shown.Content.Headers.ContentDisposition?.DispositionType.ShouldNotBe("attachment");
        shown.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        using var kept = await GetAsync($"{epub}/download?inline=true");
        kept.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task A_copy_carries_what_the_catalog_shows_and_the_source_stays_as_it_is()
    {
        var (library, file) = await EmmaAsync("copied");
        var before = await File.ReadAllBytesAsync(library.PathOf(Path), Token);
        var book = await library.OnlyBookAsync();
        await server.Admin.PatchAsync(
            $"/api/books/{book["id"]}",
            new
            {
                title = "Emma, edited",
                authors = new[] { new { name = "J. Austen", role = "author" } },
                series = new[] { new { name = "Novels", number = 4 } },
            }
        );

        using var answer = await GetAsync($"{file}/download?with_metadata=true");
        var copy = await answer.Content.ReadAsByteArrayAsync(Token);

        var reading = EpubReader.Read(new MemoryStream(copy), Token);
        reading.Findings.ShouldBeEmpty();
        reading.Value!.Title.ShouldBe("Emma, edited");
        reading.Value.Creators.ShouldHaveSingleItem().Name.ShouldBe("J. Austen");
        reading.Value.Series.ShouldBe([new EpubSeries("Novels", 4)]);
        (await File.ReadAllBytesAsync(library.PathOf(Path), Token)).ShouldBe(before);
        Directory.GetFiles(System.IO.Path.Combine(server.DataFolder, "temporary")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_copy_of_a_comic_says_what_is_shown_and_keeps_what_the_catalog_does_not_know()
    {
        const string Comic = "Saga/Saga 001.cbz";
        var library = await server
            .Library("copied comics")
            .With(
                Comic,
                CbzBuilder
                    .OfPages(3)
                    .Info("Title", "The Beginning")
                    .Info("Series", "Saga")
                    .Info("Number", "1")
                    .Info("Volume", "2012")
                    .Info("Writer", "Brian K. Vaughan")
                    .Info("Colorist", "Fiona Staples")
                    .Info("Translator", "Tom Trans")
                    .Info("AgeRating", "Teen")
                    .Info("Genre", "Action")
                    .Info("ScanInformation", "by hand")
                    .Build()
            )
            .AddAsync();
        await library.ScanAsync();
        var before = await File.ReadAllBytesAsync(library.PathOf(Comic), Token);

        var copy = await EditedCopyAsync(library, new { title = "Edited", genres = new[] { "Drama", "War" } });

        var said = ComicReader.Read(new MemoryStream(before), Token).Value!;
        var read = ComicReader.Read(new MemoryStream(copy), Token).Value!;
        JsonSerializer
            .Serialize(read.Metadata)
            .ShouldBe(JsonSerializer.Serialize(said.Metadata with { Title = "Edited", Genres = ["Drama", "War"] }));
        read.Pages.ShouldBe(said.Pages);
        (await File.ReadAllBytesAsync(library.PathOf(Comic), Token)).ShouldBe(before);

        var moved = await EditedCopyAsync(
            library,
            new
            {
                series = new[] { new { name = "Other", number = 2.5 } },
                authors = new[] { new { name = "Ann", role = "inker" } },
            }
        );
        var other = ComicReader.Read(new MemoryStream(moved), Token).Value!.Metadata;
        (other.Series, other.Number, other.Volume, other.AgeRating).ShouldBe(("Other", 2.5, null, "Teen"));
        other.Credits.ShouldBe([new ComicCredit("Ann", "inker"), new ComicCredit("Tom Trans", "translator")]);
    }

    [Theory]
    [InlineData("m4b", MoviePlace.AtStart)]
    [InlineData("m4b", MoviePlace.AtEnd)]
    [InlineData("m4a", MoviePlace.AtStart)]
    public async Task A_copy_of_an_audiobook_says_what_is_shown_and_keeps_its_chapters(string format, MoviePlace place)
    {
        var path = $"Ann Author/Old/Old.{format}";
        var library = await server
            .Library($"copied {format} {place}")
            .With(
                path,
                M4bBuilder
                    .Titled("Old")
                    .By("Ann Author")
                    .ReadBy("Nat Narrator")
                    .InSeries("Old Series", "1")
                    .Text("©gen", "Audiobook; Fantasy")
                    .Freeform("MY-OWN", "kept")
                    .Chapter(0, "One")
                    .Chapter(20, "Two")
                    .WithChapters(ChapterStyle.Track)
                    .WithMovie(place)
                    .Build()
            )
            .With($"Ann Author/Old/cover.png", TinyPng.Cover(40, 40, 5))
            .AddAsync();
        await library.ScanAsync();
        var before = await File.ReadAllBytesAsync(library.PathOf(path), Token);

        var copy = await EditedCopyAsync(
            library,
            new
            {
                title = "Edited",
                authors = new[] { new { name = "Ann Author", role = "author" }, new { name = "Bob", role = "author" } },
                series = new[] { new { name = "Novels", number = 4 } },
                genres = new[] { "Drama" },
                description = "About it.",
            }
        );

        var read = AudioReader.Read(new MemoryStream(copy), Token).Value!;
        (read.Tags.Title, read.Tags.Album, read.Tags.Description).ShouldBe(("Edited", "Edited", "About it."));
        read.Tags.Artists.ShouldBe(["Ann Author, Bob"]);
        read.Tags.Composers.ShouldBe(["Nat Narrator"]);
        read.Tags.Series.ShouldBe([new AudioSeries("Novels", 4)]);
        read.Tags.Genres.ShouldBe(["Audiobook", "Drama"]);
        read.Tags.All["MYOWN"].ShouldBe(["kept"]);
        read.Chapters.ShouldBe(AudioReader.Read(new MemoryStream(before), Token).Value!.Chapters);
        copy.AsSpan((int)read.Cover!.Offset, (int)read.Cover.Size).ToArray().ShouldBe(TinyPng.Cover(40, 40, 5));
        (await File.ReadAllBytesAsync(library.PathOf(path), Token)).ShouldBe(before);
        Directory.GetFiles(System.IO.Path.Combine(server.DataFolder, "temporary")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_cannot_carry_tags_is_refused_with_the_reason()
    {
        var library = await server
            .Library("wrong audio")
            .With("Ann/Song/Song.m4b", Mp3Builder.Titled("Song").Build())
            .AddAsync();
        await library.ScanAsync();
        var file = (await library.OnlyBookAsync())["files"]![0]!["id"];

        (await server.Admin.SendAsync("GET", $"/api/books/files/{file}/download?with_metadata=true"))
            .ExpectProblem(422, "parse_failed")
            .Detail.ShouldBe("Failed to parse M4B: Tags cannot be written into a copy of this file. (no MP4)");
    }

    [Fact]
    public async Task A_cover_beside_the_book_goes_into_the_copy()
    {
        var picture = TinyPng.Cover(40, 60, 3);
        var library = await server
            .Library("covered")
            .With(Path, EpubBuilder.Titled("Emma"))
            .With("Jane Austen/Emma/cover.png", picture)
            .AddAsync();
        await library.ScanAsync();
        var file = (await library.OnlyBookAsync())["files"]![0]!["id"];

        using var answer = await GetAsync($"/api/books/files/{file}/download?with_metadata=true");
        var copy = await answer.Content.ReadAsByteArrayAsync(Token);

        var cover = EpubReader.Read(new MemoryStream(copy), Token).Value!.Cover!;
        using var archive = new ZipArchive(new MemoryStream(copy));
        await using var entry = await archive.GetEntry(cover.Entry)!.OpenAsync(Token);
        using var content = new MemoryStream();
        await entry.CopyToAsync(content, Token);
        content.ToArray().ShouldBe(picture);
    }

    [Fact]
    public async Task What_cannot_be_given_out_is_refused_with_a_reason()
    {
        var (library, file) = await EmmaAsync("refused download");
        var papers = await server
            .Library("refused papers")
            .With("A/Paper/Paper.pdf", PdfBuilder.Titled("Paper").Build())
            .With("B/Broken/Broken.epub", "no archive at all, but PK")
            .AddAsync();
        await papers.ScanAsync();
        var pdf = (await papers.OnlyBookAsync())["files"]![0]!["id"];
        var stranger = await server.AsAsync("viewer", papers.Id);

        (await server.Admin.SendAsync("GET", $"/api/books/files/{pdf}/download?with_metadata=true"))
            .ExpectProblem(400, "validation_failed")
            .Fields.ShouldBe(["with_metadata"]);
        (await server.Admin.SendAsync("GET", $"/api/books/files/{pdf}/download?with_metadata=true"))
            .ExpectProblem(400, "validation_failed")
            .Detail!.ShouldContain("these formats: cbz, epub, m4a, m4b; this is a file of format pdf.");
        (await stranger.SendAsync("GET", $"{file}/download")).ExpectProblem(403, "library_forbidden");
        (await server.Anonymous().SendAsync("GET", $"{file}/download")).ExpectProblem(401, "unauthenticated");
        (await server.Admin.SendAsync("GET", "/api/books/files/999999/download")).ExpectProblem(404, "not_found");
        library.Without(Path);
        (await server.Admin.SendAsync("GET", $"{file}/download")).ExpectProblem(404, "not_found");
    }

    [Fact]
    public async Task A_link_that_leads_out_of_the_library_is_not_followed()
    {
        var (library, file) = await EmmaAsync("linked");
        var outside = System.IO.Path.Combine(server.DataFolder, "secret");
        await File.WriteAllTextAsync(outside, "secret", Token);
        library.Without(Path);
        File.CreateSymbolicLink(library.PathOf(Path), outside);

        (await server.Admin.SendAsync("GET", $"{file}/download")).ExpectProblem(404, "not_found");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<byte[]> EditedCopyAsync(LibraryOnDisk library, object edit)
    {
        var book = await library.OnlyBookAsync();
        await server.Admin.PatchAsync($"/api/books/{book["id"]}", edit);
        using var answer = await GetAsync($"/api/books/files/{book["files"]![0]!["id"]}/download?with_metadata=true");
        ((int)answer.StatusCode).ShouldBe(200);
        return await answer.Content.ReadAsByteArrayAsync(Token);
    }

    private async Task<(LibraryOnDisk Library, string File)> EmmaAsync(string name)
    {
        var library = await server.Library(name).With(Path, EpubBuilder.Titled("Emma").By("Jane Austen")).AddAsync();
        await library.ScanAsync();
        return (library, $"/api/books/files/{(await library.OnlyBookAsync())["files"]![0]!["id"]}");
    }

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, path));
        request.Headers.TryAddWithoutValidation("Cookie", server.Admin.CookieHeader);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request, Token);
    }
}
