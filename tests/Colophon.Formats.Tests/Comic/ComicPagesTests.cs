using Colophon.Formats.Comic;
using Colophon.Testing;

namespace Colophon.Formats.Tests.Comic;

public sealed class ComicPagesTests
{
    [Fact]
    public void Pages_come_in_the_order_people_count()
    {
        ComicBook comic = Read(
            Pictures("page 10.png", "Page 2.png", "page 1.png", "extra/1.png", "a10/1.png", "a2/1.png")
        ).Value!;

        comic
            .Pages.Select(page => page.Entry)
            .ShouldBe(["page 1.png", "Page 2.png", "page 10.png", "a2/1.png", "a10/1.png", "extra/1.png"]);
        comic.Pages[3].Name.ShouldBe("1.png");
    }

    [Fact]
    public void What_is_no_page_is_left_out()
    {
        Pictures(
                "__MACOSX/._1.png",
                "._1.png",
                ".hidden/1.png",
                "@eaDir/1.png",
                "Thumbs.db",
                "readme.txt",
                "nested.cbz",
                "page.svg",
                "1.png"
            )
            .Entry("2.png", [])
            .ReadPages()
            .ShouldBe(["1.png"]);
    }

    [Theory]
    [InlineData("cover.png", true)]
    [InlineData("Chapter 20/Cover.jpg", true)]
    [InlineData("DearS_v01_cover.jpg", true)]
    [InlineData("!cover.jpg", true)]
    [InlineData("folder.jpg", true)]
    [InlineData("back_cover.png", false)]
    [InlineData("inner cover.png", false)]
    [InlineData("discover.png", false)]
    [InlineData("over.png", false)]
    [InlineData("001.jpg", false)]
    public void A_picture_named_cover_is_the_cover(string entry, bool expected) =>
        ComicPages.IsCoverName(entry).ShouldBe(expected);

    [Fact]
    public void Folders_are_chapters_where_there_are_several()
    {
        Read(Pictures("Chapter 1/1.png", "Chapter 1/2.png", "Chapter 2/1.png"))
            .Value!.Chapters.ShouldBe([new ComicChapter("Chapter 1", 0), new ComicChapter("Chapter 2", 2)]);
        Read(Pictures("Only/1.png", "Only/2.png")).Value!.Chapters.ShouldBeEmpty();
    }

    private static Reading<ComicBook> Read(CbzBuilder comic) =>
        ComicReader.Read(new MemoryStream(comic.Build()), TestContext.Current.CancellationToken);

    private static CbzBuilder Pictures(params string[] names) =>
        names.Aggregate(CbzBuilder.Empty(), (comic, name) => comic.Entry(name, CbzBuilder.Page(1)));
}

internal static class ComicReading
{
    public static IEnumerable<string> ReadPages(this CbzBuilder comic) =>
        ComicReader
            .Read(new MemoryStream(comic.Build()), TestContext.Current.CancellationToken)
            .Value!.Pages.Select(page => page.Entry);
}
