using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Metadata;

/// <summary>An empty incoming value never overwrites a value that is there (B3); only a person clears.</summary>
[Trait("Req", "B3")]
public sealed class EmptyValueTests
{
    public static TheoryData<string, FieldValue> Empties =>
        new()
        {
            { Fields.Title, new TextValue("") },
            { Fields.Title, new TextValue(" \n ") },
            { Fields.Genres, new NamesValue([]) },
            { Fields.Genres, new NamesValue(["", " "]) },
            { Fields.Authors, new PeopleValue([]) },
            { Fields.Authors, new PeopleValue([new Credit(" ", "author")]) },
            { Fields.Narrators, new PeopleValue([]) },
            { Fields.Series, new SeriesValue([]) },
            { Fields.Tags, new NamesValue([]) },
            { Fields.Identifiers, new IdentifiersValue([]) },
            { Fields.Chapters, new ChaptersValue([]) },
        };

    [Theory]
    [MemberData(nameof(Empties))]
    public void An_empty_value_of_a_stronger_source_does_not_win(string field, FieldValue empty)
    {
        var level = Fields.Find("book", FieldLevel.Item, field) is null ? FieldLevel.File : FieldLevel.Item;
        var value = new Arbitrary(1).Value(empty.Type!.Value);

        var shown = MetadataMerge.Merge(
            "book",
            level,
            [Said.Manual((field, empty)), Said.Embedded((field, value))],
            FieldLocks.None,
            ProviderOrder.None
        );

        shown.Values[field].ShouldBe(value);
        shown.Sources[field].ShouldBe(Sources.Embedded);
    }

    [Theory]
    [MemberData(nameof(Empties))]
    public void An_empty_value_of_the_same_origin_does_not_replace(string field, FieldValue empty)
    {
        var value = new Arbitrary(1).Value(empty.Type!.Value);
        var stored = Said.Embedded((field, value)).Document;

        var observed = stored.Observe(Said.Embedded((field, empty)).Document);

        observed.Fields[field].ShouldBe(value);
        observed.Stale.ShouldBe([field]);
    }

    [Fact]
    public void What_a_source_says_no_more_is_stale_and_still_shown()
    {
        var stored = Said.Embedded(Said.Title("Emma"), Said.Genres("Fiction"));
        var observed = stored with { Document = stored.Document.Observe(Said.Embedded(Said.Title("Emma")).Document) };

        Said.Item(observed).ShouldShowNames(Fields.Genres, "Fiction");
        observed.Document.Stale.ShouldBe([Fields.Genres]);
    }

    [Fact]
    public void What_a_source_says_again_is_no_longer_stale()
    {
        var full = Said.Embedded(Said.Title("Emma"), Said.Genres("Fiction")).Document;
        var less = Said.Embedded(Said.Title("Emma")).Document;

        full.Observe(less).Observe(full).ShouldBe(full);
    }

    [Fact]
    public void A_stale_value_can_be_forgotten()
    {
        var full = Said.Embedded(Said.Title("Emma"), Said.Genres("Fiction")).Document;
        var less = Said.Embedded(Said.Title("Emma")).Document;

        full.Observe(less).Without(Fields.Genres).ShouldBe(less);
    }

    [Fact]
    public void A_person_clears_a_field_and_that_wins_like_a_value()
    {
        var shown = Said.Item(Said.Manual(Said.Cleared(Fields.Genres)), Said.Embedded(Said.Genres("Fiction")));

        shown.Values.ContainsKey(Fields.Genres).ShouldBeFalse();
        shown.Sources[Fields.Genres].ShouldBe(Sources.Manual);
    }

    [Fact]
    public void Only_a_person_can_clear() =>
        Said.Item(Said.Sidecar(Said.Cleared(Fields.Genres)), Said.Embedded(Said.Genres("Fiction")))
            .ShouldShowNames(Fields.Genres, "Fiction");
}
