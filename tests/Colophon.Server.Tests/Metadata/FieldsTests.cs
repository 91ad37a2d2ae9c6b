using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Metadata;

public sealed class FieldsTests
{
    [Fact]
    public void A_book_has_these_fields() =>
        Names(FieldLevel.Item)
            .ShouldBe([
                "title",
                "sort_title",
                "subtitle",
                "description",
                "authors",
                "contributors",
                "series",
                "genres",
                "tags",
            ]);

    [Fact]
    public void A_file_of_a_book_has_these_fields() =>
        Names(FieldLevel.File)
            .ShouldBe([
                "name",
                "narrators",
                "publisher",
                "imprint",
                "release_date",
                "language",
                "identifiers",
                "chapters",
                "url",
            ]);

    [Fact]
    public void A_name_has_one_type_in_all_kinds() =>
        Fields
            .All.GroupBy(field => field.Name)
            .ShouldAllBe(group => group.Select(field => field.Type).Distinct().Count() == 1);

    [Fact]
    public void No_kind_has_a_field_twice_at_one_level() =>
        Fields.All.SelectMany(field => field.Kinds.Select(kind => (kind, field.Level, field.Name))).ShouldBeUnique();

    [Fact]
    public void What_a_field_is_made_from_is_of_the_same_item_and_stands_before_it()
    {
        foreach (var field in Fields.All.Where(field => field.DerivedFrom is not null))
        foreach (var kind in field.Kinds)
            Fields
                .For(kind, field.Level)
                .TakeWhile(other => other != field)
                .ShouldContain(other => other.Name == field.DerivedFrom);
    }

    [Fact]
    public void A_field_is_found_only_where_it_belongs()
    {
        Fields.Find("book", FieldLevel.Item, Fields.Title).ShouldNotBeNull();
        Fields.Find("book", FieldLevel.File, Fields.Title).ShouldBeNull();
        Fields.Find("hologram", FieldLevel.Item, Fields.Title).ShouldBeNull();
    }

    [Fact]
    public void A_document_refuses_a_field_nobody_knows_and_a_value_of_another_type()
    {
        Should.Throw<ArgumentException>(() => Said.Embedded(Said.Text("smell", "old paper")));
        Should.Throw<ArgumentException>(() => Said.Embedded(Said.Text(Fields.Genres, "Fiction")));
    }

    [Theory]
    [InlineData("2009", true)]
    [InlineData("2009-05", true)]
    [InlineData("2008-02-29", true)]
    [InlineData("2009-02-29", false)]
    [InlineData("2009-13", false)]
    [InlineData("0000", false)]
    [InlineData("209", false)]
    [InlineData("20009", false)]
    [InlineData("2009-5-1", false)]
    [InlineData("2009/05", false)]
    [InlineData(" 2009", false)]
    [InlineData("", false)]
    public void A_date_has_one_of_three_forms(string text, bool isDate) =>
        (DateValue.From(text) is not null).ShouldBe(isDate);

    private static IEnumerable<string> Names(FieldLevel level) => Fields.For("book", level).Select(field => field.Name);
}
