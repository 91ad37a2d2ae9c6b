using Colophon.Server.Catalog;
using Colophon.Server.Enrichment.Pictures;
using Colophon.Server.Providers;

namespace Colophon.Server.Tests.Enrichment;

/// <summary>Which of the offered pictures is the best.</summary>
[Trait("Req", "C6")]
public sealed class AssetScoreTests
{
    private static readonly ArtworkOffer Poster = new(AssetTypes.Poster, new Uri("https://images.example/p.jpg"))
    {
        Width = 1000,
        Height = 1500,
        Language = "en",
        Votes = 20,
        Rating = 6,
    };

    [Fact]
    public void The_score_is_the_sum_of_its_parts()
    {
        var score = Of(Poster);

        score.Parts.Keys.ShouldBe(["resolution", "aspect", "language", "votes", "provider"]);
        score.Points.ShouldBe(score.Parts.Values.Sum(), 0.05);
        score.Points.ShouldBeInRange(0, 100);
    }

    [Fact]
    public void A_poster_in_the_library_s_language_is_better() =>
        Of(Poster, "de").Points.ShouldBeLessThan(Of(Poster with { Language = "de" }, "de").Points);

    [Fact]
    public void A_backdrop_is_better_without_words()
    {
        var fanart = Poster with { Type = AssetTypes.Fanart, Width = 1920, Height = 1080 };

        Of(fanart with { Language = null }).Points.ShouldBeGreaterThan(Of(fanart).Points);
    }

    [Fact]
    public void A_larger_one_is_better_up_to_what_a_screen_shows()
    {
        Of(Poster with { Width = 500, Height = 750 }).Points.ShouldBeLessThan(Of(Poster).Points);
        Of(Poster with { Width = 4000, Height = 6000 }).Points.ShouldBe(Of(Poster).Points);
    }

    [Fact]
    public void One_of_another_shape_is_worse() =>
        Of(Poster with { Width = 1500, Height = 1000 }).Points.ShouldBeLessThan(Of(Poster).Points);

    [Fact]
    public void One_perfect_vote_weighs_less_than_a_hundred_good_ones() =>
        Of(Poster with { Votes = 1, Rating = 10 })
            .Points.ShouldBeLessThan(Of(Poster with { Votes = 100, Rating = 8 }).Points);

    [Fact]
    public void Of_equal_ones_that_of_the_first_provider_wins() =>
        AssetScore.Of(Poster, ["en"], 1).Points.ShouldBeLessThan(AssetScore.Of(Poster, ["en"], 0).Points);

    [Fact]
    public void An_offer_that_says_nothing_has_a_score_too() =>
        Of(new ArtworkOffer(AssetTypes.Banner, Poster.Address)).Points.ShouldBeInRange(1, 60);

    [Theory]
    [InlineData(-5, null)]
    [InlineData(-7, -3d)]
    [InlineData(int.MinValue, 100d)]
    public void Votes_that_cannot_be_are_none(int votes, double? rating) =>
        Of(Poster with { Votes = votes, Rating = rating }).Points.ShouldBeInRange(0, 100);

    private static AssetScore Of(ArtworkOffer offer, string language = "en") => AssetScore.Of(offer, [language], 0);
}
