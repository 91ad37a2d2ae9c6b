using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Colophon.Formats.Naming;

namespace Colophon.Formats.Tests.Naming;

public sealed class BookPathTests
{
    [Theory]
    [InlineData("Dune - Frank Herbert.epub", "Dune", "Frank Herbert", null, null, null)]
    [InlineData("Herbert, Frank - Dune.epub", "Dune", "Frank Herbert", null, null, null)]
    [InlineData("1984 - George Orwell.epub", "1984", "George Orwell", null, null, null)]
    [InlineData("Dune.epub", "Dune", "", null, null, null)]
    [InlineData("Dune (1965) [retail].epub", "Dune", "", null, null, 1965)]
    [InlineData(
        "The Great Gatsby by F. Scott Fitzgerald [azw3].epub",
        "The Great Gatsby",
        "F. Scott Fitzgerald",
        null,
        null,
        null
    )]
    [InlineData("Stand by Me.epub", "Stand by Me", "", null, null, null)]
    [InlineData(
        "Terry Pratchett - Discworld 08 - Guards! Guards!.epub",
        "Guards! Guards!",
        "Terry Pratchett",
        "Discworld",
        8.0,
        null
    )]
    public void A_name_at_the_root_says_title_and_author(
        string path,
        string title,
        string authors,
        string? series,
        double? number,
        int? year
    ) => Says(path, (title, authors, series, number, year));

    [Theory]
    [InlineData("Frank Herbert/Dune Saga/01 - Dune/Dune.epub", "Dune", "Frank Herbert", "Dune Saga", 1.0, null)]
    [InlineData(
        "Frank Herbert/Dune Saga/02 - Dune Messiah.epub",
        "Dune Messiah",
        "Frank Herbert",
        "Dune Saga",
        2.0,
        null
    )]
    [InlineData("Frank Herbert/Dune/Dune.epub", "Dune", "Frank Herbert", null, null, null)]
    [InlineData("Frank Herbert/Dune.epub", "Dune", "Frank Herbert", null, null, null)]
    [InlineData("[Frank Herbert] Dune (1965)/Dune.epub", "Dune", "Frank Herbert", null, null, 1965)]
    [InlineData("[Ann A; Bob B] Two (2001)/Two.epub", "Two", "Ann A|Bob B", null, null, 2001)]
    [InlineData("Dune (1965)/dune-final.epub", "Dune", "", null, null, 1965)]
    [InlineData(
        "Terry Pratchett/Discworld/Discworld 08 - Guards! Guards!.epub",
        "Guards! Guards!",
        "Terry Pratchett",
        "Discworld",
        8.0,
        null
    )]
    [InlineData(
        "Terry Pratchett/Guards! Guards! (8)/Guards! Guards! - Terry Pratchett.epub",
        "Guards! Guards!",
        "Terry Pratchett",
        null,
        null,
        null
    )]
    [InlineData("Terry Pratchett/Mort - Terry Pratchett.epub", "Mort", "Terry Pratchett", null, null, null)]
    public void Folders_say_author_series_and_title(
        string path,
        string title,
        string authors,
        string? series,
        double? number,
        int? year
    ) => Says(path, (title, authors, series, number, year));

    [Theory]
    [InlineData(
        "Steven Levy/Hackers - Heroes of the Computer Revolution/x.epub",
        "Hackers - Heroes of the Computer Revolution",
        "Steven Levy",
        null,
        null,
        null
    )]
    [InlineData(
        "Le Guin, Ursula K./Hainish Cycle/2.5 - Tales/Tales.epub",
        "Tales",
        "Ursula K. Le Guin",
        "Hainish Cycle",
        2.5,
        null
    )]
    [InlineData(
        "Verne/Jules_Verne_The_Mysterious_Island.epub",
        "Jules Verne The Mysterious Island",
        "Verne",
        null,
        null,
        null
    )]
    [InlineData("Tolkien/Hobbit, The.epub", "The Hobbit", "Tolkien", null, null, null)]
    [InlineData("A/B/C/D/Author/Series/03 - Title/t.epub", "Title", "Author", "Series", 3.0, null)]
    [InlineData("Author/7-Zip for All/7-Zip for All.epub", "7-Zip for All", "Author", null, null, null)]
    [InlineData("Author/Book/00000000000000000000000001 - Title.mp3", "Book", "Author", null, null, null)]
    [InlineData("Author/Book/CD 1/01 - Chapter.mp3", "Book", "Author", null, null, null)]
    [InlineData("Author/(2019).epub", "(2019)", "Author", null, null, null)]
    public void Marks_and_numbers_are_told_from_titles(
        string path,
        string title,
        string authors,
        string? series,
        double? number,
        int? year
    ) => Says(path, (title, authors, series, number, year));

    [Fact]
    [Trait("Req", "D7")]
    public void Every_rule_that_fired_is_named_with_what_it_saw_and_made()
    {
        IReadOnlyList<RuleHit> rules = BookPath.Explain("Ann Author/Saga/02 - Title (1999)/file.epub").Rules;
        rules
            .Select(rule => rule.Id)
            .ShouldBe(["book.title-folder", "book.author-folder", "book.series-folder", "book.year", "book.sequence"]);
        rules.ShouldAllBe(rule => rule.Text.Length > 0 && rule.Input.Length > 0 && rule.Result.Length > 0);
        rules[^1]
            .ShouldBe(
                new RuleHit(
                    "book.sequence",
                    BookRules.All.Single(rule => rule.Id == "book.sequence").Text,
                    "02 - Title",
                    "02 - Title",
                    "title=Title, number=02"
                )
            );
    }

    [Fact]
    public void Rules_have_one_table_with_an_id_and_a_reason_each()
    {
        BookRules.All.Select(rule => rule.Id).ShouldBeUnique();
        BookRules.All.ShouldAllBe(rule => rule.Reason.Length > 0);
        // each rule stands in the table: those of the classes and those of the list are the same
        BookRules.All.Count.ShouldBe(
            new[] { typeof(BookRules), typeof(BookPlaceRules), typeof(BookReleaseRules) }
                .SelectMany(rules => rules.GetFields(BindingFlags.Static | BindingFlags.NonPublic))
                .Count(field => field.FieldType == typeof(NameRule))
        );
    }

    [Theory]
    [InlineData("Ann/Title [B0CXQ7TZ1M]/01.mp3", "Title", "B0CXQ7TZ1M")]
    [InlineData("Ann/Title (2001) {asin-b0cxq7tz1m} {Bob Reader}/book.m4b", "Title", "B0CXQ7TZ1M")]
    [InlineData("Ann/Title/Another Name [asin=1234567890].m4b", "Title", "1234567890")]
    [InlineData("Ann/Title [UNABRIDGED]/book.m4b", "Title", null)]
    [InlineData("Ann/Title [b0otleggers]/book.m4b", "Title", null)]
    [InlineData("[B0CXQ7TZ1M].m4b", "[B0CXQ7TZ1M]", "B0CXQ7TZ1M")]
    public void An_ASIN_in_brackets_is_told_from_remarks(string path, string title, string? asin)
    {
        BookName name = BookPath.Explain(path).Name;
        (name.Title, name.Asin).ShouldBe((title, asin));
    }

    [Theory]
    [InlineData(FolderKind.OneBook, "Some Folder")]
    [InlineData(FolderKind.ManyBooks, "Some File")]
    public void Who_knows_the_folder_decides_who_bears_the_title(FolderKind kind, string title) =>
        BookPath.Explain("Author/Some Folder/Some File.epub", kind).Name.Title.ShouldBe(title);

    [Fact]
    public void Nothing_makes_it_throw()
    {
        var random = new Random(17);
        HashSet<string> known = [.. BookRules.All.Select(rule => rule.Id)];
        for (int i = 0; i < 10_000; i++)
        {
            string path = RandomText.Next(random);
            foreach (FolderKind kind in Enum.GetValues<FolderKind>())
            {
                BookPathExplanation explained = BookPath.Explain(path, kind);
                bool isBounded = explained.Rules.Count <= 50 && (explained.Name.Title?.Length ?? 0) <= 500;
                isBounded.ShouldBeTrue(path);
                explained.Rules.All(hit => known.Contains(hit.Id)).ShouldBeTrue(path);
            }
        }
    }

    [Theory]
    [InlineData("- ")]
    [InlineData("a - 1 ")]
    [InlineData("([")]
    [InlineData(" by A")]
    [InlineData("1 ")]
    [InlineData("#")]
    [InlineData("{[(")]
    [InlineData("[MP3] ")]
    [InlineData("(x mp3)")]
    [InlineData(" - 2017, ")]
    [InlineData(" 2CD")]
    [InlineData("A b-WEB-2019-")]
    [InlineData("A: ")]
    public void Long_names_that_tease_the_patterns_take_no_time(string piece)
    {
        string name = string.Concat(Enumerable.Repeat(piece, 500));
        long started = Stopwatch.GetTimestamp();
        BookPath.Explain($"{name}/{name}/{name}.epub");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("J. R. R. Tolkien", "J. R. R. Tolkien")]
    [InlineData("Smith, John", "John Smith")]
    [InlineData("John Smith & Jane Doe", "John Smith|Jane Doe")]
    [InlineData("John Smith; Jane Doe", "John Smith|Jane Doe")]
    [InlineData("Terry Pratchett, Neil Gaiman", "Terry Pratchett|Neil Gaiman")]
    [InlineData("Pratchett, Terry; Le Guin, Ursula K.", "Terry Pratchett|Ursula K. Le Guin")]
    [InlineData("John Smith,", "John Smith")]
    [InlineData("", "")]
    public void People_are_told_apart(string names, string people) =>
        string.Join('|', PersonList.Split(names)).ShouldBe(people);

    // audiobookshelf takes 第1卷 for the title and a short form for the subtitle; the whole name is the title here
    [Fact]
    public void Folder_names_of_audiobookshelf()
    {
        var mistakes = new List<string>();
        foreach (JsonElement line in Corpus.Cases("audiobookshelf_folder_names"))
        {
            JsonElement expected = line.GetProperty("expected");
            BookName name = BookPath.Explain(line.GetProperty("input").GetString() + "/part.m4b").Name;
            string wanted = string.Join(
                " | ",
                string.Join(',', expected.GetProperty("authors").EnumerateArray()),
                expected.GetProperty("series").GetString(),
                expected.GetProperty("series_index").GetString(),
                expected.GetProperty("year").ToString(),
                expected.GetProperty("title_without_subtitle_split").GetString(),
                string.Join(',', expected.GetProperty("narrators").EnumerateArray())
            );
            string actual = string.Join(
                " | ",
                string.Join(',', name.Authors),
                name.Series,
                name.Number?.ToString(CultureInfo.InvariantCulture),
                name.Year?.ToString(CultureInfo.InvariantCulture),
                name.Title,
                string.Join(',', name.Narrators)
            );
            if (wanted != actual)
            {
                mistakes.Add($"{wanted}  !=  {actual}");
            }
        }

        mistakes.ShouldBeEmpty();
    }

    private static void Says(
        string path,
        (string? Title, string Authors, string? Series, double? Number, int? Year) said
    )
    {
        BookName name = BookPath.Explain(path).Name;
        (name.Title, string.Join('|', name.Authors), name.Series, name.Number, name.Year).ShouldBe(said);
    }
}
