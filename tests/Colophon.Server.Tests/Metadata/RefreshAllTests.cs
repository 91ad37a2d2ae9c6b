using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Metadata;

/// <summary>"Refresh all metadata" overwrites whatever the priority; locked fields are the only exception.</summary>
[Trait("Req", "B3")]
public sealed class RefreshAllTests
{
    [Fact]
    public void The_files_overwrite_what_a_person_wrote() =>
        Refreshed(
                stored: [Said.Manual(Said.Title("Mine")), Said.Embedded(Said.Title("Emma"))],
                fresh: Said.Embedded(Said.Title("Emma"))
            )
            .ShouldShow(Fields.Title, "Emma", Sources.Embedded);

    [Fact]
    public void The_files_overwrite_what_a_provider_said() =>
        Refreshed(
                stored: [Said.Provider("openlibrary", Said.Genres("Classic")), Said.Embedded(Said.Genres("Fiction"))],
                fresh: Said.Embedded(Said.Genres("Fiction"))
            )
            .ShouldShowNames(Fields.Genres, "Fiction");

    [Fact]
    public void The_files_overwrite_what_a_person_cleared() =>
        Refreshed(
                stored: [Said.Manual(Said.Cleared(Fields.Genres)), Said.Embedded(Said.Genres("Fiction"))],
                fresh: Said.Embedded(Said.Genres("Fiction"))
            )
            .ShouldShowNames(Fields.Genres, "Fiction");

    [Fact]
    public void A_hand_made_sidecar_still_goes_before_the_file() =>
        Refreshed(
                stored: [Said.Manual(Said.Title("Mine"))],
                fresh: [Said.Sidecar(Said.Title("Sidecar's")), Said.Embedded(Said.Title("Emma"))]
            )
            .ShouldShow(Fields.Title, "Sidecar's", Sources.Sidecar);

    [Fact]
    public void The_path_overwrites_where_neither_file_nor_sidecar_says_anything() =>
        Refreshed(
                stored: [Said.Manual(Said.Title("Mine"))],
                fresh: [Said.Embedded(Said.Genres("Fiction")), Said.Path(Said.Title("emma_final"))]
            )
            .ShouldShow(Fields.Title, "emma_final", Sources.Path);

    [Fact]
    public void A_field_the_files_do_not_give_keeps_what_a_person_wrote() =>
        Refreshed(
                stored: [Said.Manual(Said.Genres("Mine"), Said.Title("Mine"))],
                fresh: Said.Embedded(Said.Title("Emma"))
            )
            .ShouldShowNames(Fields.Genres, "Mine");

    [Fact]
    public void What_the_file_no_longer_says_stays() =>
        Refreshed(
                stored: [Said.Embedded(Said.Title("Emma"), Said.Genres("Fiction"))],
                fresh: Said.Embedded(Said.Title("Emma"))
            )
            .ShouldShowNames(Fields.Genres, "Fiction");

    [Fact]
    public void A_title_to_sort_by_goes_with_the_title() =>
        Refreshed(
                stored: [Said.Manual(Said.Title("Mine"), Said.Text(Fields.SortTitle, "Zzz"))],
                fresh: Said.Embedded(Said.Title("The Hobbit"))
            )
            .ShouldShow(Fields.SortTitle, "Hobbit, The", Sources.Embedded);

    [Fact]
    [Trait("Req", "C18")]
    public void A_locked_field_stays_in_both_modes()
    {
        Evidence[] stored = [Said.Manual(Said.Title("Mine")), Said.Embedded(Said.Title("Emma"))];
        var locks = FieldLocks.Lock(FieldLocks.None, Fields.Title, Said.Item(stored));
        Evidence[] fresh = [Said.Embedded(Said.Title("Another")), Said.Provider("openlibrary", Said.Title("A third"))];

        var kept = RefreshAll.Drop("book", FieldLevel.Item, stored, fresh, locks);

        kept.ShouldBe(stored);
        MetadataMerge
            .Merge("book", FieldLevel.Item, [.. kept, .. fresh], locks, ProviderOrder.None)
            .ShouldShow(Fields.Title, "Mine", Sources.Manual);
    }

    [Fact]
    public void Refreshing_the_fields_of_a_file_leaves_those_of_the_book()
    {
        Evidence[] stored = [Said.Manual(Said.Title("Mine"), Said.Text(Fields.Publisher, "Mine"))];
        Evidence[] fresh = [Said.Embedded(Said.Title("Emma"), Said.Text(Fields.Publisher, "Penguin"))];

        var kept = RefreshAll.Drop("book", FieldLevel.File, stored, fresh, FieldLocks.None);

        kept[0].Document.Fields.Keys.ShouldBe([Fields.Title]);
    }

    [Fact]
    public void A_document_that_loses_nothing_is_the_same_object()
    {
        Evidence[] stored = [Said.Manual(Said.Genres("Mine")), Said.Embedded(Said.Title("Emma"))];

        var kept = RefreshAll.Drop("book", FieldLevel.Item, stored, [stored[1]], FieldLocks.None);

        kept[0].ShouldBeSameAs(stored[0]);
        kept[1].ShouldBeSameAs(stored[1]);
    }

    private static Merged Refreshed(Evidence[] stored, params Evidence[] fresh)
    {
        var kept = RefreshAll.Drop("book", FieldLevel.Item, stored, fresh, FieldLocks.None).ToList();
        foreach (var one in fresh)
        {
            var place = kept.FindIndex(other => (other.Source, other.Origin) == (one.Source, one.Origin));
            if (place < 0)
                kept.Add(one);
            else
                kept[place] = kept[place] with { Document = kept[place].Document.Observe(one.Document) };
        }
        return Said.Item([.. kept]);
    }
}
