using System.IO.Compression;
using System.Xml.Linq;
using Colophon.Testing;

namespace Colophon.Formats.Tests.Builders;

public sealed class EpubBuilderTests
{
    [Fact]
    public void A_made_book_is_an_archive_of_well_formed_documents_with_the_media_type_first()
    {
        byte[] book = Full(EpubBuilder.Titled("R & D <1>")).Build();
        using var archive = new ZipArchive(new MemoryStream(book));
        archive.Entries[0].FullName.ShouldBe("mimetype");
        archive.Entries[0].CompressedLength.ShouldBe(archive.Entries[0].Length);
        foreach (
            ZipArchiveEntry entry in archive.Entries.Where(entry =>
                !entry.Name.EndsWith(".png", StringComparison.Ordinal) && entry.Name != "mimetype"
            )
        )
        {
            using Stream stream = entry.Open();
            Should.NotThrow(() => XDocument.Load(stream), entry.FullName);
        }
    }

    [Fact]
    public void The_same_calls_give_the_same_bytes() =>
        Full(EpubBuilder.Titled("Dune")).Build().ShouldBe(Full(EpubBuilder.Titled("Dune")).Build());

    private static EpubBuilder Full(EpubBuilder book) =>
        book.Subtitle("Sub")
            .By("Ann")
            .Credit("Bob", "trl", "Bob, B.")
            .InSeries("S", 1.5)
            .Isbn("9780306406157")
            .Publisher("P & Q")
            .Published("1999")
            .Subjects("A", "B")
            .Description("<p>x</p>")
            .GeneratedCover(1);
}
