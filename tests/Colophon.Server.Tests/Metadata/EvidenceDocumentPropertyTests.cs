using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Metadata;

/// <summary>What holds of documents, stored and stored again.</summary>
[Trait("Req", "D1")]
public sealed class EvidenceDocumentPropertyTests
{
    private const int Cases = 2000;

    [Fact]
    public void Observing_never_loses_a_value() =>
        Property.Holds(
            Cases,
            any =>
            {
                var (stored, fresh) = (any.Document(), any.Document());
                var observed = stored.Observe(fresh);

                foreach (var (field, value) in fresh.Fields)
                    if (value is not ClearedValue)
                        observed.Fields[field].ShouldBe(value);
                stored.Fields.Keys.ShouldBeSubsetOf(observed.Fields.Keys);
            }
        );

    [Fact]
    public void Stale_is_what_the_origin_says_no_more() =>
        Property.Holds(
            Cases,
            any =>
            {
                var (stored, fresh) = (any.Document(), any.Document());
                var said = fresh.Fields.Where(entry => entry.Value is not ClearedValue).Select(entry => entry.Key);

                var observed = stored.Observe(fresh);

                observed.Stale.ShouldBe(observed.Fields.Keys.Except(said), ignoreOrder: true);
                foreach (var field in observed.Stale)
                    observed.Fields[field].ShouldBe(stored.Fields[field]);
            }
        );

    [Fact]
    public void Observing_the_same_again_gives_the_same_document() =>
        Property.Holds(
            Cases,
            any =>
            {
                var (stored, fresh) = (any.Document(), any.Document());
                var once = stored.Observe(fresh);

                once.Observe(fresh).ShouldBeSameAs(once);
            }
        );

    [Fact]
    public void A_document_holds_no_empty_value() =>
        Property.Holds(
            Cases,
            any => any.Document().Fields.Values.ShouldAllBe(value => !value.IsEmpty || value is ClearedValue)
        );

    [Fact]
    public void A_document_comes_back_from_its_json() =>
        Property.Holds(
            Cases,
            any =>
            {
                var document = any.Document();
                var json = document.ToJson();

                var back = EvidenceDocument.Parse(json);

                back.ShouldBe(document);
                back.GetHashCode().ShouldBe(document.GetHashCode());
                back.ToJson().ShouldBe(json);
            }
        );

    [Fact]
    public void Equal_documents_have_equal_json() =>
        Property.Holds(
            Cases,
            any =>
            {
                var document = any.Document();
                var other = new EvidenceDocument
                {
                    Fields = any.Shuffled(document.Fields).ToDictionary(),
                    Stale = any.Shuffled(document.Stale).ToHashSet(),
                };

                other.ShouldBe(document);
                other.ToJson().ShouldBe(document.ToJson());
            }
        );

    [Fact]
    public void What_is_shown_comes_back_from_its_json() =>
        Property.Holds(
            Cases,
            any =>
            {
                var shown = any.Merged();

                Merged.Parse(shown.ValuesJson(), shown.SourcesJson()).ShouldBe(shown);
            }
        );

    [Fact]
    public void Locks_come_back_from_their_json() =>
        Property.Holds(
            Cases,
            any =>
            {
                var locks = any.Locks();

                FieldLocks.Parse(FieldLocks.ToJson(locks)).ShouldBe(locks, ignoreOrder: true);
            }
        );
}
