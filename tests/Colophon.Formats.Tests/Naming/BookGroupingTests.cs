using Colophon.Formats.Naming;

namespace Colophon.Formats.Tests.Naming;

public sealed class BookGroupingTests
{
    [Fact]
    public void Formats_of_one_title_are_one_book() =>
        Groups(Epub("dune.epub", "Dune"), Of("scan.pdf", "Dune"), Of("x.m4b", "The Dune"))
            .ShouldBe(["dune.epub x.m4b scan.pdf"], "an article does not make another title");

    [Fact]
    public void A_file_without_a_title_joins_the_only_book() =>
        Groups(Epub("dune.epub", "Dune"), Of("scan0001.pdf", null)).ShouldBe(["dune.epub scan0001.pdf"]);

    [Fact]
    public void A_file_without_a_title_but_with_a_number_is_a_book() =>
        Groups(Epub("Book 1 - Dune.epub", "Dune"), Of("Book 2 - Dune Messiah.pdf", null))
            .ShouldBe(["Book 1 - Dune.epub", "Book 2 - Dune Messiah.pdf"]);

    [Fact]
    public void Epubs_with_titles_of_their_own_are_a_book_each() =>
        Groups(Epub("a.epub", "Dune"), Epub("b.epub", "Dune Messiah"), Of("b.pdf", null))
            .ShouldBe(["a.epub", "b.epub b.pdf"]);

    [Fact]
    public void Epubs_with_one_title_and_other_numbers_are_a_book_each() =>
        Groups(Epub("a.epub", "Saga") with { Number = 1 }, Epub("b.epub", "Saga") with { Number = 2 })
            .ShouldBe(["a.epub", "b.epub"]);

    [Fact]
    public void Epubs_of_other_people_are_a_book_each() =>
        Groups(Epub("a.epub", "Poems", "Ann"), Epub("b.epub", "Poems", "Bob")).ShouldBe(["a.epub", "b.epub"]);

    [Fact]
    public void Files_of_one_name_are_one_book_whatever_their_insides_say() =>
        Groups(Epub("Dune.epub", "Dune"), Of("Dune.pdf", "dune_final.indd")).ShouldBe(["Dune.epub Dune.pdf"]);

    [Fact]
    public void Audio_parts_are_one_book_in_order_of_their_numbers() =>
        Groups(Of("10 - Ten.mp3", null), Of("2 - Two.mp3", null), Of("1 - One.mp3", null))
            .ShouldBe(["1 - One.mp3 2 - Two.mp3 10 - Ten.mp3"]);

    [Fact]
    public void Audio_parts_join_the_only_book_beside_them() =>
        Groups(Epub("dune.epub", "Dune"), Of("01.mp3", null), Of("CD 2/02.mp3", null))
            .ShouldBe(["dune.epub 01.mp3 CD 2/02.mp3"]);

    [Fact]
    public void Comics_are_a_book_each() =>
        Groups(Of("Saga 001.cbz", null), Of("Saga 002.cbz", null), Epub("Saga.epub", "Saga"))
            .ShouldBe(["Saga 001.cbz", "Saga 002.cbz", "Saga.epub"]);

    [Fact]
    public void Audiobooks_in_one_file_with_titles_of_their_own_are_a_book_each() =>
        Groups(Of("a.m4b", "Dune"), Of("b.m4b", "Dune Messiah")).ShouldBe(["a.m4b", "b.m4b"]);

    [Fact]
    public void At_the_root_title_and_author_join() =>
        Names(
                GroupingPlace.Root,
                Epub("Dune - Frank Herbert.epub", "Dune", "Frank Herbert"),
                Of("Dune - Frank Herbert.pdf", null),
                Epub("Dune by another.epub", "Dune", "Bob"),
                Of("01.mp3", null),
                Of("Other.pdf", null)
            )
            .ShouldBe([
                "01.mp3",
                "Dune - Frank Herbert.epub Dune - Frank Herbert.pdf",
                "Dune by another.epub",
                "Other.pdf",
            ]);

    [Fact]
    public void The_order_of_the_files_plays_no_part_and_every_file_is_in_one_book()
    {
        var random = new Random(5);
        string[] formats = ["epub", "pdf", "cbz", "m4b", "mp3"];
        string?[] titles = [null, "Dune", "Dune Messiah", "Poems"];
        for (int round = 0; round < 500; round++)
        {
            GroupingFile[] files =
            [
                .. Enumerable
                    .Range(0, random.Next(0, 9))
                    .Select(i =>
                    {
                        string format = formats[random.Next(formats.Length)];
                        string name = random.Next(3) == 0 ? $"{i} - x.{format}" : $"file{random.Next(4)}-{i}.{format}";
                        return Of(name, titles[random.Next(titles.Length)]);
                    }),
            ];
            GroupingFile[] shuffled = [.. files];
            random.Shuffle(shuffled);
            foreach (GroupingPlace place in Enum.GetValues<GroupingPlace>())
            {
                Names(place, shuffled).ShouldBe(Names(place, files));
                BookGrouping
                    .Group(files, place)
                    .SelectMany(book => book.Files)
                    .Order()
                    .ShouldBe(Enumerable.Range(0, files.Length));
            }
        }
    }

    [Fact]
    public void No_name_makes_it_throw()
    {
        var random = new Random(6);
        for (int i = 0; i < 2_000; i++)
        {
            GroupingFile[] files =
            [
                Of(RandomText.Next(random), RandomText.Next(random)),
                Of(RandomText.Next(random), null),
            ];
            BookGrouping.Group(files, GroupingPlace.Folder).Count.ShouldBeInRange(1, 2);
            BookGrouping.Group(files, GroupingPlace.Root).Count.ShouldBeInRange(1, 2);
        }
    }

    private static string[] Groups(params GroupingFile[] files) => Names(GroupingPlace.Folder, files);

    private static string[] Names(GroupingPlace place, params GroupingFile[] files) =>
        [.. BookGrouping.Group(files, place).Select(book => string.Join(' ', book.Files.Select(i => files[i].Name)))];

    private static GroupingFile Epub(string name, string title, params string[] authors) =>
        new(name, "epub", title, authors);

    private static GroupingFile Of(string name, string? title) =>
        new(name, name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant(), title, []);
}
