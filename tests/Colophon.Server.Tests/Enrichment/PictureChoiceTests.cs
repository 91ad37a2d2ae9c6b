using Colophon.Server.Catalog;
using Colophon.Server.Enrichment.Pictures;

namespace Colophon.Server.Tests.Enrichment;

/// <summary>For which types of pictures one is picked, and among which.</summary>
[Trait("Req", "C6")]
[Trait("Req", "C18")]
public sealed class PictureChoiceTests
{
    private static readonly HashSet<string> NoLocks = [];

    [Fact]
    public void The_best_comes_first_and_a_refused_one_not_at_all()
    {
        var choice = PictureChoice
            .Of([Offer(1, score: 60), Offer(2, score: 90), Offer(3, score: 95) with { IsRejected = true }], NoLocks)
            .ShouldHaveSingleItem();

        choice.Candidates.Select(row => row.Id).ShouldBe([2, 1]);
    }

    [Fact]
    public void Nothing_is_picked_where_a_person_chose() =>
        PictureChoice.Of([Offer(1), Offer(2) with { IsSelected = true }], NoLocks).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_picked_where_the_type_is_locked() =>
        PictureChoice.Of([Offer(1)], new HashSet<string> { AssetTypes.Poster }).ShouldBeEmpty();

    [Theory]
    [InlineData("path")]
    [InlineData("embedded")]
    [InlineData("manual")]
    public void Nothing_is_picked_where_the_item_has_a_picture_of_its_own(string source) =>
        PictureChoice.Of([Offer(1), Offer(2) with { Source = source }], NoLocks).ShouldBeEmpty();

    [Fact]
    public void A_picture_of_its_own_that_a_person_refused_is_none() =>
        PictureChoice
            .Of([Offer(1), Offer(2) with { Source = "path", IsRejected = true }], NoLocks)
            .ShouldHaveSingleItem()
            .Candidates.Select(row => row.Id)
            .ShouldBe([1]);

    [Fact]
    public void Each_type_is_picked_for_itself() =>
        PictureChoice
            .Of([Offer(1), Offer(2) with { Type = AssetTypes.Fanart }], NoLocks)
            .Select(choice => (choice.Type, choice.Most))
            .ShouldBe([(AssetTypes.Fanart, 3), (AssetTypes.Poster, 1)]);

    private static CandidateRow Offer(long id, double score = 50) =>
        new(
            id,
            AssetTypes.Poster,
            "tmdb",
            $"https://images.example/{id}.jpg",
            score,
            Sha256: null,
            CachePath: null,
            IsSelected: false,
            IsRejected: false,
            IsPicked: false
        );
}
