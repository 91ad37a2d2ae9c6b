using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Artwork;

[Trait("Req", "C20")]
public sealed class UsedPicturesTests
{
    private static readonly KnownPicture Beside = new(1, AssetTypes.Fanart, Sources.Path, CoverStanding.Offered, 0);
    private static readonly KnownPicture Offered = new(2, AssetTypes.Fanart, "tmdb", CoverStanding.Offered, 90);
    private static readonly KnownPicture Picked = Offered with { Standing = CoverStanding.Picked };

    [Fact]
    public void All_fanart_of_one_strength_is_in_use_the_best_first() =>
        UsedPictures
            .Of([Picked with { AssetId = 4, Score = 70 }, Picked, Picked with { AssetId = 3, Score = 80 }])
            .ShouldBe([2, 3, 4]);

    [Fact]
    public void Of_every_other_type_one_is_in_use() =>
        UsedPictures
            .Of([Banner(Picked with { AssetId = 4, Score = 95 }), Banner(Picked), Banner(Beside), Beside])
            .ShouldBe([1, 1], ignoreOrder: true);

    [Fact]
    public void What_lies_beside_the_media_goes_before_what_was_picked_and_a_choice_before_both()
    {
        UsedPictures.Of([Picked, Beside]).ShouldBe([1]);
        UsedPictures
            .Of([Picked, Beside, Offered with { AssetId = 5, Standing = CoverStanding.Selected }])
            .ShouldBe([5]);
    }

    [Fact]
    public void What_is_only_offered_or_refused_is_not_in_use() =>
        UsedPictures.Of([Offered, Beside with { Standing = CoverStanding.Rejected }]).ShouldBeEmpty();

    [Fact]
    public void Covers_are_not_its_matter() =>
        UsedPictures
            .Of([Beside with { Type = AssetTypes.Cover }, Beside with { Type = AssetTypes.Poster }])
            .ShouldBeEmpty();

    private static KnownPicture Banner(KnownPicture picture) => picture with { Type = AssetTypes.Banner };
}
