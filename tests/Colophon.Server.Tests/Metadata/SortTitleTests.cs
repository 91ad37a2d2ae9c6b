using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Metadata;

[Trait("Req", "B2")]
public sealed class SortTitleTests
{
    [Fact]
    public void A_title_to_sort_by_is_made_from_the_title_with_its_source()
    {
        var embedded = Said.Embedded(Said.Title("The Hobbit"));

        Said.Item(embedded).ShouldShow(Fields.SortTitle, "Hobbit, The", Sources.Embedded);
    }

    [Fact]
    public void It_is_made_anew_when_the_title_changes()
    {
        var shown = Said.Item(Said.Manual(Said.Title("A Tale")), Said.Embedded(Said.Title("The Hobbit")));

        shown.ShouldShow(Fields.SortTitle, "Tale, A", Sources.Manual);
    }

    [Fact]
    public void Unless_it_has_evidence_of_its_own()
    {
        var shown = Said.Item(
            Said.Manual(Said.Title("There and Back Again")),
            Said.Embedded(Said.Title("The Hobbit"), Said.Text(Fields.SortTitle, "Hobbit 1"))
        );

        shown.ShouldShow(Fields.SortTitle, "Hobbit 1", Sources.Embedded);
    }

    [Fact]
    public void Its_articles_are_those_of_the_book_s_language()
    {
        var german = Said.Embedded(Said.Title("Die Verwandlung"), Said.Text(Fields.Language, "de"));
        var english = Said.Embedded(Said.Title("Die Hard"), Said.Text(Fields.Language, "en"));

        Said.Item(german).ShouldShow(Fields.SortTitle, "Verwandlung, Die", Sources.Embedded);
        Said.Item(english).ShouldShow(Fields.SortTitle, "Die Hard", Sources.Embedded);
    }

    [Fact]
    public void A_person_can_clear_it() =>
        Said.Item(Said.Manual(Said.Cleared(Fields.SortTitle)), Said.Embedded(Said.Title("The Hobbit")))
            .Values.ContainsKey(Fields.SortTitle)
            .ShouldBeFalse();

    [Fact]
    public void It_follows_a_locked_title()
    {
        var locks = new Dictionary<string, FieldLock>
        {
            [Fields.Title] = new(new TextValue("The Lock"), Sources.Sidecar),
        };

        var shown = MetadataMerge.Merge(
            "book",
            FieldLevel.Item,
            [Said.Embedded(Said.Title("Emma"))],
            locks,
            ProviderOrder.None
        );

        shown.ShouldShow(Fields.SortTitle, "Lock, The", Sources.Sidecar);
    }
}
