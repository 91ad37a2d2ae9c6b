using Colophon.Formats.Naming;

namespace Colophon.Formats.Tests.Naming;

public sealed class AudioGroupingTests
{
    [Fact]
    public void Tags_order_parts_before_names() =>
        Groups(Of("a.mp3", "Book", 1, 2), Of("b.mp3", "Book", 1, 1), Of("c.mp3", "Book", 2, 1))
            .ShouldBe(["b.mp3:Main a.mp3:Part c.mp3:Part"]);

    [Fact]
    public void Places_said_twice_are_not_believed() =>
        Groups(Of("10.mp3", "Book", null, 1), Of("2.mp3", "Book", null, 1)).ShouldBe(["2.mp3:Main 10.mp3:Part"]);

    [Fact]
    public void The_folder_says_the_disc_that_tags_leave_out() =>
        Groups(Of("CD 2/1.mp3", "Book", null, 1), Of("CD 1/1.mp3", "Book", null, 1))
            .ShouldBe(["CD 1/1.mp3:Main CD 2/1.mp3:Part"]);

    [Fact]
    public void Discs_of_one_album_and_remarks_are_one_book() =>
        Groups(
                Of("a.mp3", "Dune (Disc 1)", null, 1),
                Of("b.mp3", "Dune (Disc 2)", null, 2),
                Of("c.mp3", "Dune [Unabridged]", null, 3)
            )
            .ShouldBe(["a.mp3:Main b.mp3:Part c.mp3:Part"]);

    [Fact]
    public void Extras_are_no_parts_of_the_book_beside_them() =>
        Groups(Of("Part 1.mp3"), Of("Part 2.mp3"), Of("Extra.mp3"))
            .ShouldBe(["Part 1.mp3:Main Part 2.mp3:Part Extra.mp3:Extra"]);

    [Fact]
    public void M4Bs_without_titles_are_parts_when_their_names_differ_by_a_number_only() =>
        Groups(Of("Dune Part 1.m4b"), Of("Dune Part 2.m4b"), Of("Emma.m4b"))
            .ShouldBe(["Dune Part 1.m4b:Main Dune Part 2.m4b:Part", "Emma.m4b:Main"]);

    [Fact]
    public void A_PDF_beside_one_audiobook_is_its_supplement() =>
        Groups(Of("a.mp3", "Dune"), Of("Maps.pdf", "Maps of Arrakis")).ShouldBe(["a.mp3:Main Maps.pdf:Supplement"]);

    [Fact]
    public void A_PDF_beside_several_audiobooks_is_a_book() =>
        Groups(Of("a.m4b", "Dune"), Of("b.m4b", "Emma"), Of("Maps.pdf", "Maps"))
            .ShouldBe(["Maps.pdf:Main", "a.m4b:Main", "b.m4b:Main"]);

    private static GroupingFile Of(string name, string? title = null, int? disc = null, int? track = null) =>
        new(name, Path.GetExtension(name)[1..], title, [], null, disc, track);

    private static IReadOnlyList<string> Groups(params GroupingFile[] files) =>
        [
            .. BookGrouping
                .Group(files, GroupingPlace.Folder)
                .Select(book => string.Join(' ', book.Files.Zip(book.Roles, (i, role) => $"{files[i].Name}:{role}"))),
        ];
}
