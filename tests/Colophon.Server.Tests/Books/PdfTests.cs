using System.Text.Json;
using Colophon.Formats;
using Colophon.Server.Books.Formats;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Native;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;

namespace Colophon.Server.Tests.Books;

public sealed class PdfTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    // each with the reason why this product answers otherwise
    private static readonly HashSet<string> OtherAnswers =
    [
        "py-pdf__pypdf/reportlab-inline-image.pdf title", // "untitled" is no title
        "py-pdf__pypdf/test Orient.pdf title", // the name of a document of Word is no title
    ];

    [Fact]
    [Trait("Req", "C4")]
    public async Task A_pdf_is_a_book_with_its_first_page_as_the_cover()
    {
        var library = await server
            .Library("papers")
            .With(
                "Ann Author/A Paper/paper.pdf",
                PdfBuilder
                    .Titled("A Paper")
                    .By("Ann Author")
                    .Pages(3)
                    .Outline("One", "Two")
                    .Xmp("<prism:isbn>978-0-306-40615-7</prism:isbn>")
                    .Build()
            )
            .AddAsync();

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var book = await library.OnlyBookAsync();
        book["title"].Text().ShouldBe("A Paper");
        book["authors"]![0]!["name"].Text().ShouldBe("Ann Author");
        book["cover_url"].ShouldNotBeNull();
        var file = book["files"]![0]!;
        file["file_type"].Text().ShouldBe("pdf");
        ((int)file["page_count"]!).ShouldBe(3);
        file["identifiers"]![0]!["value"].Text().ShouldBe("9780306406157");
        file["chapters"]!.AsArray().Select(chapter => chapter!["title"].Text()).ShouldBe(["One", "Two"]);
        ((int)file["chapters"]![1]!["page"]!).ShouldBe(1);
        file["error"].ShouldBeNull();
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task A_broken_pdf_is_an_error_of_the_scan_and_still_an_item()
    {
        var library = await server
            .Library("broken papers")
            .With("Ann Author/Broken/Broken.pdf", "%PDF-1.4\nnothing of it is left")
            .AddAsync();

        await library.ScanAsync();

        (await library.LastScanAsync()).Numbers("errors_count").ShouldBe([1]);
        var book = await library.OnlyBookAsync();
        book["title"].Text().ShouldBe("Broken");
        book["files"]![0]!["error"]!["code"].Text().ShouldBe("pdf.damaged");
    }

    [Fact]
    public void Every_pdf_of_the_corpus_is_read_as_expected()
    {
        var mistakes = new List<string>();
        foreach (var (path, expected) in Corpus())
        {
            using var file = File.OpenHandle(path);
            var content = new PdfFormat().Read(file, TestContext.Current.CancellationToken);
            mistakes.AddRange(
                Mistakes(content, expected)
                    .Select(mistake => $"{expected.GetProperty("file")} {mistake}")
                    .Where(mistake => !OtherAnswers.Contains(mistake[..mistake.IndexOf(':')]))
            );
        }

        mistakes.ShouldBeEmpty();
    }

    [Fact]
    public void A_program_that_prints_too_much_or_takes_too_long_is_ended()
    {
        var limits = new ToolLimits(TimeSpan.FromSeconds(20), 1L << 30, 1000);
        var printed = 0;
        Tool.Run(["yes"], limits, ToolComplaints.Dropped, piece => printed += piece.Length, CancellationToken.None)
            .ShouldBe(ToolEnd.TooMuch);
        Tool.Run(["no-such-program"], limits, ToolComplaints.Dropped, _ => { }, CancellationToken.None)
            .ShouldBe(ToolEnd.Missing);
        Tool.Run(
                ["sleep", "60"],
                limits with
                {
                    Time = TimeSpan.FromMilliseconds(50),
                },
                ToolComplaints.Dropped,
                _ => { },
                CancellationToken.None
            )
            .ShouldBe(ToolEnd.TimedOut);
        printed.ShouldBe(0);
    }

    private static IEnumerable<string> Mistakes(BookFileContent content, JsonElement expected)
    {
        var fatal = content.Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Fatal);
        if (Says(expected, "needs_password"))
        {
            if (fatal?.Code != FindingCodes.PdfEncrypted)
                yield return $"needs a password: {fatal}";
        }
        else if (Says(expected, "error_expected") != (fatal is not null) && expected.TryGetProperty("pages", out _))
            yield return $"fatal: {fatal}";
        if (expected.TryGetProperty("pages", out var pages) && pages.GetInt64() != content.Facts.PageCount)
            yield return $"pages: {content.Facts.PageCount}, expected {pages}";
        var said = content.Document.Fields;
        if (
            expected.TryGetProperty("title", out var title)
            && said.GetValueOrDefault(Fields.Title)?.ToString() != $"\"{title}\""
        )
            yield return $"title: {said.GetValueOrDefault(Fields.Title)}, expected {title}";
        var authors = said.GetValueOrDefault(Fields.Authors) as PeopleValue;
        if (
            expected.TryGetProperty("authors", out var names)
            && !names
                .EnumerateArray()
                .Select(name => name.GetString())
                .SequenceEqual(authors?.Entries.Select(one => one.Name) ?? [])
        )
            yield return $"authors: {authors}, expected {names}";
    }

    private static bool Says(JsonElement expected, string name) =>
        expected.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static IEnumerable<(string Path, JsonElement Expected)> Corpus()
    {
        if (RepositoryFolder.Corpus is not { } folder)
            yield break;
        foreach (var line in File.ReadLines(Path.Combine(folder, "real", "expected.jsonl")))
        {
            var expected = JsonDocument.Parse(line).RootElement;
            if (expected.GetProperty("kind").GetString() == "pdf")
                yield return (Path.Combine(folder, "real", expected.GetProperty("file").GetString()!), expected);
        }
    }
}
