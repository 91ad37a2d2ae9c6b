using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Colophon.Formats.Books;
using Colophon.Formats.Comic;
using Colophon.Testing;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Tests.Comic;

public sealed class ComicWriterTests
{
    private static readonly ComicMetadata _saga = new()
    {
        Title = "The Beginning & <more>",
        Series = "Saga",
        Number = 1.5,
        NumberText = "1.5",
        Count = 54,
        Volume = 2012,
        Arcs = [new ComicArc("Landing", 2), new ComicArc("War", null)],
        SeriesGroups = ["Space"],
        Credits =
        [
            new ComicCredit("Brian K. Vaughan", "writer"),
            new ComicCredit("King, Jr.", "writer"),
            new ComicCredit("Fiona Staples", "penciller"),
            new ComicCredit("Ann Inker", "inker"),
            new ComicCredit("Col Orist", "colorist"),
            new ComicCredit("Let Terer", "letterer"),
            new ComicCredit("Fiona Staples", "cover_artist"),
            new ComicCredit("Ed Itor", "editor"),
            new ComicCredit("Tom Trans", "translator"),
        ],
        Summary = "It begins.\nŁódź 三体",
        Notes = "Noted",
        Genres = ["Action", "Adventure"],
        Tags = ["Space, outer"],
        Characters = ["Alana", "Marko"],
        Teams = ["Wreath"],
        Locations = ["Cleave"],
        Publisher = "Image",
        Imprint = "Skybound",
        Published = "2012-03-14",
        Language = "pt-BR",
        Format = "Annual",
        AgeRating = "Teen",
        IsManga = true,
        Direction = ReadingDirection.RightToLeft,
        Web = "https://example.org/saga",
        Identifiers = [new BookIdentifier("isbn_13", "9780306406157")],
        Pages = [new ComicPageNote(0, "FrontCover", null, 40, 60), new ComicPageNote(1, null, "Two", null, null)],
    };

    [Fact]
    public void What_is_written_is_read_back_whether_the_comic_said_something_or_nothing()
    {
        Told(Read(Copy(CbzBuilder.OfPages(3).Build(), _saga))).ShouldBe(Told(_saga));
        Told(Read(Copy(Informed().Build(), _saga))).ShouldBe(Told(_saga));
        Told(Read(Copy(Copy(Informed().Build(), _saga), _saga))).ShouldBe(Told(_saga));
    }

    [Fact]
    public void What_the_catalog_does_not_show_is_taken_out_and_what_it_does_not_know_stays()
    {
        byte[] source = Informed().Info("ScanInformation", "by hand").Info("OfMyOwn", "kept").Build();

        byte[] copy = Copy(source, ComicMetadata.Empty with { Title = "Alone" });

        Told(Read(copy)).ShouldBe(Told(ComicMetadata.Empty with { Title = "Alone" }));
        XElement info = InfoOf(copy);
        info.Elements().Select(element => element.Name.LocalName).ShouldBe(["Title", "ScanInformation", "OfMyOwn"]);
        info.Element("OfMyOwn")!.Value.ShouldBe("kept");
    }

    [Fact]
    public void A_field_that_says_what_it_should_keeps_its_words()
    {
        byte[] source = Informed()
            .Info("AgeRating", "Unknown")
            .Info("Web", "https://a.example https://b.example")
            .Build();

        XElement info = InfoOf(Copy(source, Read(source) with { Title = "Other" }));

        info.Element("Title")!.Value.ShouldBe("Other");
        info.Element("AgeRating")!.Value.ShouldBe("Unknown");
        info.Element("Web")!.Value.ShouldBe("https://a.example https://b.example");
        info.Element("AlternateSeries")!.Value.ShouldBe("Old Arc");
    }

    [Fact]
    public void A_page_keeps_what_else_its_element_says()
    {
        byte[] source = CbzBuilder
            .OfPages(2)
            .PageNote("Image=\"1\" Type=\"Story\" DoublePage=\"true\" ImageSize=\"77\"")
            .Build();

        byte[] copy = Copy(
            source,
            ComicMetadata.Empty with
            {
                Pages = [new ComicPageNote(1, "FrontCover", null, null, null)],
            }
        );

        XElement page = InfoOf(copy).Element("Pages")!.Elements("Page").ShouldHaveSingleItem();
        page.Attributes()
            .Select(attribute => attribute.ToString())
            .ShouldBe(["Image=\"1\"", "Type=\"FrontCover\"", "DoublePage=\"true\"", "ImageSize=\"77\""]);
    }

    [Fact]
    public void New_fields_stand_in_the_order_of_the_schema()
    {
        byte[] source = CbzBuilder.OfPages(1).Info("Number", "3").Info("Writer", "W").Info("GTIN", "x").Build();

        XElement info = InfoOf(Copy(source, _saga));

        string[] names = [.. info.Elements().Select(element => element.Name.LocalName)];
        names.ShouldBe([
            "Title",
            "Series",
            "Number",
            "Count",
            "Volume",
            "Summary",
            "Notes",
            "Year",
            "Month",
            "Day",
            "Writer",
            "Penciller",
            "Inker",
            "Colorist",
            "Letterer",
            "CoverArtist",
            "Editor",
            "Translator",
            "Publisher",
            "Imprint",
            "Genre",
            "Tags",
            "Web",
            "LanguageISO",
            "Format",
            "Manga",
            "Characters",
            "Teams",
            "Locations",
            "StoryArc",
            "StoryArcNumber",
            "SeriesGroup",
            "AgeRating",
            "Pages",
            "GTIN",
        ]);
    }

    [Fact]
    public void Every_other_entry_and_the_comment_stay_as_they_are_packed()
    {
        byte[] source = Informed().Entry("notes/readme.txt", "hello").Comment("a comment").Build();

        byte[] copy = Copy(source, _saga);

        using var before = new ZipArchive(new MemoryStream(source));
        using var after = new ZipArchive(new MemoryStream(copy));
        after.Comment.ShouldBe("a comment");
        after.Entries.Select(entry => entry.FullName).ShouldBe(before.Entries.Select(entry => entry.FullName));
        foreach (ZipArchiveEntry entry in before.Entries.Where(entry => entry.Name != "ComicInfo.xml"))
        {
            ZipArchiveEntry found = after.GetEntry(entry.FullName)!;
            (found.CompressedLength, found.Crc32, found.LastWriteTime).ShouldBe(
                (entry.CompressedLength, entry.Crc32, entry.LastWriteTime)
            );
            found.Content().ShouldBe(entry.Content(), entry.FullName);
        }
    }

    [Fact]
    public void Of_several_documents_the_one_that_counts_is_rewritten()
    {
        byte[] source = CbzBuilder
            .OfPages(1)
            .Entry("deep/ComicInfo.xml", "<ComicInfo><Title>Deep</Title></ComicInfo>")
            .Entry("comicinfo.XML", "<comicinfo><title>Near</title></comicinfo>")
            .Build();

        byte[] copy = Copy(source, Read(source) with { Series = "S" });

        using var archive = new ZipArchive(new MemoryStream(copy));
        Encoding.UTF8.GetString(archive.GetEntry("deep/ComicInfo.xml")!.Content()).ShouldNotContain("Series");
        (Read(copy).Title, Read(copy).Series).ShouldBe(("Near", "S"));
    }

    [Fact]
    public void A_document_that_cannot_be_read_is_replaced()
    {
        byte[] source = CbzBuilder.OfPages(1).Entry("ComicInfo.xml", "<ComicInfo><Title>no end").Build();

        Told(Read(Copy(source, _saga))).ShouldBe(Told(_saga));
    }

    [Fact]
    public void What_is_no_archive_gives_no_copy()
    {
        using SafeFileHandle file = OnDisk.Of("no archive"u8.ToArray());

        ComicWriter.Copy(file, Stream.Null, _saga, CancellationToken.None)!.Code.ShouldBe(FindingCodes.ZipNotAnArchive);
    }

    [Fact]
    public void Every_comic_of_the_corpus_survives_being_copied_with_other_and_with_its_own_metadata()
    {
        var mistakes = new List<string>();
        int copied = 0;
        foreach ((string path, _) in Corpus.Files("comic_archive"))
        {
            using SafeFileHandle file = File.OpenHandle(path);
            Reading<ComicBook> before = ComicReader.Read(file, CancellationToken.None);
            if (before.Value is not { } comic || before.Fatal is not null || new FileInfo(path).Length > 4_000_000)
            {
                continue;
            }

            copied++;
            using var other = new MemoryStream();
            Finding? finding = ComicWriter.Copy(file, other, _saga, CancellationToken.None);
            if (
                finding is not null
                || Told(Read(other.ToArray())) != Told(_saga with { CoverEntry = comic.Metadata.CoverEntry })
            )
            {
                mistakes.Add($"{path}: {finding} {Told(Read(other.ToArray()))}");
                continue;
            }

            Reading<ComicBook> after = ComicReader.Read(
                new MemoryStream(Copy(other.ToArray(), comic.Metadata)),
                CancellationToken.None
            );
            if (
                Told(after.Value!.Metadata) != Told(Writable(comic.Metadata))
                || !after.Value.Pages.SequenceEqual(comic.Pages)
            )
            {
                mistakes.Add($"{path}:\n{Told(Writable(comic.Metadata))}\n{Told(after.Value.Metadata)}");
            }
        }

        string.Join('\n', mistakes).ShouldBeEmpty();
        (Corpus.Folder is null || copied > 5).ShouldBeTrue($"{copied} comics were copied");
    }

    [Fact]
    public void Mutated_comics_never_crash_the_writer() =>
        Mutations.Feed(
            [Informed().Build(), CbzBuilder.OfPages(2).Build()],
            ["<Page Image=\"0\"/>", "<Title>", "PK\u0001\u0002", "&x;", "</ComicInfo>"],
            mutated =>
            {
                using SafeFileHandle file = OnDisk.Of(mutated);
                ComicWriter.Copy(file, Stream.Null, _saga, CancellationToken.None);
            }
        );

    /// <summary>People by the roles that ComicInfo has elements for, in their order.</summary>
    private static ComicMetadata Writable(ComicMetadata metadata) =>
        metadata with
        {
            Credits =
            [
                .. ComicNames.Elements.SelectMany(element =>
                    metadata
                        .Credits.Where(credit => ComicNames.ElementOf(credit.Role) == element)
                        .Select(credit => new ComicCredit(credit.Name, ComicNames.RoleOf(element)!))
                ),
            ],
        };

    private static CbzBuilder Informed() =>
        CbzBuilder
            .OfPages(3)
            .Info("Title", "Old")
            .Info("Series", "Old Series")
            .Info("Number", "7")
            .Info("AlternateSeries", "Old Arc")
            .Info("AlternateNumber", "2")
            .Info("Writer", "Old Writer; Another")
            .Info("Summary", "Old summary")
            .Info("Year", "1999")
            .Info("Manga", "Yes")
            .Info("GTIN", "4006381333931")
            .PageNote("Image=\"1\" Type=\"FrontCover\"");

    private static string Told(ComicMetadata metadata) => JsonSerializer.Serialize(metadata);

    private static ComicMetadata Read(byte[] comic)
    {
        Reading<ComicBook> reading = ComicReader.Read(new MemoryStream(comic), CancellationToken.None);
        reading.Fatal.ShouldBeNull();
        return reading.Value!.Metadata;
    }

    private static XElement InfoOf(byte[] comic)
    {
        using var archive = new ZipArchive(new MemoryStream(comic));
        return XElement.Parse(Encoding.UTF8.GetString(archive.GetEntry("ComicInfo.xml")!.Content()));
    }

    private static byte[] Copy(byte[] source, ComicMetadata metadata)
    {
        using SafeFileHandle file = OnDisk.Of(source);
        using var copy = new MemoryStream();
        ComicWriter.Copy(file, copy, metadata, CancellationToken.None).ShouldBeNull();
        return copy.ToArray();
    }
}
