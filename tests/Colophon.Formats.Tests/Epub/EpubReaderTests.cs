using System.Text;
using Colophon.Formats.Books;
using Colophon.Formats.Epub;
using Colophon.Testing;

namespace Colophon.Formats.Tests.Epub;

/// <summary>EPUBs made by the tests themselves, so that the reader is held to its word where the corpus is absent.</summary>
public sealed class EpubReaderTests
{
    [Theory]
    [InlineData(SeriesStyle.Calibre)]
    [InlineData(SeriesStyle.Epub3)]
    [InlineData(SeriesStyle.Both)]
    public void An_epub_3_says_everything(SeriesStyle style)
    {
        EpubBook book = Read(Full(style)).Value!;
        (book.Version, book.Title, book.Subtitle, book.SortTitle).ShouldBe(
            ("3.0", "The Hobbit", "There & Back", "Hobbit, The")
        );
        book.Creators.ShouldBe([
            new EpubCreator("J. R. R. Tolkien", "aut", "Tolkien, J. R. R."),
            new EpubCreator("Walter Scherf", "trl", null),
        ]);
        book.Series.ShouldBe([new EpubSeries("Middle-earth", 1.5)]);
        book.Subjects.ShouldBe(["Fantasy", "Dragons"]);
        (book.Publisher, book.Published, book.Language).ShouldBe(("Allen & Unwin", "1937-09-21", "en-GB"));
        book.Description.ShouldBe("<p>A <b>good</b> tale.</p>");
        book.Identifiers.ShouldContain(new BookIdentifier("isbn_13", "9780306406157"));
        book.Identifiers.ShouldContain(new BookIdentifier("asin", "B000000001"));
        book.Identifiers.Select(identifier => identifier.Type).ShouldContain("uuid");
        book.Chapters.Select(chapter => (chapter.Title, chapter.Href))
            .ShouldContain(("Chapter 1", "OEBPS/text/ch01.xhtml"));
        book.SpineItems.ShouldBe(3);
        book.Cover!.Entry.ShouldBe("OEBPS/images/cover.png");
    }

    [Fact]
    public void An_epub_2_says_everything_but_the_subtitle()
    {
        EpubBook book = Read(Full(SeriesStyle.Calibre).AsEpub2()).Value!;
        (book.Version, book.Title, book.Subtitle, book.SortTitle).ShouldBe(("2.0", "The Hobbit", null, "Hobbit, The"));
        book.Creators[1].ShouldBe(new EpubCreator("Walter Scherf", "trl", null));
        book.Series.ShouldBe([new EpubSeries("Middle-earth", 1.5)]);
        book.Identifiers.ShouldContain(new BookIdentifier("isbn_13", "9780306406157"));
        book.Chapters.Count.ShouldBe(3);
        book.Cover!.Entry.ShouldBe("OEBPS/images/cover.png");
    }

    [Fact]
    public void Several_creators_without_a_role_are_all_authors() =>
        Read(EpubBuilder.Titled("x").Credit("Ann", null).Credit("Bob", null))
            .Value!.Creators.Select(creator => creator.Role)
            .ShouldBe(["aut", "aut"]);

    [Fact]
    public void Titles_are_told_by_type_not_by_order() =>
        Read(
            EpubBuilder
                .Untitled()
                .Metadata(
                    "<dc:title id=\"a\">Sub</dc:title><meta refines=\"#a\" property=\"title-type\">subtitle</meta>"
                )
                .Metadata("<dc:title id=\"b\">Main</dc:title><meta refines=\"#b\" property=\"title-type\">main</meta>")
        )
            .Value!.ShouldSatisfyAllConditions(
                book => book.Title.ShouldBe("Main"),
                book => book.Subtitle.ShouldBe("Sub")
            );

    [Fact]
    public void A_collection_that_is_no_series_is_none() =>
        Read(EpubBuilder.Titled("x").Metadata("<meta property=\"belongs-to-collection\">tests</meta>"))
            .Value!.Series.ShouldBeEmpty();

    [Fact]
    public void The_day_of_publication_goes_before_other_dates() =>
        Read(
            EpubBuilder
                .Titled("x")
                .AsEpub2()
                .Metadata("<dc:date opf:event=\"modification\">2020-01-01</dc:date>")
                .Metadata("<dc:date opf:event=\"publication\">1999-05</dc:date>")
        )
            .Value!.Published.ShouldBe("1999-05");

    [Theory]
    [InlineData("<meta name=\"cover\" content=\"cover-img\"/>", "<meta content='cover-img' name='cover'/>")]
    [InlineData("<meta name=\"cover\" content=\"cover-img\"/>", "<meta name=\"cover\" content=\"images/cover.png\"/>")]
    [InlineData("<meta name=\"cover\" content=\"cover-img\"/>", "")]
    [InlineData("href=\"images/cover.png\"", "href=\"Images/COVER.png\"")]
    [InlineData("href=\"images/cover.png\"", "href=\"../OEBPS/images%2Fcover.png\"")]
    public void A_cover_is_found_however_it_is_declared(string written, string instead) =>
        Read(
            EpubBuilder
                .Titled("x")
                .AsEpub2()
                .GeneratedCover(1)
                .Package(package => package.Replace(written, instead, StringComparison.Ordinal))
        )
            .Value!.Cover!.Entry.ShouldBe("OEBPS/images/cover.png");

    [Fact]
    public void A_cover_page_of_the_guide_is_searched_for_its_picture()
    {
        EpubBook book = Read(
            EpubBuilder
                .Titled("x")
                .AsEpub2()
                .Entry(
                    "OEBPS/front.xhtml",
                    "<html><body><svg><image xlink:href=\"pic%20one.jpg\"/></svg></body></html>"
                )
                .Entry("OEBPS/pic one.jpg", [0xFF, 0xD8, 0xFF, 0xE0])
                .Package(package =>
                    package.Replace(
                        "</package>",
                        "<guide><reference type=\"cover\" href=\"front.xhtml\"/></guide></package>",
                        StringComparison.Ordinal
                    )
                )
        ).Value!;
        book.Cover!.Entry.ShouldBe("OEBPS/pic one.jpg");
    }

    [Fact]
    public void A_vector_cover_is_not_taken_and_said_so()
    {
        Reading<EpubBook> reading = Read(EpubBuilder.Titled("x").Cover("<svg/>"u8.ToArray(), "image/svg+xml"));
        reading.Value!.Cover.ShouldBeNull();
        reading.Findings.Select(finding => finding.Code).ShouldContain(FindingCodes.EpubCoverUnsupported);
    }

    [Theory]
    [InlineData("é", "&eacute;", "Café")]
    [InlineData("é", "&bogus;", "Caf&bogus;")]
    [InlineData("é", " & co", "Caf & co")]
    public void Entities_and_ampersands_are_mended(string letter, string instead, string title)
    {
        Reading<EpubBook> reading = Read(
            EpubBuilder.Titled("Café").Package(package => package.Replace(letter, instead, StringComparison.Ordinal))
        );
        reading.Value!.Title.ShouldBe(title);
        reading.Findings.Select(finding => finding.Code).ShouldContain(FindingCodes.EpubPackageRepaired);
    }

    [Fact]
    public void A_prefix_without_a_declaration_is_mended() =>
        Read(
            EpubBuilder
                .Titled("x")
                .By("Ann")
                .Package(package =>
                    package.Replace("xmlns:dc=\"http://purl.org/dc/elements/1.1/\"", "", StringComparison.Ordinal)
                )
        )
            .Value!.Creators[0]
            .Name.ShouldBe("Ann");

    [Fact]
    public void Encodings_are_recognised()
    {
        string package = OpfOf(EpubBuilder.Titled("Fête").Subtitle("ž"));
        Encoding western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        TitleOf([0xEF, 0xBB, 0xBF, .. " "u8, .. Encoding.UTF8.GetBytes(package)]).ShouldBe("Fête");
        TitleOf([
                .. Encoding.Unicode.Preamble,
                .. Encoding.Unicode.GetBytes(package.Replace("UTF-8", "UTF-16", StringComparison.Ordinal)),
            ])
            .ShouldBe("Fête");
        TitleOf(Encoding.Latin1.GetBytes(package.Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal)))
            .ShouldBe("Fête");
        TitleOf(western.GetBytes(package)).ShouldBe("Fête");
        TitleOf(western.GetBytes(package.Replace("UTF-8", "windows-1252", StringComparison.Ordinal))).ShouldBe("Fête");
        TitleOf(western.GetBytes(package.Replace("UTF-8", "no-such-encoding", StringComparison.Ordinal)))
            .ShouldBe("Fête");
    }

    [Fact]
    public void A_doctype_is_passed_over_and_a_defined_entity_refused()
    {
        Read(
            EpubBuilder
                .Titled("x")
                .Package(package => Doctype(package, "<!DOCTYPE package SYSTEM \"file:///etc/passwd\">"))
        )
            .Value!.Title.ShouldBe("x");
        Read(
            EpubBuilder
                .Titled("TITLE")
                .Package(package =>
                    Doctype(package, "<!DOCTYPE package [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
                        .Replace("TITLE", "&e;", StringComparison.Ordinal)
                )
        )
            .Fatal!.Code.ShouldBe(FindingCodes.EpubEntitiesRefused);
    }

    [Theory]
    [InlineData("META-INF/container.xml", FindingCodes.EpubContainerMissing)]
    [InlineData("OEBPS/package.opf", FindingCodes.EpubPackageMissing)]
    public void A_book_without_its_documents_is_refused(string entry, string code)
    {
        Reading<EpubBook> reading = Read(EpubBuilder.Titled("x").Without(entry));
        reading.Fatal!.Code.ShouldBe(code);
        reading.Value.ShouldBeNull();
    }

    [Fact]
    public void Another_kind_of_archive_is_told_apart() =>
        Read(
            EpubBuilder
                .Titled("x")
                .Entry("001.jpg", "x")
                .Without("mimetype")
                .Without("META-INF/container.xml")
                .Without("OEBPS/package.opf")
        )
            .Fatal!.Code.ShouldBe(FindingCodes.EpubNotABook);

    [Theory]
    [InlineData("\u0001")]
    [InlineData("<unclosed>")]
    public void Damage_is_not_mended(string damage) =>
        Read(EpubBuilder.Titled("TITLE").Package(package => package.Replace("TITLE", damage, StringComparison.Ordinal)))
            .Fatal!.Code.ShouldBe(FindingCodes.EpubPackageMalformed);

    [Fact]
    public void Texts_are_encrypted_is_fatal_and_the_metadata_are_there_still()
    {
        Reading<EpubBook> reading = Read(
            Encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/text/ch01.xhtml")
        );
        reading.Fatal!.Code.ShouldBe(FindingCodes.EpubEncrypted);
        reading.Value!.Title.ShouldBe("Locked");
    }

    [Fact]
    public void An_obfuscated_font_is_no_encryption() =>
        Read(Encrypted("http://www.idpf.org/2008/embedding", "OEBPS/text/ch01.xhtml")).Findings.ShouldBeEmpty();

    [Fact]
    public void The_book_without_a_title_has_none_and_a_warning()
    {
        Reading<EpubBook> reading = Read(EpubBuilder.Untitled());
        reading.Value!.Title.ShouldBeNull();
        reading.Findings.Select(finding => finding.Code).ShouldBe([FindingCodes.EpubTitleMissing]);
    }

    [Fact]
    public void Text_is_bounded_and_clean()
    {
        EpubBook book = Read(
            EpubBuilder.Titled($" A\t\n  title\u202E {new string('x', 5000)}").By(new string('n', 9000))
        ).Value!;
        book.Title!.Length.ShouldBe(1000);
        book.Title.ShouldStartWith("A title x");
        book.Creators[0].Name.Length.ShouldBe(500);
    }

    [Fact]
    public void Nested_contents_keep_their_shape_and_pictures_speak_by_their_text()
    {
        const string nav =
            "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"><body>"
            + "<nav epub:type=\"landmarks\"><ol><li><a href=\"x\">no</a></li></ol></nav>"
            + "<nav epub:type=\"toc\"><h1>Contents</h1><ol><li><span>Part&nbsp;One</span><ol><li><a href=\"text/a%20b.xhtml#s\">"
            + "One <i>two</i></a></li><li><a href=\"../../../x\"><img alt=\"A map\"/></a></li></ol></li><li/></ol></nav></body></html>";
        IReadOnlyList<EpubChapter> chapters = Read(
            EpubBuilder.Titled("x").Entry("OEBPS/nav.xhtml", nav)
        ).Value!.Chapters;
        chapters.Select(chapter => chapter.Title).ShouldBe(["Part One"]);
        chapters[0]
            .Children.Select(chapter => (chapter.Title, chapter.Href))
            .ShouldBe([("One two", "OEBPS/text/a b.xhtml#s"), ("A map", null)]);
    }

    [Fact]
    public void A_broken_nav_falls_back_to_the_ncx()
    {
        Reading<EpubBook> reading = Read(EpubBuilder.Titled("x").Entry("OEBPS/nav.xhtml", "<html><nav"));
        reading.Value!.Chapters.Count.ShouldBe(3);
        reading.Findings.Select(finding => finding.Code).ShouldBe([FindingCodes.EpubContentsMalformed]);
    }

    [Fact]
    public void When_time_is_up_what_was_read_is_kept()
    {
        byte[] book = EpubBuilder.Titled("Slow").Build();
        var seen = new HashSet<(string? Title, bool IsFatal)>();
        for (int reads = 1; reads <= 12; reads++)
        {
            using var time = new CancellationTokenSource();
            Reading<EpubBook> reading = EpubReader.Read(new StreamThatTakesTime(book, reads, time), time.Token);
            if (time.IsCancellationRequested && reading.Findings.Count > 0)
            {
                reading.Findings[0].Code.ShouldBe(FindingCodes.ReadTimeout);
                seen.Add((reading.Value?.Title, reading.Fatal is not null));
            }
        }

        seen.ShouldBe([(null, true), ("Slow", false)], ignoreOrder: true);
    }

    private sealed class StreamThatTakesTime(byte[] bytes, int reads, CancellationTokenSource time)
        : MemoryStream(bytes)
    {
        private int _reads;

        public override int Read(Span<byte> buffer)
        {
            if (++_reads == reads)
            {
                time.Cancel();
            }

            return base.Read(buffer);
        }
    }

    private static EpubBuilder Full(SeriesStyle style) =>
        EpubBuilder
            .Titled("The Hobbit")
            .SortedAs("Hobbit, The")
            .Subtitle("There & Back")
            .By("J. R. R. Tolkien", "Tolkien, J. R. R.")
            .Credit("Walter Scherf", "trl")
            .InSeries("Middle-earth", 1.5, style)
            .Isbn("978-0-306-40615-7")
            .Identifier("amazon:B000000001")
            .Language("en_gb")
            .Publisher("Allen & Unwin")
            .Published("1937-09-21T00:00:00+00:00")
            .Subjects("Fantasy", "Dragons", "Fantasy")
            .Description("<div><p onclick=\"x()\">A <b>good</b> tale.<script>x()</script></p></div>")
            .GeneratedCover(1);

    private static EpubBuilder Encrypted(string algorithm, string path) =>
        EpubBuilder
            .Titled("Locked")
            .Entry(
                "META-INF/encryption.xml",
                "<encryption xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><EncryptedData "
                    + $"xmlns=\"http://www.w3.org/2001/04/xmlenc#\"><EncryptionMethod Algorithm=\"{algorithm}\"/><CipherData>"
                    + $"<CipherReference URI=\"{path}\"/></CipherData></EncryptedData></encryption>"
            );

    private static string Doctype(string package, string doctype) =>
        package.Replace("?>", $"?>{doctype}", StringComparison.Ordinal);

    private static string OpfOf(EpubBuilder builder)
    {
        string package = "";
        builder.Package(made => package = made).Build();
        return package.Replace("ž", "", StringComparison.Ordinal);
    }

    private static string? TitleOf(byte[] package) =>
        Read(EpubBuilder.Titled("x").Entry("OEBPS/package.opf", package)).Value?.Title;

    private static Reading<EpubBook> Read(EpubBuilder builder) =>
        EpubReader.Read(new MemoryStream(builder.Build()), TestContext.Current.CancellationToken);
}
