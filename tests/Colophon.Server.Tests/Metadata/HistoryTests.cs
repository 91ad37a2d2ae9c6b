using Colophon.Server.Metadata;
using Colophon.Server.Metadata.History;

namespace Colophon.Server.Tests.Metadata;

/// <summary>What changed, for the history and for a dry run.</summary>
[Trait("Req", "D6")]
public sealed class HistoryTests
{
    private static readonly Merged Before = Said.Item(Said.Embedded(Said.Title("Emma"), Said.Genres("Fiction")));

    [Fact]
    public void A_change_tells_value_and_source_before_and_after()
    {
        var after = Said.Item(
            Said.Manual(Said.Title("Mine"), Said.Cleared(Fields.Genres)),
            Said.Embedded(Said.Title("Emma"), Said.Genres("Fiction"), Said.Text(Fields.Subtitle, "A Novel"))
        );

        var changes = MetadataDiff.Changes(Before, after);

        changes.Keys.ShouldBe(["title", "sort_title", "subtitle", "genres"]);
        changes["title"].ShouldBe(new(new TextValue("Emma"), new TextValue("Mine"), "embedded", "manual"));
        changes["subtitle"].ShouldBe(new(Before: null, new TextValue("A Novel"), SourceBefore: null, "embedded"));
        changes["genres"].ShouldBe(new(new NamesValue(["Fiction"]), After: null, "embedded", "manual"));
    }

    [Fact]
    public void The_same_value_from_another_source_is_no_change_to_see()
    {
        var after = Said.Item(Said.Manual(Said.Title("Emma")), Said.Embedded(Said.Genres("Fiction")));

        MetadataDiff.Changes(Before, after).ShouldBeEmpty();
        after.ShouldNotBe(Before);
    }

    [Fact]
    public void The_history_stores_values_and_sources_of_each_field()
    {
        var after = Said.Item(Said.Manual(Said.Genres("Gothic")), Said.Embedded(Said.Title("Emma")));

        var json = ChangeJson.Write(MetadataDiff.Changes(Before, after));

        json.ShouldBe("""{"genres":[["Fiction"],["Gothic"],"embedded","manual"]}""");
        ChangeJson.Parse(json)["genres"].SourceBefore.ShouldBe("embedded");
    }

    [Fact]
    public void The_history_comes_back_from_its_json() =>
        Property.Holds(
            2000,
            any =>
            {
                var changes = MetadataDiff.Changes(any.Merged(), any.Merged());

                ChangeJson.Parse(ChangeJson.Write(changes)).ShouldBe(changes);
            }
        );

    [Fact]
    public void Nothing_changes_between_equal_things() =>
        Property.Holds(
            1000,
            any =>
            {
                var shown = any.Merged();

                MetadataDiff.Changes(shown, Merged.Parse(shown.ValuesJson(), shown.SourcesJson())).ShouldBeEmpty();
            }
        );
}
