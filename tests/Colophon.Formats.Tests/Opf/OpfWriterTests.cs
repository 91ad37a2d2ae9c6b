using Colophon.Formats.Books;
using Colophon.Formats.Epub;
using Colophon.Formats.Opf;

namespace Colophon.Formats.Tests.Opf;

public sealed class OpfWriterTests
{
    private static readonly PackageMetadata _emma = new(
        "Emma",
        null,
        "A \u0001Novel",
        [new EpubCreator("Jane Austen", "aut", "Austen, Jane"), new EpubCreator("Ed Itor", "edt", null)],
        [new EpubSeries("Novels", 4.5)],
        ["Fiction"],
        "<p>x & y</p>",
        "House",
        "Imprint",
        "1815",
        "en",
        [new BookIdentifier("isbn_13", "9780306406157")]
    );

    [Fact]
    public void What_is_written_is_read_back()
    {
        Reading<EpubBook> reading = OpfReader.Read(
            OpfWriter.Write(_emma, "urn:colophon:7", "cover.jpg"),
            CancellationToken.None
        );

        reading.Findings.ShouldBeEmpty();
        EpubBook book = reading.Value!;
        book.Title.ShouldBe("Emma");
        book.Subtitle.ShouldBe("A Novel");
        book.Creators.ShouldBe(_emma.Creators);
        book.Series.ShouldBe(_emma.Series);
        book.Subjects.ShouldBe(_emma.Subjects);
        book.Publisher.ShouldBe("House");
        book.Imprint.ShouldBe("Imprint");
        book.Published.ShouldBe("1815");
        book.Language.ShouldBe("en");
        book.Identifiers.ShouldContain(_emma.Identifiers[0]);
    }

    [Fact]
    public void Equal_metadata_give_equal_bytes() =>
        OpfWriter.Write(_emma, "x", null).ShouldBe(OpfWriter.Write(_emma, "x", null));
}
