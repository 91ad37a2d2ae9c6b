using Colophon.Formats.Books;
using Colophon.Formats.Pdf;

namespace Colophon.Formats.Tests.Pdf;

public sealed class PdfReaderTests
{
    private const string Info = """
        Title:           The Title
        Subject:         A sentence that is long enough to say something about the book.
        Keywords:        Some Keywords, other keywords; more keywords
        Author:          Martin Thoma; Ann Author and Jo & Co
        Creator:         pdflatex
        CreationDate:    2022-04-15T09:32:43+02
        Pages:           12
        Encrypted:       no
        Page size:       595.276 x 841.89 pts (A4)
        """;

    private const string Xmp = """
        <?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
        <x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
        <rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:prism='http://prismstandard.org/namespaces/basic/2.0/'
          xmlns:calibre='http://calibre-ebook.com/xmp-namespace' xmlns:calibreSI='http://calibre-ebook.com/xmp-namespace-series-index'
          xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:xmpidq='http://ns.adobe.com/xmp/Identifier/qual/1.0/' prism:isbn='978-0-306-40615-7'>
          <dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Better Title</rdf:li></rdf:Alt></dc:title>
          <dc:creator><rdf:Seq><rdf:li>Doe, Jane</rdf:li><rdf:li>Roe, Richard</rdf:li></rdf:Seq></dc:creator>
          <dc:description><rdf:Alt><rdf:li xml:lang='x-default'>About &lt;b&gt;it&lt;/b&gt;</rdf:li></rdf:Alt></dc:description>
          <dc:language><rdf:Bag><rdf:li>eng</rdf:li></rdf:Bag></dc:language>
          <dc:publisher><rdf:Bag><rdf:li>House</rdf:li></rdf:Bag></dc:publisher>
          <dc:subject><rdf:Bag><rdf:li>One</rdf:li><rdf:li>Two</rdf:li></rdf:Bag></dc:subject>
          <dc:date><rdf:Seq><rdf:li>2009-05-01T00:00:00Z</rdf:li></rdf:Seq></dc:date>
          <xmp:Identifier><rdf:Bag><rdf:li rdf:parseType='Resource'><xmpidq:Scheme>uuid</xmpidq:Scheme>
            <rdf:value>0d9b1c3e-59f5-4f0e-9c1d-5a3c6ad1c111</rdf:value></rdf:li></rdf:Bag></xmp:Identifier>
          <calibre:series rdf:parseType='Resource'><rdf:value>Series</rdf:value>
            <calibreSI:series_index>2.50</calibreSI:series_index></calibre:series>
        </rdf:Description></rdf:RDF></x:xmpmeta>

        <?xpacket end='w'?>
        """;

    [Fact]
    public void The_document_information_is_read()
    {
        PdfBook book = Read(Info);

        book.Title.ShouldBe("The Title");
        book.Authors.ShouldBe(["Martin Thoma", "Ann Author", "Jo", "Co"]);
        book.Description.ShouldBe("A sentence that is long enough to say something about the book.");
        book.Subjects.ShouldBe(["Some Keywords", "other keywords", "more keywords"]);
        book.PageCount.ShouldBe(12);
        book.PageSize.ShouldBe(new PdfPageSize(595.276, 841.89));
        book.Published.ShouldBeNull();
        book.Encryption.ShouldBe(PdfEncryption.Unguarded);
    }

    [Fact]
    public void The_metadata_stream_goes_before_it()
    {
        PdfBook book = Read(Info, Xmp);

        book.Title.ShouldBe("Better Title");
        book.Authors.ShouldBe(["Doe, Jane", "Roe, Richard"]);
        book.Description.ShouldBe("About <b>it</b>");
        book.Subjects.ShouldBe(["One", "Two"]);
        book.Publisher.ShouldBe("House");
        book.Published.ShouldBe("2009-05-01");
        book.Language.ShouldBe("en");
        book.Series.ShouldBe(new PdfSeries("Series", 2.5));
        book.Identifiers.ShouldBe([
            new BookIdentifier("isbn_13", "9780306406157"),
            new BookIdentifier("uuid", "0d9b1c3e-59f5-4f0e-9c1d-5a3c6ad1c111"),
        ]);
    }

    [Theory]
    [InlineData("Microsoft Word - thesis_final.doc")]
    [InlineData("untitled")]
    [InlineData("Untitled Document 3")]
    [InlineData("Presentation1")]
    [InlineData("chapter 01.indd")]
    [InlineData("C:\\Users\\me\\book.PDF")]
    [InlineData("---")]
    public void A_title_that_a_program_put_there_is_dropped(string title)
    {
        Reading<PdfBook> reading = PdfReader.Read(
            new PdfOutput($"Title: {title}\nPages: 1\n", "", ""),
            CancellationToken.None
        );

        reading.Value!.Title.ShouldBeNull();
        reading.Findings.ShouldHaveSingleItem().Code.ShouldBe(FindingCodes.PdfTitleJunk);
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Word Power Made Easy")]
    [InlineData("1984")]
    [InlineData("The Cover of 1984")]
    public void Other_titles_stay(string title) => Read($"Title: {title}\nPages: 1\n").Title.ShouldBe(title);

    [Fact]
    public void The_outline_becomes_chapters()
    {
        const string Outline = """
            <?xml version="1.0"?><pdf2xml><page number="1"><text>x</page><outline>
            <item page="1">One &#38; more</item>
            <outline><item page="3">Inner</item><item page="99">Beyond the end</item></outline>
            <item>Nowhere</item>
            </outline></pdf2xml>
            """;

        IReadOnlyList<PdfChapter> chapters = Read(Info, outline: Outline).Chapters;

        chapters.Select(chapter => (chapter.Title, chapter.Page)).ShouldBe([("One & more", 0), ("Nowhere", null)]);
        chapters[0]
            .Children.Select(chapter => (chapter.Title, chapter.Page))
            .ShouldBe([("Inner", 2), ("Beyond the end", null)]);
    }

    [Fact]
    public void A_password_and_damage_are_fatal()
    {
        Fatal("Command Line Error: Incorrect password\n").ShouldBe(FindingCodes.PdfEncrypted);
        Fatal("Syntax Error: Document stream is empty\n").ShouldBe(FindingCodes.PdfDamaged);
        Fatal("").ShouldBe(FindingCodes.PdfDamaged);
    }

    [Fact]
    public void A_broken_metadata_stream_is_a_warning()
    {
        Reading<PdfBook> reading = PdfReader.Read(new PdfOutput(Info, "<rdf:RDF><oops", ""), CancellationToken.None);

        reading.Value!.Title.ShouldBe("The Title");
        reading.Findings.ShouldHaveSingleItem().Code.ShouldBe(FindingCodes.PdfXmpMalformed);
    }

    [Fact]
    public void A_wrong_isbn_is_told()
    {
        Reading<PdfBook> reading = PdfReader.Read(
            new PdfOutput(Info, Xmp.Replace("40615-7", "40615-8", StringComparison.Ordinal), ""),
            CancellationToken.None
        );

        reading.Findings.ShouldHaveSingleItem().Code.ShouldBe(FindingCodes.PdfIsbnInvalid);
    }

    [Fact]
    public void A_cancelled_reading_says_so() =>
        PdfReader
            .Read(new PdfOutput(Info, Xmp, ""), new CancellationToken(canceled: true))
            .Fatal!.Code.ShouldBe(FindingCodes.ReadTimeout);

    private static string Fatal(string info) =>
        PdfReader.Read(new PdfOutput(info, "", ""), CancellationToken.None).Fatal!.Code;

    private static PdfBook Read(string info, string metadata = "", string outline = "")
    {
        Reading<PdfBook> reading = PdfReader.Read(new PdfOutput(info, metadata, outline), CancellationToken.None);
        reading.Findings.ShouldBeEmpty();
        return reading.Value!;
    }
}
