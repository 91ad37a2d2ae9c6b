using System.Globalization;
using System.Text.Json;
using Colophon.Formats.Naming;
using Colophon.Formats.Text;

namespace Colophon.Formats.Tests.Naming;

/// <summary>What other products expect of the names of books; rows not followed stand in book-names-not-followed.tsv with their reasons.</summary>
public sealed class BookNameCorpusTests
{
    private static readonly string[] _tables =
    [
        "readarr_book_release",
        "readarr_book_title_split",
        "jellyfin_book_name",
    ];

    [Fact]
    public void Names_of_books_are_read_as_others_read_them_but_for_the_rows_with_a_reason()
    {
        if (Corpus.Folder is null)
        {
            return;
        }

        var notFollowed = new NotFollowed("tests/Colophon.Formats.Tests/Naming/book-names-not-followed.tsv");
        int rows = 0;
        foreach (string table in _tables)
        {
            foreach (JsonElement row in Corpus.Cases(table))
            {
                rows++;
                string input = row.GetProperty("input").GetString()!;
                notFollowed.Compare(
                    table,
                    input,
                    row.GetProperty("library_type").GetString() == "comics" ? OfComic(row) : OfBook(row, table)
                );
            }
        }

        notFollowed.Mistakes.ShouldBeEmpty();
        rows.ShouldBeGreaterThanOrEqualTo(39);
    }

    /// <summary>Names as they come, with no corpus at hand.</summary>
    [Theory]
    [InlineData("Ann Author - The Book (2017) MP3 [192 kbps].m4b", "The Book", "Ann Author", 2017)]
    [InlineData("Ann Author - Live 2016 (2017) FLAC/1.mp3", "Live 2016", "Ann Author", 2017)]
    [InlineData("Ann_Author-The_Book-(Deluxe_Edition)-2CD-2016-GRP/1.mp3", "The Book", "Ann Author", 2016)]
    [InlineData(
        "(Genre) [CD] Ann Author - The Book - 2017, FLAC (tracks), lossless/1.flac",
        "The Book",
        "Ann Author",
        2017
    )]
    [InlineData("Ann Author/The Book [MP3 64kbps]/1.mp3", "The Book", "Ann Author", null)]
    [InlineData("Ann Author/Ann Author: The Book.epub", "The Book", "Ann Author", null)]
    [InlineData("The Book - Author, Ann [MP3].m4b", "The Book", "Ann Author", null)]
    [InlineData("1984 - George Orwell [MP3].m4b", "1984", "George Orwell", null)]
    public void Releases_put_the_author_first(string path, string title, string author, int? year)
    {
        BookName name = BookPath.Explain(path).Name;
        (name.Title, string.Join('|', name.Authors), name.Year).ShouldBe((title, author, year));
    }

    [Theory]
    [InlineData("The Naked Ape.epub", "The Naked Ape")]
    [InlineData("Magnum Opus (Retail).epub", "Magnum Opus")]
    [InlineData("the-state-of-devops-2019-Report.pdf", "the-state-of-devops-2019-Report")]
    [InlineData("Arthur C. Clarke/2001: A Space Odyssey.epub", "2001: A Space Odyssey")]
    [InlineData("Dorothy Parker/The Portable Dorothy Parker.epub", "The Portable Dorothy Parker")]
    [InlineData("Author/[MP3]/1.mp3", "[MP3]")]
    public void What_only_looks_like_a_release_stays_whole(string path, string title) =>
        BookPath.Explain(path).Name.Title.ShouldBe(title);

    private static IEnumerable<(string, string?, string?)> OfBook(JsonElement row, string table)
    {
        BookName name = BookPath.Explain(PathOf(row, table)).Name;
        foreach (JsonProperty expected in row.GetProperty("expected").EnumerateObject())
        {
            string? wanted = Text(expected.Value);
            yield return expected.Name switch
            {
                "author" => ("author", TextKeys.NameKey(wanted), TextKeys.NameKey(string.Join(" & ", name.Authors))),
                "title" => ("title", wanted, name.Title),
                "subtitle" => ("subtitle", wanted, ""),
                "series" => ("series", wanted, name.Series),
                "series_index" => ("series_index", wanted, Text(name.Number)),
                "year" => ("year", wanted, Text(name.Year)),
                "discography" => (expected.Name, null, null), // a pile of books is told by its files, not by a name
                _ => (expected.Name, wanted, "a field this test does not know"),
            };
        }
    }

    private static IEnumerable<(string, string?, string?)> OfComic(JsonElement row)
    {
        ComicName name = ComicPath.Explain($"{row.GetProperty("input").GetString()}.cbz").Name;
        JsonElement expected = row.GetProperty("expected");
        return
        [
            ("title", Text(expected.GetProperty("title")), name.Title),
            ("series", Text(expected.GetProperty("series")), name.Series),
            ("volume", Text(expected.GetProperty("volume")), Text(name.Volume)),
            ("chapter", Text(expected.GetProperty("chapter")), Text(name.Chapter)),
            ("year", Text(expected.GetProperty("year")), Text(name.Year)),
        ];
    }

    /// <summary>Where such a name would lie: below its author when one is known, else at the root. No name holds a slash.</summary>
    private static string PathOf(JsonElement row, string table)
    {
        string input = row.GetProperty("input").GetString()!;
        bool hasContext = row.TryGetProperty("context", out JsonElement context);
        string? author =
            table == "jellyfin_book_name" ? "Author"
            : !hasContext ? null
            : context.TryGetProperty("known_author", out JsonElement known) ? known.GetString()
            : context.GetProperty("author").GetString();
        string file = $"{input.Replace('/', '_')}.epub";
        return author is null ? file : $"{author}/{file}";
    }

    private static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.Null ? null : value.ToString();

    private static string? Text(double? value) => value?.ToString(CultureInfo.InvariantCulture);
}
