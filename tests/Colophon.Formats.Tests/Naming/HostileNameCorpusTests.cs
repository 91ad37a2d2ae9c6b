using System.Text.Json;
using Colophon.Formats.Naming;
using Colophon.Formats.Text;

namespace Colophon.Formats.Tests.Naming;

/// <summary>
/// Names made to do harm. They are names of films and episodes mostly; what they try is the same in any kind of library, so the
/// rules for books and for comics are held to them.
/// </summary>
public sealed class HostileNameCorpusTests
{
    [Fact]
    public void Names_made_to_do_harm_are_read_as_any_other()
    {
        foreach (JsonElement row in Corpus.Cases("made_hostile_names"))
        {
            string input = row.GetProperty("input").GetString()!;
            JsonElement expected = row.GetProperty("expected");
            BookName book = ReadAsBook(input);
            ComicName comic = ComicPath.Explain(Path.ChangeExtension(input, ".cbz")).Name;
            ReadInGroup(input);

            ShouldBeFitToShow(book.Title, input);
            ShouldBeFitToShow(comic.Title ?? comic.Series, input);
            if (expected.TryGetProperty("year", out JsonElement year))
            {
                (book.Year, comic.Year).ShouldBe((year.GetInt32(), year.GetInt32()), input);
            }

            if (
                expected.TryGetProperty("title", out JsonElement title)
                || expected.TryGetProperty("title_nfc", out title)
            )
            {
                TextKeys.SortKey(book.Title!).ShouldBe(TextKeys.SortKey(title.GetString()!), input);
            }
        }
    }

    /// <summary>Of the same nature, with no corpus at hand.</summary>
    [Theory]
    [InlineData("Book \u202Ebupe.epub", "Book bupe")]
    [InlineData("\u202E.epub", ".epub")]
    [InlineData(".epub", ".epub")]
    [InlineData("...", "...")]
    [InlineData(" Leading and trailing  .epub", "Leading and trailing")]
    [InlineData("Ann/00000000000000000000000001 - Title.epub", "00000000000000000000000001 - Title")]
    [InlineData("Ann_Author-The_Book-20\u0662\u0663-GRP.epub", "Ann Author-The Book-20\u0662\u0663-GRP")]
    [InlineData("Ann Author - The Book - 20\u0662\u0663, FLAC.m4b", "The Book - 20\u0662\u0663")]
    [InlineData("Book (#\u0661).epub", "Book (#\u0661)")]
    public void A_name_made_to_do_harm_keeps_its_title(string path, string title) =>
        ReadAsBook(path).Title.ShouldBe(title);

    [Theory]
    [InlineData("Series (of \u0661\u0662) 20\u0662\u0663.cbz")]
    [InlineData("Series 99999999999999999999999 (of 99999999999999999999999).cbz")]
    [InlineData("Series v\u0661 c\u0662 (20\u0662\u0663).cbz")]
    [InlineData("Series #\u0661 (1 of \u0669\u0669).cbz")]
    public void A_comic_with_numbers_made_to_do_harm_is_read(string path) =>
        ComicPath.Explain(path).Name.ShouldNotBeNull();

    private static BookName ReadAsBook(string input)
    {
        foreach (FolderKind folder in Enum.GetValues<FolderKind>())
        {
            ShouldBeFitToShow(BookPath.Explain(input, folder).Name.Title, input);
        }

        return BookPath.Explain(input).Name;
    }

    private static void ReadInGroup(string input)
    {
        var files = new List<GroupingFile> { new(input, "mp3", null, []), new("2.mp3", "mp3", null, []) };
        BookGrouping.Group(files, GroupingPlace.Folder).SelectMany(book => book.Files).Count().ShouldBe(2);
    }

    private static void ShouldBeFitToShow(string? title, string input) =>
        title.ShouldBe(CleanText.Line(title, 500), $"title of {input}");
}
