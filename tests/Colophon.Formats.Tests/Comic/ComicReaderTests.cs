using Colophon.Formats.Books;
using Colophon.Formats.Comic;
using Colophon.Formats.Pictures;
using Colophon.Formats.Zip;
using Colophon.Testing;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Tests.Comic;

public sealed class ComicReaderTests
{
    [Fact]
    [Trait("Req", "B7")]
    public void Every_field_of_ComicInfo_is_read()
    {
        ComicMetadata said = Read(
            CbzBuilder
                .OfPages(2)
                .Info("Title", "The Beginning")
                .Info("Series", "Saga")
                .Info("Number", "1.5")
                .Info("Count", "7")
                .Info("Volume", "2")
                .Info("AlternateSeries", "Crossover")
                .Info("AlternateNumber", "3")
                .Info("Summary", "First line.\nSecond line.")
                .Info("Notes", "Tagged")
                .Info("Year", "2012")
                .Info("Month", "3")
                .Info("Day", "14")
                .Info("Writer", "Brian K. Vaughan, Fiona Staples")
                .Info("Penciller", "Fiona Staples")
                .Info("Inker", "Ann Ink")
                .Info("Colorist", "Ann Color")
                .Info("Letterer", "Fonografiks")
                .Info("CoverArtist", "Fiona Staples")
                .Info("Editor", "Eric Stephenson")
                .Info("Translator", "Tom Trans")
                .Info("Publisher", "Image")
                .Info("Imprint", "Skybound")
                .Info("Genre", "Action, Adventure")
                .Info("Tags", "space; war")
                .Info("Web", "https://example.org/1 https://example.org/2")
                .Info("LanguageISO", "en-us")
                .Info("Format", "Annual")
                .Info("Manga", "YesAndRightToLeft")
                .Info("AgeRating", "MA15+")
                .Info("Characters", "Alana, Marko")
                .Info("Teams", "The Will")
                .Info("Locations", "Cleave")
                .Info("StoryArc", "one, , three")
                .Info("StoryArcNumber", "6, 7, 8")
                .Info("SeriesGroup", "multiple,collections")
                .Info("GTIN", "978-0-306-40615-7")
        ).Value!.Metadata;

        (said.Title, said.Series, said.Number, said.NumberEnd, said.Count, said.Volume).ShouldBe(
            ("The Beginning", "Saga", 1.5, null, 7, 2)
        );
        said.Arcs.ShouldBe([new ComicArc("Crossover", 3), new ComicArc("one", 6), new ComicArc("three", 8)]);
        said.Summary!.ShouldContain("Second line.");
        (said.Notes, said.Published, said.Language).ShouldBe(("Tagged", "2012-03-14", "en-US"));
        said.Credits.Select(credit => $"{credit.Name}:{credit.Role}")
            .ShouldBe([
                "Brian K. Vaughan:writer",
                "Fiona Staples:writer",
                "Fiona Staples:penciller",
                "Ann Ink:inker",
                "Ann Color:colorist",
                "Fonografiks:letterer",
                "Fiona Staples:cover_artist",
                "Eric Stephenson:editor",
                "Tom Trans:translator",
            ]);
        (said.Publisher, said.Imprint, said.Format, said.AgeRating).ShouldBe(("Image", "Skybound", "Annual", "MA15+"));
        said.Genres.ShouldBe(["Action", "Adventure"]);
        said.Tags.ShouldBe(["space", "war"]);
        said.Web.ShouldBe("https://example.org/1");
        (said.IsManga, said.Direction).ShouldBe((true, ReadingDirection.RightToLeft));
        said.Characters.ShouldBe(["Alana", "Marko"]);
        (said.Teams[0], said.Locations[0]).ShouldBe(("The Will", "Cleave"));
        said.SeriesGroups.ShouldBe(["multiple", "collections"]);
        said.Identifiers.ShouldBe([new BookIdentifier("isbn_13", "9780306406157")]);
    }

    [Theory]
    [InlineData("2009", null, null, "2009")]
    [InlineData("2009", "5", null, "2009-05")]
    [InlineData("2009", "5", "31", "2009-05-31")]
    [InlineData("2009", "2", "31", "2009-02")]
    [InlineData("-1", "-1", "-1", null)]
    public void A_date_keeps_the_precision_it_has(string year, string? month, string? day, string? expected)
    {
        CbzBuilder comic = CbzBuilder.OfPages(1).Info("Year", year);
        _ = month is null ? comic : comic.Info("Month", month);
        _ = day is null ? comic : comic.Info("Day", day);

        Read(comic).Value!.Metadata.Published.ShouldBe(expected);
    }

    [Fact]
    public void Names_with_a_suffix_stay_one_name()
    {
        ComicMetadata said = Read(CbzBuilder.OfPages(1).Info("Writer", "Sammy Davis, Jr., Ann Author")).Value!.Metadata;

        said.Credits.Select(credit => credit.Name).ShouldBe(["Sammy Davis, Jr.", "Ann Author"]);
    }

    [Theory]
    [InlineData("Image=\"2\" Type=\"FrontCover\"", 2)]
    [InlineData("Image=\"1\" Type=\"InnerCover\"", 1)]
    [InlineData("Image=\"9\" Type=\"FrontCover\"", 0)]
    [InlineData("Image=\"1\" Type=\"Story\"", 0)]
    public void The_front_cover_is_the_page_ComicInfo_names(string note, int expected)
    {
        Reading<ComicBook> reading = Read(CbzBuilder.OfPages(3).PageNote(note));

        reading.Value!.CoverPage.ShouldBe(expected);
        reading.Findings.Any(finding => finding.Code == FindingCodes.ComicCoverMissing).ShouldBe(note.Contains('9'));
        Bytes(CbzBuilder.OfPages(3).PageNote(note), reading.Value.Cover!).ShouldBe(CbzBuilder.Page(expected + 1));
    }

    [Fact]
    public void Bookmarks_are_chapters()
    {
        ComicBook comic = Read(
            CbzBuilder
                .OfPages(4)
                .PageNote("Image=\"2\" Bookmark=\"Two\"")
                .PageNote("Image=\"0\" Bookmark=\"One\" ImageWidth=\"800\" ImageHeight=\"1200\"")
                .PageNote("Image=\"77\" Bookmark=\"Nowhere\"")
        ).Value!;

        comic.Chapters.ShouldBe([new ComicChapter("One", 0), new ComicChapter("Two", 2)]);
        (comic.Pages[0].Width, comic.Pages[0].Height, comic.Pages[1].Width).ShouldBe((800, 1200, null));
    }

    [Fact]
    public void ComicBookInfo_in_the_comment_is_read()
    {
        ComicMetadata said = Read(
            CbzBuilder
                .OfPages(1)
                .Comment(
                    """
                    {"appID":"x","ComicBookInfo/1.0":{"series":"Captain Science","title":"The Beginning","publisher":"YAS",
                    "publicationMonth":11,"publicationYear":1950,"issue":1,"numberOfIssues":7,"volume":1950,"language":"English",
                    "genre":"Science Fiction","credits":[{"person":"Joe Orlando","primary":true,"role":"Writer"},
                    {"person":"Wally Wood","role":"Cover"},{"person":"Who","role":"Janitor"}],"tags":["a","b"],"comments":"Good."}}
                    """
                )
        ).Value!.Metadata;

        (said.Series, said.Title, said.Number, said.Count, said.Volume).ShouldBe(
            ("Captain Science", "The Beginning", 1, 7, 1950)
        );
        (said.Published, said.Language, said.Summary).ShouldBe(("1950-11", "en", "Good."));
        said.Credits.ShouldBe([
            new ComicCredit("Joe Orlando", "writer"),
            new ComicCredit("Wally Wood", "cover_artist"),
            new ComicCredit("Who", "contributor"),
        ]);
        said.Tags.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void CoMet_is_read_where_ComicInfo_is_silent()
    {
        const string comet = """
            <comet xmlns:comet="http://www.denvog.com/comet/"><title>From CoMet</title><series>S</series><issue>4</issue>
            <penciller>Wally Wood</penciller><date>1950-12-01</date><readingDirection>rtl</readingDirection>
            <coverImage>002.png</coverImage><identifier>CVDB145269</identifier></comet>
            """;

        ComicBook comic = Read(
            CbzBuilder.OfPages(3).Info("Title", "From ComicInfo").Entry("x/CoMet.xml", comet)
        ).Value!;

        ComicMetadata said = comic.Metadata;
        (said.Title, said.Series, said.Number).ShouldBe(("From ComicInfo", "S", 4));
        (said.Published, said.Direction, comic.CoverPage).ShouldBe(("1950-12-01", ReadingDirection.RightToLeft, 1));
        said.Identifiers.ShouldBe([new BookIdentifier("other", "CVDB145269")]);
    }

    [Theory]
    [InlineData("<ComicInfo><Title>x</Ti", FindingCodes.ComicInfoMalformed)]
    [InlineData("<html><body>x</body></html>", FindingCodes.ComicInfoMalformed)]
    [InlineData("not xml", FindingCodes.ComicInfoMalformed)]
    [InlineData("", FindingCodes.ComicInfoMalformed)]
    [InlineData("<ComicInfo><Title>A & B</Title></ComicInfo>", FindingCodes.ComicInfoRepaired)]
    [InlineData(
        "<!DOCTYPE x [<!ENTITY a \"b\">]><ComicInfo><Title>&a;</Title></ComicInfo>",
        FindingCodes.ComicInfoEntitiesRefused
    )]
    public void A_ComicInfo_that_is_none_is_a_warning_and_the_pages_stay(string xml, string code)
    {
        Reading<ComicBook> reading = Read(CbzBuilder.OfPages(2).Entry("ComicInfo.xml", xml));

        reading.Fatal.ShouldBeNull();
        reading.Findings.ShouldContain(finding => finding.Code == code);
        reading.Value!.Pages.Count.ShouldBe(2);
    }

    [Fact]
    public void The_ComicInfo_nearest_to_the_root_counts()
    {
        Read(
            CbzBuilder
                .OfPages(1)
                .Entry("deep/ComicInfo.xml", "<ComicInfo><Title>Deep</Title></ComicInfo>")
                .Entry("comicinfo.XML", "<ComicInfo><Title>Near</Title></ComicInfo>")
                .Entry("__MACOSX/ComicInfo.xml", "<ComicInfo><Title>Junk</Title></ComicInfo>")
        )
            .Value!.Metadata.Title.ShouldBe("Near");
    }

    [Fact]
    public void A_GTIN_with_a_wrong_check_digit_is_told_and_kept()
    {
        Reading<ComicBook> reading = Read(CbzBuilder.OfPages(1).Info("GTIN", "9780306406158"));

        reading.Value!.Metadata.Identifiers.ShouldBe([new BookIdentifier("other", "9780306406158")]);
        reading.Findings.ShouldContain(finding => finding.Code == FindingCodes.ComicGtinInvalid);
    }

    [Fact]
    public void An_archive_without_pictures_is_told()
    {
        Reading<ComicBook> reading = Read(CbzBuilder.Empty().Entry("readme.txt", "x"));

        reading.Fatal.ShouldBeNull();
        reading.Value!.Cover.ShouldBeNull();
        reading.Findings.ShouldContain(finding => finding.Code == FindingCodes.ComicPagesMissing);
    }

    [Fact]
    public void What_is_no_archive_is_fatal()
    {
        Reading<ComicBook> reading = ComicReader.Read(
            new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]),
            TestContext.Current.CancellationToken
        );

        reading.Value.ShouldBeNull();
        reading.Fatal!.Code.ShouldBe(FindingCodes.ZipNotAnArchive);
    }

    [Fact]
    public void A_cancelled_reading_keeps_the_pages()
    {
        using var cancelled = new CancellationTokenSource();
        byte[] file = CbzBuilder.OfPages(1).Info("Title", "x").Build();
        using var slow = new CancelAfterTail(file, cancelled);

        Reading<ComicBook> reading = ComicReader.Read(slow, cancelled.Token);

        reading.Findings.ShouldContain(finding => finding.Code == FindingCodes.ReadTimeout);
        reading.Value!.Pages.Count.ShouldBe(1);
        reading.Fatal.ShouldBeNull();
    }

    [Fact]
    public void A_listing_of_another_archive_is_read_the_same_way()
    {
        var listing = new ComicListing(
            ComicContainer.Rar,
            [new("b/10.jpg", 5, false), new("b/9.jpg", -1, false), new("b/ComicInfo.xml", 60, false)],
            new Dictionary<string, byte[]>(StringComparer.Ordinal)
            {
                ["b/ComicInfo.xml"] = "<ComicInfo><Series>S</Series></ComicInfo>"u8.ToArray(),
            }
        );

        ComicBook comic = ComicReader.Read(listing, TestContext.Current.CancellationToken).Value!;

        comic.Metadata.Series.ShouldBe("S");
        comic.Pages.Select(page => page.Name).ShouldBe(["9.jpg", "10.jpg"]);
        comic.Cover.ShouldBe(new EmbeddedPicture("b/9.jpg", 0, 0, -1, EmbeddedPicture.ByName));
    }

    [Fact]
    public void A_locked_archive_is_fatal_and_still_says_how_many_pages_it_has()
    {
        var listing = new ComicListing(
            ComicContainer.SevenZip,
            [new("1.jpg", 5, true)],
            new Dictionary<string, byte[]>()
        );

        Reading<ComicBook> reading = ComicReader.Read(listing, TestContext.Current.CancellationToken);

        reading.Fatal!.Code.ShouldBe(FindingCodes.ArchiveEncrypted);
        reading.Value!.Pages.Count.ShouldBe(1);
        reading.Value.Cover.ShouldBeNull();
    }

    private static Reading<ComicBook> Read(CbzBuilder comic) =>
        ComicReader.Read(new MemoryStream(comic.Build()), TestContext.Current.CancellationToken);

    private static byte[] Bytes(CbzBuilder comic, EmbeddedPicture picture)
    {
        using SafeFileHandle file = OnDisk.Of(comic.Build());
        using var bytes = new MemoryStream();
        ZipEntryReader.CopyPicture(file, picture, bytes, 1 << 20, TestContext.Current.CancellationToken).ShouldBeNull();
        return bytes.ToArray();
    }

    /// <summary>Cancels at its second read: the directory is there by then, the documents are not.</summary>
    private sealed class CancelAfterTail(byte[] file, CancellationTokenSource source) : MemoryStream(file)
    {
        private int _reads;

        public override int Read(Span<byte> buffer)
        {
            if (++_reads > 1)
            {
                source.Cancel();
            }

            return base.Read(buffer);
        }
    }
}
