using System.Security.Cryptography;
using System.Text.Json;
using Colophon.Formats;
using Colophon.Formats.Comic;
using Colophon.Formats.Pictures;
using Colophon.Server.Books.Formats;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Platform.Native;
using Colophon.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Tests.Books.Formats;

/// <summary>RAR and 7-Zip, with the real child. ./run installs libarchive.</summary>
public sealed class ForeignComicTests : IAsyncDisposable
{
    // each with the reason why this product answers otherwise
    private static readonly Dictionary<string, string> OtherAnswers = new(StringComparer.Ordinal) { };

    private readonly string folder = Directory.CreateTempSubdirectory("colophon-comics-").FullName;
    private readonly Probe probe;
    private readonly ForeignArchives archives;
    private readonly ComicFiles comics;

    public ForeignComicTests()
    {
        probe = new Probe(ProbeOptions.Default, TimeProvider.System, NullLogger<Probe>.Instance);
        archives = new ForeignArchives(probe, new ServerOptions { DataFolder = Path.Combine(folder, "data") });
        comics = new ComicFiles(archives);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_RAR_is_listed_and_its_pages_are_taken_out()
    {
        using var file = Open(
            StoredRar.Of(
                ("b/10.png", CbzBuilder.Page(10)),
                ("b/9.png", CbzBuilder.Page(9)),
                ("b/ComicInfo.xml", "<ComicInfo><Series>Rar</Series><Number>4</Number></ComicInfo>"u8.ToArray())
            )
        );

        var comic = (await comics.ReadAsync(file, Token)).Value!;

        comic.Container.ShouldBe(ComicContainer.Rar);
        comic.Metadata.Series.ShouldBe("Rar");
        comic.Pages.Select(page => page.Name).ShouldBe(["9.png", "10.png"]);
        (await TakeAsync(file, comic.Pages[1].Entry)).ShouldBe(CbzBuilder.Page(10));
    }

    [Fact]
    public async Task A_7_Zip_is_listed_and_its_pages_are_taken_out()
    {
        using var file = Open(TinySevenZip.Comic());

        var comic = (await comics.ReadAsync(file, Token)).Value!;

        (comic.Container, comic.Metadata.Series, comic.Metadata.Number).ShouldBe((ComicContainer.SevenZip, "Seven", 7));
        comic.Pages.Select(page => page.Name).ShouldBe(["p9.png", "p10.png"]);
        PictureFacts.Sniff(await TakeAsync(file, comic.Cover!.Entry))!.Width.ShouldBe(5);
    }

    [Fact]
    public void A_RAR_named_CBZ_is_read_as_what_it_is_with_a_warning()
    {
        using var file = Open(StoredRar.Of(("1.png", CbzBuilder.Page(1))));

        var content = new CbzFormat(comics).Read(file, Token);

        content.Nature.ShouldBe(FileNature.Book);
        content.Facts.PageCount.ShouldBe(1);
        content
            .Findings.Single()
            .ShouldSatisfyAllConditions(
                finding => finding.Code.ShouldBe(FindingCodes.ComicOtherContainer),
                finding => finding.Severity.ShouldBe(FindingSeverity.Warning)
            );
        new CbrFormat(comics).Read(file, Token).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_cut_off_archive_is_in_error()
    {
        var whole = StoredRar.Of(("1.png", CbzBuilder.Page(1)), ("2.png", CbzBuilder.Page(2)));
        using var file = Open(whole[..(whole.Length / 2)]);

        var content = new CbrFormat(comics).Read(file, Token);

        content.Findings.ShouldContain(finding =>
            finding.Code == FindingCodes.ArchiveDamaged && finding.Severity == FindingSeverity.Fatal
        );
        content.Nature.ShouldBe(FileNature.Book);
    }

    [Theory]
    [InlineData("absent.png", 1_000_000, ProbeCodes.Missing)]
    [InlineData("1.png", 10, ProbeCodes.TooLarge)]
    public async Task What_cannot_be_taken_out_is_an_answer(string entry, long limit, string code)
    {
        using var file = Open(StoredRar.Of(("1.png", CbzBuilder.Page(1))));

        var (taken, answer) = await archives.TakeOutAsync(file, entry, limit, Token);

        taken.ShouldBeNull();
        answer.Code.ShouldBe(code);
        Directory.GetFiles(Path.Combine(folder, "data", "cache", "taken-out")).ShouldBeEmpty();
    }

    [Fact]
    public void A_child_that_cannot_be_started_costs_one_file_and_says_so()
    {
        var absent = new Probe(
            ProbeOptions.Default with
            {
                Program = Path.Combine(folder, "absent"),
            },
            TimeProvider.System,
            NullLogger<Probe>.Instance
        );
        var broken = new ComicFiles(new ForeignArchives(absent, new ServerOptions { DataFolder = folder }));
        using var file = Open(TinySevenZip.Comic());

        var content = new Cb7Format(broken).Read(file, Token);

        content.Findings.Single().Code.ShouldBe(FindingCodes.ArchiveReaderFailed);
        content.Document.ShouldBe(EvidenceDocument.Empty);
    }

    [Fact]
    public async Task A_reading_that_is_stopped_is_a_finding_and_no_exception()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        using var file = Open(TinySevenZip.Comic());

        var content = new Cb7Format(comics).Read(file, stopped.Token);

        content.Findings.Single().Code.ShouldBe(FindingCodes.ReadTimeout);
        content.Nature.ShouldBe(FileNature.Book);
    }

    [Fact]
    public void What_a_killed_process_left_is_swept_away()
    {
        var left = Path.Combine(folder, "data", "cache", "taken-out", "left.part");
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        File.WriteAllText(left, "x");

        using var target = archives.MakeTarget();

        Directory.GetFiles(Path.GetDirectoryName(left)!).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_foreign_archive_of_the_corpus_is_read_as_expected()
    {
        var mistakes = new List<string>();
        var read = 0;
        foreach (var expected in Expectations())
        {
            var name = expected.GetProperty("file").GetString()!;
            using var file = File.OpenHandle(Path.Combine(RepositoryFolder.Corpus!, "real", name));
            var reading = await comics.ReadAsync(file, Token);
            read++;
            await foreach (var mistake in MistakesAsync(expected, reading, file))
                mistakes.Add($"{name} {mistake}");
        }

        mistakes.Where(mistake => !OtherAnswers.Keys.Any(mistake.StartsWith)).ShouldBeEmpty();
        (RepositoryFolder.Corpus is null || read > 70).ShouldBeTrue($"{read} archives were read");
    }

    public async ValueTask DisposeAsync()
    {
        await probe.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async IAsyncEnumerable<string> MistakesAsync(
        JsonElement expected,
        Reading<ComicBook> reading,
        SafeFileHandle file
    )
    {
        var isLocked = expected.TryGetProperty("encrypted", out _) || expected.TryGetProperty("needs_password", out _);
        if (isLocked && reading.Fatal?.Code != FindingCodes.ArchiveEncrypted)
            yield return $"is locked, but: {reading.Fatal}";
        if (reading.Value is not { } comic)
        {
            if (
                !isLocked
                && expected.TryGetProperty("pages", out _)
                && !expected.TryGetProperty("error_expected", out _)
            )
                yield return $"not read: {reading.Fatal}";
            yield break;
        }
        if (expected.TryGetProperty("pages", out var pages) && pages.GetInt32() != comic.Pages.Count)
            yield return $"has {comic.Pages.Count} pages, expected {pages}";
        if (expected.TryGetProperty("series", out var series) && series.GetString() != comic.Metadata.Series)
            yield return $"series {comic.Metadata.Series}, expected {series}";
        if (expected.TryGetProperty("title", out var title) && title.GetString() != comic.Metadata.Title)
            yield return $"title {comic.Metadata.Title}, expected {title}";
        var hasCover = expected.TryGetProperty("cover", out var cover) && comic.Cover?.Method == EmbeddedPicture.ByName;
        if (hasCover && Hash(await TakeAsync(file, comic.Cover!.Entry)) != cover.GetProperty("sha256").GetString())
            yield return "another cover";
    }

    private static IEnumerable<JsonElement> Expectations() =>
        RepositoryFolder.Corpus is null
            ? []
            : File.ReadLines(Path.Combine(RepositoryFolder.Corpus, "real", "expected.jsonl"))
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Where(row => row.GetProperty("kind").GetString() is "archive" or "comic_archive");

    private async Task<byte[]> TakeAsync(SafeFileHandle file, string entry)
    {
        var (taken, answer) = await archives.TakeOutAsync(file, entry, 1 << 26, Token);
        answer.Code.ShouldBeNull(answer.Message);
        using (taken)
            return await File.ReadAllBytesAsync(taken!.Path, Token);
    }

    private SafeFileHandle Open(byte[] content)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}");
        File.WriteAllBytes(path, content);
        return File.OpenHandle(path);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
