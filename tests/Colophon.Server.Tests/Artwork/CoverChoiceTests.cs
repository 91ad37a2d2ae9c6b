using Colophon.Server.Artwork;
using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Artwork;

[Trait("Req", "C5")]
public sealed class CoverChoiceTests
{
    private static readonly CoverOffer InEpub = Embedded(1, file: 11, "epub", "b/Dune.epub");
    private static readonly CoverOffer InPdf = Embedded(2, file: 12, "pdf", "a/Dune.pdf");
    private static readonly CoverOffer Beside = Local(3, "cover.jpg");
    private static readonly CoverOffer Provided = new(
        4,
        null,
        "openlibrary",
        null,
        EvidenceRank.OfItem,
        CoverStanding.Offered
    );

    [Fact]
    public void What_the_user_selected_wins() =>
        Choose(InEpub, Beside, Provided with { Standing = CoverStanding.Selected }).ShouldBe(4);

    [Fact]
    public void A_picture_beside_the_book_wins_over_an_embedded_one() => Choose(InEpub, Beside).ShouldBe(3);

    [Fact]
    public void Of_embedded_ones_the_first_format_wins() => Choose(InPdf, InEpub).ShouldBe(1);

    [Fact]
    public void Of_one_format_the_main_file_and_then_the_path_wins()
    {
        var other = Embedded(0, file: 10, "epub", "c/Dune.epub");
        var part = Embedded(0, file: 10, "epub", "a/Dune.epub", "part");

        Choose(InEpub, other).ShouldBe(1);
        Choose(InEpub, part).ShouldBe(1);
    }

    [Fact]
    public void A_candidate_of_a_provider_is_no_cover_until_it_is_selected() => Choose(Provided).ShouldBeNull();

    [Fact]
    public void A_rejected_picture_is_no_cover() =>
        Choose(InEpub, Beside with { Standing = CoverStanding.Rejected }).ShouldBe(1);

    [Fact]
    public void Without_a_picture_there_is_no_cover() => Choose().ShouldBeNull();

    [Fact]
    public void Of_several_pictures_beside_the_book_the_one_named_after_it_wins() =>
        Choose(Local(5, "folder.jpg"), Beside, Local(6, "Dune.png")).ShouldBe(6);

    [Fact]
    public void The_cover_of_a_file_is_its_own()
    {
        CoverOffer[] offers = [InPdf, Beside, InEpub];

        CoverChoice.OfFile(offers, 11).ShouldBe(1);
        CoverChoice.OfFile(offers, 12).ShouldBe(2);
        CoverChoice.OfFile(offers, 13).ShouldBeNull();
    }

    private static CoverOffer Embedded(long id, long file, string format, string path, string role = "main") =>
        new(id, file, Sources.Embedded, null, EvidenceRank.Of(format, role, path), CoverStanding.Offered);

    private static CoverOffer Local(long id, string name) =>
        new(id, null, Sources.Path, name, EvidenceRank.OfItem, CoverStanding.Offered);

    /// <summary>In any order the choice is the same.</summary>
    private static long? Choose(params CoverOffer[] offers)
    {
        var forwards = CoverChoice.OfItem(offers, "Dune");
        CoverChoice.OfItem([.. offers.Reverse()], "Dune").ShouldBe(forwards);
        return forwards;
    }
}
