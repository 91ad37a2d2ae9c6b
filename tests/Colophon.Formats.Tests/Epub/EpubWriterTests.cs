using System.IO.Compression;
using System.Text.Json;
using Colophon.Formats.Books;
using Colophon.Formats.Epub;
using Colophon.Testing;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Tests.Epub;

public sealed class EpubWriterTests
{
    private static readonly PackageMetadata _emma = new(
        "Emma & more",
        "Emma",
        "A Novel <of sorts>",
        [
            new EpubCreator("Jane Austen", "aut", "Austen, Jane"),
            new EpubCreator("Jo Translator", "trl", null),
            new EpubCreator("Nat Narrator", "nrt", null),
        ],
        [new EpubSeries("Novels", 4), new EpubSeries("Others", null)],
        ["Fiction", "Łódź 三体"],
        "<p>About <b>Emma</b>.</p>",
        "House",
        "Imprint",
        "1815-12",
        "pt-BR",
        [new BookIdentifier("isbn_13", "9780306406157"), new BookIdentifier("asin", "B08X5JZJLH")]
    );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_written_is_read_back(bool isEpub2)
    {
        EpubBuilder builder = EpubBuilder
            .Titled("Old")
            .By("Old Author")
            .InSeries("Old Series", 1)
            .Description("<p>Old</p>");

        EpubBook read = CopyOf(isEpub2 ? builder.AsEpub2() : builder, _emma);

        ShouldSay(read, _emma);
        read.SpineItems.ShouldBeGreaterThan(0);
        read.Chapters.ShouldNotBeEmpty();
    }

    [Fact]
    public void What_the_catalog_does_not_show_is_taken_out_and_what_a_package_must_have_stays()
    {
        var nothing = new PackageMetadata(null, null, null, [], [], [], null, null, null, null, null, []);

        EpubBook read = CopyOf(
            EpubBuilder.Titled("Old").By("Old Author").InSeries("Old Series", 1).Description("<p>Old</p>"),
            nothing
        );

        read.Title.ShouldBe("Old");
        read.Language.ShouldNotBeNull();
        read.Creators.ShouldBeEmpty();
        read.Series.ShouldBeEmpty();
        read.Description.ShouldBeNull();
    }

    [Fact]
    public void Everything_but_the_package_stays_byte_for_byte()
    {
        byte[] source = EpubBuilder.Titled("Old").GeneratedCover(1, 20, 30).Build();

        byte[] copy = Copy(source, _emma, cover: null);

        using var before = new ZipArchive(new MemoryStream(source));
        using var after = new ZipArchive(new MemoryStream(copy));
        after.Entries[0].FullName.ShouldBe("mimetype");
        after
            .Entries.Select(entry => entry.FullName)
            .ShouldBe(before.Entries.Select(entry => entry.FullName), ignoreOrder: true);
        foreach (
            ZipArchiveEntry entry in before.Entries.Where(entry =>
                !entry.FullName.EndsWith(".opf", StringComparison.Ordinal)
            )
        )
        {
            after.GetEntry(entry.FullName)!.Content().ShouldBe(entry.Content(), entry.FullName);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_chosen_cover_becomes_the_books_cover(bool isEpub2)
    {
        byte[] picture = TinyPng.Cover(20, 30, 7);
        EpubBuilder builder = EpubBuilder.Titled("Old").GeneratedCover(1, 20, 30);
        byte[] copy = Copy(
            (isEpub2 ? builder.AsEpub2() : builder).Build(),
            _emma,
            new EpubCoverPicture(picture, "image/png", ".png")
        );

        using var stream = new MemoryStream(copy);
        Reading<EpubBook> reading = EpubReader.Read(stream, CancellationToken.None);
        reading.Findings.ShouldBeEmpty();
        using var archive = new ZipArchive(new MemoryStream(copy));
        archive.GetEntry(reading.Value!.Cover!.Entry)!.Content().ShouldBe(picture);
    }

    [Fact]
    public void A_copy_of_a_copy_says_the_same()
    {
        byte[] once = Copy(EpubBuilder.Titled("Old").Build(), _emma, cover: null);

        ShouldSay(Read(Copy(once, _emma, cover: null)), _emma);
    }

    [Fact]
    public void What_is_no_book_gives_no_copy()
    {
        CopyFails("no archive"u8.ToArray()).ShouldBe(FindingCodes.ZipNotAnArchive);
        CopyFails(EpubBuilder.Titled("Old").Without("META-INF/container.xml").Build())
            .ShouldBe(FindingCodes.EpubPackageMissing);
    }

    [Fact]
    public void Every_book_of_the_corpus_survives_being_copied_with_its_own_metadata()
    {
        var mistakes = new List<string>();
        foreach ((string path, _) in Corpus.Files("epub"))
        {
            using SafeFileHandle file = File.OpenHandle(path);
            Reading<EpubBook> before = EpubReader.Read(file, CancellationToken.None);
            if (before.Value is not { } book || before.Fatal is not null || new FileInfo(path).Length > 4_000_000)
            {
                continue;
            }

            using var copy = new MemoryStream();
            if (EpubWriter.Copy(file, copy, Of(book), cover: null, CancellationToken.None) is { } finding)
            {
                mistakes.Add($"{path}: {finding}");
                continue;
            }

            Reading<EpubBook> after = EpubReader.Read(copy, CancellationToken.None);
            if (Told(after.Value) != Told(book))
            {
                mistakes.Add($"{path}:\n{Told(book)}\n{Told(after.Value)}");
            }
        }

        mistakes.ShouldBeEmpty();
    }

    private static PackageMetadata Of(EpubBook book) =>
        new(
            book.Title,
            book.SortTitle,
            book.Subtitle,
            book.Creators,
            book.Series,
            book.Subjects,
            book.Description,
            book.Publisher,
            book.Imprint,
            book.Published,
            book.Language,
            book.Identifiers
        );

    private static string Told(EpubBook? book) =>
        book is null
            ? "nothing"
            : JsonSerializer.Serialize(
                book with
                {
                    // in whatever order: the one that names the package stays where it is
                    Identifiers =
                    [
                        .. book.Identifiers.OrderBy(identifier => identifier.ToString(), StringComparer.Ordinal),
                    ],
                    Cover = book.Cover is null ? null : book.Cover with { Offset = 0 },
                    Creators =
                    [
                        .. book
                            .Creators.OrderBy(creator => creator.Role == "aut" ? 0 : 1)
                            .ThenBy(creator => creator.Role, StringComparer.Ordinal),
                    ],
                }
            );

    private static void ShouldSay(EpubBook read, PackageMetadata metadata)
    {
        read.Title.ShouldBe(metadata.Title);
        read.SortTitle.ShouldBe(metadata.SortTitle);
        read.Subtitle.ShouldBe(metadata.Subtitle);
        read.Creators.ShouldBe(metadata.Creators);
        read.Series.ShouldBe(metadata.Series);
        read.Subjects.ShouldBe(metadata.Subjects);
        read.Description.ShouldBe(metadata.Description);
        read.Publisher.ShouldBe(metadata.Publisher);
        read.Imprint.ShouldBe(metadata.Imprint);
        read.Published.ShouldBe(metadata.Published);
        read.Language.ShouldBe(metadata.Language);
        metadata.Identifiers.ShouldBeSubsetOf(read.Identifiers);
    }

    private static EpubBook CopyOf(EpubBuilder book, PackageMetadata metadata) =>
        Read(Copy(book.Build(), metadata, cover: null));

    private static EpubBook Read(byte[] book)
    {
        Reading<EpubBook> reading = EpubReader.Read(new MemoryStream(book), CancellationToken.None);
        reading.Findings.ShouldBeEmpty();
        return reading.Value!;
    }

    private static string CopyFails(byte[] source)
    {
        using SafeFileHandle file = OnDisk.Of(source);
        return EpubWriter.Copy(file, Stream.Null, _emma, cover: null, CancellationToken.None)!.Code;
    }

    private static byte[] Copy(byte[] source, PackageMetadata metadata, EpubCoverPicture? cover)
    {
        using SafeFileHandle file = OnDisk.Of(source);
        using var copy = new MemoryStream();
        EpubWriter.Copy(file, copy, metadata, cover, CancellationToken.None).ShouldBeNull();
        return copy.ToArray();
    }
}
