using Colophon.Formats.Naming;

namespace Colophon.Formats.Tests.Naming;

/// <summary>Each rule of the tables has a path that makes it fire, so that none is dead.</summary>
[Trait("Req", "D7")]
public sealed class NamingRulesTests
{
    private static readonly (string Id, string Path)[] _books =
    [
        ("book.disc", "Author/Title/CD 2/01.mp3"),
        ("book.extra-file", "Author/Title/Extra.mp3"),
        ("book.audio-remarks", "Author/Title (Unabridged).m4b"),
        ("book.shelf", "Shelf/Author/Series/01 - Title/file.epub"),
        ("book.author-folder", "Author/Title.epub"),
        ("book.series-folder", "Author/Series/01 - Title/file.epub"),
        ("book.numbered-file", "Author/Series/01 - Title.epub"),
        ("book.title-folder", "Author/Title/file.epub"),
        ("book.title-file", "Title.epub"),
        ("book.separators", "Some_Title.epub"),
        ("book.asin", "Author/Title [B0CXQ7TZ1M]/part.mp3"),
        ("book.scene-release", "Some_Author-Some_Title-CD-2016-GRP.epub"),
        ("book.narrators", "Author/Title {Nora Narrator}/part.mp3"),
        ("book.author-in-brackets", "[Some Author] Title/file.epub"),
        ("book.series-in-parentheses", "Title (Series, #5).epub"),
        ("book.release", "Author - Title [MP3]/part.mp3"),
        ("book.year", "Title (1999).epub"),
        ("book.tags", "Title [retail].epub"),
        ("book.series-number", "Author/Series #2.epub"),
        ("book.author-series-title", "Author - Series 01 - Title.epub"),
        ("book.series-prefix", "Author/Series/Series 01 - Title.epub"),
        ("book.sequence", "Author/Series/01 - Title/file.epub"),
        ("book.year-prefix", "Author/1999 - Title/file.epub"),
        ("book.author-colon", "Some Author/Some Author: Title.epub"),
        ("book.title-author", "Title - Some Author.epub"),
        ("book.by", "Title by Some Author.epub"),
        ("book.article-behind", "Author/Title, The.epub"),
        ("book.several-authors", "Some Author & Other Author/Title.epub"),
        ("book.inverted-author", "Author, Some/Title.epub"),
    ];

    private static readonly (string Id, string Path)[] _comics =
    [
        ("comic.separators", "Some_Series_v01.cbz"),
        ("comic.country-prefix", "Bd Fr-Series-t6.cbz"),
        ("comic.tags", "[Group] Series v01.cbz"),
        ("comic.parentheses", "Series v01 (Digital).cbz"),
        ("comic.year", "Series v01 (2012).cbz"),
        ("comic.count", "Series 04 (of 6).cbz"),
        ("comic.special", "Series/Series SP01.cbz"),
        ("comic.volume", "Series v01.cbz"),
        ("comic.chapter", "Series c001.cbz"),
        ("comic.number-after-volume", "Series v1 024.cbz"),
        ("comic.number-only", "Series/001.cbz"),
        ("comic.number-before", "Series/04 - Title.cbz"),
        ("comic.side-stories", "Series Omake.cbz"),
        ("comic.number-title", "Series 01 - Title.cbz"),
        ("comic.number-end", "Series 001.cbz"),
        ("comic.edition", "Series Omnibus v01.cbz"),
        ("comic.mark-folder", "Series/Vol.1/Chapter 1/1.cbz"),
        ("comic.specials-folder", "Series/Specials/Series SP01.cbz"),
        ("comic.series-folder", "Series/Title.cbz"),
        ("comic.one-shot", "Title (1986)/Title.cbz"),
    ];

    public static TheoryData<string, string> Books => [.. _books];

    public static TheoryData<string, string> Comics => [.. _comics];

    [Theory]
    [MemberData(nameof(Books))]
    public void A_rule_for_books_fires(string id, string path) => Fired(BookPath.Explain(path).Rules, id, path);

    [Theory]
    [MemberData(nameof(Comics))]
    public void A_rule_for_comics_fires(string id, string path) => Fired(ComicPath.Explain(path).Rules, id, path);

    [Fact]
    public void Every_rule_of_the_tables_has_an_example()
    {
        _books.Select(example => example.Id).ShouldBe(BookRules.All.Select(rule => rule.Id));
        _comics.Select(example => example.Id).ShouldBe(ComicRules.All.Select(rule => rule.Id));
    }

    private static void Fired(IReadOnlyList<RuleHit> hits, string id, string path)
    {
        RuleHit hit = hits.FirstOrDefault(hit => hit.Id == id).ShouldNotBeNull(path);
        (hit.Input.Length > 0 && hit.Matched.Length > 0 && hit.Result.Length > 0).ShouldBeTrue(path);
    }
}
