using System.Globalization;
using System.Text;
using System.Text.Json;
using Colophon.Formats.Epub;
using Colophon.Formats.Opf;

namespace Colophon.Formats.Tests.Opf;

public sealed class OpfReaderTests
{
    private const string Calibre = """
        <?xml version='1.0' encoding='utf-8'?>
        <package xmlns="http://www.idpf.org/2007/opf" unique-identifier="uuid_id" version="2.0">
          <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
            <dc:identifier opf:scheme="ISBN">9780306406157</dc:identifier>
            <dc:title>Guards! Guards!</dc:title>
            <dc:creator opf:file-as="Pratchett, Terry" opf:role="aut">Terry Pratchett</dc:creator>
            <dc:contributor opf:file-as="calibre" opf:role="bkp">calibre (6.0) [https://calibre-ebook.com]</dc:contributor>
            <dc:date>1989-11-01T00:00:00+00:00</dc:date>
            <dc:publisher>Gollancz</dc:publisher>
            <dc:language>eng</dc:language>
            <dc:subject>Fantasy</dc:subject>
            <meta name="calibre:series" content="Discworld"/>
            <meta name="calibre:series_index" content="8"/>
            <meta name="calibre:title_sort" content="Guards! Guards!"/>
          </metadata>
          <guide><reference type="cover" title="Cover" href="cover.jpg"/></guide>
        </package>
        """;

    [Fact]
    public void A_document_of_calibre_is_read_whole()
    {
        EpubBook book = Read(Calibre);

        book.Title.ShouldBe("Guards! Guards!");
        book.Creators.ShouldBe([new EpubCreator("Terry Pratchett", "aut", "Pratchett, Terry")]);
        book.Series.ShouldBe([new EpubSeries("Discworld", 8)]);
        book.Published.ShouldBe("1989-11-01");
        book.Publisher.ShouldBe("Gollancz");
        book.Language.ShouldBe("en");
        book.Identifiers.ShouldHaveSingleItem().Value.ShouldBe("9780306406157");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no xml")]
    [InlineData("<html/>")]
    [InlineData(
        "<!DOCTYPE package [<!ENTITY a \"b\">]><package><metadata><dc:title>&a;</dc:title></metadata></package>"
    )]
    public void What_is_no_package_is_refused(string text) =>
        OpfReader
            .Read(Encoding.UTF8.GetBytes(text), CancellationToken.None)
            .Fatal!.Code.ShouldBe(FindingCodes.OpfMalformed);

    [Fact]
    public void One_that_is_too_large_is_refused_unread() =>
        OpfReader
            .Read(new byte[OpfReader.SizeLimit + 1], CancellationToken.None)
            .Fatal!.Code.ShouldBe(FindingCodes.OpfTooLarge);

    [Fact]
    public void A_missing_title_is_no_fault_beside_a_book() =>
        OpfReader.Read("<package><metadata/></package>"u8, CancellationToken.None).Findings.ShouldBeEmpty();

    [Fact]
    public void Every_document_of_the_corpus_is_read_as_expected()
    {
        var mistakes = new List<string>();
        foreach ((string path, JsonElement expected) in Corpus.Files("opf"))
        {
            Reading<EpubBook> reading = OpfReader.Read(File.ReadAllBytes(path), CancellationToken.None);
            string name = expected.GetProperty("file").GetString()!;
            if (reading.Value is not { } book)
            {
                mistakes.Add($"{name}: {reading.Fatal}");
                continue;
            }

            Compare(name, expected, "title", book.Title, mistakes);
            Compare(name, expected, "publisher", book.Publisher, mistakes);
            Compare(name, expected, "language", book.Language, mistakes);
        }

        mistakes.ShouldBeEmpty();
    }

    [Fact]
    public void The_cases_of_other_servers_are_met()
    {
        foreach (JsonElement one in Corpus.Cases("audiobookshelf_opf"))
        {
            EpubBook book = Read(one.GetProperty("input").GetString()!, mayBeRepaired: true);
            JsonElement expected = one.GetProperty("expected");
            if (expected.TryGetProperty("series", out JsonElement series))
            {
                book.Series.Select(place => $"{place.Name} {place.Number}")
                    .ShouldBe(series.EnumerateArray().Select(Place), one.ToString());
            }

            if (expected.TryGetProperty("authors", out JsonElement authors))
            {
                book.Creators.Select(creator => creator.Name)
                    .ShouldBe(authors.EnumerateArray().Select(name => name.GetString()!));
            }
        }
    }

    /// <summary>A place that is no number ("abc") is none here: places are sorted by.</summary>
    private static string Place(JsonElement series) =>
        double.TryParse(series.GetProperty("index").GetString(), CultureInfo.InvariantCulture, out double number)
            ? $"{series.GetProperty("name").GetString()} {number}"
            : $"{series.GetProperty("name").GetString()} ";

    private static void Compare(string name, JsonElement expected, string field, string? actual, List<string> mistakes)
    {
        if (expected.TryGetProperty(field, out JsonElement wanted) && wanted.GetString() != actual)
        {
            mistakes.Add($"{name} {field}: {actual}, expected {wanted}");
        }
    }

    private static EpubBook Read(string text, bool mayBeRepaired = false)
    {
        Reading<EpubBook> reading = OpfReader.Read(Encoding.UTF8.GetBytes(text), CancellationToken.None);
        (mayBeRepaired || reading.Findings.Count == 0).ShouldBeTrue(string.Join('\n', reading.Findings));
        return reading.Value.ShouldNotBeNull(string.Join('\n', reading.Findings));
    }
}
