using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Metadata;

/// <summary>Fields a person locked are never changed by anything automatic.</summary>
[Trait("Req", "C18")]
public sealed class FieldLockTests
{
    private static readonly Evidence File = Said.Embedded(Said.Title("Emma"), Said.Genres("Fiction"));

    [Fact]
    public void A_provider_does_not_change_a_locked_field()
    {
        var locks = FieldLocks.Lock(FieldLocks.None, Fields.Title, Said.Item(File));

        var shown = Merge(
            locks,
            File,
            Said.Provider("openlibrary", Said.Title("Emma: A Novel"), Said.Genres("Classic"))
        );

        shown.ShouldShow(Fields.Title, "Emma", Sources.Embedded);
        shown.ShouldShowNames(Fields.Genres, "Classic");
    }

    [Fact]
    public void A_field_locked_while_it_shows_nothing_goes_on_showing_nothing()
    {
        var locks = FieldLocks.Lock(FieldLocks.None, Fields.Subtitle, Said.Item(File));

        var shown = Merge(locks, Said.Provider("openlibrary", Said.Text(Fields.Subtitle, "A Novel")));

        shown.Values.ContainsKey(Fields.Subtitle).ShouldBeFalse();
        shown.Sources.ContainsKey(Fields.Subtitle).ShouldBeFalse();
    }

    [Fact]
    public void An_unlocked_field_shows_the_strongest_again()
    {
        var locks = FieldLocks.Lock(FieldLocks.None, Fields.Title, Said.Item(File));
        var provider = Said.Provider("openlibrary", Said.Title("Emma: A Novel"));

        Merge(FieldLocks.Unlock(locks, Fields.Title), File, provider)
            .ShouldShow(Fields.Title, "Emma: A Novel", "openlibrary");
    }

    [Fact]
    public void A_locked_field_can_be_edited_by_hand()
    {
        var locks = FieldLocks.Lock(FieldLocks.None, Fields.Title, Said.Item(File));
        var edit = new TextValue("Mine");

        var edited = FieldLocks.Edited(locks, Fields.Title, edit);

        Merge(edited, File, Said.Manual((Fields.Title, edit))).ShouldShow(Fields.Title, "Mine", Sources.Manual);
    }

    [Fact]
    public void A_locked_field_can_be_cleared_by_hand()
    {
        var locks = FieldLocks.Lock(FieldLocks.None, Fields.Genres, Said.Item(File));

        var shown = Merge(FieldLocks.Edited(locks, Fields.Genres, ClearedValue.Instance), File);

        shown.Values.ContainsKey(Fields.Genres).ShouldBeFalse();
        shown.Sources[Fields.Genres].ShouldBe(Sources.Manual);
    }

    [Fact]
    public void An_edit_of_a_field_without_lock_locks_nothing() =>
        FieldLocks.Edited(FieldLocks.None, Fields.Title, new TextValue("Mine")).ShouldBeEmpty();

    [Fact]
    public void A_kind_of_picture_can_be_locked_like_a_field()
    {
        var locks = FieldLocks.Lock(FieldLocks.None, "cover", Said.Item(File));

        FieldLocks.ToJson(locks).ShouldBe("""{"cover":{}}""");
        Merge(locks, File).ShouldBe(Said.Item(File));
    }

    [Fact]
    public void Locks_are_stored_with_what_they_hold()
    {
        var locks = FieldLocks.Lock(FieldLocks.None, Fields.Genres, Said.Item(File));

        FieldLocks.ToJson(locks).ShouldBe("""{"genres":{"value":["Fiction"],"source":"embedded"}}""");
    }

    private static Merged Merge(IReadOnlyDictionary<string, FieldLock> locks, params Evidence[] evidence) =>
        MetadataMerge.Merge("book", FieldLevel.Item, evidence, locks, Arbitrary.Providers);
}
