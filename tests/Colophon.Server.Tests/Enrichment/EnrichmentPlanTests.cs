using Colophon.Server.Catalog;
using Colophon.Server.Enrichment;
using Colophon.Server.Libraries;
using Colophon.Server.Providers;

namespace Colophon.Server.Tests.Enrichment;

/// <summary>Which steps an item's enrichment has, and in which order.</summary>
[Trait("Req", "C6")]
[Trait("Req", "C11")]
public sealed class EnrichmentPlanTests
{
    private static readonly ProviderFacts[] Providers =
    [
        Facts("first", rank: 1, ProviderCan.Metadata | ProviderCan.Artwork),
        Facts("second", rank: 2, ProviderCan.Metadata),
        Facts("pictures", rank: 3, ProviderCan.Artwork),
    ];

    [Fact]
    public void Metadata_comes_first_then_pictures_then_the_choice() =>
        Steps(new LibraryOptions())
            .ShouldBe([
                "enrich-metadata first",
                "enrich-metadata second",
                "fetch-provider-assets first",
                "fetch-provider-assets pictures",
                "select-assets ",
            ]);

    [Fact]
    public void The_library_s_order_goes_before_the_usual_one() =>
        Steps(new LibraryOptions { ProviderOrder = ["second"] })[0].ShouldBe("enrich-metadata second");

    [Fact]
    public void With_metadata_only_no_picture_is_fetched_or_chosen() =>
        Steps(new LibraryOptions(), EnrichmentMode.MetadataOnly)
            .ShouldBe(["enrich-metadata first", "enrich-metadata second"]);

    [Fact]
    public void With_none_there_is_no_step() => Steps(new LibraryOptions(), EnrichmentMode.None).ShouldBeEmpty();

    [Fact]
    public void Without_automatic_selection_candidates_are_noted_and_none_is_chosen() =>
        Steps(new LibraryOptions { AutoSelectAssets = false })[^1].ShouldBe("fetch-provider-assets pictures");

    [Fact]
    public void A_provider_that_is_switched_off_is_passed_over_wherever_the_item_stands()
    {
        var after = new EnrichmentStep(JobTypes.EnrichMetadata, "second");

        var next = EnrichmentPlan.Next(
            "movie",
            new LibraryOptions(),
            EnrichmentMode.Full,
            Providers,
            facts => facts.Name == "pictures",
            after
        );

        next.ShouldBe(new EnrichmentStep(JobTypes.FetchProviderAssets, "pictures"));
    }

    [Fact]
    public void A_kind_that_no_provider_knows_has_no_step() =>
        EnrichmentPlan
            .Next("track", new LibraryOptions(), EnrichmentMode.Full, Providers, _ => true, after: null)
            .ShouldBeNull();

    private static List<string> Steps(LibraryOptions library, EnrichmentMode mode = EnrichmentMode.Full)
    {
        var steps = new List<string>();
        EnrichmentStep? step = null;
        while ((step = EnrichmentPlan.Next("movie", library, mode, Providers, _ => true, step)) is not null)
            steps.Add($"{step.Type.Name} {step.Provider}");
        return steps;
    }

    private static ProviderFacts Facts(string name, int rank, ProviderCan can) =>
        new(name, name, new Uri("https://api.example/"))
        {
            Website = new Uri("https://example/"),
            Attribution = "",
            Rank = rank,
            Abilities = [new ProviderAbility("movie", can, [name])],
        };
}
