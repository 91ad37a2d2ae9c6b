using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Metadata;

/// <summary>How a library ranks its providers.</summary>
[Trait("Req", "C18")]
public sealed class ProviderOrderTests
{
    private static readonly Evidence[] Offers =
    [
        Said.Path(Said.Title("emma_final")),
        Said.Provider("one", Said.Title("Emma, of one"), Said.Text(Fields.Description, "Of one")),
        Said.Provider("two", Said.Title("Emma, of two"), Said.Text(Fields.Description, "Of two")),
    ];

    [Fact]
    public void The_first_named_provider_is_believed_most() =>
        Merge(new ProviderOrder { Names = ["two", "one"] }).ShouldShow(Fields.Title, "Emma, of two", "two");

    [Fact]
    public void One_that_is_not_named_comes_after_those_that_are() =>
        Merge(new ProviderOrder { Names = ["two"] }).ShouldShow(Fields.Title, "Emma, of two", "two");

    [Fact]
    public void A_field_may_have_an_order_of_its_own()
    {
        var shown = Merge(
            new ProviderOrder
            {
                Names = ["one", "two"],
                ByField = new Dictionary<string, IReadOnlyList<string>> { [Fields.Description] = ["two"] },
            }
        );

        shown.ShouldShow(Fields.Title, "Emma, of one", "one");
        shown.ShouldShow(Fields.Description, "Of two", "two");
    }

    [Fact]
    public void Providers_that_fill_what_is_empty_change_nothing_that_is_there()
    {
        var shown = Merge(new ProviderOrder { Names = ["one"], FillEmptyOnly = true });

        shown.ShouldShow(Fields.Title, "emma_final", Sources.Path);
        shown.ShouldShow(Fields.Description, "Of one", "one");
    }

    private static Merged Merge(ProviderOrder order) =>
        MetadataMerge.Merge("book", FieldLevel.Item, Offers, FieldLocks.None, order);
}
